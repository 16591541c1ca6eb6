/** What stands in an element's place for crawlers and readers without a script: words and links, as the element chooses them. */
import {selectAbout} from '../elements/about-us/select.js';
import {altText} from '../elements/instagram-strip/alt-text.js';
import {selectStrip} from '../elements/instagram-strip/select.js';
import {fillLink} from '../elements/link-template.js';
import {articleSummary, selectArticle, storyLanguage} from '../elements/news-article/select.js';
import {calendarOf} from '../elements/on-this-day/calendar.js';
import {headlineOf} from '../elements/on-this-day/headline.js';
import {isWorld} from '../elements/on-this-day/origin.js';
import {selectDay, type Anniversary} from '../elements/on-this-day/select.js';
import {worldItems} from '../elements/on-this-day/world.js';
import {keyOf, selectNewest} from '../elements/related-news/newest.js';
import {selectRelated} from '../elements/related-news/select.js';
import type {Author, Feed, Item} from '../feed/feed.js';
import {findItem} from '../feed/find-item.js';
import {itemSummary} from '../feed/plain-text.js';
import {plainParagraphs} from '../feed/plain-paragraphs.js';
import {formatDate, formatNumber, pluralOf} from '../locales/dates.js';
import {formatDay, formatYear} from '../locales/days.js';
import {localeOf, type Locale} from '../locales/index.js';
import {joined, Markup, markup} from './markup.js';
import type {PageElement, Tag} from './page-elements.js';

export interface FallbackContext {
  feed: Feed;
  /** BCP 47 tag of the element's words. */
  language: string;
  /** IANA name. */
  timeZone: string;
  /** What `<on-this-day>` is about: midnight UTC. */
  day: Date;
  /** The story that the page's `<news-article>` shows. */
  story: Item | undefined;
  /** Keys of what lists before this one show; what this one shows is added. */
  taken: Set<string>;
}

/** The lines of HTML that stand in for an element; none where it has nothing to show. */
export function fallbackOf(element: PageElement, context: FallbackContext): string[] {
  const fallback = new Fallback(element, context);
  return fallback.lines().map(({text}) => text);
}

/** @throws {FeedError} `no-item` when the feed does not have the story that the element asks for */
export function storyOf(element: PageElement, feed: Feed): Item | undefined {
  return selectArticle(feed, {item: element.attribute('item'), pageUrl: 'about:blank'});
}

class Fallback {
  readonly #element: PageElement;
  readonly #context: FallbackContext;
  readonly #locale: Locale;
  readonly #level: number;

  constructor(element: PageElement, context: FallbackContext) {
    this.#element = element;
    this.#context = context;
    this.#locale = localeOf(context.language);
    this.#level = Math.trunc(this.#number('heading-level') ?? 2) || 2;
  }

