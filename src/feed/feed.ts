/**
 * The one model that every format is read into. Names and meanings are JSON Feed 1.1's, in camel case
 * (https://www.jsonfeed.org/version/1.1/); what JSON Feed lacks comes from our `_news` extension.
 *
 * Every string but a body is plain text, every URL is absolute and `http:` or `https:` (authors' may be `mailto:`),
 * every list is present, every date is a valid `Date` or absent.
 */
import {textOf} from './plain-text.js';

/** The symbol that only {@link parseFeed} puts on a feed: JSON, however hostile, cannot forge it, and a spread copy keeps it. */
export const parsed: unique symbol = Symbol('parsed feed');

export interface Feed {
  readonly [parsed]: true;
  /** The format's name: `json-feed`, `behold`, … */
  format: string;
  /** The address that answered, after redirects. */
  url?: string | undefined;
  title?: string | undefined;
  homePageUrl?: string | undefined;
  feedUrl?: string | undefined;
  description?: string | undefined;
  /** Where the next, older items are. */
  nextUrl?: string | undefined;
  icon?: string | undefined;
  favicon?: string | undefined;
  authors: Author[];
  /** BCP 47 tag of the feed's main language. */
  language?: string | undefined;
  /** True when the publisher says that nothing will be added. */
  expired: boolean;
  /** Newest first; items without a date keep their place behind the item that they followed. */
  items: Item[];
  /**
   * True when this is only the beginning of the feed: the download of a long one, newest first, ends with what was asked
   * for (`isEnough`). `loadFeed` without that, or `loadNextPage`, has the whole.
   */
  isPartial?: boolean | undefined;
  /** How many items were unusable and left out. */
  dropped: number;
  /** `_news.links`: further pages of the publisher. */
  links: Link[];
  /** When the feed was made, as it says itself. */
  dateModified?: Date | undefined;
  /** The same news as feeds in other formats, as far as this one names them. */
  alternates: Alternate[];
  /** `_news.address`: the publisher's postal address, lines separated by `\n`. */
  address?: string | undefined;
}

export interface Item {
  id: string;
  url?: string | undefined;
  /** The page elsewhere that the item talks about. */
  externalUrl?: string | undefined;
  title?: string | undefined;
  contentHtml?: UntrustedHtml | undefined;
  contentText?: string | undefined;
  summary?: string | undefined;
  image?: Image | undefined;
  /** JSON Feed's `banner_image`: for the top of a page. */
  bannerImage?: string | undefined;
  datePublished?: Date | undefined;
  dateModified?: Date | undefined;
  /** The item's own, else the feed's. */
  authors: Author[];
  tags: string[];
  language?: string | undefined;
  /** Sound, video and files; for an album every picture and video of it, in order. */
  attachments: Attachment[];
  /** `_news.kicker`: the word or two above the headline. The first tags stand in. */
  kicker?: string | undefined;
  /** `_news.event_date`: the day that the item tells of. */
  eventDate?: CalendarDate | undefined;
  /** `_news.related`: ids of the items that the publisher itself calls related. */
  related: string[];
  /** `_news.place` */
  place?: string | undefined;
  /** `_news.links`: pages to read on; from Wikimedia, the articles on what is named. */
  links: Link[];
  /** True when its author wants readers to be asked before they see its pictures. */
  sensitive?: boolean | undefined;
  /** What a post is, where the feed says so: it may not name the files. */
  kind?: 'photo' | 'video' | 'album' | undefined;
  /** The page with readers' comments. */
  commentsUrl?: string | undefined;
  /** Which of several merged feeds it comes from; absent where there is one feed only. */
  source?: ItemSource | undefined;
}

/** What a reader can be told of the feed that an item comes from. All items of one feed share the object. */
export type ItemSource = Pick<Feed, 'format' | 'url' | 'title' | 'homePageUrl' | 'icon' | 'language'>;

export interface Author {
  name?: string | undefined;
  /** May be a `mailto:` address. */
  url?: string | undefined;
  avatar?: string | undefined;
}

export interface Image {
  url: string;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  /** Pixels. */
  width?: number | undefined;
  height?: number | undefined;
  /** Other sizes of the same picture, for `srcset`. */
  sizes: ImageSize[];
  /** Another address of it, of unknown size, for when none of the others works. */
  fallback?: string | undefined;
  /** What it is mostly: `rgb(…)`, made from numbers and so safe in CSS. */
  color?: string | undefined;
  /** What must stay in sight when it is cropped: per cent from the left and the top. */
  focus?: {x: number; y: number} | undefined;
  /** True when it was found in the body, where a reader of the whole story sees it again. */
  inBody?: boolean | undefined;
}

