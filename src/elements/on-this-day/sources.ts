import {FeedError} from '../../feed/feed-error.js';
import {createFeed, type Feed} from '../../feed/feed.js';
import {loadFeed, type LoadOptions} from '../../feed/load.js';
import {addresses, isDaily} from './address.js';

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
    const load = (language: string) => loadFeeds(addresses(src, day, language), {...options, onFailure}, isDaily(src));
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
async function loadFeeds(urls: readonly string[], options: LoadOptions, mayBeMissing: boolean): Promise<Feed> {
  const nothing = createFeed('on-this-day', {items: [], dropped: 0});
  if (!urls.length) return nothing;
  try {
    return await loadFeed(urls.join(' '), options);
  } catch (error) {
    if (!mayBeMissing || !(error instanceof FeedError) || ![404, 410, 501].includes(error.status ?? 0)) throw error;
    options.onFailure?.(error);
    return nothing;
  }
}
