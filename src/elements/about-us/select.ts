import type {Alternate, Author, Feed, Item, Link} from '../../feed/feed.js';

export interface About {
  title: string | undefined;
  description: string | undefined;
  icon: string | undefined;
  homePageUrl: string | undefined;
  feedUrl: string | undefined;
  /** The same news in other formats. */
  alternates: Alternate[];
  people: Author[];
  links: Link[];
  address: string[];
  language: string | undefined;
  lastUpdated: Date | undefined;
  /** None: the element shows the feed itself. */
  items: Item[];
}

/** A newsroom in a box; a contributors' list would be a page. */
const MOST_PEOPLE = 12;

/**
 * What a feed says about who publishes it. A feed without items says as much as any other.
 *
 * @param site what is known of the publisher elsewhere, for what the feed leaves open
 */
export function selectAbout(feed: Feed, site: Partial<About> = {}): About {
  const title = feed.title ?? site.title;
  const description = feed.description ?? site.description;
  const dates = feed.items.map(({dateModified, datePublished}) => (dateModified ?? datePublished)?.getTime() ?? 0);
  const latest = Math.max(0, ...dates);
  const feedUrl = feed.feedUrl ?? site.feedUrl;
  return {
    title,
    description: description === title ? undefined : description,
    icon: feed.icon ?? feed.favicon ?? site.icon,
    homePageUrl: feed.homePageUrl ?? site.homePageUrl,
    feedUrl,
    alternates: feed.alternates.filter(({url}) => url !== feedUrl),
    people: peopleOf(feed).filter(({name}) => name !== title),
    links: feed.links.filter(({url}) => url !== feed.homePageUrl),
    address: feed.address?.split('\n').filter((line) => line.trim()) ?? [],
    language: feed.language,
    lastUpdated: latest ? new Date(latest) : feed.dateModified,
    items: [],
  };
}

/** Addresses that feeds give in the place of a name: `desk@site.example`, `https://site.example/about`. */
const ADDRESS = /^\S+@\S+\.\S+$|^(https?:\/\/|www\.)/i;

/** More of them in one name are a list of everybody who had a hand in it. */
const LONG_LIST = /^((?:[^,;،؛、]+[,;،؛、]\s*){2}[^,;،؛、]+)[,;،؛、].*/s;

/** Those whom the feed names as its own; else those who write in it, the most frequent first. */
function peopleOf({authors, items}: Feed): Author[] {
  const writers = new Map<string, {author: Author; count: number}>();
  for (const author of authors.length ? authors : items.flatMap((item) => item.authors)) {
    const name = author.name?.replace(LONG_LIST, '$1 …');
    if (!name || ADDRESS.test(name)) continue;
    const known = writers.get(name);
    const {url = author.url, avatar = author.avatar} = known?.author ?? {};
    writers.set(name, {author: {...author, name, url, avatar}, count: (known?.count ?? 0) + 1});
  }
  return [...writers.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_PEOPLE)
    .map(({author}) => author);
}
