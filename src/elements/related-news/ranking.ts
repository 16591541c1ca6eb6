/** The ranking, which is brought along when there is a story to relate to. */
import type {Item} from '../../feed/feed.js';
import {onServer} from '../on-server.js';
import type {reasonsOf} from './reasons.js';

type Ranking = typeof import('./select.js');

let ranking: Ranking | undefined;
let reasons: {reasonsOf: typeof reasonsOf} | undefined;
const read = new WeakSet<readonly Item[]>();

/**
 * Resolves when it is there. Never rejects: where it cannot be loaded, lists do without.
 *
 * @param hasReasons whether to wait for the reasons too, which are a file of their own: lists that do not show them do not
 */
export async function loadRanking(hasReasons = true): Promise<Ranking | undefined> {
  const explained = import('./reasons.js').then(
    (module) => (reasons = module),
    () => undefined,
  );
  ranking ??= await import('./select.js').catch(() => undefined);
  if (hasReasons) await explained;
  return ranking;
}

/** Loads it, and has it read the items a few milliseconds at a time. */
export async function prepareRanking(items: readonly Item[], hasReasons?: boolean): Promise<boolean> {
  const loaded = await loadRanking(hasReasons);
  await loaded?.prepareItems(items);
  if (loaded) read.add(items);
  return !!loaded;
}

/** Undefined before it is there and has read the items, which would hold the page at once. */
export function rankingOf(items: readonly Item[]): Ranking | undefined {
  return onServer || read.has(items) ? ranking : undefined;
}

/** Why two stories are related, as far as the reasons are there. */
export const explain: typeof reasonsOf = (...stories) => reasons?.reasonsOf(...stories) ?? [];

// A server waits for nothing while it renders.
if (onServer) void loadRanking();
