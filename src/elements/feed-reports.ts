import type {FeedError} from '../feed/feed-error.js';
import type {Feed} from '../feed/feed.js';
import {FeedErrorEvent, FeedLoadEvent} from './feed-events.js';

const toldOfDropped = new WeakSet<Feed>();

/** Tells the page what has become of an element's feed, and the builder what is wrong with it. */
export class FeedReports {
  /** Dispatched after the update that shows what it tells of. */
  #event: FeedLoadEvent | FeedErrorEvent | undefined;
  #hasWarned = false;
  readonly #told = new Set<string>();

  constructor(private readonly host: Element) {}

  loaded(feed: Feed): void {
    this.#event = new FeedLoadEvent(feed);
    // Once a feed, however many elements show it.
    if (feed.dropped && !toldOfDropped.has(feed))
      this.warn(`${feed.dropped} items of the feed are left out: they have no id, or are no items at all.`);
    toldOfDropped.add(feed);
  }

  failed(error: FeedError): void {
    this.#event = new FeedErrorEvent(error);
  }

  /** A listener's own error is the page's: dispatching an event never throws here. */
  send(hasSource: boolean): void {
    const event = this.#event;
    this.#event = undefined;
    if (!hasSource && !event && !this.#hasWarned) this.warn('It has no src: give it the address of a feed.');
    if (event && this.host.dispatchEvent(event) && event instanceof FeedErrorEvent) this.warn(event.error.message);
  }

  /** A sentence for the builder: what is wrong, and what to do. */
  warn(sentence: string): void {
    this.#hasWarned = true;
    console.warn(`<${this.host.localName}>: ${sentence}`, this.host);
  }

  /** As {@link warn}, for what each reload would say again. */
  warnOnce(sentence: string): void {
    if (!this.#told.has(sentence)) this.warn(sentence);
    this.#told.add(sentence);
  }
}
