/** Why two stories are related, in the words of the one being read. */
import {byNumber, type Story} from './space.js';
import {JOINED, lookUp, textOf, words, wordsOf} from './terms.js';

/** A reason carried at least this much of the cosine. */
const TELLING = 0.02;
const PIECES = RegExp(`${JOINED.source}|[\\p{L}\\p{M}\\p{N}]+`, 'gu');
const PHRASES = /[\p{L}\p{M}\p{N}]+([ '’-][\p{L}\p{M}\p{N}]+)*/gu;
/** Figures, and short words in small letters, are seldom names or topics. */
const SMALL = /^(\p{N}+|\p{Ll}{1,5})$/u;
/** What says nothing alone; of pairs of characters only those of scripts in which they are words do. */
const EMPTY = /^(.\p{Ll}|\p{sc=Arab}{1,4}|[^\p{Lu}\p{sc=Han}\p{sc=Hang}].)$/u;

/**
 * At most three names, words and tags that carried the similarity, the weightiest first. Neighbours in the text make one.
 */
export function reasonsOf({item, terms}: Story, related: Story): string[] {
  const shares = new Map(
    Array.from(related.terms, ([stem, weight]): [string, number] => [stem, (terms.get(stem) ?? 0) * weight])
      .sort(byNumber)
      .slice(0, 8),
  );
  const shareOf = (phrase: string) =>
    stemsOf(phrase).reduce(
      (sum, stem) => sum + (shares.get(stem) ?? 0),
      // Where it is a tag.
      shares.get(`#${phrase}`) ?? 0,
    );
  const text = textOf(item);
  const phrases = text
    .replace(PIECES, (piece, at: number) =>
      !SMALL.test(plain(piece)) && shareOf(JOINED.test(piece) ? text.slice(at - 1, at + 2) : piece) ? piece : '\n',
    )
    .match(PHRASES);
  const carried = new Map<string, [phrase: string, share: number]>();
  for (const phrase of [...(phrases ?? []), ...item.tags]) {
    const key = stemsOf(phrase).join();
    const [known, share] = carried.get(key) ?? [phrase, 0];
    // The capitals of a headline are not those of a name.
    carried.set(key, [known.toLowerCase() === phrase ? phrase : known, share + shareOf(phrase)]);
  }
  const used = new Set<string>();
  return [...carried.values()]
    .sort(byNumber)
    .filter(([phrase, share]) => {
      const stems = stemsOf(phrase);
      const tells =
        share > TELLING && (item.tags.includes(phrase) || !EMPTY.test(phrase)) && !stems.some((stem) => used.has(stem));
      if (tells) for (const stem of stems) used.add(stem);
      return tells;
    })
    .slice(0, 3)
    .map(([phrase]) => phrase);
}

function stemsOf(phrase: string): string[] {
  return wordsOf(phrase).map((word) => lookUp(word).stem);
}

/** A capital makes no name of a word that is written small elsewhere: it began a sentence. */
function plain(word: string): string {
  const small = word.toLowerCase();
  return words.has(small) ? small : word;
}
