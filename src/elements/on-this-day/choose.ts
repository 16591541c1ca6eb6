import type {Anniversary} from './select.js';

/**
 * So many of a day's events, in their order, balanced over the centuries rather than the newest only: one of each century
 * in turn, and where there are more centuries than places, of some that lie evenly between the newest and the oldest.
 * Within a century, those that an editor selected come first, then those with a picture.
 *
 * @param limit a whole number
 */
export function choose(entries: readonly Anniversary[], limit: number): Anniversary[] {
  if (entries.length <= limit) return [...entries];
  if (limit < 1) return [];
  const centuries = spread([...byCentury(entries).values()], limit);
  const chosen = new Set<Anniversary>();
  for (let round = 0; chosen.size < limit; round++)
    for (const century of centuries) {
      const entry = century[round];
      if (entry && chosen.size < limit) chosen.add(entry);
    }
  return entries.filter((entry) => chosen.has(entry));
}

/** One of a day's events: the same for all readers, another one each year until all have had their turn. */
export function oneOf(entries: readonly Anniversary[], day: Date): Anniversary[] {
  const entry = entries[day.getUTCFullYear() % entries.length];
  return entry ? [entry] : [];
}

function byCentury(entries: readonly Anniversary[]): Map<number | undefined, Anniversary[]> {
  const centuries = new Map<number | undefined, Anniversary[]>();
  for (const entry of [...entries].sort((a, b) => rank(a) - rank(b))) {
    const century = entry.year === undefined ? undefined : Math.floor(entry.year / 100);
    centuries.set(century, [...(centuries.get(century) ?? []), entry]);
  }
  return new Map([...centuries].sort(([a = -Infinity], [b = -Infinity]) => b - a || 0));
}

function rank({item}: Anniversary): number {
  return (item.tags.includes('selected') ? 0 : 2) + (item.image ? 0 : 1);
}

function spread<T>(list: readonly T[], places: number): readonly T[] {
  if (list.length <= places) return list;
  const step = places > 1 ? (list.length - 1) / (places - 1) : 0;
  return Array.from({length: places}, (_, n) => list[Math.round(n * step)]).filter((one) => one !== undefined);
}
