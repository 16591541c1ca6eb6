import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Feed} from '../../feed/feed.js';
import {expiryOf, missingPictures, type Missing} from './pictures.js';
import type {Strip} from './select.js';

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

interface StripHost extends ReactiveControllerHost, Element {
  readonly feed: Feed | undefined;
}

/** Pictures fail one after the other: how long none must have before their number is told. Milliseconds. */
const QUIET = 1000;

/** Knows which addresses do not work, and tells of them once a feed. */
export class PictureErrors implements ReactiveController {
  readonly #failed = new Set<string>();
  #feed: Feed | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;
  #isReported = false;

  constructor(private readonly host: StripHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#count = 0;
  }

  readonly isBroken = (url: string): boolean => {
    const expiry = expiryOf(url);
    return this.#failed.has(url) || (expiry !== undefined && expiry.getTime() < Date.now());
  };

  /** Listens in the capture phase, since the errors of pictures and videos do not bubble. */
  readonly listener = {
    capture: true,
    handleEvent: ({target}: Event): void => {
      if (!(target instanceof HTMLImageElement || target instanceof HTMLVideoElement)) return;
      this.#failed.add(target.currentSrc || target.src);
      this.host.requestUpdate();
    },
  };

  /** To be told what is shown, at every update. */
  watch({posts}: Strip, feed: Feed): void {
    if (feed !== this.#feed) {
      this.#feed = feed;
      this.#failed.clear();
      this.#count = 0;
      this.#isReported = false;
    }
    const {count} = missingPictures(posts, (url) => !this.isBroken(url));
    if (count === this.#count || this.#isReported) return;
    this.#count = count;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () =>
        this.#report(
          missingPictures(posts, (url) => !this.isBroken(url)),
          feed,
        ),
      QUIET,
    );
  }

  #report(missing: Missing, feed: Feed): void {
    this.#isReported = true;
    if (missing.count && this.host.dispatchEvent(new PictureErrorEvent(missing)))
      console.warn(`<${this.host.localName}>: ${sentence(missing, feed)}`, this.host);
  }
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
