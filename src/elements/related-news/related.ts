/**
 * Which stories of a feed belong beside the one being read. Pure: no DOM, no service, any language.
 *
 * Stories are compared by the words that they share, each weighted by how rare it is in this very feed. The nearest ones
 * then speak for the current one, so that a short lead finds what it does not name itself, and what all stories have in
 * common is taken off (Rocchio's relevance feedback).
 */
import type {Item} from '../../feed/feed.js';
import {choose, type RelatedOptions} from './choose.js';
import {reasonsOf} from './reasons.js';
import {add, dot, spaceOf, type Story} from './space.js';
import {vectorOf} from './terms.js';

export type {RelatedOptions} from './choose.js';
export {prepareItems} from './space.js';

export interface Related {
  item: Item;
  /** 0–1; what comes `first` has 1. */
  score: number;
  /** At most three tags, names and topics that both stories share, as the one being read writes them; often none. */
  reasons: string[];
}

/** How many of the nearest stories speak for the current one. */
const NEAREST = 8;
/** From this cosine on, two stories are versions of one; short ones, which chance brings near, must be nearer. */
const SAME = 0.4;
const SHORT = 3;

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
  {locale, exclude = [], first = current?.related, ...options}: RelatedOptions = {},
): Related[] {
  const {stories, find, isRare} = spaceOf(items);
  const me = current && find(current);
  const shown = me ? [me] : [];
  const vector = vectorOf();
  const isOther = (story: Story) => {
    add(vector, story);
    const isNew = shown.every((other) => dot(other, vector) < SAME + SHORT / story.stems.length);
    add(vector, story, -1);
    if (isNew) shown.push(story);
    return isNew;
  };
  return choose(
    stories,
    {...options, first, locale: current?.language ?? locale, exclude: [...exclude, current?.id ?? '']},
    isOther,
    me && scoresOf(me, stories),
  ).map(({story, rank}) => ({
    item: story.item,
    score: Math.min(1, rank),
    get reasons() {
      return current ? reasonsOf(current, story.item, current.language ?? locale ?? '', isRare) : [];
    },
  }));
}

/** How near each item is to `current`, 0–1, in the items' order. */
export function similarity(current: Item, items: readonly Item[]): number[] {
  const {stories, find} = spaceOf(items);
  return scoresOf(find(current), stories);
}

function scoresOf(me: Story, stories: readonly Story[]): number[] {
  const query = vectorOf();
  add(query, me);
  const shares = Float64Array.from(stories, (story) => (story === me ? 0 : dot(story, query) ** 2));
  // Numbers alone are sorted without a comparing function, which is many times faster.
  const nearest = shares.slice().sort().slice(-NEAREST);
  const total = nearest.reduce((sum, share) => sum + share, 0) || 1;
  const shareOf = (index: number) => {
    const share = shares[index] ?? 0;
    return share < (nearest[0] ?? 0) ? 0 : share / total;
  };
  stories.forEach((story, index) => add(query, story, shareOf(index)));
  // A story does not speak for itself.
  return stories.map((story, index) => Math.max(0, Math.min(1, dot(story, query) - shareOf(index) - story.common)));
}
