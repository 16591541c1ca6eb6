/** The pages behind a feed's first: JSON Feed's `next_url`, RFC 5005's `rel="next"`, WordPress, Mastodon. */
import {FeedError} from './feed-error.js';
import type {Feed} from './feed.js';
import {limits} from './limits.js';
import {lastCopy, loadPage, ownOf} from './load-page.js';
import type {LoadOptions} from './load.js';
import {END, feedsOf, pagesOf, wholeOfFeeds, wholeOfPages} from './parts.js';
import {settle} from './several.js';

/**
 * The feed with the items of its next page behind its own; of a merged feed, with those of each feed's next page.
 *
 * ```js
 * const longer = await loadNextPage(feed);
 * if (longer) show(longer);
 * ```
 *
 * @param feed as `loadFeed` or this gave it. It stays as it is
 * @returns a new Feed with all items so far; its `nextUrl` tells if there may be yet more. Undefined when there are none
 * @throws {FeedError} when the page cannot be loaded. The feed at hand is still good, and can be asked for more again
 */
export async function loadNextPage(feed: Feed, options: LoadOptions = {}): Promise<Feed | undefined> {
  const longer = await extend(feed, ownOf(options));
  return longer.items.length > feed.items.length ? longer : undefined;
}

/** The feed with as many pages as it takes to be enough. A page that fails costs only itself. */
export async function loadPages(feed: Feed, options: LoadOptions): Promise<Feed> {
  let whole = feed;
  try {
    for (let page = 1; page < limits.maxPages && whole.nextUrl && !options.isEnough?.(whole); page++)
      whole = await extend(whole, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof FeedError)) throw error;
    options.onFailure?.(error);
  }
  return whole;
}

async function extend(feed: Feed, options: LoadOptions): Promise<Feed> {
  if (feed.isPartial && feed.url) return loadPage(feed.url, options);
  const feeds = feedsOf(feed);
  if (!feeds) return wholeOfPages([...pagesOf(feed), await pageBehind(feed, options)]);
  const unfinished = feeds.filter(({nextUrl}) => nextUrl);
  const longer = await settle(
    unfinished.map((feed) => extend(feed, options)),
    options,
  );
  // One that fails is not asked again for this list.
  const ended = (feed: Feed) => wholeOfPages([...pagesOf(feed), END]);
  return wholeOfFeeds(feeds.map((feed) => (feed.nextUrl ? (longer[unfinished.indexOf(feed)] ?? ended(feed)) : feed)));
}

async function pageBehind(feed: Feed, options: LoadOptions): Promise<Feed> {
  const {nextUrl, url = nextUrl, format} = feed;
  const pages = pagesOf(feed);
  const isKnown = pages.some((page, n) =>
    [page.url, page.feedUrl, n + 1 < pages.length && page.nextUrl].includes(nextUrl),
  );
  if (!nextUrl || !url || isKnown) return END;
  // A feed may name any page of the web: cookies go to its own site alone.
  const crossOrigin = new URL(nextUrl).origin === new URL(url).origin ? options.crossOrigin : undefined;
  const page: LoadOptions = {...options, crossOrigin};
  try {
    return await loadPage(nextUrl, page);
  } catch (error) {
    options.signal?.throwIfAborted();
    // It answers so behind the last page (rest_post_invalid_page_number); how many there are only a header tells.
    if (format === 'wordpress' && error instanceof FeedError && error.status === 400) return END;
    const copy = lastCopy(nextUrl, page);
    if (!copy || !(error instanceof FeedError)) throw error;
    options.onFailure?.(error);
    return copy;
  }
}
