/**
 * What a story says, as word stems and how much it says of each: the same few rules for every language, with no
 * dictionary and no list of stop words. What a stem is worth is decided later, by how rare it is in the feed.
 */
import type {Item} from '../../feed/feed.js';

/** Weights by stem; those of tags have a # before it. */
export type Terms = Map<string, number>;

interface Word {
  stem: string;
  /** What one mention is worth, in twelfths. */
  worth: number;
}

/** Weights are counted in whole twelfths, since fractions take time and space until the engine has warmed up. */
const WHOLE = 12;

/** A story says what it is about at its beginning. In characters. */
const MOST = 2000;

/** A regular expression, because Intl.Segmenter takes 60 times as long. */
const WORDS = /[\p{L}\p{M}\p{N}]{2,}/gu;

/**
 * Thai, Lao, Burmese, Khmer, Kana and Han put no blanks between words: overlapping pairs of characters stand in. They are
 * given as ranges, since a page's first ranking is mostly the compiling of expressions.
 */
export const JOINED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
const PAIRS = RegExp(`(${JOINED.source})(?=(${JOINED.source}?))`, 'g');

/** By the word as written: folding and stemming cost more than all the rest. */
export const words = new Map<string, Word>();

/**
 * The stems of an item with ln(1 + count). What stands first counts four times, from the sixth word on three, from the
 * twentieth on two times. A tag is one more, of little weight.
 */
export function termsOf(item: Item): Terms {
  const terms: Terms = new Map();
  wordsOf(textOf(item)).forEach((word, place) => {
    const {stem, worth} = lookUp(word);
    add(terms, stem, worth * (place < 6 ? 4 : place < 20 ? 3 : place < 60 ? 2 : 1));
  });
  for (const tag of item.tags) terms.set(`#${tag}`, WHOLE);
  terms.forEach((count, stem) => terms.set(stem, Math.log1p(count / WHOLE)));
  return terms;
}

export function add(terms: Terms, stem: string, weight: number): void {
  terms.set(stem, (terms.get(stem) ?? 0) + weight);
}

/** What a story says, from its headline to the beginning of its body. */
export function textOf({title, kicker, place, summary, contentText, contentHtml}: Item): string {
  return [title, kicker, place, summary, contentText ?? contentHtml?.text(2 * MOST)].join('\n').slice(0, MOST);
}

export function wordsOf(text: string): string[] {
  return (JOINED.test(text) ? text.replace(PAIRS, ' $1$2 ') : text).match(WORDS) ?? [];
}

/** A word with a capital, a name perhaps, is worth more than others, a short one less; pairs are all alike. */
export function lookUp(word: string): Word {
  let found = words.get(word);
  if (!found) {
    const lower = word.toLowerCase();
    // Most words of most feeds are plain, and a page's first ranking consists of little else than this.
    const isPlain = !/[^\0-\x7f]/.test(word);
    const stem = (isPlain ? lower : lower.normalize('NFKD').replace(FOLDED, '')).replace(PLURAL, '').slice(0, 7);
    const worth = (word === lower ? 2 : 3) * Math.min(6, stem.length);
    found = {stem, worth: !isPlain && JOINED.test(word) ? WHOLE : worth};
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
const PLURAL = /(?<=..[^s])(ies|y|s)$/;
