/** The feeds that pages name, each loaded once however often it is named. */
import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {DOMParser} from '@xmldom/xmldom';
import {FeedError} from '../feed/feed-error.js';
import type {Feed} from '../feed/feed.js';
import {loadFeed} from '../feed/load.js';
import {parseFeed} from '../feed/parse.js';
import {wholeOfFeeds} from '../feed/parts.js';
import {JobError} from './job-error.js';

/** Requests and files at a time. */
const AT_ONCE = 6;

interface Address {
  /** `http(s)`, or the path of a file. */
  target: string;
  isUrl: boolean;
}

interface FeedsOptions {
  /** The site's root, for addresses that begin with `/`: an `http(s)` address, or a folder. */
  base: string | undefined;
  /** Told of each feed that has been read. */
  onLoad: (target: string) => void;
}

export class PageFeeds {
  readonly #feeds = new Map<string, Promise<Feed>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(private readonly options: FeedsOptions) {}

  get count(): number {
    return this.#feeds.size;
  }

  /**
   * The feed that a `src` means: an address, or several, separated by spaces.
   *
   * @param page the path of the page
   * @throws {JobError} in words for the builder
   */
  async load(
    src: string,
    {page, baseHref, format}: {page: string; baseHref?: string | undefined; format?: string | undefined},
  ): Promise<Feed> {
    const addresses = [...new Set(src.trim().split(/\s+/))].map((one) => this.#resolve(one, page, baseHref));
    const feeds = await Promise.all(addresses.map((address) => this.#loadOnce(address, format)));
    const [first] = feeds;
    return first && feeds.length === 1 ? first : wholeOfFeeds(feeds);
  }

  #resolve(src: string, page: string, baseHref: string | undefined): Address {
    const {base} = this.options;
    const address = baseHref && URL.canParse(src, new URL(baseHref, NOWHERE)) ? withBase(src, baseHref) : src;
    if (/^https?:\/\//i.test(address)) return {target: new URL(address).href, isUrl: true};
    if (address.startsWith('//')) return {target: new URL(`https:${address}`).href, isUrl: true};
    if (/^[a-z][a-z\d+.-]*:/i.test(address)) throw new JobError(`“${src}” is no address that a feed can have.`);
    if (!address.startsWith('/')) return {target: join(dirname(page), pathOf(address)), isUrl: false};
    if (!base)
      throw new JobError(
        `“${src}” begins at the site's root. Say where that is: --base https://example.com, or --base <folder>.`,
      );
    return isHttp(base)
      ? {target: new URL(address, base).href, isUrl: true}
      : {target: join(base, pathOf(address)), isUrl: false};
  }

  #loadOnce(address: Address, format: string | undefined): Promise<Feed> {
    const key = `${format ?? ''} ${address.target}`;
    const feed = this.#feeds.get(key) ?? this.#load(address, format);
    this.#feeds.set(key, feed);
    return feed;
  }

  async #load({target, isUrl}: Address, format: string | undefined): Promise<Feed> {
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
    try {
      const feed = await (isUrl ? loadFeed(target, {format, xmlParser}) : this.#read(target, format));
      this.options.onLoad(target);
      return feed;
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #read(path: string, format: string | undefined): Promise<Feed> {
    const {base} = this.options;
    const bytes = await readFile(path).catch((error: unknown) => {
      throw new JobError(`The feed ${path} cannot be read: ${String(error)}`);
    });
    try {
      return await parseFeed(bytes, {format, xmlParser, url: base && isHttp(base) ? base : undefined});
    } catch (error) {
      if (error instanceof FeedError) throw new JobError(`${path}: ${error.message}`);
      throw error;
    }
  }
}

export function isHttp(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

/** A host that is in no address. */
const NOWHERE = 'http://base.invalid/';

/** What `<base href>` makes of an address: another one, or a path from the site's root. */
function withBase(src: string, baseHref: string): string {
  const {origin, href} = new URL(src, new URL(baseHref, NOWHERE));
  return origin === new URL(NOWHERE).origin ? href.slice(origin.length) : href;
}

function pathOf(address: string): string {
  return decodeURIComponent(address.replace(/[?#].*/, ''));
}

/** Ours reads with what every DOM has, which is less than the type that browsers' have. */
function xmlParser(text: string): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new SyntaxError(message);
    },
  });
  return parser.parseFromString(text, 'text/xml') as unknown as Document;
}