  lines(): Markup[] {
    const makers: Record<Tag, () => Markup[]> = {
      'news-article': () => this.#article(),
      'related-news': () => this.#related(),
      'on-this-day': () => this.#day(),
      'instagram-strip': () => this.#strip(),
      'about-us': () => this.#about(),
    };
    return makers[this.#element.tag]();
  }

  #article(): Markup[] {
    const {feed} = this.#context;
    const item = storyOf(this.#element, feed);
    if (!item) return [];
    const {title, datePublished, contentHtml, contentText} = item;
    const words = item.kicker ? [item.kicker] : item.tags.slice(0, 2);
    const summary = articleSummary(item);
    const href = this.#hrefOf(item);
    const spoken = storyLanguage(item, feed);
    const body = contentHtml ? plainParagraphs(contentHtml) : (contentText?.split(/\n\s*\n/) ?? []);
    return [
      ...this.#box(),
      markup`<article${this.#langOf(spoken)}>`,
      ...this.#when('kicker', words.length > 0 && markup`<p>${joined(words, ' · ')}</p>`),
      ...this.#when('headline', title && this.#heading(0, linked(href, title))),
      ...this.#when('summary', summary && markup`<p>${summary}</p>`),
      ...this.#when('byline', this.#byline(item.authors, this.#shows('date') ? datePublished : undefined, spoken)),
      ...this.#when('body', ...body.map((text) => text.trim() && markup`<p>${text.trim()}</p>`)),
      ...this.#when('body', href && markup`<p${this.#backFrom(spoken)}>${link(href, this.#locale.readOriginal)}</p>`),
      markup`</article>`,
    ];
  }

  #related(): Markup[] {
    const {feed, language, story, taken} = this.#context;
    const id = this.#element.attribute('item');
    const current = id ? findItem(feed.items, id) : story;
    const choice = {
      limit: this.#limit(4),
      locale: language,
      taken,
      tags: this.#element.attribute('tags'),
      maxAge: this.#number('max-age'),
    };
    const selection = current ? selectRelated(feed.items, current, choice) : selectNewest(feed.items, choice);
    if (!selection) return [];
    for (const item of selection.items) taken.add(keyOf(item));
    return [
      ...this.#box(selection.isRelated ? this.#locale.relatedNews : this.#locale.latestNews),
      ...list(
        'ul',
        selection.items.map((item) => this.#card(item)),
      ),
    ];
  }

  #card(item: Item): Markup {
    const {title, authors, image, datePublished, source} = item;
    const spoken = item.language ?? this.#context.feed.language;
    const words =
      title ?? (itemSummary(item, 80) || image?.alt || item.kicker || item.tags[0] || this.#locale.readOriginal);
    const names = [
      ...(this.#shows('byline') ? authors : []),
      ...(this.#shows('source') && source ? [{name: source.title}] : []),
    ];
    const summary = title && itemSummary(item, 140);
    const parts = [
      this.#heading(1, linked(this.#hrefOf(item), words)),
      ...this.#when('summary', summary && markup`<p>${summary}</p>`),
      this.#byline(names, this.#shows('date') ? datePublished : undefined, spoken),
    ];
    return markup`<li${this.#langOf(spoken)}>${joined(parts, '')}</li>`;
  }

  #day(): Markup[] {
    const {feed, day: asked, language, timeZone} = this.#context;
    const types = (this.#element.keywords('types') ?? '').split(/\s+/).filter(Boolean);
    const {entries, day} = selectDay(feed, asked, {
      timeZone,
      calendar: calendarOf(language),
      phrase: this.#locale.onThisDay,
      limit: this.#limit(5),
      worldItems: (feed, day) => worldItems(feed, day, types),
      nearest: this.#element.attribute('nearest') !== undefined,
      single: this.#element.keywords('layout') === 'single',
    });
    if (!entries.length) return [];
    const name = formatDay(day, language);
    return [
      ...this.#box(this.#locale.onThisDay),
      ...this.#when('date', markup`<p>${name}</p>`),
      ...list(
        'ol',
        entries.map((entry) => this.#event(entry)),
      ),
    ];
  }

  #event({item, year, date, yearsAgo}: Anniversary): Markup {
    const {feed, language} = this.#context;
    const {yearsAgo: ago} = this.#locale;
    const spoken = item.language ?? item.source?.language ?? feed.language;
    const when = [
      this.#shows('year') && this.#year(year, date),
      this.#shows('ago') && yearsAgo ? `(${ago(formatNumber(yearsAgo, language), pluralOf(yearsAgo, language))})` : '',
    ];
    const href = this.#hrefOf(item);
    const title = isWorld(item, feed) ? undefined : headlineOf(item, this.#locale);
    const words = isWorld(item, feed) ? item.title : itemSummary(item, title ? 200 : 600);
    const parts = [
      markup`<span${this.#backFrom(spoken)}>${joined(when, ' ')}</span>`,
      ...this.#when('headline', title && linked(href, title)),
      ...this.#when('summary', words && (title ? words : linked(href, words))),
      ...this.#when('links', ...item.links.map(({title, url}) => link(url, title))),
    ];
    return markup`<li${this.#langOf(spoken)}>${joined(parts, ' ')}</li>`;
  }

  /** As the readers of the language's calendar write it. */
  #year(year: number | undefined, date: Date | undefined): string | undefined {
    const {language} = this.#context;
    if (year === undefined) return undefined;
    if (calendarOf(language)) return date && formatDate(date, language, 'UTC', {year: 'numeric'});
    const number = formatYear(year > 0 ? year : 1 - year, language);
    return year > 0 ? number : this.#locale.beforeChrist(number);
  }

  #strip(): Markup[] {
    const {feed, language} = this.#context;
    const {posts, account} = selectStrip(feed, this.#limit(12));
    if (!posts.length) return [];
    const context = {locale: this.#locale, language, formatDate: (date: Date) => this.#format(date)};
    return [
      ...this.#box(this.#locale.instagram),
      ...this.#when('aside', account?.name && markup`<p>${linked(account.url, account.name)}</p>`),
      ...list(
        'ul',
        posts.map((post) => {
          const words = post.isCovered ? post.caption || this.#locale.sensitive : altText(post, 0, context);
          return markup`<li>${linked(this.#hrefOf(post.item), words)}</li>`;
        }),
      ),
    ];
  }

  #about(): Markup[] {
    const {title, description, homePageUrl, people, links, address, lastUpdated, feedUrl} = selectAbout(
      this.#context.feed,
    );
    const names = people.map(({name = '', url}) => linked(url, name));
    const pages = links.map(({title, url}) => link(url, title));
    return [
      ...this.#box(this.#shows('heading') ? this.#locale.aboutUs : ''),
      ...this.#when('headline', title && markup`<p>${linked(homePageUrl, title)}</p>`),
      ...this.#when('summary', description && markup`<p>${description}</p>`),
      ...this.#when('people', ...list('ul', names.map(listItem))),
      ...this.#when('links', ...list('ul', pages.map(listItem))),
      ...this.#when('address', address.length > 0 && markup`<address>${joined(address, '<br>')}</address>`),
      ...this.#when(
        'date',
        lastUpdated && markup`<p>${this.#time(lastUpdated, this.#locale.lastUpdated(this.#format(lastUpdated)))}</p>`,
      ),
      ...this.#when('subscribe', feedUrl && markup`<p>${link(feedUrl, this.#locale.subscribe)}</p>`),
    ];
  }

  /** The box's heading: the page's words, else the element's. */
  #box(words = ''): Markup[] {
    const text = this.#element.attribute('heading') ?? words;
    return text && !this.#element.hasSlotted('heading') ? [this.#heading(0, text)] : [];
  }

  #heading(deeper: number, content: Markup | string): Markup {
    const level = Math.min(Math.max(this.#level + deeper, 1), 6);
    return new Markup(`<h${level}>${markup`${content}`.text}</h${level}>`);
  }

  /** @param spoken the language of what it stands in */
  #byline(authors: readonly Author[], date: Date | undefined, spoken: string | undefined): Markup | undefined {
    const names = authors.map(({name, url}) => name && linked(url, name));
    const parts = [...names, date && this.#time(date, this.#format(date), spoken)].filter(Boolean);
    return parts.length ? markup`<p>${joined(parts, ' · ')}</p>` : undefined;
  }

  #time(date: Date, words: string, spoken?: string): Markup {
    return markup`<time datetime="${date.toISOString()}"${this.#backFrom(spoken)}>${words}</time>`;
  }

  #format(date: Date): string {
    return formatDate(date, this.#context.language, this.#context.timeZone);
  }

  /** Said only where it is not the page's own. */
  #langOf(language: string | undefined): Markup | undefined {
    return this.#isOther(language) ? markup` lang="${language}" dir="auto"` : undefined;
  }

