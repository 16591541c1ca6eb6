/** One request for a feed's text, within the limits. What goes wrong with it is put into words elsewhere. */
import {decodeBody} from './decode.js';
import {FeedError} from './feed-error.js';
import {limits} from './limits.js';
import {nextTask} from './next-task.js';
import {isOnline} from './retry.js';

export interface RequestOptions {
  credentials: RequestCredentials;
  referrerPolicy: ReferrerPolicy;
  cache: RequestCache;
}

export interface Body {
  body: string;
  /** What has been made of it while it came: a Feed, or a JSON value. */
  value?: unknown;
}

export interface Answer extends Body {
  /** The address that answered, after redirects. */
  url: string;
  contentType: string;
}

/** A request that is on its way already. Once it has been taken, its controller is aborted. */
export interface EarlyRequest {
  /** Absolute, without a fragment. */
  url: string;
  controller: AbortController;
  response: Promise<Response>;
  /** Set where the page's Content-Security-Policy forbids it. */
  isBlocked?: boolean;
}

/** Reads a long body while it comes. */
export interface BodyReader {
  /** @param chunks all that has come. Resolves with true when that is enough */
  read(chunks: readonly Uint8Array[]): Promise<boolean>;
  /** The body, unless it has to be read in another way. */
  end(): Body | undefined;
}

/** A reader for a body, where there is one for what begins like this and it can be had. Never rejects. */
type OpenReader = (start: Uint8Array, url: string) => Promise<BodyReader | undefined>;

/** Bytes from which on a body is long. */
const LONG = 2 ** 16;

/**
 * Asks once. The deadline covers the body; so does the stall timer.
 *
 * @param early what has been asked for already, in the same way
 * @param openReader for a long body. Where it gives none, the body is read when it is whole, as a short one is
 * @throws {FeedError} without a message; the signal's reason when it is aborted
 */
export async function request(
  url: string,
  options: RequestOptions,
  signal: AbortSignal,
  openReader?: OpenReader,
  early?: EarlyRequest,
): Promise<Answer> {
  if (!isOnline()) throw new FeedError('network', '', {url, isTransient: true});
  const attempt = early?.controller ?? new AbortController();
  const onLate = () => {
    attempt.abort(new FeedError('timeout', '', {url, isTransient: true}));
  };
  const onAbort = () => {
    attempt.abort(signal.reason);
  };
  const deadline = setTimeout(onLate, limits.timeout);
  signal.addEventListener('abort', onAbort);
  try {
    // Fields that a page has put on Object.prototype would be taken for ours, were it the prototype here.
    const init: RequestInit = Object.assign(Object.create(null) as object, options, {signal: attempt.signal});
    const response = await (early?.response ?? fetch(url, init));
    checkAnswer(response, url);
    const contentType = response.headers.get('content-type') ?? '';
    return {
      ...(await readBody(response, url, contentType, onLate, openReader)),
      url: response.url || url,
      contentType,
    };
  } catch (error) {
    // Told by the signal: browsers name a timeout differently.
    attempt.signal.throwIfAborted();
    throw error instanceof FeedError ? error : new FeedError('network', '', {url, cause: error, isTransient: true});
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', onAbort);
    // What has not been read to its end (an error's page, a body that is too large) need not come.
    attempt.abort();
  }
}

/** The server's own troubles, and too slow, too early, too many. What it has not learnt (501) it will not know in a moment. */
function isTransient(status: number): boolean {
  return (status >= 500 && status !== 501) || [408, 425, 429].includes(status);
}

function checkAnswer(response: Response, url: string): void {
  const {ok, status} = response;
  if (url.startsWith('https:') && response.url.startsWith('http:')) throw new FeedError('blocked', '', {url, status});
  if (!ok)
    throw new FeedError('http', '', {
      url,
      status,
      isTransient: isTransient(status),
      retryAfter: retryAfter(response.headers),
    });
  if (status === 204) throw new FeedError('format', '', {url, status});
}

/**
 * RFC 9110 §10.2.3: seconds or a date, which is measured by the server's own clock where that can be read: the reader's
 * may be years off. Across origins neither can be read unless the server exposes it.
 */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : /GMT$/.test(value) ? Date.parse(value) - now : NaN;
  return wait > 0 ? wait : undefined;
}

async function readBody(
  response: Response,
  url: string,
  contentType: string,
  onStall: () => void,
  openReader: OpenReader | undefined,
): Promise<Body> {
  const stream = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let reader: ReturnType<OpenReader> | undefined;
  for (;;) {
    const stalled = setTimeout(onStall, limits.stall);
    const chunk = await stream?.read().finally(() => {
      clearTimeout(stalled);
    });
    if (!chunk || chunk.done) break;
    chunks.push(chunk.value);
    size += chunk.value.length;
    if (size > limits.maxBytes) throw new FeedError('too-large', '', {url});
    if (size > LONG && (await (await (reader ??= openReader?.(chunks[0] ?? chunk.value, response.url)))?.read(chunks)))
      break;
  }
  const ended = (await reader)?.end();
  if (ended) return ended;
  // What has come before the script that asks for it would lengthen that script's task.
  await nextTask();
  return {body: await decodeBody(join(chunks, size), contentType)};
}

/** Not by a Blob, which is made in another process. */
function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
