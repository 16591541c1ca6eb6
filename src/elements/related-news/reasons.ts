/** Why two stories are related: the names and topics that both have. Rather none than a poor one. */
import type {Item} from '../../feed/feed.js';
import {JOINED, LETTER, lookUp, numberOf, spaceOf, textOf, words, wordsOf} from './select.js';

/** A story says what it is about at its beginning. In characters. */
const LEAD = 400;
/** What a mention is worth of a word of three letters, a name of three, a topic of six: what is shorter is mostly grammar. */
const PART = 6;
const NAME = 8;
const TOPIC = 12;
const PIECES = RegExp(`${JOINED}|(?:(?!${JOINED})${LETTER})+`, 'gu');
/** Of the scripts without blanks, all but Han and Katakana write grammar, and are cut anywhere. */
const GRAMMAR = /[\u0e00-\u109f\u1780-\u17ff\u3040-\u309f]/;

/** So short, mostly an end of a longer word. */
const CUT = /^[\u30a0-\u30ff]{1,3}$/;

const MARK = /<\d+>/g;

/** Two texts with a mark, `<stem>`, for what may be part of a reason, and `|` for all other words. */
interface Outlines {
  texts: string[];
  /** Marks of what has a capital in the middle of a sentence. */
  names: Set<string>;
  /** What the words are that the marks stand for. */
  spelling: Map<string, string>;
}

/**
 * At most three: shared tags, then phrases in the order of the text.
 *
 * @param items all stories of the feed: what many of them have tells nothing
 * @param locale BCP 47 tag, for a story that does not say its own. In German all nouns have capitals, and nothing else:
 * they make a topic, no name
 */
export function reasonsOf(items: readonly Item[], item: Item, related: Item, locale = ''): string[] {
  const {frequency} = spaceOf(items);
  const isRare = (stem: number) => (frequency[stem] ?? 0) <= Math.max(3, items.length / 10);
  const isTelling = (word: string) => isRare(lookUp(word).stem);
  const outlines = outlinesOf([item, related], isTelling);
  const reasons = item.tags.filter((tag) => related.tags.includes(tag) && isRare(numberOf(`#${tag}`)));
  const used = new Set(wordsOf(reasons.join(' ')));
  for (const run of sharedRuns(outlines)) {
    const phrase = run.replace(MARK, (mark) => outlines.spelling.get(mark) ?? '');
    const found = wordsOf(phrase);
    if (
      found.length &&
      !CUT.test(phrase) &&
      new Set(found).size === found.length &&
      found.every((word) => isTelling(word) && !used.has(word)) &&
      isNameOrTopic(run, phrase, outlines, (item.language ?? locale).startsWith('de'))
    ) {
      reasons.push(phrase);
      for (const word of found) used.add(word);
    }
  }
  return reasons.slice(0, 3);
}

function outlinesOf(items: Item[], isTelling: (word: string) => boolean): Outlines {
  const names = new Set<string>();
  const spelling = new Map<string, string>();
  const texts = items.map((item) => {
    const text = textOf(item);
    const end = text.indexOf('\n');
    // In a headline whose long words all have capitals, these tell nothing.
    const start = /(^|[ '’])[a-zß-ÿа-я]{5}/.test(text.slice(0, end)) ? 0 : end;
    return text.replace(PIECES, (word, at: number) => {
      const {stem, worth} = lookUp(word);
      const around = text.slice(at - 2, at) + text.slice(at + word.length, at + word.length + 3);
      const isOut = worth < PART || GRAMMAR.test(word) || Number(word) >= 0 || !isTelling(word);
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
  });
  return {texts, names, spelling};
}

/** The longest runs of marks in the first text that stand in the second as well, of three words at most. */
function sharedRuns({texts: [mine = '', theirs = '']}: Outlines): string[] {
  const shared: string[] = [];
  for (const run of mine.match(/([ '’-]?<\d+>)+/g) ?? []) {
    let size = 0;
    for (let marks: string[] = run.match(/[ '’-]?<\d+>/g) ?? []; marks.length; marks = marks.slice(size || 1)) {
      // Of pieces of a script without blanks, more belong together than of words.
      for (size = 9; size; size--) {
        const part = marks.slice(0, size).join('').replace(/^[^<]/, '');
        if (theirs.includes(part) && part.split(/[ '’-]/).length < 4) {
          shared.push(part);
          break;
        }
      }
    }
  }
  return shared;
}

/**
 * A name has a capital in the middle of a sentence, and stands in a headline or, if it is of several words, where a text
 * begins. A topic is mentioned three times: in both headlines or, if it is of several words, in one.
 */
function isNameOrTopic(run: string, phrase: string, {texts, names}: Outlines, isGerman: boolean): boolean {
  const isName = (run.match(MARK) ?? []).every((mark) => names.has(mark));
  const isTopic = texts.join().split(run).length > 3;
  const headlines = texts.filter((text) => text.split('\n', 1)[0]?.includes(run)).length;
  if (wordsOf(phrase).length > 1)
    return (isName && texts.some((text) => text.slice(0, LEAD).includes(run))) || (isTopic && headlines > 0);
  const {worth} = lookUp(phrase);
  if (isName && !isGerman && headlines && worth >= NAME) return true;
  // With the article, in Arabic.
  const isNoun = /^.?ال/.test(phrase) || (worth >= TOPIC && (isName || !isGerman));
  return isTopic && headlines > 1 && isNoun;
}
