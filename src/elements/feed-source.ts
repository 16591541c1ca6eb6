import type {PropertyDeclarations, PropertyValues} from 'lit';
import type {Feed, Item} from '../feed/feed.js';
import {loadFeed, type LoadOptions} from '../feed/load.js';
import {nextTask} from '../feed/next-task.js';
import {isFeed, toFeed} from '../feed/parse.js';
import type {EarlyRequest} from '../feed/request.js';
import {loadLocale} from '../locales/index.js';
import {FeedAttributes} from './feed-attributes.js';
import {FeedLoader, type Source} from './feed-loader.js';
import {FeedReports} from './feed-reports.js';
import {isBelowViewport, NearViewport} from './near-viewport.js';
import {onServer} from './on-server.js';
import {pageRoot} from './page.js';
import type {FeedState} from './reflect-state.js';
import type {takeOver} from './server-rendered.js';

/** From `src`, or from `feed`, to the Feed that an element shows: when it is loaded, when again, and who is told. */
export abstract class FeedSource extends FeedAttributes {
  static override properties: PropertyDeclarations = {src: {}, feed: {attribute: false, hasChanged: () => true}};

  /** Address of the feed, resolved against the page's base URL; or several, separated by spaces, shown as one. */
  get src(): string | undefined {
    const {source} = this.loader;
    return source && 'src' in source ? source.src : undefined;
  }
  set src(src: string | null | undefined) {
    // A server is given both: the feed, and for the browser its address.
    if (onServer && this.loader.source) return;
    if (src !== this.src) this.loader.source = src?.trim() ? {src} : undefined;
  }

  /** The feed that is shown. Set it to a Feed, a feed's text or its JSON to show that instead of `src`. */
  get feed(): Feed | undefined {
    return this.loader.shown?.feed;
  }
  set feed(feed: unknown) {
    this.loader.source = feed ? {feed} : undefined;
  }

  abstract get state(): FeedState;
  /** The items now on show, in order. */
  abstract get shownItems(): readonly Item[];

  /** What the script tag has asked for before this element's code was there. @internal */
  declare earlyRequest?: EarlyRequest;

