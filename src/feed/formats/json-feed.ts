import {collectItems, createFeed, createItem, MAX_ITEMS, UntrustedHtml} from '../feed.js';
import type {Attachment, Author, Feed, Image, Item, Link} from '../feed.js';
import {calendarDate, date, field, line, list, positive, text} from '../fields.js';
import {mimeTypeOf} from '../mime-type.js';
import {nextTask} from '../next-task.js';
import {firstPicture} from '../pictures.js';
import {bodyMarkup} from '../plain-text.js';
import {safeLink, safeUrl} from '../safe-url.js';
import type {FeedDocument, Format, ParseContext} from './format.js';

/** Items that are read in one task: a few milliseconds, also on a slow phone. */
const SLICE = 100;

/**
 * JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/) with our `_news` extension.
 *
 * Read leniently where nothing is guessed: a version with `http:` or blanks around it, `author` beside or instead of
 * `authors`, names in place of author objects, tags as one string, an object in place of an image's address.
 */
export const jsonFeed: Format = {
  name: 'json-feed',

  detect: (document) =>
    document.kind === 'json' &&
    (/^\s*https?:\/\/(www\.)?jsonfeed\.org\/version\//.test(String(field(document.value, 'version'))) ||
      (Array.isArray(field(document.value, 'items')) &&
        field(document.value, 'title') !== undefined &&
        // A copy of a Feed has half of one.
        field(document.value, 'dropped') === undefined)),

  async parse(document: FeedDocument, {url}: ParseContext): Promise<Feed> {
    const json = document.kind === 'json' ? document.value : undefined;
    const news = field(json, '_news');
    const authors = readAuthors(json, url);
    const read: (Item | undefined)[] = [];
    for (const entry of list(field(json, 'items')).slice(0, MAX_ITEMS)) {
      if (read.push(readItem(entry, authors, url)) % SLICE === 0) await nextTask();
    }
    const items = collectItems(read, (item) => item);
    return createFeed('json-feed', {
      url,
      title: line(field(json, 'title')),
      homePageUrl: safeUrl(field(json, 'home_page_url'), url),
      feedUrl: safeUrl(field(json, 'feed_url'), url),
      description: line(field(json, 'description')),
      nextUrl: safeUrl(field(json, 'next_url'), url),
      icon: readAddress(field(json, 'icon'), url),
      favicon: readAddress(field(json, 'favicon'), url),
      authors,
      language: text(field(json, 'language')),
      expired: field(json, 'expired') === true,
      links: readLinks(field(news, 'links'), url),
      address: text(field(news, 'address')),
      ...items,
    });
  },
};

/** Rules 23–27: an item without an id that can be a string is discarded. */
function readItem(entry: unknown, feedAuthors: Author[], base: string | undefined): Item | undefined {
  const id = text(field(entry, 'id'));
  if (!id) return undefined;
  const news = field(entry, '_news');
  const html = bodyMarkup(text(field(entry, 'content_html')) ?? '');
  const authors = readAuthors(entry, base);
  const url = safeUrl(field(entry, 'url'), base);
  const dateModified = date(field(entry, 'date_modified'));
  return createItem(id, {
    url,
    externalUrl: safeUrl(field(entry, 'external_url'), base),
    title: line(field(entry, 'title')),
    contentHtml: html ? new UntrustedHtml(html, base) : undefined,
    contentText: text(field(entry, 'content_text')),
    summary: line(field(entry, 'summary')),
    image: readImage(entry, base) ?? firstPicture(html, base),
    bannerImage: readAddress(field(entry, 'banner_image'), base),
    datePublished: date(field(entry, 'date_published')) ?? dateModified,
    dateModified,
    authors: authors.length ? authors : feedAuthors,
    tags: readTags(field(entry, 'tags')),
    language: text(field(entry, 'language')),
    attachments: readAttachments(field(entry, 'attachments'), base),
    kicker: line(field(news, 'kicker')),
    eventDate: calendarDate(field(news, 'event_date')),
    related: list(field(news, 'related')).flatMap((id) => text(id) ?? []),
    place: line(field(news, 'place')),
    links: readLinks(field(news, 'links'), base),
  });
}

/** Rules 36 and 37: `authors` wins over 1.0's `author`; an author that names nobody is none. */
function readAuthors(owner: unknown, base: string | undefined): Author[] {
  const authors = field(owner, 'authors');
  return (Array.isArray(authors) ? authors : [authors ?? field(owner, 'author')]).flatMap((author: unknown) => {
    const name = line(typeof author === 'string' ? author : field(author, 'name'));
    const url = safeLink(field(author, 'url'), base);
    const avatar = safeUrl(field(author, 'avatar'), base);
    return name || url || avatar ? {name, url, avatar} : [];
  });
}

function readImage(entry: unknown, base: string | undefined): Image | undefined {
  const news = field(entry, '_news');
  const url = readAddress(field(entry, 'image'), base) ?? readAddress(field(entry, 'banner_image'), base);
  return url
    ? {
        url,
        alt: line(field(news, 'alt')),
        caption: line(field(news, 'caption')),
        credit: line(field(news, 'credit')),
        width: positive(field(news, 'image_width')),
        height: positive(field(news, 'image_height')),
        sizes: [],
      }
    : undefined;
}

/** An address, or an object that has one: `{url}` is what some generators write. */
function readAddress(value: unknown, base: string | undefined): string | undefined {
  return safeUrl(field(value, 'url') ?? value, base);
}

function readTags(value: unknown): string[] {
  const tags = typeof value === 'string' ? value.split(',') : list(value);
  return [...new Set(tags.flatMap((tag) => line(tag) ?? []))];
}

/** Rule 42: a missing MIME type is told by the file's ending. Rule 44: what has one title is one thing. */
function readAttachments(value: unknown, base: string | undefined): Attachment[] {
  const titled = new Map<string, Attachment>();
  return list(value).flatMap((entry) => {
    const url = safeUrl(field(entry, 'url'), base);
    if (!url) return [];
    const mimeType = text(field(entry, 'mime_type')) ?? mimeTypeOf(url) ?? 'application/octet-stream';
    const title = line(field(entry, 'title'));
    const same = title && titled.get(title);
    if (same) {
      (same.sources ??= []).push({url, mimeType});
      return [];
    }
    const attachment = {
      url,
      mimeType,
      title,
      sizeInBytes: positive(field(entry, 'size_in_bytes')),
      durationInSeconds: positive(field(entry, 'duration_in_seconds')),
    };
    if (title) titled.set(title, attachment);
    return attachment;
  });
}

function readLinks(value: unknown, base: string | undefined): Link[] {
  return list(value).flatMap((entry) => {
    const url = safeLink(field(entry, 'url'), base);
    return url ? {url, title: line(field(entry, 'title')) ?? new URL(url).hostname} : [];
  });
}
