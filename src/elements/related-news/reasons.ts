/** Why two stories are related, in the words of the one being read. */
import type {Space, Story} from './space.js';
import {idOf, isKnown, lookUp, textOf, wordsOf} from './terms.js';

/** A reason carried at least this much of the cosine. */
const TELLING = 0.02;
/** Short words in small letters, or in a script that has no capitals, are seldom names or topics. */
const SMALL = '\\p{Ll}{1,5}';
const SMALL_AT_ENDS = RegExp(`^(${SMALL} )+|( ${SMALL})+$`, 'gu');
/** What says nothing alone; of pairs of characters only those of scripts in which they are words do. */
const EMPTY = RegExp(`^(\\P{L}*|.\\p{Ll}|${SMALL}|\\p{sc=Arab}{1,4}|[^\\p{Lu}\\p{sc=Han}\\p{sc=Hang}].)$`, 'u');

/**
 * At most three names, words and tags that carried the similarity, the weightiest first. Neighbours in the text make one.
 */
export function reasonsOf(current: Story, related: Story, {value}: Space): string[] {
  const shares = new Map(
    Array.from(related.terms, ([id, weight]): [number, number] => [
      id,
      (current.terms.get(id) ?? 0) * weight * value(id) * current.scale * related.scale,
    ])
      .sort(([, a], [, b]) => b - a)
      .slice(0, 8),
  );
  const {tags} = current.item;
  const text = textOf(current.item);
  const carried = new Map<string, number>();
  let phrase = '';
  let sum = 0;
  for (const word of [...wordsOf(text), '']) {
    const share = shares.get(lookUp(word).id) ?? 0;
    const longer = share && phrase && [phrase + word.slice(1), `${phrase} ${word}`].find((part) => text.includes(part));
    if (!longer) {
      const reason = phrase.replace(SMALL_AT_ENDS, '');
      carried.set(reason, (carried.get(reason) ?? 0) + sum);
      sum = 0;
    }
    phrase = longer || (share ? word : '');
    sum += share;
  }
  for (const tag of tags) carried.set(tag, (carried.get(tag) ?? 0) + (shares.get(idOf(`#${tag}`)) ?? 0));
  const used = new Set<number>();
  return [...carried]
    .filter(([phrase, sum]) => sum > TELLING && (tags.includes(phrase) || !EMPTY.test(plain(phrase))))
    .sort(([, a], [, b]) => b - a)
    .map(([phrase]) => phrase)
    .filter((phrase) => {
      const ids = wordsOf(phrase).map((word) => lookUp(word).id);
      const isNew = !ids.some((id) => used.has(id));
      for (const id of ids) used.add(id);
      return isNew;
    })
    .slice(0, 3);
}

/** A capital makes no name of a word that is written small elsewhere: it began a sentence. */
function plain(word: string): string {
  const small = word.toLowerCase();
  return isKnown(small) && word.length > 2 ? small : word;
}
