/** Which stories of a feed are shown, and in which order. Pure, and the same with a ranking and without. */
import type {Item} from '../../feed/feed.js';

export interface RelatedOptions {
  /** The most items returned. Default 4. */
  limit?: number | undefined;
  /** What recency is measured from. Default: the present. */
  now?: Date | undefined;
  /** BCP 47 tag of the reader. Of equals, stories in the current story's language come first, else those in this one. */
  locale?: string | undefined;
  /** Ids of items to leave out. They still count when words are weighted. */
  exclude?: Iterable<string> | undefined;
  /** Ids of items that come first, in this order, before what the current story itself calls related. */
  first?: readonly string[] | undefined;
}

/** Tie-breakers, on the scale of the similarity: published now (half of it a month ago), and in the language. */
const TIE = 0.01;
const MONTH = 30 * 86_400_000;

export interface Ranked<Story> {
  story: Story;
  /** How near it is, with the tie-breakers: below 2, and above it for what comes `first`. */
  rank: number;
}

/**
 * The best of some stories, with what they are chosen by.
 *
 * @param isOther asked of each story before it is chosen: false for another version of one that has been
 * @param scores how near each is to the one being read, 0–1
 */
export function choose<Story extends {item: Item}>(
  stories: readonly Story[],
  {limit = 4, now = new Date(), locale = '', exclude = [], first = []}: RelatedOptions,
  isOther: (story: Story) => boolean,
  scores: ArrayLike<number> = [],
): Ranked<Story>[] {
  const left = new Set(exclude);
  const language = locale.slice(0, 2);
  const ranked = stories
    .map((story, index) => {
      const {id, datePublished, language: its} = story.item;
      const age = Math.max(0, +now - +(datePublished ?? NaN));
      // Without a date the age is NaN.
      const ties = (TIE / (1 + age / MONTH) || 0) + (its?.startsWith(language) ? TIE : 0);
      const place = first.indexOf(id) + 1;
      return {story, rank: place ? 2 + 1 / place : (scores[index] ?? 0) + ties};
    })
    .sort((a, b) => b.rank - a.rank);
  const chosen: Ranked<Story>[] = [];
  for (const one of ranked)
    if (chosen.length < limit && !left.has(one.story.item.id) && (isOther(one.story) || one.rank > 2)) chosen.push(one);
  return chosen;
}
