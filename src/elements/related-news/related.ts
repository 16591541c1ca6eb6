/**
 * Which stories of a feed belong beside the one being read. Pure: no DOM, no service, any language.
 *
 * Stories are compared by the words that they share, each weighted by how rare it is in this very feed. The nearest ones
 * then speak for the current one, so that a short lead finds what it does not name itself, and what all stories have in
 * common is taken off (Rocchio's relevance feedback).
 */
import type {Item} from '../../feed/feed.js';
import {reasonsOf} from './reasons.js';
import {add, cosine, spaceOf, type Direction, type Space, type Story} from './space.js';
import {termsOf} from './terms.js';

export {prepareItems} from './space.js';

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

/**
 * The stories that belong beside `current`, best first; without one, the newest. Of the versions of a story, one is
 * shown, and none of the current story's own.
 *
 * @param items read once: when one is added or changed, hand in another list. Narrow it with `exclude` rather than with
 * `filter`, which makes another list and weighs words by what is left
 */
export function relatedItems(
  items: readonly Item[],
  current: Item | undefined,
  {limit = 4, now = new Date(), locale, exclude = []}: RelatedOptions = {},
): Related[] {
  const space = spaceOf(items);
  const me = current && storyOf(current, space);
  const scores = me ? scoresOf(me, space) : [];
  const left = new Set(exclude);
  const language = (current?.language ?? locale ?? '').slice(0, 2);
  const ranked = space.stories
    .map((story, index) => {
      const {id, datePublished, language: its} = story.item;
      const age = Math.max(0, Number(now) - Number(datePublished));
      // Without a date the age is NaN.
      const ties = (TIE / (1 + age / MONTH) || 0) + (its?.startsWith(language) ? TIE : 0);
      const pick = current?.related.indexOf(id) ?? -1;
      return {story, pick, rank: pick < 0 ? Math.min(1, (scores[index] ?? 0) + ties) : 2};
    })
    .filter(({story}) => story !== me && !left.has(story.item.id))
    .sort((a, b) => b.rank - a.rank || a.pick - b.pick);

  const shown = me ? [me] : [];
  const related: Related[] = [];
  for (const {story, rank} of ranked) {
    if (related.length >= limit) break;
    const nearest = Math.max(0, ...shown.map((other) => cosine(story, other, space.value)));
    if (rank > 1 || nearest < SAME + SHORT / story.terms.size) {
      shown.push(story);
      related.push({item: story.item, score: Math.min(1, rank), reasons: me ? reasonsOf(me, story, space) : []});
    }
  }
  return related;
}

/** How near each item is to `current`, 0–1, in the items' order. */
export function similarity(current: Item, items: readonly Item[]): number[] {
  const space = spaceOf(items);
  return scoresOf(storyOf(current, space), space);
}

function storyOf(item: Item, {stories, value}: Space): Story {
  const known = stories.find(({item: {id}}) => id === item.id);
  if (known) return known;
  const story = {item, terms: termsOf(item), scale: 1, common: 0};
  return {...story, scale: 1 / Math.sqrt(cosine(story, story, value) || 1)};
}

function scoresOf(me: Story, {stories, value}: Space): number[] {
  const nearest = stories
    .map((story): [Story, number] => [story, story === me ? 0 : cosine(story, me, value) ** 2])
    .sort(([, a], [, b]) => b - a)
    .slice(0, NEAREST);
  const shares = new Map(nearest);
  const total = nearest.reduce((sum, [, share]) => sum + share, 0) || 1;
  const query: Direction = {terms: new Map(), scale: 1};
  add(query.terms, me, 1);
  for (const [story, share] of nearest) add(query.terms, story, share / total);
  return stories.map((story) =>
    // A story does not speak for itself.
    Math.max(0, Math.min(1, cosine(story, query, value) - (shares.get(story) ?? 0) / total - story.common)),
  );
}
