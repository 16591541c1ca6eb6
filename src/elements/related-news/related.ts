/**
 * Which stories of a feed belong beside the one being read. Pure: no DOM, no service, any language.
 *
 * Stems are weighted by how rare they are in this very feed (tf–idf) and compared by cosine. The nearest stories then
 * speak for the current one, so that a short lead finds what it does not name itself, and what all stories have in
 * common is taken off (Rocchio's relevance feedback).
 */
import type {Item} from '../../feed/feed.js';
import {textOf, lookUp, termsOf, weightsById, wordsOf, type Terms} from './terms.js';

export interface RelatedOptions {
  /** The most items returned. Default 4. */
  limit?: number | undefined;
  /** What recency is measured from. Default: the present. */
  now?: Date | undefined;
  /** BCP 47 tag of the reader. Of equals, stories in the current story's language come first, else those in this one. */
  locale?: string | undefined;
  /** Ids of items to leave out. They still count when words are weighted. */
  exclude?: Iterable<string> | undefined;
}

export interface Related {
  item: Item;
  /** 0–1; what the publisher itself calls related has 1. */
  score: number;
  /** At most three names, words or tags that both stories share, as they are written there, the weightiest first. */
  reasons: string[];
}

/** How many of the nearest stories speak for the current one. */
const NEAREST = 8;
/** From this cosine two stories are versions of one. */
const SAME = 0.5;
/** Tie-breakers, on the scale of the similarity: published now (half of it a month ago); in the same language. */
const RECENCY = 0.01;
const LANGUAGE = 0.01;
const MONTH = 30 * 86_400_000;

/** The stories that belong beside `current`, best first; the newest when there is none. Versions of one story show once. */
export function relatedItems(
  items: readonly Item[],
  current: Item | undefined,
  {limit = 4, now = new Date(), locale, exclude = []}: RelatedOptions = {},
): Related[] {
  const {stories, own, sum} = relate(current, items);
  const language = primary(current?.language ?? locale);
  const left = new Set(exclude).add(current?.id ?? '');
  const ranked = stories
    .filter(({item}) => !left.has(item.id))
    .map((story) => {
      const {id, datePublished, language: its} = story.item;
      const age = now.getTime() - (datePublished?.getTime() ?? -Infinity);
      const ties = RECENCY / (1 + Math.max(0, age) / MONTH) + (primary(its) === language ? LANGUAGE : 0);
      const pick = current?.related.indexOf(id) ?? -1;
      return {story, rank: pick < 0 ? Math.min(1, story.score + ties) : Infinity, pick};
    })
    .sort((a, b) => b.rank - a.rank || a.pick - b.pick);

  const shown = [own];
  const related: Related[] = [];
  for (const {story, rank} of ranked)
    if (related.length < limit && (rank > 1 || shown.every((other) => dot(other, story) < SAME))) {
      shown.push(sum([story]));
      related.push({
        item: story.item,
        score: Math.min(1, rank),
        reasons: current ? reasonsOf(current, story.item, own) : [],
      });
    }
  return related;
}

/** How near each item is to `current`, 0–1, in the items' order. */
export function similarity(current: Item, items: readonly Item[]): number[] {
  return relate(current, items).stories.map(({score}) => score);
}

interface Story {
  item: Item;
  terms: Terms;
  /** Makes it of unit length. */
  scale: number;
  /** How much it speaks for the current story. */
  share: number;
  score: number;
}

function relate(current: Item | undefined, items: readonly Item[]) {
  const isCurrent = ({id}: Item) => id === current?.id;
  const all = current && !items.some(isCurrent) ? [...items, current] : items;
  const count = all.length;
  const stories = all.map((item): Story => ({item, terms: termsOf(item), scale: 0, share: 0, score: 0}));

  // What one story alone says counts as if two did: it can match nothing, and should not make a story a stranger.
  const frequency = weightsById();
  for (const {terms} of stories) for (const id of terms.keys()) frequency[id] = (frequency[id] ?? 0) + 1;
  const value = frequency.map((times) => Math.log((count + 1) / Math.max(2, times)) ** 2);
  for (const story of stories) {
    let square = 0;
    for (const [id, weight] of story.terms) square += (value[id] ?? 0) * weight ** 2;
    story.scale = 1 / Math.sqrt(square || 1);
  }
  const sum = (parts: Story[], factor = (_: Story) => 1) => {
    const weights = weightsById();
    for (const part of parts) {
      const share = factor(part) * part.scale;
      for (const [id, weight] of part.terms) weights[id] = (weights[id] ?? 0) + share * weight * (value[id] ?? 0);
    }
    return weights;
  };

  const me = stories.filter(({item}) => isCurrent(item));
  const own = sum(me);
  for (const story of stories) story.score = me.includes(story) ? 0 : dot(own, story) ** 2;
  const nearest = [...stories].sort((a, b) => b.score - a.score).slice(0, NEAREST);
  const total = nearest.reduce((total, {score}) => total + score, 0) || 1;
  for (const story of nearest) story.share = story.score / total;
  const query = sum(stories, (story) => (me.includes(story) ? 1 : story.share) - 1 / count);
  // A story speaks neither for itself among the nearest nor in the mean.
  for (const story of stories) story.score = Math.max(0, Math.min(1, dot(query, story) - story.share + 1 / count));
  return {stories: stories.slice(0, items.length), own, sum};
}

function dot(weights: Float64Array, {terms, scale}: Story): number {
  let total = 0;
  for (const [id, weight] of terms) total += (weights[id] ?? 0) * weight;
  return total * scale;
}

function idsOf(text: string): Set<number> {
  return new Set(wordsOf(text).map((word) => lookUp(word).id));
}

/** Names, words and tags that carried the similarity, as the current story writes them; neighbours in the text as one. */
function reasonsOf(current: Item, item: Item, own: Float64Array): string[] {
  const shares = new Map(
    Array.from(termsOf(item), ([id, weight]): [number, number] => [id, (own[id] ?? 0) * weight])
      .sort(([, a], [, b]) => b - a)
      .slice(0, 6)
      .filter(([, share], _, [first]) => share > (first?.[1] ?? 0) / 3),
  );
  const phrases = new Map<string, number>();
  const text = textOf(current);
  let phrase = '';
  let carried = 0;
  for (const word of [...wordsOf(text), '']) {
    const share = shares.get(lookUp(word).id);
    const longer = share && phrase && [phrase + word.slice(1), `${phrase} ${word}`].find((part) => text.includes(part));
    if (!longer) {
      if (READABLE.test(phrase)) phrases.set(phrase, (phrases.get(phrase) ?? 0) + carried);
      carried = 0;
    }
    phrase = longer || (share ? word : '');
    carried += share ?? 0;
  }
  const used = new Set<number>();
  return [...phrases]
    .sort(([, a], [, b]) => b - a)
    .map(([phrase]) => phrase)
    .filter((phrase) => {
      const before = used.size;
      const ids = idsOf(phrase);
      for (const id of ids) used.add(id);
      return used.size === before + ids.size;
    })
    .slice(0, 3);
}

/** Three letters, two capitals or two Han characters: what is shorter says nothing by itself. */
const READABLE = /[\p{L}\p{M}]{3}|\p{Lu}{2}|\p{sc=Han}{2}/u;

function primary(tag = ''): string {
  return tag.slice(0, 2);
}