  protected readonly reports = new FeedReports(this);
  readonly #near = new NearViewport(this);
  protected readonly loader = new FeedLoader(this, {
    address: () => (this.src ? this.resolveSrc(this.src) : ''),
    mayLoad: (isForced) => this.mayLoad() && (isForced || this.loading !== 'lazy' || this.#near.isNear),
    load: (source, maxAge, signal) => this.#load(source, maxAge, signal),
    mustWait: (feed) => !isBelowViewport(this) && this.newIn(feed).length > 0,
    isEnough: (feed) => this.isEnough(feed),
    onShow: (feed) => this.reports.loaded(feed),
    onFail: (error) => this.reports.failed(error),
  });

  /** Brought along when it is needed: few pages are rendered on a server. */
  #takeOver: typeof takeOver | undefined;

  /** Whether all that is shown is what a server has rendered. It stays until its feed is here. */
  protected get isServerRendered(): boolean {
    return !this.hasUpdated && Boolean(this.shadowRoot?.firstChild);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.shadowRoot ?? super.createRenderRoot();
  }

  /** Out of the document nothing is loaded and nothing rendered. */
  protected override shouldUpdate(): boolean {
    if (!this.isConnected) return false;
    if (!this.isServerRendered || (this.feed && this.#takeOver)) return true;
    this.loader.start();
    this.reports.send(true);
    return false;
  }

  protected override willUpdate(): void {
    if (!onServer) return;
    // Nothing is waited for there.
    const {source} = this.loader;
    if (source && 'feed' in source && isFeed(source.feed)) this.loader.shown = {feed: source.feed, source};
  }

  protected override update(changed: PropertyValues): void {
    const update = () => super.update(changed);
    if (this.isServerRendered) this.#takeOver?.(this, this.render(), () => super.createRenderRoot(), update);
    else update();
  }

  /** The address to ask, from what `src` says: a place to fill in what a template leaves open. */
  protected resolveSrc(src: string): string {
    return src;
  }
  /** Loads what {@link resolveSrc} has made of `src`: a place to ask for something else. */
  protected loadSrc(address: string, options: LoadOptions): Promise<Feed> {
    return loadFeed(address, options);
  }
  /** False while the feed's host must not be asked. */
  protected mayLoad(): boolean {
    return true;
  }
  /** What else must be there before the first selection, loaded beside the feed. */
  protected prepare?(signal: AbortSignal): Promise<unknown>;
  /** What must be done with a feed before it is selected from. */
  protected prepareFeed?(feed: Feed): Promise<unknown>;
  /** What would be shown of a feed; undefined when it lacks what was asked for. */
  protected abstract itemsOf(feed: Feed): readonly Item[] | undefined;

  /** Resolves when the feed that is now asked for is shown, or has failed (then with undefined). Never rejects. */
  get feedComplete(): Promise<Feed | undefined> {
    return this.updateComplete
      .then(() => this.loader.complete())
      .then(() => this.updateComplete)
      .then(() => (this.state === 'error' ? undefined : this.feed));
  }

  /** Asks the server again, whatever is in memory, and shows at once what it answers. */
  reload(): Promise<void> {
    return this.loader.reload(0);
  }

  /**
   * Loads again when the feed is older than so many milliseconds (default: the limits' `maxAge`), or has failed. What is
   * new waits until the reader asks for it, unless the element is below what the reader sees.
   */
  refreshIfOlder(age?: number): void {
    this.loader.refreshIfOlder(age);
  }

  async #load(source: Source, maxAge: number | undefined, signal: AbortSignal): Promise<Feed> {
    const {format, crossOrigin, referrerPolicy} = this;
    const [feed] = await Promise.all([
      'feed' in source
        ? toFeed(source.feed, {format, url: this.baseURI})
        : this.loadSrc(this.resolveSrc(source.src), {
            format,
            crossOrigin,
            referrerPolicy,
            maxAge,
            earlyRequest: this.earlyRequest,
            signal,
            isEnough: (feed) => this.isEnough(feed) && !(feed.isPartial && this.#isAwaited(source.src)),
            onFailure: ({message}) => this.reports.warnOnce(message),
          }),
      this.prepare?.(signal),
      // Mostly the reader's is the one; what a feed asks for besides comes after it.
      loadLocale(this.language),
      this.isServerRendered && import('./server-rendered.js').then((module) => (this.#takeOver = module.takeOver)),
    ]);
    await Promise.all([loadLocale(this.languageFor(feed)), this.prepareFeed?.(feed)]);
    // What a feed brings is rendered in a task of its own, also where many elements have waited for it.
    await nextTask();
    return feed;
  }

  /**
   * Whether a feed so far, some of its pages or the beginning of one (`isPartial`), fills the element: what is asked for is
   * there, and as many items as `limit` says.
   */
  protected isEnough(feed: Feed): boolean {
    const items = this.itemsOf(feed);
    return items !== undefined && !(items.length < (this.limit ?? 0));
  }

  /** What a feed would show that is not in the one on show. Nothing else waits for the reader: corrections do not. */
  protected newIn(feed: Feed): readonly Item[] {
    const known = new Set(this.feed?.items.map(({id}) => id));
    return this.shownItems.length ? (this.itemsOf(feed) ?? []).filter(({id}) => !known.has(id)) : [];
  }

  /** Whether an element whose code is still to come has the same address: it may want more, and shares the download. */
  #isAwaited(src: string): boolean {
    return pageRoot().querySelector(`:not(:defined)[src="${CSS.escape(src)}"]`) !== null;
  }

  protected override updated(): void {
    this.reports.send(Boolean(this.loader.source));
  }

  /** A sentence for the builder: what is wrong, and what to do. */
  protected warn(sentence: string): void {
    this.reports.warn(sentence);
  }
}
