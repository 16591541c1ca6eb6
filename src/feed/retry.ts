import {FeedError} from './feed-error.js';
import {limits} from './limits.js';

/**
 * Tries until it succeeds, the tries are used up, or another one would be useless.
 *
 * @throws {FeedError} the last try's, with the number of requests made; the signal's reason when it is aborted
 */
export async function retry<Result>(
  tryOnce: (attempt: number) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const wasOnline = isOnline();
    try {
      return await tryOnce(attempt);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof FeedError)) throw error;
      error.attempts = wasOnline ? attempt : attempt - 1;
      const wait = attempt < limits.tries && isOnline() ? waitAfter(attempt, error) : Infinity;
      if (wait === Infinity) throw error;
      await backOff(wait, signal);
      signal.throwIfAborted();
    }
  }
}

/** Milliseconds before a further try: what the server asks, else full jitter; Infinity when a try would be useless. */
function waitAfter(attempt: number, {isTransient, retryAfter}: FeedError): number {
  if (!isTransient || (retryAfter ?? 0) > limits.maxRetryAfter) return Infinity;
  return retryAfter ?? Math.random() * Math.min(limits.maxBackoff, limits.backoff * 2 ** (attempt - 1));
}

/** `true` proves nothing; `false` saves requests that cannot succeed, unless a service worker can answer them. */
export function isOnline(): boolean {
  return (
    typeof navigator === 'undefined' ||
    navigator.onLine ||
    !('onLine' in navigator) ||
    Boolean((navigator as Partial<Navigator>).serviceWorker?.controller)
  );
}

/** Waits so many milliseconds, less when the signal is aborted. */
async function backOff(time: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await new Promise((resolve) => {
    timer = setTimeout(resolve, time);
    signal.addEventListener('abort', resolve);
  });
  clearTimeout(timer);
}
