import {FeedError} from '../../feed/feed-error.js';
import {createFeed, type Feed} from '../../feed/feed.js';
import {loadFeed, type LoadOptions} from '../../feed/load.js';
import {addresses, isDaily} from './address.js';
import {setOrigin} from './origin.js';

/** A day of Wikipedia's is half a megabyte. */
const MAX_DAYS = 31;

interface Wanted {
  /** Addresses with their templates, separated by spaces. */
  src: string;
  /** The same, filled. */
  address: string;
  /** Midnight UTC. */
  day: Date;
  language: string;
  fallbackLanguage?: string | undefined;
  /** Whether a feed has something on the day. */
  hasDay: (feed: Feed) => boolean;
  /** Told of each address that does not answer, where that is not an error. */
  onFailure: (error: FeedError) => void;
}

/** More than one address, or addresses of single days. What happened does not change: each day is asked for once. */
export class Sources {
  readonly #days = new Map<string, Feed>();
  readonly #loaded = new WeakMap<Feed, {address: string; day: Date}>();

  /** @throws {FeedError} the first address' when none answers */
  async load(wanted: Wanted, options: LoadOptions): Promise<Feed> {
    const {src, address, day, language, fallbackLanguage, hasDay, onFailure} = wanted;
    const kept = options.maxAge === undefined && this.#days.get(address);
    if (kept) return kept;
    const load = (language: string) => loadFeeds(addresses(src, day, language), options, isDaily(src), onFailure);
    let feed = await load(language);
    if (fallbackLanguage && !hasDay(feed)) feed = await load(fallbackLanguage);
    return isDaily(src) ? this.#keep(feed, address, day) : feed;
  }

  /** In an identity of its own, since two days may have come from the same feed. */
  #keep(feed: Feed, address: string, day: Date): Feed {
    const kept = {...feed};
    this.#days.set(address, kept);
    this.#loaded.set(kept, {address, day});
    if (this.#days.size > MAX_DAYS) this.#days.delete([...this.#days.keys()][0] ?? '');
    return kept;
  }

  /** The day that a feed holds, when it is not the one at the address. */
  otherDay(feed: Feed, address: string): Date | undefined {
    const loaded = this.#loaded.get(feed);
    return loaded && loaded.address !== address ? loaded.day : undefined;
  }
}

/** @param mayBeMissing whether an address without anything behind it is a day without events */
async function loadFeeds(
  urls: readonly string[],
  options: LoadOptions,
  mayBeMissing: boolean,
  onFailure: (error: FeedError) => void,
): Promise<Feed> {
  const answers = await Promise.allSettled(urls.map((url) => loadFeed(url, options)));
  options.signal?.throwIfAborted();
  const feeds = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const errors = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as Error] : []));
  const fatal = errors.find((error) => !(mayBeMissing && isMissing(error)));
  if (fatal && !feeds.length) throw fatal;
  for (const error of errors) if (error instanceof FeedError) onFailure(error);
  return mergeFeeds(feeds);
}

function isMissing(error: unknown): boolean {
  return error instanceof FeedError && [404, 410, 501].includes(error.status ?? 0);
}

/** One feed of several; of the first come title, language and the like. A feed alone stays as it is. */
export function mergeFeeds(feeds: readonly Feed[]): Feed {
  const [first, ...others] = feeds;
  if (!first) return createFeed('on-this-day', {items: [], dropped: 0});
  if (!others.length) return first;
  for (const feed of feeds) for (const item of feed.items) setOrigin(item, feed);
  return {
    ...first,
    items: feeds.flatMap(({items}) => items),
    dropped: feeds.reduce((sum, {dropped}) => sum + dropped, 0),
  };
}
