/**
 * The stories of one feed as directions in the space of its words (tf–idf): sharing a word is worth what its rarity in
 * this very feed makes it worth, and the product of two directions, a cosine, says how much two stories share.
 */
import type {Item} from '../../feed/feed.js';
import {termsOf, vectorOf, type Terms, type Vector} from './terms.js';

/** Its weights make it of unit length. */
export interface Story extends Terms {
  item: Item;
  /** Its cosine with the mean of the others: how much it says that all of them say. */
  common: number;
}

export interface Space {
  /** In the items' order. */
  stories: Story[];
  /** An item's story, whether the feed has it or not. */
  find: (item: Item) => Story;
  /** Whether a stem is in few stories: a tenth, or three. What many have tells nothing. */
  isRare: (stem: number) => boolean;
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
  const stories: Story[] = [];
  let frequency: Vector;
  const read = (item: Item): Story => ({item, ...termsOf(item), common: 0});
  const weigh = (story: Story): Story => {
    const weights = story.weights.map(
      (weight, n) =>
        // What one story alone says counts as if two did: it can match nothing, and should not make a story a stranger.
        weight * Math.log((count + 2) / Math.max(2, frequency[story.stems[n] ?? 0] ?? 0)),
    );
    const length = Math.hypot(...weights);
    story.weights = weights.map((weight) => weight / length);
    return story;
  };
  function* steps() {
    for (const item of items) yield stories.push(read(item));
    frequency = vectorOf();
    const mean = vectorOf();
    for (const {stems} of stories) yield add(frequency, {stems, weights: stems.map(() => 1)});
    for (const story of stories) yield add(mean, weigh(story), 1 / count);
    for (const story of stories) yield (story.common = Math.max(0, dot(story, mean) - 1 / count));
  }
  const find = (item: Item) => stories.find(({item: {id}}) => id === item.id) ?? weigh(read(item));
  const isRare = (stem: number) => (frequency[stem] ?? 0) <= Math.max(3, count / 10);
  spaces.set(items, (space = {stories, find, isRare, steps: steps()}));
  return space;
}

export function add(vector: Vector, {stems, weights}: Terms, factor = 1): void {
  stems.forEach((stem, n) => (vector[stem] = (vector[stem] ?? 0) + (weights[n] ?? 0) * factor));
}

/** With a vector of another story, their cosine. */
export function dot({stems, weights}: Terms, vector: Vector): number {
  return stems.reduce((sum, stem, n) => sum + (weights[n] ?? 0) * (vector[stem] ?? 0), 0);
}
