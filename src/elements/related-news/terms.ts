/**
 * What a story says, as word stems and how much it says of each: the same few rules for every language, with no
 * dictionary and no list of stop words. What a stem is worth is decided later, by how rare it is in the feed.
 */
import type {Item} from '../../feed/feed.js';
import {itemText} from '../../feed/plain-text.js';

/** Weights by the ids of stems. */
export type Terms = Map<number, number>;

interface Word {
  /** Of its stem. */
  id: number;
  /** What one mention is worth, in twelfths. */
  worth: number;
}

/** Weights are counted in whole twelfths, since fractions take time and space until the engine has warmed up. */
const WHOLE = 12;

/** A story says what it is about at its beginning. In characters. */
const MOST = 2000;

/** A regular expression, because Intl.Segmenter takes 60 times as long. */
const WORDS = /[\p{L}\p{M}\p{N}]{2,}/gu;

/** The scripts that put no blanks between words: overlapping pairs of characters stand in. */
const JOINED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]';
const PAIRS = RegExp(`(${JOINED})(?=(${JOINED}?))`, 'gu');
const PAIR = RegExp(JOINED, 'u');

/** A feed is ranked again for each story that is read; its items stay the same. */
const known = new WeakMap<Item, Terms>();
/** By the word as written: folding and stemming cost more than all the rest. */
const words = new Map<string, Word>();
const ids = new Map<string, number>();

/** A number for each stem, and each tag with a # before it. */
export function idOf(stem: string): number {
  const id = ids.get(stem) ?? ids.size;
  ids.set(stem, id);
  return id;
}

/**
 * The stems of an item with ln(1 + count). What stands first counts four times, from the sixth word on three, from the
 * twentieth on two times. A tag is one more, of little weight.
 */
export function termsOf(item: Item): Terms {
  let terms = known.get(item);
  if (!terms) {
    const counts = new Map<number, number>();
    wordsOf(textOf(item)).forEach((word, place) => {
      const {id, worth} = lookUp(word);
      counts.set(id, (counts.get(id) ?? 0) + worth * (place < 6 ? 4 : place < 20 ? 3 : place < 60 ? 2 : 1));
    });
    for (const tag of item.tags) counts.set(idOf(`#${tag}`), WHOLE);
    counts.forEach((count, id) => counts.set(id, Math.log1p(count / WHOLE)));
    known.set(item, (terms = counts));
  }
  return terms;
}

/** What a story says, from its headline to the beginning of its body. */
export function textOf(item: Item): string {
  const {title, kicker, place, summary} = item;
  return [title, kicker, place, summary, itemText(item, 2 * MOST)].join('\n').slice(0, MOST);
}

export function wordsOf(text: string): string[] {
  return text.replace(PAIRS, ' $1$2 ').match(WORDS) ?? [];
}

/** Whether a word was met as it is written here. */
export function isKnown(word: string): boolean {
  return words.has(word);
}

/** A word with a capital, a name perhaps, is worth more than others, a short one less; pairs are all alike. */
export function lookUp(word: string): Word {
  let found = words.get(word);
  if (!found) {
    const lower = word.toLowerCase();
    // Most words of most feeds are plain, and a page's first ranking consists of little else than this.
    const isPlain = !/[^\0-\x7f]/.test(word);
    const stem = stemOf(isPlain ? lower : lower.normalize('NFKD').replace(FOLDED, ''));
    const worth = (word === lower ? 2 : 3) * Math.min(6, stem.length);
    found = {id: idOf(stem), worth: !isPlain && PAIR.test(word) ? WHOLE : worth};
    // A longer key would be a view of the text that it was cut from, and keep all of that in memory.
    if (word.length < 13) words.set(word, found);
  }
  return found;
}

/**
 * Accents, short vowels and tatweel fold away; Arabic loses its article, its one-letter prefixes and common suffixes,
 * English its plural; what is longer than seven letters is cut, which serves inflected languages best.
 */
const FOLDED =
  /[\u0300-\u036f\u0640\u064b-\u065f]|^(و?[بكفل]?ال|و?لل|[وبل])(?=...)|(?<=...)([اوي][نت]|ه?ا|ي?[هة]|[يى])$/g;

function stemOf(folded: string): string {
  return folded.replace(/(?<=..[^s])(ies|y|s)$/, '').slice(0, 7);
}
