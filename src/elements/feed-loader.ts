import {initialState, Task, TaskStatus} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {FeedError} from '../feed/feed-error.js';
import type {Feed} from '../feed/feed.js';
import {feedAge, limits} from '../feed/load.js';

/** Where an element's feed comes from: whichever of `src` and `feed` was set last. */
export type Source = {src: string} | {feed: unknown};

interface Loaded {
  feed: Feed;
  source: Source;
}

interface LoaderOptions {
  /** False while loading may wait (unless it is forced), or nothing may be asked at all. */
  mayLoad(isForced: boolean): boolean;
  /** What the source's `src` stands for now: when that changes, it is loaded. */
  address(): string;
  load(source: Source, maxAge: number | undefined, signal: AbortSignal): Promise<Feed>;
  /** Whether what a refresh brings must wait, since a reader may be reading what it would replace. */
  mustWait(feed: Feed): boolean;
  /** Whether a partial feed has all that is to be shown. */
  isEnough(feed: Feed): boolean;
  /** Another feed is shown, or the same one again after a failure. */
  onShow(feed: Feed): void;
  onFail(error: FeedError): void;
}

/** What a reload is asked for with. */
interface Reload {
  maxAge: number | undefined;
  isRefresh: boolean;
}

/** Of a first load. Both are named, since a page may have put fields of these names on `Object.prototype`. */
const FIRST: Reload = {maxAge: undefined, isRefresh: false};

/** From a source to the feed that an element shows. A failure leaves the last good feed of the same source on show. */
export class FeedLoader implements ReactiveController {
  shown: Loaded | undefined;
  /** What a refresh has brought and the reader has not asked for yet. */
  held: Loaded | undefined;
  failure: FeedError | undefined;
  #failedAt = 0;
  #source: Source | undefined;
  #isForced = false;
  #isAborted = false;
  #reload = FIRST;
  readonly #task: Task<[Source | undefined, boolean, string], Loaded & Pick<Reload, 'isRefresh'>>;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly options: LoaderOptions,
  ) {
    host.addController(this);
    this.#task = new Task(host, {
      args: () => [this.#source, options.mayLoad(this.#isForced), options.address()] as const,
      task: async ([source, mayLoad], {signal}) => {
        const {maxAge, isRefresh} = this.#reload;
        this.#reload = FIRST;
        return source && mayLoad ? {feed: await options.load(source, maxAge, signal), source, isRefresh} : initialState;
      },
      onComplete: ({isRefresh, ...loaded}) => {
        if (!isRefresh || !options.mustWait(loaded.feed)) this.show(loaded);
        else {
          this.failure = undefined;
          this.held = loaded;
        }
      },
      onError: (error) => {
        if (!this.#isAborted) this.#fail(error);
      },
    });
  }

  get source(): Source | undefined {
    return this.#source;
  }

  set source(source: Source | undefined) {
    this.#source = source;
    this.#isForced = false;
    this.failure = this.held = undefined;
    if (!source) this.shown = undefined;
    this.host.requestUpdate();
  }

  /** Loads what is asked for, where no update of the host does. */
  start(): void {
    this.#task.hostUpdate();
  }

  get isLoading(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** Resolves when loading has ended, well or not. */
  async complete(): Promise<void> {
    await this.#task.taskComplete.catch(() => undefined);
  }

  hostConnected(): void {
    // Taken out mid-load and put back: what was aborted starts anew.
    if (this.#isAborted) void this.#task.run();
    this.#isAborted = false;
  }

  /** Whether the feed on show lacks what is now asked for, and more of it can be had. */
  get isShort(): boolean {
    const {source, feed} = this.shown ?? {};
    return Boolean(feed?.isPartial && source && 'src' in source && !this.options.isEnough(feed));
  }

  hostUpdated(): void {
    if (!this.isLoading && !this.failure && this.shown?.source === this.#source && this.isShort) void this.#task.run();
  }

  hostDisconnected(): void {
    // A move in the document disconnects and connects in one task, and costs no request.
    queueMicrotask(() => {
      if (this.host.isConnected || !this.isLoading) return;
      this.#isAborted = true;
      this.#task.abort();
    });
  }

  /** Asks again what is older than so many milliseconds. */
  async reload(maxAge: number, isRefresh = false): Promise<void> {
    this.#isForced = true;
    this.#reload = {maxAge, isRefresh};
    await this.#task.run();
  }

  /** As {@link reload}, when it is due; a reader is not disturbed by what it brings. */
  refreshIfOlder(age = limits.maxAge): void {
    const {failure} = this;
    const feed = (this.held ?? this.shown)?.feed;
    const isDue = failure
      ? (failure.retryAfter ?? 0) <= limits.maxRetryAfter
      : feed && !feed.expired && feedAge(feed) > age;
    if (!isDue || this.isLoading || !this.#source || !('src' in this.#source)) return;
    // After a failure only what has been loaded since then will do.
    void this.reload(failure ? performance.now() - this.#failedAt : age, true);
  }

  show(loaded: Loaded): void {
    const {shown, failure} = this;
    this.shown = loaded;
    this.failure = this.held = undefined;
    if (failure || shown?.feed !== loaded.feed || shown.source !== loaded.source) this.options.onShow(loaded.feed);
    this.host.requestUpdate();
  }

  #fail(cause: unknown): void {
    const error =
      cause instanceof FeedError
        ? cause
        : new FeedError('network', `Something that it needs cannot be loaded. ${String(cause)}`, {cause});
    this.failure = error;
    this.#failedAt = performance.now();
    if (this.shown?.source !== this.#source) this.shown = this.held = undefined;
    this.options.onFail(error);
  }
}
