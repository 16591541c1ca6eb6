import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {limits} from '../feed/limits.js';

interface RefreshHost extends ReactiveControllerHost {
  /** Seconds between reloads, if any. */
  readonly refresh?: number | undefined;
  /** Loads again what is older than so many milliseconds. */
  refreshIfOlder(age: number | undefined): void;
}

/** Two readers' pages, or two elements, should not ask at the same moment: intervals vary by ±10 %. */
const JITTER = 0.1;
/** What `setTimeout` can count; above, it fires at once. */
const MAX_WAIT = 2 ** 31 - 1;

/** Reloads every `refresh` seconds while the page is visible, and once when the reader comes back to a stale one. */
export class Refresh implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #interval: number | undefined;

  constructor(private readonly host: RefreshHost) {
    host.addController(this);
  }

  hostConnected(): void {
    watch(this);
  }

  hostDisconnected(): void {
    unwatch(this);
    this.#stop();
  }

  hostUpdated(): void {
    if (this.host.refresh === this.#interval && this.#timer) return;
    this.#stop();
    this.#interval = this.host.refresh;
    this.#schedule();
  }

  /** The reader is back on the page. */
  catchUp(): void {
    const interval = this.#interval ?? 0;
    this.host.refreshIfOlder(interval > 0 ? interval * 1000 : undefined);
  }

  #schedule(): void {
    if (!this.#interval || this.#interval < 0) return;
    const wait = Math.max(this.#interval * 1000, limits.minRefresh) * (1 + JITTER * (2 * Math.random() - 1));
    this.#timer = setTimeout(
      () => {
        if (isVisible()) this.host.refreshIfOlder(wait / 2);
        this.#schedule();
      },
      Math.min(wait, MAX_WAIT),
    );
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/**
 * One set of listeners for all elements of the page, gone with the last of them. They stand on the window, which these
 * events reach: methods and flags of the document can be replaced by an image of that name.
 */
const watching = new Set<Refresh>();
let onlineTimer: ReturnType<typeof setTimeout> | undefined;

function watch(refresh: Refresh): void {
  watching.add(refresh);
  addEventListener('online', onOnline);
  addEventListener('pageshow', onPageShow);
  addEventListener('visibilitychange', onReturn);
}

function unwatch(refresh: Refresh): void {
  watching.delete(refresh);
  if (watching.size) return;
  clearTimeout(onlineTimer);
  removeEventListener('online', onOnline);
  removeEventListener('pageshow', onPageShow);
  removeEventListener('visibilitychange', onReturn);
}

/** All at once, so that elements with one address share one request. */
function onReturn(): void {
  if (isVisible()) for (const refresh of watching) refresh.catchUp();
}

/** A page's first `pageshow` is no return. */
function onPageShow({persisted}: PageTransitionEvent): void {
  if (persisted) onReturn();
}

function onOnline(): void {
  clearTimeout(onlineTimer);
  onlineTimer = setTimeout(onReturn, Math.random() * limits.onlineDelay);
}

function isVisible(): boolean {
  return document.visibilityState !== 'hidden';
}
