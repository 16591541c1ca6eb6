import type {Feed, Item} from '../../feed/feed.js';

const origins = new WeakMap<Item, Feed>();

/** Remembers which feed an item comes from, when several are shown as one. */
export function setOrigin(item: Item, feed: Feed): void {
  origins.set(item, feed);
}

export function originOf(item: Item, feed: Feed): Feed {
  return origins.get(item) ?? feed;
}

/** Whether a reader must be told where an entry comes from: there are several sources, or it is Wikipedia. */
export function mustName(source: Feed, feed: Feed): boolean {
  return source.format === 'wikimedia' || feed.items.some((item) => originOf(item, feed) !== source);
}
