import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Feed} from '../../feed/feed.js';
import {expiryOf} from './pictures.js';
import type {Post} from './select.js';

/** Pictures fail one after the other: how long none must have before their number is told. Milliseconds. */
const QUIET = 1000;

/** Knows which addresses do not work, and tells of them once a feed. */
export class PictureErrors implements ReactiveController {
  readonly #failed = new Set<string>();
  #feed: Feed | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReported = false;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  readonly isBroken = (url: string): boolean =>
    this.#failed.has(url) || (expiryOf(url)?.getTime() ?? Infinity) < Date.now();

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
  watch(posts: Post[], feed: Feed): void {
    if (feed !== this.#feed) {
      this.#feed = feed;
      this.#failed.clear();
      this.#isReported = false;
    }
    clearTimeout(this.#timer);
    const hasBroken = posts.some(({media: [cover]}) => cover?.pictures.some(({url}) => this.isBroken(url)));
    if (hasBroken && !this.#isReported) this.#timer = setTimeout(() => void this.#report(posts, feed), QUIET);
  }

  async #report(posts: Post[], feed: Feed): Promise<void> {
    const module = await import('./report-missing.js').catch(() => undefined);
    this.#isReported ||= module?.reportMissing(this.host, posts, feed, (url) => !this.isBroken(url)) ?? false;
  }
}
