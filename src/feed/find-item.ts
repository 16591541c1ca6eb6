import type {Feed, Item} from './feed.js';

/** An item by its id or its address. */
export function findItem(items: readonly Item[], idOrUrl: string): Item | undefined {
  const address = comparable(idOrUrl);
  return (
    items.find(({id}) => id === idOrUrl) ??
    (address ? items.find(({url, id}) => comparable(url) === address || comparable(id) === address) : undefined)
  );
}

const TRACKING = /^(utm_.*|fbclid|gclid)$/;

/** An address without what does not change the page: scheme, fragment, final slash, tracking. */
export function comparable(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return `${url.host}${url.pathname.replace(/\/$/, '')}${url.search}`;
}

/** Whether a page can be no story of a feed, as far as its beginning tells: it is the feed's home, or another site's. */
export function isFrontPage(pageUrl: string, {homePageUrl, items}: Feed): boolean {
  const site = `//${new URL(pageUrl).host}/`;
  return comparable(pageUrl) === comparable(homePageUrl) || !items.some(({url}) => url?.includes(site));
}
