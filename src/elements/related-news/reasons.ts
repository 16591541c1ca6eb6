/** Why two stories are related: the names and topics that both have. Rather none than a poor one. */
import type {Item} from '../../feed/feed.js';
import {JOINED, LETTER, lookUp, numberOf, textOf, words, wordsOf} from './terms.js';

/** A story says what it is about at its beginning. In characters. */
const LEAD = 400;
/** What a mention is worth of a word of three letters, a name of three, a topic of six: what is shorter is mostly grammar. */
const PART = 6;
const NAME = 8;
const TOPIC = 12;
const PIECES = RegExp(`${JOINED.source}|(?:(?!${JOINED.source})${LETTER})+`, 'gu');
/** Of the scripts without blanks, all but Han and Katakana write grammar, and are cut anywhere. */
const GRAMMAR = /[\u0e00-\u109f\u1780-\u17ff\u3040-\u309f]/;

/** So short, mostly an end of a longer word. */
const CUT = /^[\u30a0-\u30ff]{1,3}$/;

/**
 * At most three: shared tags, then phrases in the order of the text. A name has a capital in the middle of a sentence,
 * and stands in a headline or, if it is of several words, where a text begins. A topic is mentioned three times; in both
 * headlines or, if it is of several words, in one.
 *
 * @param language BCP 47 tag. In German all nouns have capitals, and nothing else: they make a topic, no name
 * @param isRare whether few stories have a stem: what many have tells nothing
 */
export function reasonsOf(item: Item, related: Item, language: string, isRare: (stem: number) => boolean): string[] {
  const names = new Set<string>();
  const spelling = new Map<string, string>();
  const isGerman = language.startsWith('de');
  const isTelling = (word: string) => isRare(lookUp(word).stem);
  /** The text with `<stem>` for what may be part of a reason, and `|` for all other words. */
  const outline = (item: Item) => {
    const text = textOf(item);
    const end = text.indexOf('\n');
    // In a headline whose long words all have capitals, these tell nothing.
    const start = /(^|[ '’])[a-zß-ÿа-я]{5}/.test(text.slice(0, end)) ? 0 : end;
    return text.replace(PIECES, (word, at: number) => {
      const {stem, worth} = lookUp(word);
      const around = text.slice(at - 2, at) + text.slice(at + word.length, at + word.length + 3);
      const isOut = worth < PART || GRAMMAR.test(word) || Number(word) >= 0 || !(JOINED.test(word) || isTelling(word));
      // A month, mostly.
      if (isOut || / \d\d$/.test(around)) return '|';
      const small = word.toLowerCase();
      const mark = `<${stem}>`;
      if (word !== small && !words.has(small) && at > start && /^[^A-ZА-Я.?!:…»”"\n|\d][ -]/.test(around))
        names.add(mark);
      const known = spelling.get(mark);
      if (!known || (word === small && !word.endsWith(known))) spelling.set(mark, word);
      return mark;
    });
  };
  const texts = [outline(item), outline(related)];
  const [mine = '', theirs = ''] = texts;
  const reasons = item.tags.filter((tag) => related.tags.includes(tag) && isRare(numberOf(`#${tag}`)));
  const used = new Set(wordsOf(reasons.join(' ')));
  for (const run of mine.match(/<\d+>([ '’-]?<\d+>)*/g) ?? []) {
    for (let marks: string[] = run.match(/[ '’-]?<\d+>/g) ?? [], size; marks.length; marks = marks.slice(size)) {
      let key = '';
      // Of pieces of a script without blanks, more belong together than of words.
      for (size = Math.min(9, marks.length); size; size--) {
        key = marks.slice(0, size).join('').replace(/^[^<]/, '');
        if (theirs.includes(key) && key.split(/[ '’-]/).length < 4) break;
      }
      if (!size) {
        size = 1;
        continue;
      }
      const phrase = key.replace(/<\d+>/g, (mark) => spelling.get(mark) ?? '');
      const found = wordsOf(phrase);
      const {worth} = lookUp(phrase);
      const isJoined = JOINED.test(phrase);
      const isLong = found.length > 1;
      const heads = texts.filter((text) => text.split('\n', 1)[0]?.includes(key)).length;
      const isName = !key.replace(/<\d+>/g, (mark) => (names.has(mark) ? '' : mark)).includes('<');
      if (
        found.length &&
        !CUT.test(phrase) &&
        new Set(found).size === found.length &&
        found.every((word) => isTelling(word) && !used.has(word)) &&
        ((isName &&
          (isLong ? texts.some((text) => text.slice(0, LEAD).includes(key)) : heads && worth >= NAME && !isGerman)) ||
          (texts.join().split(key).length > 3 &&
            (isLong
              ? heads
              : heads > 1 && (isJoined || /^.?ال/.test(phrase) || (worth >= TOPIC && (isName || !isGerman))))))
      ) {
        reasons.push(phrase);
        for (const word of found) used.add(word);
      }
    }
  }
  return reasons.slice(0, 3);
}
