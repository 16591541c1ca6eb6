/** One feed out of several, or out of several pages of one: what it says of itself is the first one's. */
import {collectItems, createFeed, MAX_ITEMS, type Feed, type Item, type ItemSource} from './feed.js';
import {onceEach} from './same-story.js';

const NONE = createFeed('none', {items: [], dropped: 0});

/** Every item of every page once. */
export function joinPages(pages: readonly Feed[]): Feed {
  const [first = NONE] = pages;
  const before = itemsOf(pages.slice(0, -1));
  const items = itemsOf(pages);
  return createFeed(first.format, {
    ...first,
    // What brings nothing new is the last page: a server that knows of no pages gives the first one again and again.
    nextUrl: items.length > before.length ? pages.at(-1)?.nextUrl : undefined,
    items,
    dropped: sumOfDropped(pages),
  });
}

function itemsOf(pages: readonly Feed[]): Item[] {
  return collectItems(
    pages.flatMap(({items}) => items),
    (item) => item,
  ).items;
}

/** Newest first, each story once, each item with its `source`. `nextUrl` is that of the first feed that goes on. */
export function mergeFeeds(feeds: readonly Feed[]): Feed {
  const [first = NONE] = feeds;
  return createFeed(first.format, {
    ...first,
    nextUrl: feeds.find(({nextUrl}) => nextUrl)?.nextUrl,
    expired: feeds.every(({expired}) => expired),
    items: onceEach(feeds.map(withSource)).slice(0, MAX_ITEMS),
    dropped: sumOfDropped(feeds),
  });
}

function sumOfDropped(feeds: readonly Feed[]): number {
  return feeds.reduce((sum, {dropped}) => sum + dropped, 0);
}

/** The same item again when the same feed is merged again, for those who remember something of an item. */
const sourced = new WeakMap<Item, Item>();

function withSource({items, format, url, title, homePageUrl, icon, language}: Feed): Item[] {
  const source: ItemSource = {format, url, title, homePageUrl, icon, language};
  return items.map((item) => {
    const copy = sourced.get(item) ?? {...item, source, language: item.language ?? language};
    sourced.set(item, copy);
    return copy;
  });
}
