/** Which items of several feeds are one story: the same id, the same address, or nearly the same title within a day. */
import type {Item} from './feed.js';
import {comparable} from './find-item.js';

const DAY = 86_400_000;
/** The part of the words of two titles that stands in both. */
const NEARLY = 0.8;
/** Titles compared with one title, so that no feed can make this slow. */
const MOST_TITLES = 50;

interface Title {
  words: ReadonlySet<string>;
  time: number;
}

/**
 * All items, in order, without those that an earlier feed has too. Within one feed nothing is compared.
 *
 * Two sites may both number their posts: of two stories with one id the later gets its address for an id.
 */
export function onceEach(feeds: readonly (readonly Item[])[]): Item[] {
  const kept = new Map<string, Item>();
  const keys = new Set<string>();
  const titles = new Map<string, Title[]>();
  for (const items of feeds) {
    const own = items.filter((item) => {
      const title = titleOf(item);
      return !keysOf(item).some((key) => keys.has(key)) && !(title && alike(titles, title).some(isNearly(title)));
    });
    for (const item of own) {
      const id = kept.has(item.id) ? (item.url ?? [item.source?.url, item.id].join(' ')) : item.id;
      kept.set(id, id === item.id ? item : {...item, id});
      for (const key of keysOf(item)) keys.add(key);
      const title = titleOf(item);
      if (title && alike(titles, title).push(title) > MOST_TITLES) alike(titles, title).pop();
    }
  }
  return [...kept.values()];
}

/** An id that a site may have counted up means something at that site alone. */
function keysOf({id, url, source}: Item): string[] {
  const site = id.includes(':') || id.length > 15 || !source?.url ? '' : new URL(source.url).host;
  const page = comparable(url);
  return [`${site} ${id}`, ...(page && page !== comparable(source?.homePageUrl) ? [page] : [])];
}

/** Undefined for a title that two stories may well share (“Weather”), and without a date, which is half of the proof. */
function titleOf({title = '', datePublished}: Item): Title | undefined {
  const folded = title
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isTelling = words.length > 3 || words.some(({length}) => length > 20);
  return datePublished && isTelling ? {words: new Set(words), time: datePublished.getTime()} : undefined;
}

/** The titles that have the longest word in common with this one, and may be nearly the same. */
function alike(titles: Map<string, Title[]>, {words}: Title): Title[] {
  const longest = [...words].reduce((longest, word) => (word.length > longest.length ? word : longest), '');
  const known = titles.get(longest) ?? [];
  titles.set(longest, known);
  return known;
}

function isNearly({words, time}: Title): (other: Title) => boolean {
  return (other) => {
    const shared = [...words].filter((word) => other.words.has(word)).length;
    return Math.abs(time - other.time) < DAY && shared / (words.size + other.words.size - shared) >= NEARLY;
  };
}
