/** One address: one request however many want it, and the last good copy in memory. */
import {FeedError} from './feed-error.js';
import type {Feed} from './feed.js';
import {limits} from './limits.js';
import {nextTask, pause} from './next-task.js';
import {toFeed, type ParseOptions} from './parse.js';
import {request, type Answer, type EarlyRequest, type RequestOptions} from './request.js';
import {retry} from './retry.js';

export interface PageOptions {
  signal?: AbortSignal | undefined;
  /** Forces a format by its name. */
  format?: string | undefined;
  /** As for {@link parseFeed}: where there is no `DOMParser`, as in Node. */
  xmlParser?: ParseOptions['xmlParser'];
  /** `use-credentials` sends cookies; everything else does not. */
  crossOrigin?: string | undefined;
  /** Default `strict-origin-when-cross-origin`. */
  referrerPolicy?: ReferrerPolicy | undefined;
  /**
   * Milliseconds: a copy in memory that is older is asked for again, past the HTTP cache's word (`cache: 'no-cache'`);
   * 0 always asks. An unchanged body gives the same Feed object. Default `maxAge` of the limits, within the HTTP cache.
   */
  maxAge?: number | undefined;
  /** For the same address, made in the default way. It is taken once. */
  earlyRequest?: EarlyRequest | undefined;
}

/** What is asked, and how the answer is read. */
interface Question {
  /** Equal for what may share an answer. */
  key: string;
  /** Absolute. */
  url: string;
  request: RequestOptions;
  parsing: ParseOptions;
  earlyRequest?: EarlyRequest | undefined;
}

interface SharedRequest {
  feed: Promise<Feed>;
  controller: AbortController;
  users: Set<User>;
  /** From now on, who asks the same asks anew. */
  forget: () => void;
}

/** One who waits for a feed. */
interface User {
  isEnough?: ((feed: Feed) => boolean) | undefined;
}

