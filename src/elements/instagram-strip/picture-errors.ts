import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Feed} from '../../feed/feed.js';
import {expiryOf, missingPictures} from './pictures.js';
import type {Post, Strip} from './select.js';

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
    this.#timer = setTimeout(() => void this.#report(posts, feed), QUIET);
  }

  async #report(posts: Post[], feed: Feed): Promise<void> {
    this.#isReported = true;
    const missing = missingPictures(posts, (url) => !this.isBroken(url));
    const module = missing.count ? await import('./report-missing.js').catch(() => undefined) : undefined;
    module?.reportMissing(this.host, missing, feed);
  }
}
