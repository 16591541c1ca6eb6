/** One address: one request however many want it, and the last good copy in memory. */
import {FeedError} from './feed-error.js';
import type {Feed} from './feed.js';
import {limits} from './limits.js';
import {parseFeed} from './parse.js';
import {request, type Answer, type RequestOptions} from './request.js';
import {retry} from './retry.js';

export interface PageOptions {
  signal?: AbortSignal | undefined;
  /** Forces a format by its name. */
  format?: string | undefined;
  /** `use-credentials` sends cookies; everything else does not. */
  crossOrigin?: string | undefined;
  /** Default `strict-origin-when-cross-origin`. */
  referrerPolicy?: ReferrerPolicy | undefined;
  /**
   * Milliseconds: a copy in memory that is older is asked for again, past the HTTP cache's word (`cache: 'no-cache'`);
   * 0 always asks. An unchanged body gives the same Feed object. Default `maxAge` of the limits, within the HTTP cache.
   */
  maxAge?: number | undefined;
}

interface SharedRequest {
  feed: Promise<Feed>;
  controller: AbortController;
  users: number;
}

interface Copy {
  body: string;
  feed: Feed;
}

/** A page may have put fields of these names on `Object.prototype`. */
export function ownOf<Options extends object>(options: Options): Options {
  return Object.assign(Object.create(null) as object, options);
}

const requests = new Map<string, SharedRequest>();
const copies = new Map<string, Copy>();
const loadTimes = new WeakMap<Feed, number>();
const MAX_COPIES = 20;

/**
 * Loads what is at one address. Calls for the same one share a request; the last one to abort its signal ends it.
 *
 * @throws {FeedError} with what is wrong and what to do; the signal's reason when it is aborted
 */
export async function loadPage(url: string, options: PageOptions = {}): Promise<Feed> {
  const {signal, format, maxAge} = ownOf(options);
  signal?.throwIfAborted();
  const address = resolve(url);
  if (!address)
    throw new FeedError(
      'network',
      `“${url}” is not an address that a feed can have. It must begin with https:// or be relative to the page.`,
      {url},
    );
  const request = requestFor(address, options);
  const key = keyOf(address, format, request);
  const copy = copies.get(key);
  if (copy && feedAge(copy.feed) < (maxAge ?? limits.maxAge)) return copy.feed;

  const shared = requests.get(key) ?? start(key, address, format, request);
  shared.users++;
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(signal?.reason as Error);
      if (--shared.users === 0) release(key, shared);
    };
    const onEnd = () => signal?.removeEventListener('abort', onAbort);
    signal?.addEventListener('abort', onAbort);
    shared.feed.then(resolve, reject).finally(onEnd);
  });
}

/** What was last read from the address, however old. */
export function lastCopy(url: string, options: PageOptions): Feed | undefined {
  const address = resolve(url);
  return address ? copies.get(keyOf(address, ownOf(options).format, requestFor(address, options)))?.feed : undefined;
}

/** Milliseconds since the feed was loaded or found unchanged, by the monotonic clock: the wall clock may jump. */
export function feedAge(feed: Feed): number {
  return performance.now() - (loadTimes.get(feed) ?? -Infinity);
}

/** As old as the oldest of its parts. */
export function setAge(whole: Feed, parts: readonly Feed[]): void {
  loadTimes.set(whole, Math.min(...parts.map((part) => loadTimes.get(part) ?? -Infinity)));
}

function requestFor(address: string, options: PageOptions): RequestOptions {
  const {crossOrigin, referrerPolicy, maxAge} = ownOf(options);
  return {
    credentials: credentialsFor(address, crossOrigin),
    referrerPolicy: referrerPolicy || 'strict-origin-when-cross-origin',
    cache: maxAge === undefined ? 'default' : 'no-cache',
  };
}

/** Equal for what may share an answer. */
function keyOf(address: string, format: string | undefined, {credentials, referrerPolicy}: RequestOptions): string {
  return [address, format, credentials, referrerPolicy].join(' ');
}