export interface Copy {
  /** Of a partial feed, its beginning. */
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
 * @param isEnough whether a partial feed will do. Default: only the whole will
 * @throws {FeedError} with what is wrong and what to do; the signal's reason when it is aborted
 */
export async function loadPage(url: string, options: PageOptions = {}, isEnough?: User['isEnough']): Promise<Feed> {
  const {signal, maxAge = limits.maxAge} = ownOf(options);
  signal?.throwIfAborted();
  const question = questionOf(url, options);
  if (!question) throw await inWords(new FeedError('network', '', {url}));
  const {key} = question;
  const user: User = {isEnough};
  const copy = copies.get(key)?.feed;
  if (copy && feedAge(copy) < maxAge && suits(copy, [user])) return copy;

  const shared = requests.get(key) ?? start(question);
  shared.users.add(user);
  const feed = await new Promise<Feed>((resolve, reject) => {
    const onAbort = () => {
      reject(signal?.reason as Error);
      shared.users.delete(user);
      if (shared.users.size) return;
      shared.forget();
      shared.controller.abort();
    };
    const onEnd = () => signal?.removeEventListener('abort', onAbort);
    signal?.addEventListener('abort', onAbort);
    shared.feed.then(resolve, reject).finally(onEnd);
  });
  // Those who came when a shared download had just been ended may want more of it.
  return suits(feed, [user]) ? feed : loadPage(url, options, isEnough);
}

/** Whether a feed is whole, or enough for each. */
function suits(feed: Feed, users: Iterable<User>): boolean {
  return !feed.isPartial || [...users].every(({isEnough}) => isEnough?.(feed));
}

/** What was last read from the address, however old. */
export function lastCopy(url: string, options: PageOptions): Feed | undefined {
  return copies.get(questionOf(url, options)?.key ?? '')?.feed;
}

/** Milliseconds since the feed was loaded or found unchanged, by the monotonic clock: the wall clock may jump. */
export function feedAge(feed: Feed): number {
  return performance.now() - (loadTimes.get(feed) ?? -Infinity);
}

/** As old as the oldest of its parts. */
export function setAge(whole: Feed, parts: readonly Feed[]): void {
  loadTimes.set(whole, Math.min(...parts.map((part) => loadTimes.get(part) ?? -Infinity)));
}

const POLICY = /^(no-referrer(-when-downgrade)?|(strict-)?origin(-when-cross-origin)?|same-origin|unsafe-url)$/;

/** Undefined for what no feed can be at. */
function questionOf(address: string, options: PageOptions): Question | undefined {
  const {format, xmlParser, crossOrigin, referrerPolicy: policy, maxAge, earlyRequest: early} = ownOf(options);
  const url = resolve(address);
  if (!url) return undefined;
  const credentials = credentialsFor(url, crossOrigin);
  // Of a value that it does not know, fetch makes an error, and HTML the default.
  const referrerPolicy = policy && POLICY.test(policy) ? policy : 'strict-origin-when-cross-origin';
  const isOurs = maxAge === undefined && early?.url === url && !early.controller.signal.aborted;
  return {
    key: [url, format, credentials, referrerPolicy].join(' '),
    url,
    request: {credentials, referrerPolicy, cache: maxAge === undefined ? 'default' : 'no-cache'},
    parsing: {format, xmlParser},
    earlyRequest: isOurs ? early : undefined,
  };
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

function start(question: Question): SharedRequest {
  const {key} = question;
  const controller = new AbortController();
  const users = new Set<User>();
  const forget = () => {
    if (requests.get(key) === shared) requests.delete(key);
  };
  const feed = ask(question, controller, users).finally(forget);
  const shared: SharedRequest = {feed, controller, users, forget};
  requests.set(key, shared);
  return shared;
}

async function ask(
  {key, url, request: options, parsing, earlyRequest}: Question,
  controller: AbortController,
  users: ReadonlySet<User>,
): Promise<Feed> {
  const openReader = async (start: Uint8Array, url: string) =>
    /^\s*[[{]/.test(new TextDecoder().decode(start))
      ? import('./long-json.js').then(
          ({LongJson}) => new LongJson(copies.get(key), {...parsing, url}, (feed) => suits(feed, users)),
          () => undefined,
        )
      : undefined;
  const blocked = new FeedError('blocked', '', {url, attempts: 1});
  // Heard on the window: what listens on the document could be replaced by an image named addEventListener.
  const onViolation = ({disposition, effectiveDirective, blockedURI}: SecurityPolicyViolationEvent) => {
    if (disposition === 'enforce' && effectiveDirective === 'connect-src' && blockedURI && url.startsWith(blockedURI))
      controller.abort(blocked);
  };
  const target: EventTarget | undefined = typeof window === 'undefined' ? undefined : window;
  target?.addEventListener('securitypolicyviolation', onViolation as EventListener);
  try {
    if (earlyRequest?.isBlocked) throw blocked;
    return await retry(async (attempt) => {
      // What failed once may lie in a cache as it failed.
      const cache = attempt > 1 ? 'reload' : options.cache;
      const early = attempt > 1 ? undefined : earlyRequest;
      const answer = await request(url, {...options, cache}, controller.signal, openReader, early);
      return read(key, answer, parsing, attempt);
    }, controller.signal);
  } catch (error) {
    throw await inWords(error);
  } finally {
    target?.removeEventListener('securitypolicyviolation', onViolation as EventListener);
  }
}

/** The feed in an answer; the one in memory when nothing has changed. */
async function read(key: string, answer: Answer, parsing: ParseOptions, attempt: number): Promise<Feed> {
  const {body, value = body, url} = answer;
  const known = copies.get(key);
  try {
    const isSame = known?.body === body && !known.feed.isPartial;
    const feed = isSame ? known.feed : await toFeed(value, {...answer, ...parsing});
    // What was long to read is shown in a task of its own.
    if (value !== body) await nextTask();
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

/** How long a failure waits for its words, in milliseconds: what has kept the feed away may keep them away too. */
const WORDS = 2000;

/** A failure with its sentence. Where the words cannot be loaded, its code has to do. */
async function inWords(error: unknown): Promise<unknown> {
  if (error instanceof FeedError && !error.message) {
    error.message = `${error.url} cannot be loaded (${error.code}).`;
    const words = import('./load-failures.js').then(
      ({sentenceFor}) => (error.message = sentenceFor(error)),
      () => undefined,
    );
    await Promise.race([words, pause(WORDS)]);
  }
  return error;
}
