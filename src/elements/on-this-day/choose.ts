import type {Anniversary} from './select.js';

/**
 * So many of a day's events, in their order, balanced over the centuries rather than the newest only: one of each century
 * in turn, and where there are more centuries than places, of some that lie evenly between the newest and the oldest.
 * Within a century, those that an editor selected come first, then those with a picture.
 *
 * @param limit a whole number
 */
export function choose(entries: readonly Anniversary[], limit: number): readonly Anniversary[] {
  if (entries.length <= limit) return entries;
  const turns = turnsOf(entries);
  const turnOf = (entry: Anniversary) => turns.get(entry) ?? 0;
  const firsts = entries.filter((entry) => !turnOf(entry));
  // The place among `limit` places that lie evenly over the centuries.
  const placeOf = (index: number) => Math.floor((index * (limit - 1)) / (firsts.length - 1));
  const chosen =
    firsts.length > limit
      ? firsts.filter((_, index) => limit > 0 && (!index || placeOf(index) > placeOf(index - 1)))
      : [...entries].sort((a, b) => turnOf(a) - turnOf(b)).slice(0, limit);
  return entries.filter((entry) => chosen.includes(entry));
}

/** One of a day's events: the same for all readers, another one each year until all have had their turn. */
export function oneOf(entries: readonly Anniversary[], day: Date): readonly Anniversary[] {
  const entry = entries[day.getUTCFullYear() % entries.length];
  return entry ? [entry] : [];
}

/** Which place each has within its century, from 0. */
function turnsOf(entries: readonly Anniversary[]): Map<Anniversary, number> {
  const turns = new Map<Anniversary, number>();
  const taken = new Map<number, number>();
  for (const entry of [...entries].sort((a, b) => rank(a) - rank(b))) {
    const century = Math.floor((entry.year ?? NaN) / 100);
    const turn = taken.get(century) ?? 0;
    turns.set(entry, turn);
    taken.set(century, turn + 1);
  }
  return turns;
}

function rank({item}: Anniversary): number {
  return (item.tags.includes('selected') ? 0 : 2) + (item.image ? 0 : 1);
}
