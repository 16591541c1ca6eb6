/**
 * The stories of one feed as directions in the space of its words (tf–idf): sharing a word is worth what its rarity in
 * this very feed makes it worth, and the product of two directions, a cosine, says how much two stories share.
 */
import type {Item} from '../../feed/feed.js';
import {termsOf, vectorOf, type Terms, type Vector} from './terms.js';

/** Its weights make it of unit length. */
export interface Story extends Terms {
  item: Item;
}

export interface Space {
  /** In the items' order. */
  stories: Story[];
  /** An item's story, whether the feed has it or not. */
  find: (item: Item) => Story;
  /** How many stories have each stem. */
  frequency: Vector;
  /** Makes all that, with a pause wherever there is time for something else. */
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
  const known = spaces.get(items);
  if (known) return known;
  const stories: Story[] = [];
  const read = (item: Item): Story => ({item, ...termsOf(item)});
  const weigh = (story: Story): Story => {
    const weights = story.weights.map(
      (weight, n) =>
        // What one story alone says counts as if two did: it can match nothing, and should not make a story a stranger.
        weight * Math.log((items.length + 2) / Math.max(2, space.frequency[story.stems[n] ?? 0] ?? 0)),
    );
    const length = Math.hypot(...weights);
    story.weights = weights.map((weight) => weight / length);
    return story;
  };
  function* steps() {
    for (const item of items) yield stories.push(read(item));
    space.frequency = vectorOf();
    for (const {stems} of stories) yield add({stems, weights: []}, 1, space.frequency);
    for (const story of stories) yield weigh(story);
  }
  const find = (item: Item) => stories.find((story) => story.item.id === item.id) ?? weigh(read(item));
  const space: Space = {stories, find, frequency: vectorOf(), steps: steps()};
  spaces.set(items, space);
  return space;
}

/** Adds a story so many times, to nothing by default; without weights, each of its stems counts one. */
export function add({stems, weights}: Terms, factor = 1, vector = vectorOf()): Vector {
  stems.forEach((stem, n) => (vector[stem] = (vector[stem] ?? 0) + (weights[n] ?? 1) * factor));
  return vector;
}

/** With a vector of another story, their cosine. */
export function dot({stems, weights}: Terms, vector: Vector): number {
  return stems.reduce((sum, stem, n) => sum + (weights[n] ?? 0) * (vector[stem] ?? 0), 0);
}
