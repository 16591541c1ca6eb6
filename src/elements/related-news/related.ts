/** `news-elements/related`: which stories of a feed belong beside the one being read. Pure: no DOM, no service, any language. */
import type {Item} from '../../feed/feed.js';
import type {RelatedOptions} from './choose.js';
import {nearest} from './nearest.js';
import {reasonsOf} from './reasons.js';

export type {RelatedOptions} from './choose.js';
export {similarity} from './nearest.js';
export {prepareItems} from './space.js';

export interface Related {
  item: Item;
  /** 0–1; what comes `first` has 1. */
  score: number;
  /** At most three tags, names and topics that both stories share, as the one being read writes them; often none. */
  reasons: string[];
}

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
  options: RelatedOptions = {},
): Related[] {
  return nearest(items, current, options).map(({story: {item}, rank}) => ({
    item,
    score: Math.min(1, rank),
    get reasons() {
      return current ? reasonsOf(items, current, item, options.locale) : [];
    },
  }));
}
