/**
 * The stories of one feed as directions in the space of its words (tf–idf): sharing a word is worth what its rarity in
 * this very feed makes it worth, and the product of two directions, a cosine, says how much two stories share.
 */
import type {Item} from '../../feed/feed.js';
import {add, termsOf, type Terms} from './terms.js';

export interface Story {
  item: Item;
  /** Of unit length. */
  terms: Terms;
  /** Its cosine with the mean of the others: how much it says that all of them say. */
  common: number;
}

export interface Space {
  /** In the items' order. */
  stories: Story[];
  /** An item's story, whether the feed has it or not. */
  find: (item: Item) => Story;
  /** Makes the stories, with a pause wherever there is time for something else. */
  steps: Iterator<unknown>;
}

/** How long the main thread is held at a time, in milliseconds. */
const SLICE = 8;

/** A list of items stays the same from one story that is read to the next. */
const spaces = new WeakMap<readonly Item[], Space>();

export function spaceOf(items: readonly Item[]): Space {
  const space = open(items);
  while (!space.steps.next().done);
  return space;
}

/**
 * Reads the items of a list a few milliseconds at a time. Without it the first ranking of that list reads them all at
 * once, which is a long task when they are many.
 */
export async function prepareItems(items: readonly Item[]): Promise<void> {
  const {steps} = open(items);
  let end = 0;
  while (!steps.next().done)
    if (performance.now() > end) {
      await new Promise((resolve) => setTimeout(resolve));
      end = performance.now() + SLICE;
    }
}

function open(items: readonly Item[]): Space {
  let space = spaces.get(items);
  if (space) return space;
  const count = items.length;
  const frequency: Terms = new Map();
  const mean: Terms = new Map();
  const weigh = (terms: Terms) => {
    terms.forEach((weight, stem) =>
      // What one story alone says counts as if two did: it can match nothing, and should not make a story a stranger.
      terms.set(stem, weight * Math.log((count + 2) / Math.max(2, frequency.get(stem) ?? 0))),
    );
    const length = Math.hypot(...terms.values());
    terms.forEach((weight, stem) => terms.set(stem, weight / length));
    return terms;
  };
  const stories: Story[] = [];
  function* read() {
    for (const item of items) {
      const terms = termsOf(item);
      terms.forEach((_, stem) => add(frequency, stem, 1));
      yield stories.push({item, terms, common: 0});
    }
    for (const {terms} of stories) yield weigh(terms).forEach((weight, stem) => add(mean, stem, weight / count));
    for (const story of stories) yield (story.common = Math.max(0, cosine(story.terms, mean) - 1 / count));
  }
  const find = (item: Item) =>
    stories.find(({item: {id}}) => id === item.id) ?? {item, terms: weigh(termsOf(item)), common: 0};
  spaces.set(items, (space = {stories, find, steps: read()}));
  return space;
}

export function cosine(a: Terms, b: Terms): number {
  let sum = 0;
  a.forEach((weight, stem) => (sum += weight * (b.get(stem) ?? 0)));
  return sum;
}

/** Sorts pairs by their numbers, the largest first. */
export function byNumber([, a]: [unknown, number], [, b]: [unknown, number]): number {
  return b - a;
}
