import {readFile, realpath, stat} from 'node:fs/promises';
import {parseDay, today} from '../elements/on-this-day/day.js';
import {addresses} from '../elements/on-this-day/address.js';
import {FeedError} from '../feed/feed-error.js';
import {languageTag, type Feed, type Item} from '../feed/feed.js';
import {loadLocale} from '../locales/index.js';
import {fallbackOf, storyOf} from './fallback.js';
import {JobError} from './job-error.js';
import {edited, readPage, type PageElement} from './page-elements.js';
import type {PageFeeds} from './page-feeds.js';
import {whyUnreachable} from './unreachable.js';

const BOM = '\ufeff';

interface Rendered {
  /** The file itself, where the path that was named is a link to it. */
  path: string;
  /** As it was named. */
  name: string;
  content: string;
  mode: number;
  isChanged: boolean;
  /** What the builder should know. */
  notes: string[];
}

/** A page as it lies on the disk. */
export class PageFile {
  private constructor(
    readonly name: string,
    readonly path: string,
    private readonly mode: number,
    private readonly text: string,
  ) {}

  /** @throws {JobError} */
  static async read(name: string): Promise<PageFile> {
    try {
      const path = await realpath(name);
      const [{mode}, bytes] = await Promise.all([stat(path), readFile(path)]);
      return new PageFile(name, path, mode & 0o777, decode(bytes));
    } catch (error) {
      throw new JobError(`${name} cannot be read: ${reasonOf(error)}`, {cause: error});
    }
  }

  /**
   * The page with its elements filled.
   *
   * @param replace whether what the page's builder has put into an element goes too
   * @throws {JobError} with every reason why it cannot be
   */
  async render(feeds: PageFeeds, {replace}: {replace: boolean}): Promise<Rendered> {
    const {name, path, mode, text} = this;
    const mark = text.startsWith(BOM) ? BOM : '';
    const html = text.slice(mark.length);
    const {elements, baseHref} = readPage(html);
    const at = (element: PageElement) => `${name}:${element.line}: <${element.tag}>`;
    const notes = elements.length ? [] : [`${name} has none of our elements.`];
    const wanted = elements.filter((element) => {
      const src = element.attribute('src')?.trim();
      if (element.hasOwn && element.isClosed && !replace)
        notes.push(`${at(element)} keeps what stands in it. Replace that with --replace.`);
      else if (!src) notes.push(`${at(element)} has no src.`);
      else return true;
      return false;
    });
    const loaded = await all(
      wanted.map(async (element) => {
        try {
          if (!element.isClosed) throw new JobError(`has no end tag. Write </${element.tag}>.`);
          const day = dayOf(element);
          const feed = await feeds.load(srcOf(element, day), {
            page: path,
            baseHref,
            format: element.keywords('format'),
          });
          const language = languageTag(element.nearest('lang')) ?? feed.language ?? 'en';
          await loadLocale(language);
          return {element, feed, language, day, timeZone: zoneOf(element)};
        } catch (error) {
          throw new JobError(`${at(element)} ${reasonOf(error)}`, {cause: error});
        }
      }),
    );
    const story = storyIn(loaded);
    const taken = new Set<string>();
    const edits = loaded.flatMap(({element, ...context}) => {
      try {
        const lines = fallbackOf(element, {...context, story, taken});
        if (!lines.length) notes.push(`${at(element)} has nothing to show.`);
        return lines.length || element.hasOurs ? element.edits(lines) : [];
      } catch (error) {
        throw new JobError(`${at(element)} ${reasonOf(error)}`, {cause: error});
      }
    });
    const content = edited(html, edits);
    // HTML ends a paragraph before a heading or a list, and with it what stands in the paragraph.
    const after = readPage(content).elements;
    for (const [n, element] of elements.entries())
      if (wanted.includes(element) && edits.length && (after[n]?.tag !== element.tag || !after[n].isClosed))
        throw new JobError(
          `${at(element)} stands where HTML lets no list stand, in a <p> perhaps. Put it into a <div>.`,
        );
    return {path, name, mode, notes, content: mark + content, isChanged: content !== html};
  }
}

/** The story that the page is about. */
function storyIn(loaded: readonly {element: PageElement; feed: Feed}[]): Item | undefined {
  const article = loaded.find(({element}) => element.tag === 'news-article');
  try {
    return article && storyOf(article.element, article.feed);
  } catch {
    // The article tells it itself.
    return undefined;
  }
}

function zoneOf(element: PageElement): string {
  return element.nearest('time-zone') ?? 'UTC';
}

/** Addresses of single days, and in a language, are templates. */
function srcOf(element: PageElement, day: Date): string {
  const src = element.attribute('src') ?? '';
  if (element.tag !== 'on-this-day') return src;
  const language = element.nearest('lang') ?? 'en';
  const filled = addresses(src, day, language).join(' ');
  if (!filled) throw new JobError(`names no feed that there is in the language “${language}”.`);
  return filled;
}

function dayOf(element: PageElement): Date {
  const now = today(zoneOf(element));
  const date = element.tag === 'on-this-day' ? element.attribute('date') : undefined;
  const day = date ? parseDay(date, now) : now;
  if (!day) throw new JobError(`“${date ?? ''}” is no day. Write 2026-11-13, or --11-13 for that day of this year.`);
  return day;
}

/** A page in another encoding would be damaged by writing it. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw new JobError('it is not in UTF-8.');
  }
}

/** In words: those of Node say what and where at length. */
function reasonOf(error: unknown): string {
  const host = error instanceof FeedError && error.code === 'network' && new URL(error.url ?? '').host;
  const why = host && whyUnreachable(error, host);
  if (why) return why;
  if (error instanceof JobError || error instanceof FeedError) return error.message;
  return error instanceof Error ? error.message.replace(/, \w+ '[^']*'$/, '') : String(error);
}

/** Waits for all, so that every failure is told and not the first alone. @throws {JobError} of all of them */
export async function all<Result>(promises: readonly Promise<Result>[]): Promise<Result[]> {
  const results = await Promise.allSettled(promises);
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [reasonOf(result.reason)] : []));
  if (reasons.length) throw new JobError([...new Set(reasons)].join('\n'));
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