  /** Our own words, within another language. */
  #backFrom(language: string | undefined): Markup | undefined {
    return this.#isOther(language) ? markup` lang="${this.#context.language}"` : undefined;
  }

  #isOther(language: string | undefined): boolean {
    const baseOf = (tag: string) => tag.toLowerCase().split('-')[0];
    return Boolean(language) && baseOf(language ?? '') !== baseOf(this.#context.language);
  }

  #hrefOf(item: Item): string | undefined {
    const template = this.#element.attribute('link');
    return template === undefined ? item.url : fillLink(template, item);
  }

  #shows(part: string): boolean {
    return !(this.#element.keywords('omit') ?? '').split(/\s+/).includes(part);
  }

  #when(part: string, ...parts: (Markup | string | undefined | false)[]): Markup[] {
    return this.#shows(part) ? parts.flatMap((content) => (content ? markup`${content}` : [])) : [];
  }

  #limit(usual: number): number {
    const limit = Math.trunc(this.#number('limit') ?? NaN);
    return limit >= 0 ? limit : usual;
  }

  #number(name: string): number | undefined {
    const value = this.#element.attribute(name);
    return value === undefined || value.trim() === '' ? undefined : Number(value);
  }
}

function link(url: string, words: string): Markup {
  return markup`<a href="${url}">${words}</a>`;
}

function linked(url: string | undefined, words: string): Markup {
  return url ? link(url, words) : markup`${words}`;
}

function listItem(content: Markup): Markup {
  return markup`<li>${content}</li>`;
}

function list(name: 'ul' | 'ol', entries: readonly Markup[]): Markup[] {
  return entries.length ? [new Markup(`<${name}>`), ...entries, new Markup(`</${name}>`)] : [];
}
