import type {Feed, Item} from '../../feed/feed.js';
import {relatedItems} from './related.js';

export interface RelatedChoice {
  /** The story being read; without one the newest are chosen. */
  current: Item | undefined;
  limit: number;
  /** BCP 47 tag of the page. */
  locale: string;
  /** Ids that are shown elsewhere on the page. */
  exclude: ReadonlySet<string>;
}

export interface RelatedSelection {
  items: Item[];
  /** Why each item is here, by its place: words that it shares with the story being read. */
  reasons: string[][];
  isRelated: boolean;
}

/** The stories that belong beside the one being read, or the newest. Undefined when there is none. */
export function selectRelated(feed: Feed, {current, ...options}: RelatedChoice): RelatedSelection | undefined {
  const related = relatedItems(feed.items, current, options);
  return related.length
    ? {
        items: related.map(({item}) => item),
        reasons: related.map(({reasons}) => reasons),
        isRelated: current !== undefined,
      }
    : undefined;
}
