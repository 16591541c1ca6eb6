/**
 * Which stories of a feed belong beside the one being read. Pure: no DOM, no service, any language.
 *
 * Stems are weighted by how rare they are in this very feed (tf–idf) and compared by cosine. The nearest stories then
 * speak for the current one, so that a short lead finds what it does not name itself, and what all stories have in
 * common is taken off (Rocchio's relevance feedback).
 */
import type {Item} from '../../feed/feed.js';
import {reasonsOf} from './reasons.js';
import {termsOf, weightsById, type Terms} from './terms.js';

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
/** From this cosine on, two stories are versions of one; short ones, which chance brings near, must be nearer. */
const SAME = 0.4;
const SHORT = 3;
/** Tie-breakers, on the scale of the similarity: published now (half of it a month ago), and in the language. */
const TIE = 0.01;
const MONTH = 30 * 86_400_000;
/** How long the main thread is held at a time. */
const SLICE = 8;

/**
 * The stories that belong beside `current`, best first; without one, the newest. Of the versions of a story, one is
 * shown, and none of the current story's own.
 */
export function relatedItems(
  items: readonly Item[],
  current: Item | undefined,
  {limit = 4, now = new Date(), locale, exclude = []}: RelatedOptions = {},
): Related[] {
  const {stories, me, own, sum} = relate(current, items);
  const left = new Set(exclude);
  const language = (current?.language ?? locale ?? '').slice(0, 2);
  const ranked = stories
    .filter((story) => story !== me && !left.has(story.item.id))
    .map((story) => {
      const {item, score} = story;
      const age = Math.max(0, Number(now) - Number(item.datePublished));
      // Without a date the age is NaN.
      const ties = (TIE / (1 + age / MONTH) || 0) + (item.language?.startsWith(language) ? TIE : 0);
      const pick = current?.related.indexOf(item.id) ?? -1;
      return {story, pick, rank: pick < 0 ? Math.min(1, score + ties) : 2};
    })
    .sort((a, b) => b.rank - a.rank || a.pick - b.pick);

  const shown = [own];
  const related: Related[] = [];
  for (const {story, rank} of ranked)
    if (
      related.length < limit &&
      (rank > 1 || shown.every((other) => dot(other, story) < SAME + SHORT / story.terms.size))
    ) {
      shown.push(sum([story]));
      const reasons = current ? reasonsOf(current, story, own) : [];
      related.push({item: story.item, score: Math.min(1, rank), reasons});
    }
  return related;
}

/** How near each item is to `current`, 0–1, in the items' order. */
export function similarity(current: Item, items: readonly Item[]): number[] {
  return relate(current, items).stories.map(({score}) => score);
}

/**
 * Reads the words of items a few milliseconds at a time. Without it the first ranking reads them all at once, which takes
 * a long task when there are many; every later one finds them read.
 */
export async function prepareItems(items: readonly Item[]): Promise<void> {
  let end = performance.now() + SLICE;
  for (const item of items) {
    termsOf(item);
    if (performance.now() > end) {
      await new Promise((resolve) => setTimeout(resolve));
      end = performance.now() + SLICE;
    }
  }
}

/** An item as a direction, given by its terms, their value in the feed, and a scale to unit length. */
export interface Story {
  item: Item;
  terms: Terms;
  scale: number;
  /** How much it speaks for the current story. */
  share: number;
  score: number;
}

function relate(current: Item | undefined, items: readonly Item[]) {
  const all = current && !items.some(({id}) => id === current.id) ? [...items, current] : items;
  const count = all.length;
  const stories = all.map((item): Story => ({item, terms: termsOf(item), scale: 0, share: 0, score: 0}));

  const frequency = weightsById();
  for (const {terms} of stories)
    terms.forEach((_, id) => {
      frequency[id] = (frequency[id] ?? 0) + 1;
    });
  // What one story alone says counts as if two did: it can match nothing, and should not make a story a stranger.
  const value = frequency.map((times) => Math.log((count + 1) / Math.max(2, times)) ** 2);
  for (const story of stories) {
    let square = 0;
    story.terms.forEach((weight, id) => {
      square += (value[id] ?? 0) * weight ** 2;
    });
    story.scale = 1 / Math.sqrt(square || 1);
  }
  const sum = (parts: Story[], factor: (part: Story) => number = () => 1) => {
    const weights = weightsById();
    for (const part of parts) {
      const times = factor(part) * part.scale;
      part.terms.forEach((weight, id) => {
        weights[id] = (weights[id] ?? 0) + times * weight * (value[id] ?? 0);
      });
    }
    return weights;
  };

  const me = stories.find(({item}) => item.id === current?.id);
  const own = sum(me ? [me] : []);
  for (const story of stories) story.score = story === me ? 0 : dot(own, story) ** 2;
  const nearest = [...stories].sort((a, b) => b.score - a.score).slice(0, NEAREST);
  const total = nearest.reduce((total, {score}) => total + score, 0) || 1;
  for (const story of nearest) story.share = story.score / total;
  const query = sum(stories, (story) => (story === me ? 1 : story.share) - 1 / count);
  // A story speaks neither for itself among the nearest nor in the mean.
  for (const story of stories) story.score = Math.max(0, Math.min(1, dot(query, story) - story.share + 1 / count));
  return {stories: stories.slice(0, items.length), me, own, sum};
}

function dot(weights: Float64Array, {terms, scale}: Story): number {
  let total = 0;
  terms.forEach((weight, id) => {
    total += (weights[id] ?? 0) * weight;
  });
  return total * scale;
}
