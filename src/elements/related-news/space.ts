/**
 * The stories of one feed as directions in the space of its words (tf–idf): sharing a word is worth what its rarity in
 * this very feed makes it worth, and the cosine of two stories says how much they share.
 */
import type {Item} from '../../feed/feed.js';
import {termsOf, type Terms} from './terms.js';

export interface Direction {
  terms: Terms;
  /** Brings it to unit length. */
  scale: number;
}

export interface Story extends Direction {
  item: Item;
  /** Its cosine with the mean of the others: how much it says that all of them say. */
  common: number;
}

export interface Space {
  /** In the items' order. */
  stories: Story[];
  /** What sharing a term is worth. */
  value: (id: number) => number;
}

/** How long the main thread is held at a time, in milliseconds. */
const SLICE = 8;

/** A list of items stays the same from one story that is read to the next. */
const spaces = new WeakMap<readonly Item[], Space>();

export function spaceOf(items: readonly Item[]): Space {
  const steps = build(items);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Reads the items of a list a few milliseconds at a time. Without it the first ranking of that list reads them all at
 * once, which is a long task when they are many.
 */
export async function prepareItems(items: readonly Item[]): Promise<void> {
  const steps = build(items);
  let end = performance.now() + SLICE;
  while (!steps.next().done)
    if (performance.now() > end) {
      await new Promise((resolve) => setTimeout(resolve));
      end = performance.now() + SLICE;
    }
}

/** Pauses wherever there is time for something else. */
function* build(items: readonly Item[]): Generator<undefined, Space> {
  let space = spaces.get(items);
  if (space) return space;
  const stories: Story[] = [];
  const frequency = new Map<number, number>();
  for (const item of items) {
    const terms = termsOf(item);
    terms.forEach((_, id) => frequency.set(id, (frequency.get(id) ?? 0) + 1));
    stories.push({item, terms, scale: 1, common: 0});
    yield;
  }
  const count = stories.length;
  // What one story alone says counts as if two did: it can match nothing, and should not make a story a stranger.
  const value = (id: number) => Math.log((count + 2) / Math.max(2, frequency.get(id) ?? 0)) ** 2;
  const mean: Direction = {terms: new Map(), scale: 1 / count};
  for (const story of stories) {
    story.scale = 1 / Math.sqrt(cosine(story, story, value) || 1);
    add(mean.terms, story, 1);
    yield;
  }
  for (const story of stories) {
    story.common = story.terms.size && cosine(story, mean, value) - 1 / count;
    yield;
  }
  spaces.set(items, (space = {stories, value}));
  return space;
}

export function cosine(a: Direction, b: Direction, value: Space['value']): number {
  let sum = 0;
  a.terms.forEach((weight, id) => {
    const other = b.terms.get(id);
    if (other) sum += weight * other * value(id);
  });
  return sum * a.scale * b.scale;
}

export function add(terms: Terms, {terms: more, scale}: Direction, factor: number): void {
  more.forEach((weight, id) => terms.set(id, (terms.get(id) ?? 0) + factor * scale * weight));
}
