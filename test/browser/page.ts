/** What tests observe of the page and its server. */

/** How often the server was asked for a path (with its query). */
export async function countRequests(path: string): Promise<number> {
  const response = await fetch(`/requests?url=${encodeURIComponent(path)}`);
  const {count} = (await response.json()) as {count: number};
  return count;
}

const original = console.warn;

/** Listens to the warnings for the builder, for the rest of the test. */
export function warnings(): {sentences: () => string[]} {
  const sentences: string[] = [];
  console.warn = (sentence: unknown) => void sentences.push(String(sentence));
  return {sentences: () => sentences};
}

/** Gives the console back: for the `afterEach` of a test file that uses {@link warnings}. */
export function restoreConsole(): void {
  console.warn = original;
}

/** The element that a test is about: its absence is a failure by itself. */
export function find<Tag extends keyof HTMLElementTagNameMap>(root: ParentNode, tag: Tag): HTMLElementTagNameMap[Tag] {
  const found = root.querySelector(tag);
  if (!found) throw new Error(`The test page has no <${tag}>.`);
  return found;
}
