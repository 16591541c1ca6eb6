import type {Feed, Item, ItemSource} from '../../feed/feed.js';

/** The feed that an item comes from, or what is known of it. */
export function originOf(item: Item, feed: Feed): ItemSource {
  return item.source ?? feed;
}

/** Whether an item is Wikimedia's, and not the site's own. */
export function isWorld(item: Item, feed: Feed): boolean {
  return originOf(item, feed).format === 'wikimedia';
}
