/**
 * Storybook is built as plain files, and a plain file cannot be slow or fail later. So an address whose query has
 * `answer=…` is answered by a wrapper round this page's `fetch`, with a real Response or a real failure; what the element
 * makes of it is what it would make of a server's. It is the same in `storybook dev` and in the built Storybook.
 */
const answers: Record<
  string,
  (ask: () => Promise<Response>, signal: AbortSignal | null, url: string) => Promise<Response>
> = {
  /** After four seconds. */
  late: async (ask) => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    return ask();
  },
  never: (_, signal) =>
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    }),
  /** As a browser answers that has no network. */
  offline: () => Promise.reject(new TypeError('Failed to fetch')),
  /** Once as it should, then no more. */
  once: (ask, _, url) => {
    if (answered.has(url)) return Promise.resolve(new Response('Gone', {status: 410, statusText: 'Gone'}));
    answered.add(url);
    return ask();
  },
};
const answered = new Set<string>();

const realFetch = window.fetch.bind(window);

window.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  const name = /[?&]answer=(\w+)/.exec(url)?.[1] ?? '';
  const ask = () => realFetch(input, init);
  return answers[name]?.(ask, init?.signal ?? null, url) ?? ask();
};
