import type {Item} from '../../feed/feed.js';
import {optionsOf, selectionOf, selectNewest, type ListChoice, type RelatedSelection} from './newest.js';
import {relatedItems} from './related.js';

export {keyOf, wantedBy} from './newest.js';
export {prepareItems} from './related.js';

export interface RelatedChoice extends ListChoice {
  /** The story being read; without one the newest are chosen. */
  current: Item | undefined;
}

/** The stories that belong beside the one being read, or the newest. Undefined when there is none. */
export function selectRelated(items: readonly Item[], choice: RelatedChoice): RelatedSelection | undefined {
  const {current, first = []} = choice;
  if (!current) return selectNewest(items, choice);
  const found = relatedItems(items, current, {
    ...optionsOf(items, choice),
    first: [...first, ...current.related],
  });
  return selectionOf(
    found.map(({item}) => item),
    choice,
    (item) => found.find((related) => related.item === item)?.reasons ?? [],
  );
}
