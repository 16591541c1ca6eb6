/**
 * - `network`: no answer (server down, wrong host, offline, or an answer that may not be read across origins)
 * - `timeout`: too slow
 * - `http`: an answer with an error status
 * - `too-large`: more bytes than the limit
 * - `format`: an answer, but not a feed
 * - `parse`: a feed that is broken
 * - `no-item`: the feed does not have the item that was asked for
 * - `blocked`: the page's own Content-Security-Policy forbids the request, or it leads from https to http
 */
export type FeedErrorCode = 'network' | 'timeout' | 'http' | 'too-large' | 'format' | 'parse' | 'no-item' | 'blocked';

export interface FeedErrorDetails {
  url?: string | undefined;
  /** HTTP status, for `http`. */
  status?: number | undefined;
  /** How many requests were made. */
  attempts?: number | undefined;
  /** Milliseconds that the server asked to wait (`Retry-After`). */
  retryAfter?: number | undefined;
  /** Whether the same request may succeed in a moment. */
  isTransient?: boolean | undefined;
  cause?: unknown;
}

/** Why a feed cannot be shown. `message` is one sentence or two for the builder: what is wrong, and what to do. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly url: string | undefined;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  attempts: number;
  isTransient: boolean;

  constructor(
    readonly code: FeedErrorCode,
    message: string,
    {url, status, attempts = 0, retryAfter, isTransient = false, cause}: FeedErrorDetails = {},
  ) {
    super(message, {cause});
    this.url = url;
    this.status = status;
    this.retryAfter = retryAfter;
    this.attempts = attempts;
    this.isTransient = isTransient;
  }
}