export interface ImageSize {
  url: string;
  /** Pixels. */
  width: number;
}

export interface Attachment {
  url: string;
  mimeType: string;
  title?: string | undefined;
  sizeInBytes?: number | undefined;
  durationInSeconds?: number | undefined;
  /** The picture itself, or the still to show before a video plays. */
  image?: Image | undefined;
  /** The same thing in other representations, as `<source>` has them; JSON Feed's attachments with one title. */
  sources?: Source[] | undefined;
}

export interface Source {
  url: string;
  mimeType: string;
}

/** A day of the proleptic Gregorian calendar. `year` is astronomical: 331 BC is −330. What is not known is absent. */
export interface CalendarDate {
  year?: number | undefined;
  /** 1–12 */
  month?: number | undefined;
  /** 1–31 */
  day?: number | undefined;
}

export interface Alternate {
  url: string;
  /** Without parameters, in lower case: `application/atom+xml`. */
  mimeType: string;
  title?: string | undefined;
}

export interface Link {
  title: string;
  url: string;
}

/**
 * HTML that came from a feed. It has no string form, so that no template and no `innerHTML` can take it by accident:
 * `sanitize()` alone makes a fragment of it, and `plainText()` alone makes words of it.
 */
export class UntrustedHtml {
  readonly #html: string;

  /**
   * @param html markup as it stood in the feed
   * @param baseUrl what relative addresses in it resolve against: the item's or the feed's final address
   */
  constructor(
    html: string,
    readonly baseUrl?: string,
  ) {
    this.#html = html;
  }

  get [Symbol.toStringTag](): string {
    return 'UntrustedHtml';
  }

  /** Its words, as {@link textOf} makes them. A copy of the library that is not this body's own can ask for them too. */
  text(most?: number): string {
    return textOf(this.#html, most);
  }

  /** The markup itself. Only `feed/sanitize.ts` may ask for it; the linter holds the door. */
  static reveal(body: UntrustedHtml): string {
    return body.#html;
  }
}

/** A BCP 47 tag: WordPress and others write `ar_IQ`. */
export function languageTag(language: string | undefined): string | undefined {
  return language?.replaceAll('_', '-');
}

/** A feed with every list present. Its items are put in order here, once, for every format. */
export function createFeed(format: string, {items, dropped, ...fields}: Partial<Feed> & ItemCount): Feed {
  const sorted = newestFirst(items);
  if (sorted.every((item, n) => item === items[n] && item.datePublished)) inOrder.add(sorted);
  return {
    authors: [],
    links: [],
    alternates: [],
    expired: false,
    ...fields,
    language: languageTag(fields.language),
    [parsed]: true,
    format,
    items: sorted,
    dropped,
  };
}

/** Items that stood in their feed as they are shown: newest first, each with its date. What follows them is older. */
export const inOrder = new WeakSet<readonly Item[]>();

/** An item with every list present. */
export function createItem(id: string, fields: Partial<Item>): Item {
  return {
    authors: [],
    tags: [],
    attachments: [],
    related: [],
    links: [],
    ...fields,
    language: languageTag(fields.language),
    id,
  };
}

interface ItemCount {
  items: Item[];
  dropped: number;
}

/** A reader of news never gets this far down, and a page must not stall on a hostile feed (fault P5). */
export const MAX_ITEMS = 2000;

/** Reads each entry of a list; what cannot be read is dropped and counted, what stands there twice (by id) shows once. */
export function collectItems<Entry>(entries: readonly Entry[], read: (entry: Entry) => Item | undefined): ItemCount {
  const items = new Map<string, Item>();
  let dropped = 0;
  for (const entry of entries.slice(0, MAX_ITEMS)) {
    const item = read(entry);
    if (!item) dropped++;
    else if (!items.has(item.id)) items.set(item.id, item);
  }
  return {items: [...items.values()], dropped};
}

/**
 * Whether an item has neither a word nor a picture nor a sound. The feed keeps it, since it has an id and may be asked for;
 * lists leave it out, since there is nothing of it to show, not even a link.
 */
export function isBlank({title, summary, contentHtml, contentText, image, attachments}: Item): boolean {
  return !(title || summary || contentHtml || contentText || image || attachments.length);
}

/** Sorts by date; an item without one counts as being as old as the dated item before it, and so keeps its place. */
function newestFirst(items: Item[]): Item[] {
  let previous = Infinity;
  return items
    .map((item) => ({item, time: (previous = item.datePublished?.getTime() ?? previous)}))
    .sort((a, b) => (a.time === b.time ? 0 : b.time - a.time))
    .map(({item}) => item);
}
