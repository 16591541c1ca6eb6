/**
 * What a story says, as word stems and how much it says of each: the same few rules for every language, with no
 * dictionary and no list of stop words. What a stem is worth is decided later, by how rare it is in the feed.
 */
import type {Item} from '../../feed/feed.js';

/** Stems by number, each once, and the weight of each. Lists, since a Map for every story takes several times as long. */
export interface Terms {
  stems: number[];
  weights: number[];
}

/** A weight for every stem, by its number. */
export type Vector = Float64Array;

interface Word {
  stem: number;
  /** What one mention is worth, in twelfths. */
  worth: number;
}

/** Weights are counted in whole twelfths, since fractions take time and space until the engine has warmed up. */
const WHOLE = 12;

/** A story says what it is about at its beginning. In characters. */
const MOST = 2000;

/**
 * All but blanks, punctuation and symbols. A regular expression, because Intl.Segmenter takes 60 times as long; and of
 * ranges, because a page's first ranking is mostly the compiling of expressions, and `\p{L}` takes 5 times as long.
 */
export const LETTER =
  '[^\\0-/:-@[-`{-¿\u0589\u05be،-؟٪-٭۔।॥\u2000-\u2bff\u3000-\u303f\uff00-\uff20\u{1f000}-\u{1faff}]';
const WORDS = RegExp(`${LETTER}{2,}`, 'gu');

/** Thai, Lao, Burmese, Khmer, Kana and Han put no blanks between words: overlapping pairs of characters stand in. */
export const JOINED = '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]';
const PAIRS = RegExp(`${JOINED}(?=(${JOINED}?))`, 'g');

/** By the word as written: folding and stemming cost more than all the rest. */
export const words = new Map<string, Word>();
/** All stems that have been met. */
const numbers = new Map<string, number>();
/** How often a story mentions each stem. Nought again when it has been read. */
const counts: number[] = [];

/**
 * The stems of an item with ln(1 + count). The first nine words count four times, the next ones twice. A tag is one
 * more, of little weight.
 */
export function termsOf(item: Item): Terms {
  const stems: number[] = [];
  const count = (stem: number, worth: number) => {
    if (!counts[stem]) stems.push(stem);
    counts[stem] = (counts[stem] ?? 0) + worth;
  };
  wordsOf(textOf(item)).forEach((word, place) => {
    const {stem, worth} = lookUp(word);
    count(stem, worth * (place < 9 ? 4 : place < 60 ? 2 : 1));
  });
  for (const tag of item.tags) count(numberOf(`#${tag}`), WHOLE);
  const weights = stems.map((stem) => Math.log1p((counts[stem] ?? 0) / WHOLE));
  for (const stem of stems) counts[stem] = 0;
  return {stems, weights};
}

/** What a story says, from its headline to the beginning of its body. */
export function textOf({title, kicker, place, summary, contentText, contentHtml}: Item): string {
  return [title, kicker, place, summary, contentText ?? contentHtml?.text(2 * MOST)].join('\n').slice(0, MOST);
}

export function wordsOf(text: string): string[] {
  return text.replace(PAIRS, ' $&$1 ').match(WORDS) ?? [];
}

/** A word with a capital, a name perhaps, is worth more than others, a short one less; pairs are all alike. */
export function lookUp(word: string): Word {
  let found = words.get(word);
  if (!found) {
    const lower = word.toLowerCase();
    const stem = lower.normalize('NFKD').replace(ENDS, '').slice(0, 7);
    const worth = (word === lower ? 2 : 3) * Math.min(6, stem.length);
    found = {stem: numberOf(stem), worth: word.search(PAIRS) < 0 ? worth : WHOLE};
    // A longer key would be a view of the text that it was cut from, and keep all of that in memory.
    if (word.length < 13) words.set(word, found);
  }
  return found;
}

/** A place for every stem that has been met. */
export function vectorOf(): Vector {
  return new Float64Array(numbers.size);
}

/** A stem's number; a tag's, with a # before it. */
export function numberOf(stem: string): number {
  const number = numbers.get(stem) ?? numbers.size;
  numbers.set(stem, number);
  return number;
}

/**
 * Accents, short vowels and tatweel fold away; Arabic loses its article, its one-letter prefixes and common suffixes,
 * English its plural; what is longer than seven letters is cut, which serves inflected languages best.
 */
const ENDS =
  /[\u0300-\u036f\u0640\u064b-\u065f]|^(و?[بكفل]?ا?ل|[وب])(?=...)|(?<=...)([اوي][نت]|ه?ا|ي?[هة]|[يى])$|(?<=..[^s])(ie)?[sy]$/g;
