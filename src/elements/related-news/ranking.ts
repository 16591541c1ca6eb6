/** The ranking, which is brought along when there is a story to relate to. */
import type {Item} from '../../feed/feed.js';
import {onServer} from '../on-server.js';

type Ranking = typeof import('./select.js');

let loaded: Ranking | undefined;
const read = new WeakSet<readonly Item[]>();

/** Resolves when it is there. Never rejects: where it cannot be loaded, lists do without. */
export async function loadRanking(): Promise<Ranking | undefined> {
  return (loaded ??= await import('./select.js').catch(() => undefined));
}

/** Loads it, and has it read the items a few milliseconds at a time. */
export async function prepareRanking(items: readonly Item[]): Promise<boolean> {
  const ranking = await loadRanking();
  await ranking?.prepareItems(items);
  if (ranking) read.add(items);
  return !!ranking;
}

/** Undefined before it is there and has read the items, which would hold the page at once. */
export function rankingOf(items: readonly Item[]): Ranking | undefined {
  return onServer || read.has(items) ? loaded : undefined;
}

// A server waits for nothing while it renders.
if (onServer) void loadRanking();
