import {html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult} from 'lit';
import {FeedError} from '../feed/feed-error.js';
import type {Feed, Item} from '../feed/feed.js';
import {loadFeed, type LoadOptions} from '../feed/load.js';
import {toFeed} from '../feed/parse.js';
import {loadLocale} from '../locales/index.js';
import {baseStyles} from '../styles/base.styles.js';
import {version} from './define.js';
import {hasFallback} from './fallback.js';
import {FeedAttributes} from './feed-attributes.js';
import {FeedErrorEvent, FeedLoadEvent} from './feed-events.js';
import {FeedLoader, type Source} from './feed-loader.js';
import {heading} from './heading.js';
import {ItemClicks} from './item-clicks.js';
import {ItemViews} from './item-views.js';
import {isBelowViewport, NearViewport} from './near-viewport.js';
import {focusItem, newItems, newItemsStyles} from './new-items.js';
import {ReflectState, type FeedState} from './reflect-state.js';
import {Refresh} from './refresh.js';

export type {FeedState} from './reflect-state.js';

const toldOfDropped = new WeakSet<Feed>();

/**
 * What all elements have in common: `src` → load → select → render, and what shows meanwhile or instead.
 *
 * A subclass says what of a feed it shows (`select`) and how (`renderSelection`).
 */
export abstract class FeedElement<Selection extends {items: readonly Item[]}> extends FeedAttributes {
  static override properties: PropertyDeclarations = {src: {}, feed: {attribute: false, hasChanged: () => true}};
  static override styles: CSSResultGroup = [baseStyles, newItemsStyles];
  /** This library's version. */
  static readonly version = version;

  /** Address of the feed, resolved against the page's base URL. */
  get src(): string | undefined {
    const {source} = this.#loader;
    return source && 'src' in source ? source.src : undefined;
  }
  set src(src: string | null | undefined) {
    if (src !== this.src) this.#loader.source = src ? {src} : undefined;
  }

  /** The feed that is shown. Set it to a Feed, a feed's text or its JSON to show that instead of `src`. */
  get feed(): Feed | undefined {
    return this.#loader.shown?.feed;
  }
  set feed(feed: unknown) {
    this.#loader.source = feed ? {feed} : undefined;
  }

