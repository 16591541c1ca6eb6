/** loadFeed: from what a `src` says to one Feed, whether it names one address or several, on one page or more. */
import type {FeedError} from './feed-error.js';
import type {Feed} from './feed.js';
import {loadPage, ownOf, type PageOptions} from './load-page.js';

export {configure, limits, type LoadLimits} from './limits.js';
export {feedAge} from './load-page.js';

export interface LoadOptions extends PageOptions {
  /**
   * Whether a feed has all that is wanted of it: `({items}) => items.length >= 50`. While it has not, its next pages are
   * loaded too, `maxPages` of the limits at most. Of a long page that is newest first, it is asked of the beginning too
   * (`isPartial`), and ends the download: answer false to that where you need the whole. Default: the first page is enough.
   */
  isEnough?: ((feed: Feed) => boolean) | undefined;
  /** Told of an address or a page that cannot be loaded, while others can: what they have is the feed. */
  onFailure?: ((error: FeedError) => void) | undefined;
}

/**
 * Loads a feed. Calls for the same address share one request; the last one to abort its signal ends it.
 *
 * @param src an address, or several, separated by spaces: their items are merged, newest first, each story once, and the
 * feed's own title, language and so on are the first's
 * @throws {FeedError} with what is wrong and what to do, the first address' when all fail; the signal's reason when it is
 * aborted
 */
export async function loadFeed(src: string, options: LoadOptions = {}): Promise<Feed> {
  const own = ownOf(options);
  const urls = [...new Set(src.trim().split(/\s+/))];
  const [url = ''] = urls;
  const feed =
    urls.length > 1
      ? await (await import('./several.js')).loadSeveral(urls, own)
      : await loadPage(url, own, own.isEnough);
  return feed.nextUrl && own.isEnough?.(feed) === false ? (await import('./pages.js')).loadPages(feed, own) : feed;
}
