/** Limits of loading; times in milliseconds. Change them with {@link configure}. */
export interface LoadLimits {
  /** Requests made in all before giving up. Default 3. */
  tries: number;
  /** One try, from its start to the last byte of the body. Default 10,000. */
  timeout: number;
  /** The longest silence within a body. Default 5,000. */
  stall: number;
  /** Decoded bytes. Default 10 MiB. */
  maxBytes: number;
  /** Before try n the wait is a random part of `backoff` · 2ⁿ⁻², at most `maxBackoff`. Defaults 500 and 8,000. */
  backoff: number;
  maxBackoff: number;
  /** A server that asks for a longer pause (`Retry-After`) is not asked again. Default 60,000. */
  maxRetryAfter: number;
  /** How long the first of several feeds waits for the others. Default 5,000. */
  patience: number;
  /** Pages of a feed that are loaded for one list, the first included. Default 5. */
  maxPages: number;
  /** How long a feed in memory serves further elements and counts as fresh. Default 300,000. */
  maxAge: number;
  /** The shortest time between two reloads, whatever `refresh` says. Default 5,000. */
  minRefresh: number;
  /** Back online, a page waits a random part of this, since all pages of a network come back at once. Default 2,000. */
  onlineDelay: number;
}

export const limits: LoadLimits = {
  tries: 3,
  timeout: 10_000,
  stall: 5_000,
  maxBytes: 10 * 2 ** 20,
  backoff: 500,
  maxBackoff: 8_000,
  maxRetryAfter: 60_000,
  patience: 5_000,
  maxPages: 5,
  maxAge: 300_000,
  minRefresh: 5_000,
  onlineDelay: 2_000,
};

/** Overrides limits of loading for the whole page. */
export function configure(overrides: Partial<LoadLimits>): void {
  Object.assign(limits, overrides);
}
