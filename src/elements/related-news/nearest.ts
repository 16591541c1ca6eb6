/**
 * Which stories of a feed are nearest to the one being read.
 *
 * Stories are compared by the words that they share, each weighted by how rare it is in this very feed. The nearest ones
 * then speak for the current one, so that a short lead finds what it does not name itself, and what all stories have in
 * common is taken off (Rocchio's relevance feedback).
 */
import type {Item} from '../../feed/feed.js';
import {choose, type Ranked, type RelatedOptions} from './choose.js';
import {add, dot, spaceOf, type Story} from './space.js';
import type {Vector} from './terms.js';

/** The power that makes the nearest stories speak louder than the many. */
const FOCUS = 3;
/** From this cosine on, two stories are versions of one; short ones, which chance brings near, must be nearer. */
const SAME = 0.4;
const SHORT = 3;

/** The stories that belong beside `current`, with what they are chosen by; see `relatedItems`. */
export function nearest(
  items: readonly Item[],
  current: Item | undefined,
  {locale, exclude = [], first = [], ...options}: RelatedOptions,
): Ranked<Story>[] {
  const {stories, find} = spaceOf(items);
  const me = current && find(current);
  const shown: Vector[] = me ? [add(me)] : [];
  return choose(
    stories,
    {
      ...options,
      locale: current?.language ?? locale,
      exclude: [...exclude, current?.id ?? ''],
      first: [...first, ...(current?.related ?? [])],
    },
    (story) =>
      shown.every((other) => dot(story, other) < SAME + SHORT / story.stems.length) && shown.push(add(story)) > 0,
    me && scoresOf(me, stories),
  );
}

/** How near each item is to `current`, 0–1, in the items' order. */
export function similarity(current: Item, items: readonly Item[]): number[] {
  const {stories, find} = spaceOf(items);
  return scoresOf(find(current), stories);
}

function scoresOf(me: Story, stories: readonly Story[]): number[] {
  const query = add(me);
  const shares = stories.map((story) => (story === me ? 0 : dot(story, query) ** FOCUS));
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  const voices = shares.map((share) => share / total - 1 / stories.length);
  stories.forEach((story, n) => add(story, voices[n], query));
  // A story does not speak for itself.
  return stories.map(
    (story, n) => story.stems.length && Math.max(0, Math.min(1, dot(story, query) - (voices[n] ?? 0))),
  );
}
