/** A long JSON feed, read while it comes: a few milliseconds at a time, and only as far as anybody wants it. */
import {inOrder, type Feed} from './feed.js';
import {JsonItems} from './json-items.js';
import type {Copy} from './load-page.js';
import {nextTask} from './next-task.js';
import {toFeed, type ParseOptions} from './parse.js';
import type {Body, BodyReader} from './request.js';

/** How long the main thread is held at a time, in milliseconds. */
const SLICE = 8;

/** How many items are there when it is looked whether they are enough: so many, then twice as many each time. */
const FIRST_LOOK = 8;
/** What is further down costs more to look for than to read. */
const LAST_LOOK = 256;

/** Formats whose items say all that there is, and those that say something of the feed beside them. */
const WITHOUT_HEAD = /^(?:wordpress|mastodon)$/;
const WITH_HEAD = /^(?:json-feed|instagram|behold)$/;

export class LongJson implements BodyReader {
  #body = '';
  #value: unknown;
  /** Chunks that have been read. */
  #count = 0;
  /** Whether the copy in memory begins with all that has come. */
  #isKnown: boolean;
  /** Whether it is to be read whole, and told what is wrong with it. */
  #hasFailed = false;
  #nextLook = FIRST_LOOK;
  #sliceEnd = 0;
  readonly #decoder = new TextDecoder('utf-8', {fatal: true});
  readonly #items = new JsonItems();

  /** @param isEnough whether a partial feed is all that is wanted */
  constructor(
    private readonly known: Copy | undefined,
    private readonly options: ParseOptions,
    private readonly isEnough: (feed: Feed) => boolean,
  ) {
    this.#isKnown = known !== undefined;
  }

  async read(chunks: readonly Uint8Array[]): Promise<boolean> {
    try {
      for (; !this.#hasFailed && this.#count < chunks.length; this.#count++) {
        const text = this.#decoder.decode(chunks[this.#count], {stream: true});
        // As in `decodeBody`: it is in another charset.
        this.#hasFailed = /[\0\x1b]/.test(text);
        if (await this.#readText(text)) return true;
      }
    } catch {
      this.#hasFailed = true;
    }
    return false;
  }

  end(): Body | undefined {
    const body = this.#body;
    if (this.#value) return {body, value: this.#value};
    try {
      // Throws when the last letter is cut off.
      this.#decoder.decode();
      if (this.#hasFailed) return undefined;
      return this.#isKnown ? {body} : {body, value: this.#items.whole()};
    } catch {
      return undefined;
    }
  }

  async #readText(text: string): Promise<boolean> {
    const {known} = this;
    const start = this.#body.length;
    this.#body += text;
    if (!known || !this.#isKnown) return this.#readItems(text);
    const left = known.body.length - start;
    const isSame = known.body.startsWith(text.slice(0, left), start);
    if (isSame && text.length >= left && known.feed.isPartial && this.isEnough(known.feed)) {
      this.#body = known.body;
      this.#value = known.feed;
      return true;
    }
    this.#isKnown = isSame && text.length <= left;
    return !this.#isKnown && this.#readItems(this.#body);
  }

  async #readItems(text: string): Promise<boolean> {
    await this.#pause();
    for (const {length} of this.#items.read(text)) {
      if (length === this.#nextLook && length <= LAST_LOOK && (await this.#hasEnough())) return true;
      await this.#pause();
    }
    return false;
  }

  async #pause(): Promise<void> {
    if (performance.now() < this.#sliceEnd) return;
    await nextTask();
    this.#sliceEnd = performance.now() + SLICE;
  }

  async #hasEnough(): Promise<boolean> {
    this.#nextLook *= 2;
    const beginning = await toFeed(this.#items.soFar(), this.options).catch(() => undefined);
    if (!beginning || !mayEnd(beginning)) {
      this.#nextLook = Infinity;
      return false;
    }
    const feed = {...beginning, isPartial: true};
    if (!this.isEnough(feed)) return false;
    this.#value = feed;
    return true;
  }
}

/**
 * Whether what follows will be older items and no more: so far they are newest first, and the feed has said who it is
 * before them. Of 44 real JSON Feeds, those that have a title and a home page above their items say nothing below them
 * but `feed_url`, for which the address asked stands in.
 */
function mayEnd({format, title, homePageUrl, items}: Feed): boolean {
  const hasHead = WITHOUT_HEAD.test(format) || (WITH_HEAD.test(format) && title && homePageUrl);
  return Boolean(hasHead) && items.length > 0 && inOrder.has(items);
}
