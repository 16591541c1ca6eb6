import type {Item} from '../../feed/feed.js';
import {nearest} from './nearest.js';
import {optionsOf, selectionOf, type ListChoice, type RelatedSelection} from './newest.js';
import type {reasonsOf} from './reasons.js';

// The reasons take all this from here: with other entrances the built script would cut the ranking in two.
export {prepareItems, spaceOf} from './space.js';
export {JOINED, LETTER, lookUp, numberOf, textOf, words, wordsOf} from './terms.js';

/**
 * The stories that belong beside the one being read. Undefined when there is none.
 *
 * @param explain tells why two stories are related
 */
export function selectRelated(
  items: readonly Item[],
  current: Item,
  choice: ListChoice,
  explain?: typeof reasonsOf,
): RelatedSelection | undefined {
  return selectionOf(
    nearest(items, current, optionsOf(items, choice)).map(({story}) => story.item),
    choice,
    (item) => explain?.(items, current, item, choice.locale) ?? [],
  );
}