  #selection: Selection | undefined;
  /** What was asked for of the feed that is shown, and is not there. */
  #missing: FeedError | undefined;
  /** Dispatched after the update that shows what it tells of. */
  #event: FeedLoadEvent | FeedErrorEvent | undefined;
  readonly #near = new NearViewport(this);
  readonly #loader = new FeedLoader(this, {
    address: () => (this.src ? this.resolveSrc(this.src) : ''),
    isWanted: () => this.loading !== 'lazy' || this.#near.isNear,
    load: (source, maxAge, signal) => this.#load(source, maxAge, signal),
    mustWait: (feed) => Boolean(this.#selection) && feed !== this.feed && !isBelowViewport(this),
    onShow: (feed) => {
      this.#event = new FeedLoadEvent(feed);
      this.#warnOfDropped(feed);
    },
    onFail: (error) => {
      this.#event = new FeedErrorEvent(error);
    },
  });

  constructor() {
    super();
    new ReflectState(this);
    new ItemClicks(this);
    new ItemViews(this);
    new Refresh(this);
  }

  /** What of the feed is shown; undefined for nothing. Throws a FeedError when what was asked for is not there. */
  protected abstract select(feed: Feed): Selection | undefined;
  protected abstract renderSelection(selection: Selection, feed: Feed): unknown;
  /** The address to ask, from what `src` says: a place to fill in what a template leaves open. */
  protected resolveSrc(src: string): string {
    return src;
  }
  /** Loads what {@link resolveSrc} has made of `src`: a place to load more than one address. */
  protected loadSrc(address: string, options: LoadOptions): Promise<Feed> {
    return loadFeed(address, options);
  }
  /** What else must be there before the first selection. */
  protected prepare?(signal: AbortSignal): Promise<unknown>;
  /** The heading where the page gives none. */
  protected defaultHeading?(selection: Selection, feed: Feed): string;
  /** Beside the heading, at the end of its line. */
  protected renderAside?(selection: Selection, feed: Feed): unknown;
  /** The shape of what is coming, while there is neither content nor a fallback. */
  protected abstract renderSkeleton(): unknown;

  get state(): FeedState {
    const {shown, failure, isLoading} = this.#loader;
    if (!shown) return failure ? 'error' : isLoading ? 'loading' : 'idle';
    if (this.#missing) return 'error';
    return failure ? 'stale' : this.#selection ? 'ready' : 'empty';
  }

  /** Resolves when the feed that is now asked for is shown, or has failed (then with undefined). Never rejects. */
  get feedComplete(): Promise<Feed | undefined> {
    return this.updateComplete
      .then(() => this.#loader.complete())
      .then(() => this.updateComplete)
      .then(() => (this.state === 'error' ? undefined : this.feed));
  }

  /** Asks the server again, whatever is in memory, and shows at once what it answers. */
  reload(): Promise<void> {
    return this.#loader.reload(0);
  }

  /**
   * Loads again when the feed is older than so many milliseconds (default: the limits' `maxAge`), or has failed. What is
   * new waits until the reader asks for it, unless the element is below what the reader sees.
   */
  refreshIfOlder(age?: number): void {
    this.#loader.refreshIfOlder(age);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  /** Out of the document nothing is loaded and nothing rendered. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  /** The items now on show, in order. */
  get shownItems(): readonly Item[] {
    return this.#selection?.items ?? [];
  }

  async #load(source: Source, maxAge: number | undefined, signal: AbortSignal): Promise<Feed> {
    const {format, crossOrigin, referrerPolicy} = this;
    const [feed] = await Promise.all([
      'feed' in source
        ? toFeed(source.feed, {format, url: this.baseURI})
        : this.loadSrc(this.resolveSrc(source.src), {format, crossOrigin, referrerPolicy, maxAge, signal}),
      this.prepare?.(signal),
    ]);
    await loadLocale(this.languageFor(feed));
    return feed;
  }

  protected override willUpdate(): void {
    this.#selection = undefined;
    const before = this.#missing;
    this.#missing = undefined;
    try {
      this.#selection = this.feed && this.select(this.feed);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      this.#missing = error;
      if (error.message !== before?.message) this.#event = new FeedErrorEvent(error);
    }
  }

  protected override render(): TemplateResult {
    return html`<div part="base">${this.#renderContent()}</div>`;
  }

  #renderContent(): unknown {
    const feed = this.feed;
    if (this.#selection && feed)
      return html`${this.#renderNew(feed)}${this.renderHeading(this.#selection, feed)}${this.renderSelection(this.#selection, feed)}`;
    const {state} = this;
    const fallback = html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
    if (state === 'empty') return html`<slot name="empty">${fallback}</slot>`;
    if (state === 'error')
      return html`<slot name="error">${fallback}</slot
        >${this.debug ? html`<p part="error">${(this.#missing ?? this.#loader.failure)?.message}</p>` : nothing}`;
    const skeleton = this.#loader.source
      ? html`<div class="skeleton" ?data-covered=${hasFallback(this)} aria-hidden="true">${this.renderSkeleton()}</div>`
      : nothing;
    return html`<div class="waiting">
      <div>${fallback}</div>
      ${skeleton}
    </div>`;
  }

  #renderNew(shown: Feed): TemplateResult {
    const {held} = this.#loader;
    return newItems({
      items: held ? this.#selectHeld(held.feed) : [],
      shown,
      locale: this.locale,
      language: this.language,
      onShow: () => {
        if (held) this.#loader.show(held);
        void this.updateComplete.then(() => focusItem(this.renderRoot));
      },
    });
  }

  #selectHeld(feed: Feed): readonly Item[] {
    try {
      return this.select(feed)?.items ?? [];
    } catch {
      return [];
    }
  }

  /** The box's heading in a line of its own. An element whose heading stands elsewhere renders nothing here. */
  protected renderHeading(selection: Selection, feed: Feed): unknown {
    const text = this.heading ?? this.defaultHeading?.(selection, feed);
    const aside = this.renderAside?.(selection, feed);
    return text
      ? html`<div class="rule">
          <slot name="heading">${heading(this.headingLevel, 'heading', text)}</slot>${aside ?? nothing}
        </div>`
      : html`<slot name="heading"></slot>`;
  }

  protected override updated(): void {
    if (!this.#loader.source && !this.#event && !this.#warned)
      this.warn('It has no src: give it the address of a feed.');
    this.#report();
  }

  /** A listener's own error is the page's: dispatching an event never throws here. */
  #report(): void {
    const event = this.#event;
    this.#event = undefined;
    if (event && this.dispatchEvent(event) && event instanceof FeedErrorEvent) this.warn(event.error.message);
  }

  /** Once a feed, however many elements show it. */
  #warnOfDropped(feed: Feed): void {
    if (feed.dropped && !toldOfDropped.has(feed))
      this.warn(`${feed.dropped} items of the feed are left out: they have no id, or are no items at all.`);
    toldOfDropped.add(feed);
  }

  #warned = false;

  /** A sentence for the builder: what is wrong, and what to do. */
  protected warn(sentence: string): void {
    this.#warned = true;
    console.warn(`<${this.localName}>: ${sentence}`, this);
  }
}
