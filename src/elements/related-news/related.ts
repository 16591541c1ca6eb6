/**
 * Which stories of a feed belong beside the one being read. Pure: no DOM, no service, any language.
 *
 * Stories are compared by the words that they share, each weighted by how rare it is in this very feed. The nearest ones
 * then speak for the current one, so that a short lead finds what it does not name itself, and what all stories have in
 * common is taken off (Rocchio's relevance feedback).
 */
import type {Item} from '../../feed/feed.js';
import {reasonsOf} from './reasons.js';
import {byNumber, cosine, spaceOf, type Story} from './space.js';
import {add, type Terms} from './terms.js';

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
  /** Ids of items that come first, in this order. Default: what the current story itself calls related. */
  first?: readonly string[] | undefined;
}

export interface Related {
  item: Item;
  /** 0–1; what comes `first` has 1. */
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
  {limit = 4, now = new Date(), locale, exclude = [], first = current?.related ?? []}: RelatedOptions = {},
): Related[] {
  const {stories, find} = spaceOf(items);
  const me = current && find(current);
  const scores = me ? scoresOf(me, stories) : [];
  const left = new Set(exclude);
  const language = (current?.language ?? locale ?? '').slice(0, 2);
  const shown = me ? [me] : [];
  const related: Related[] = [];
  const ranked = stories
    .map((story, index): [Story, number] => {
      const {id, datePublished, language: its} = story.item;
      const age = Math.max(0, +now - +(datePublished ?? NaN));
      // Without a date the age is NaN.
      const ties = (TIE / (1 + age / MONTH) || 0) + (its?.startsWith(language) ? TIE : 0);
      const place = first.indexOf(id) + 1;
      return [story, place ? 2 + 1 / place : (scores[index] ?? 0) + ties];
    })
    .sort(byNumber);
  for (const [story, rank] of ranked) {
    const {item, terms} = story;
    if (
      related.length < limit &&
      story !== me &&
      !left.has(item.id) &&
      (rank > 2 || shown.every((other) => cosine(terms, other.terms) < SAME + SHORT / terms.size))
    ) {
      shown.push(story);
      related.push({
        item,
        score: Math.min(1, rank),
        get reasons() {
          return me ? reasonsOf(me, story) : [];
        },
      });
    }
  }
  return related;
}

/** How near each item is to `current`, 0–1, in the items' order. */
export function similarity(current: Item, items: readonly Item[]): number[] {
  const {stories, find} = spaceOf(items);
  return scoresOf(find(current), stories);
}

function scoresOf(me: Story, stories: readonly Story[]): number[] {
  const nearest = stories
    .map((story): [Story, number] => [story, story === me ? 0 : cosine(story.terms, me.terms) ** 2])
    .sort(byNumber)
    .slice(0, NEAREST);
  const shares = new Map(nearest);
  const total = nearest.reduce((sum, [, share]) => sum + share, 0) || 1;
  const query: Terms = new Map(me.terms);
  for (const [{terms}, share] of nearest) terms.forEach((weight, stem) => add(query, stem, (weight * share) / total));
  return stories.map((story) =>
    // A story does not speak for itself.
    Math.max(0, Math.min(1, cosine(story.terms, query) - (shares.get(story) ?? 0) / total - story.common)),
  );
}
