/** What a feed was made of, so that it can be continued, and so that the same parts always make the same Feed. */
import {createFeed, type Feed} from './feed.js';
import {setAge} from './load-page.js';
import {joinPages, mergeFeeds} from './merge.js';

type Parts = readonly Feed[];
interface Known {
  whole?: Feed;
  longer: WeakMap<Feed, Known>;
}

/** The page behind the last one. */
export const END = createFeed('none', {items: [], dropped: 0});
setAge(END, []);

const pages = new WeakMap<Feed, Parts>();
const merged = new WeakMap<Feed, Parts>();

export const wholeOfPages = remembering(pages, joinPages);
export const wholeOfFeeds = remembering(merged, mergeFeeds);

export function pagesOf(feed: Feed): Parts {
  return pages.get(feed) ?? [feed];
}

/** The feeds that were merged into one. */
export function feedsOf(feed: Feed): Parts | undefined {
  return merged.get(feed);
}

/** A reload that brings nothing new gives the very Feed that is on show, and changes nothing there. */
function remembering(partsOf: WeakMap<Feed, Parts>, compose: (parts: Parts) => Feed): (parts: Parts) => Feed {
  const root: Known = {longer: new WeakMap()};
  return (parts) => {
    let known = root;
    for (const part of parts) {
      const longer = known.longer.get(part) ?? {longer: new WeakMap<Feed, Known>()};
      known.longer.set(part, longer);
      known = longer;
    }
    const whole = (known.whole ??= compose(parts));
    partsOf.set(whole, parts);
    setAge(whole, parts);
    return whole;
  };
}