/** Absolute, and without the fragment, which is no part of what is asked for; undefined for what no feed can be at. */
function resolve(url: string): string | undefined {
  // Not `document.baseURI`, which an image named so would replace.
  const base = typeof Text === 'undefined' ? undefined : new Text().baseURI;
  const address = URL.canParse(url, base) ? new URL(url, base) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  address.hash = '';
  return address.href;
}

/**
 * No cookie unless it is asked for. To another site `same-origin` sends none either, and matches what
 * `<link rel=preload as=fetch crossorigin>` has fetched.
 */
function credentialsFor(url: string, crossOrigin: string | undefined): RequestCredentials {
  if (crossOrigin === 'use-credentials') return 'include';
  return typeof origin !== 'undefined' && origin === new URL(url).origin ? 'omit' : 'same-origin';
}

function start(key: string, url: string, format: string | undefined, options: RequestOptions): SharedRequest {
  const controller = new AbortController();
  const feed = ask(key, url, format, options, controller);
  const shared: SharedRequest = {feed, controller, users: 0};
  requests.set(key, shared);
  const forget = () => requests.get(key) === shared && requests.delete(key);
  feed.then(forget, forget);
  return shared;
}

function release(key: string, shared: SharedRequest): void {
  if (requests.get(key) === shared) requests.delete(key);
  shared.controller.abort();
}

async function ask(
  key: string,
  url: string,
  format: string | undefined,
  options: RequestOptions,
  controller: AbortController,
): Promise<Feed> {
  // Heard on the window: what listens on the document could be replaced by an image named addEventListener.
  const onViolation = ({disposition, effectiveDirective, blockedURI}: SecurityPolicyViolationEvent) => {
    if (disposition === 'enforce' && effectiveDirective === 'connect-src' && blockedURI && url.startsWith(blockedURI))
      controller.abort(blocked(url));
  };
  const target: EventTarget | undefined = typeof window === 'undefined' ? undefined : window;
  target?.addEventListener('securitypolicyviolation', onViolation as EventListener);
  try {
    return await retry(async (attempt) => {
      // What failed once may lie in a cache as it failed.
      const cache = attempt > 1 ? 'reload' : options.cache;
      const answer = await request(url, {...options, cache}, controller.signal);
      return read(key, answer, format, attempt);
    }, controller.signal);
  } finally {
    target?.removeEventListener('securitypolicyviolation', onViolation as EventListener);
  }
}

/** The feed in an answer; the one in memory when nothing has changed. */
async function read(key: string, answer: Answer, format: string | undefined, attempt: number): Promise<Feed> {
  const {body, url} = answer;
  const known = copies.get(key);
  try {
    const feed = known?.body === body ? known.feed : await parseFeed(await shortBody(body), {...answer, format});
    // What was long to read is shown in a task of its own.
    if (body.length >= LONG) await nextTask();
    copies.delete(key);
    copies.set(key, {body, feed});
    loadTimes.set(feed, performance.now());
    if (copies.size > MAX_COPIES) copies.delete([...copies.keys()][0] ?? '');
    return feed;
  } catch (cause) {
    const error =
      cause instanceof FeedError
        ? cause
        : new FeedError('parse', `${url} cannot be read. ${String(cause)}`, {url, cause});
    // What was cut off on its way is worth one more try.
    error.isTransient &&= attempt === 1;
    throw error;
  }
}

/** Characters from which on a body is read in more than one step, so that the page can go on in between. */
const LONG = 2 ** 18;

async function shortBody(body: string): Promise<string> {
  if (body.length < LONG || !/^\s*[[{]/.test(body)) return body;
  const {shorten} = await import('./long-json.js');
  await nextTask();
  const short = await shorten(body, nextTask);
  await nextTask();
  return short;
}

function nextTask(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve));
}

function blocked(url: string): FeedError {
  return new FeedError(
    'blocked',
    `This page's Content-Security-Policy forbids ${url}. Add ${new URL(url).origin} to its connect-src.`,
    {url, attempts: 1},
  );
}
