import {collectItems, createFeed, createItem} from '../feed.js';
import type {CalendarDate, Feed, Image, Item, Link} from '../feed.js';
import {calendarDate, field, line, list, positive, text} from '../fields.js';
import {htmlLine} from '../pictures.js';
import {safeUrl} from '../safe-url.js';
import type {ParseContext} from './format.js';

const LISTS = ['selected', 'events', 'births', 'deaths', 'holidays'];

/**
 * Wikimedia's “on this day” (https://api.wikimedia.org/wiki/Feed_API/Reference/On_this_day): lists by kind, one kind
 * alone, its plain array, or the `onthisday` of the day's featured content.
 *
 * An item's `tags` name the lists that it stands in (`selected`, `events`, `births`, `deaths`, `holidays`), its `title` is
 * the sentence, its `links` are the articles. The day is in the address alone (`/02/06`), so that `eventDate` has only a
 * year without it. Wikimedia's year −39 is 39 BC, which is astronomical −38.
 */
export function parseOnThisDay(json: unknown, {url}: ParseContext): Feed {
  const [, month, day] = /\b(\d\d)[/_-](\d\d)(?:\.json)?\/?(?:[?#]|$)/.exec(url ?? '') ?? [];
  const {month: m, day: d} = calendarDate(month && day && `--${month}-${day}`) ?? {};
  const date = m && d ? {month: m, day: d} : {};
  const kind = LISTS.find((name) => url?.includes(`/${name}`)) ?? 'events';
  const entries = Array.isArray(json)
    ? json.map((entry: unknown) => ({kind, entry}))
    : [...LISTS, 'onthisday'].flatMap((name) =>
        list(field(json, name)).map((entry) => ({kind: name === 'onthisday' ? 'selected' : name, entry})),
      );

  const items = new Map<string, Item>();
  const collected = collectItems(entries, ({kind, entry}) => {
    const item = readEntry(entry, date, url);
    const known = item && items.get(item.id);
    (known ?? item)?.tags.push(kind);
    if (item && !known) items.set(item.id, item);
    return item;
  });
  const language = collected.items.map((item) => item.language).find(Boolean);
  return createFeed('wikimedia', {
    url,
    title: 'Wikipedia',
    homePageUrl: language && `https://${language}.wikipedia.org/`,
    language,
    ...collected,
  });
}

/** Entries have no id: the year and the sentence tell them apart. */
function readEntry(entry: unknown, day: CalendarDate, base: string | undefined): Item | undefined {
  const title = line(field(entry, 'text'));
  if (!title) return undefined;
  const pages = list(field(entry, 'pages'));
  const links = pages.flatMap((page) => readLink(page, base));
  const year = field(entry, 'year');
  const eventDate = typeof year === 'number' ? {...day, year: year < 0 ? year + 1 : year} : day;
  return createItem(`${eventDate.year ?? ''} ${title}`.trim(), {
    url: links[0]?.url,
    title,
    image: pages.map((page) => readImage(page, base)).find(Boolean),
    language: text(field(pages[0], 'lang')),
    eventDate,
    links,
  });
}

function readLink(page: unknown, base: string | undefined): Link | [] {
  const name = text(field(field(page, 'titles'), 'canonical') ?? field(page, 'title'));
  const language = text(field(page, 'lang'));
  const url =
    safeUrl(field(field(field(page, 'content_urls'), 'desktop'), 'page'), base) ??
    (name && language && safeUrl(`https://${language}.wikipedia.org/wiki/${encodeURIComponent(name)}`));
  const title = titleOf(page);
  return url && title ? {title, url} : [];
}

function titleOf(page: unknown): string | undefined {
  const title = text(
    field(field(page, 'titles'), 'normalized') ?? field(page, 'normalizedtitle') ?? field(page, 'displaytitle'),
  );
  return title ? htmlLine(title) : text(field(page, 'title'))?.replaceAll('_', ' ');
}

/** The original may be a scan of a hundred megapixels: it serves as a size only when it is one for screens. */
function readImage(page: unknown, base: string | undefined): Image | undefined {
  const sizes = ['thumbnail', 'originalimage'].flatMap((name) => {
    const picture = field(page, name);
    const url = safeUrl(field(picture, 'source'), base);
    const width = positive(field(picture, 'width'));
    return url && width ? {url, width, height: positive(field(picture, 'height'))} : [];
  });
  const [thumbnail] = sizes;
  return (
    thumbnail && {
      ...thumbnail,
      alt: titleOf(page),
      sizes: sizes.flatMap(({url, width}) => (width <= 2000 ? {url, width} : [])),
    }
  );
}
