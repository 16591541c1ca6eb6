/** Several addresses as one feed. */
import {FeedError} from './feed-error.js';
import type {Feed} from './feed.js';
import {limits} from './limits.js';
import {lastCopy, loadPage} from './load-page.js';
import type {LoadOptions} from './load.js';
import {wholeOfFeeds} from './parts.js';

/**
 * Loads all at once and merges them. One that fails, or that comes much later than the first, costs only itself: what is
 * in memory of it stands in.
 *
 * @throws {FeedError} the first address' when all fail
 */
export async function loadSeveral(urls: readonly string[], options: LoadOptions): Promise<Feed> {
  const waits = urls.map(() => new AbortController());
  const loads = urls.map((url, n) => loadPage(url, {...options, signal: anyOf(options.signal, waits[n]?.signal)}));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onFirst = () => {
    timer ??= setTimeout(() => {
      for (const [n, wait] of waits.entries()) wait.abort(tooLate(urls[n]));
    }, limits.patience);
  };
  for (const load of loads) load.then(onFirst, () => undefined);
  const feeds = await settle(loads, options);
  clearTimeout(timer);
  return wholeOfFeeds(feeds.flatMap((feed, n) => feed ?? lastCopy(urls[n] ?? '', options) ?? []));
}

/**
 * What becomes of each; undefined for what fails while others succeed, of which `onFailure` is told.
 *
 * @throws {FeedError} the first's when all fail; the signal's reason when it is aborted
 */
export async function settle(
  loads: readonly Promise<Feed>[],
  {signal, onFailure}: LoadOptions,
): Promise<(Feed | undefined)[]> {
  const answers = await Promise.allSettled(loads);
  signal?.throwIfAborted();
  const errors = answers.flatMap((answer) => (answer.status === 'rejected' ? (answer.reason as unknown) : []));
  for (const error of errors) {
    if (errors.length === answers.length || !(error instanceof FeedError)) throw error;
    onFailure?.(error);
  }
  return answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : undefined));
}

function anyOf(...signals: (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.flatMap((signal) => signal ?? []));
}

function tooLate(url = ''): FeedError {
  return new FeedError('timeout', `${url} is left out: the other feeds were there long before it.`, {
    url,
    isTransient: true,
  });
}
