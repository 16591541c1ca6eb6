import type {Feed} from '../../feed/feed.js';
import type {Missing} from './pictures.js';

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
  interface HTMLElementEventMap {
    [PictureErrorEvent.type]: PictureErrorEvent;
  }
}

/** One event for the page, and one sentence for its builder. */
export function reportMissing(strip: Element, missing: Missing, feed: Feed): void {
  if (strip.dispatchEvent(new PictureErrorEvent(missing)))
    console.warn(`<${strip.localName}>: ${sentence(missing, feed)}`, strip);
}

/** What is wrong, since when, and what to do. */
function sentence({count, total, expired}: Missing, {items, url}: Feed): string {
  const newest = items[0]?.datePublished;
  const reason = expired
    ? `their addresses, which Instagram signs for some days only, expired on ${day(expired)}`
    : 'they do not load';
  const made = newest ? ` Its newest post is of ${day(newest)}.` : '';
  return `${count} of ${total} pictures are missing: ${reason}.${url ? ` The feed is ${url}.` : ''}${made} Make it anew every day, with copies of the pictures that do not expire: npx news-elements instagram --out <folder>`;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
