import type {Feed} from '../../feed/feed.js';
import {expiryOf, pictureOf} from './pictures.js';
import type {Post} from './select.js';

interface Missing {
  /** Posts for which the feed names a picture, and none of its addresses works. */
  count: number;
  total: number;
  /** When the last of their addresses expired, if they have. */
  expired: Date | undefined;
}

function missingPictures(posts: Post[], isUsable: (url: string) => boolean): Missing {
  const covers = posts.flatMap(({media: [cover]}) => (cover?.pictures.length ? cover : []));
  const missing = covers.filter((cover) => !pictureOf(cover, isUsable));
  const times = missing.flatMap(({pictures}) => pictures.map(({url}) => expiryOf(url)?.getTime() ?? 0));
  const latest = Math.max(0, ...times);
  return {
    count: missing.length,
    total: covers.length,
    expired: latest && latest < Date.now() ? new Date(latest) : undefined,
  };
}

/** Pictures of a strip cannot be shown: once a feed. Cancel it to keep the sentence for the builder out of the console. */
export class PictureErrorEvent extends Event {
  static readonly type = 'picture-error';
  /** Posts whose picture is missing. */
  readonly count: number;
  /** Posts for which the feed names a picture. */
  readonly total: number;
  /** When the addresses expired, if that is the reason. */
  readonly expired: Date | undefined;

  constructor({count, total, expired}: Missing) {
    super(PictureErrorEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.count = count;
    this.total = total;
    this.expired = expired;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [PictureErrorEvent.type]: PictureErrorEvent;
  }
}

/**
 * One event for the page, and one sentence for its builder.
 *
 * @returns whether there was something to tell: a picture may have one address that works
 */
export function reportMissing(strip: Element, posts: Post[], feed: Feed, isUsable: (url: string) => boolean): boolean {
  const missing = missingPictures(posts, isUsable);
  if (missing.count && strip.dispatchEvent(new PictureErrorEvent(missing)))
    console.warn(`<${strip.localName}>: ${sentence(missing, feed)}`, strip);
  return missing.count > 0;
}

/** What is wrong, since when, and what to do. */
function sentence({count, total, expired}: Missing, {format, url = 'The feed', dateModified, items}: Feed): string {
  const newest = items[0]?.datePublished;
  const reason = expired
    ? `their addresses, which Instagram signs for some days only, expired on ${day(expired)}`
    : 'they do not load';
  const made = dateModified
    ? `${url} was made on ${day(dateModified)}.`
    : newest
      ? `${url} does not say when it was made; its newest post is of ${day(newest)}.`
      : `${url} does not say when it was made.`;
  return `${count} of ${total} pictures are missing: ${reason}. ${made} ${REFRESH[format] ?? 'Make it anew.'}`;
}

const COPY =
  'Make it anew every day, with copies of the pictures that do not expire: npx news-elements instagram --out <folder>';
/** What a builder can do about a feed of this format. */
const REFRESH: Partial<Record<string, string>> = {
  instagram: COPY,
  behold: `Use the address that Behold gives for the feed, which has current pictures, instead of a copy. Or: ${COPY}`,
};

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
