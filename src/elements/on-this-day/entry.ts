import {html, nothing, type TemplateResult} from 'lit';
import type {Feed, Item} from '../../feed/feed.js';
import {itemSummary, itemText} from '../../feed/plain-text.js';
import {formatDate, formatNumber, pluralOf} from '../../locales/dates.js';
import type {Locale} from '../../locales/index.js';
import {heading} from '../heading.js';
import {picture} from '../picture.js';
import {link} from './link.js';
import {mustName, originOf} from './origin.js';
import type {Anniversary} from './select.js';

export interface EntryContext {
  feed: Feed;
  locale: Locale;
  language: string;
  calendar: string;
  headingLevel: number;
  hrefOf: (item: Item) => string | undefined;
  shows: (part: string) => boolean;
}

/** A text without a headline is shown whole up to so many characters. */
const LONGEST = 600;

let words: typeof import('./linked-words.js') | undefined;
let bodies: typeof import('./body-links.js') | undefined;

/**
 * Loads what texts with links need, if items have any: until then, and where it cannot be loaded, they are plain.
 *
 * @returns whether anything was loaded
 */
export async function loadTexts(items: readonly Item[]): Promise<boolean> {
  const needsWords = !words && items.some(({links}) => links.length);
  const needsBodies = !bodies && items.some(({title, contentHtml}) => !title && contentHtml);
  try {
    if (needsWords) words = await import('./linked-words.js');
    if (needsBodies) bodies = await import('./body-links.js');
  } catch {
    return false;
  }
  return needsWords || needsBodies;
}

/** One event of the day: year, how long ago, what happened, picture, where to read on. */
export function renderEntry(entry: Anniversary, context: EntryContext): TemplateResult {
  const {item, yearsAgo} = entry;
  const {feed, locale, language, shows} = context;
  const source = originOf(item, feed);
  const isWorld = source.format === 'wikimedia';
  const year = shows('year') && yearOf(entry, context);
  const ago =
    shows('ago') && yearsAgo && locale.yearsAgo(formatNumber(yearsAgo, language), pluralOf(yearsAgo, language));
  const kicker = shows('kicker') && (isWorld ? kindOf(item, locale) : item.kicker);
  // Wikimedia's entries are a sentence, and the articles on what it names.
  const told = isWorld && (words?.linkWords(item.title ?? '', item.links) ?? {text: item.title, rest: []});
  const pages = told && shows('links') ? told.rest : [];
  const isNamed = shows('byline') && mustName(source, feed);
  return html`<li part="item" class="entry" lang=${item.language ?? source.language ?? nothing}>
    ${
      year || ago
        ? html`<p class="when" lang=${language}>
            ${year ? html`<span part="year">${year}</span>` : nothing}
            ${ago ? html`<span part="ago">${ago}</span>` : nothing}
          </p>`
        : nothing
    }
    <div class="words">
      ${kicker ? html`<p part="kicker" lang=${isWorld ? language : nothing}>${kicker}</p>` : nothing}
      ${told ? html`<p part="summary" dir="auto">${told.text}</p>` : renderStory(item, context)}
      ${
        pages.length || isNamed
          ? html`<p class="more" dir="auto">
              ${pages.map(({title, url}) => link(url, title))}
              ${isNamed ? html`<span part="byline">${nameOf(source)}</span>` : nothing}
            </p>`
          : nothing
      }
    </div>
    ${item.image && shows('image') ? picture(item.image, {sizes: '(min-width: 480px) 320px, 90vw'}) : nothing}
  </li>`;
}

/** The site's own: a headline with its summary, or a text alone, with the links that it has. */
function renderStory(item: Item, {hrefOf, headingLevel, shows, locale, language}: EntryContext): TemplateResult {
  const href = hrefOf(item);
  const linked = (words: string) => (href ? link(href, words, true) : words);
  const {title, contentHtml} = item;
  const text =
    title || !contentHtml || itemText(item).length > LONGEST ? undefined : bodies?.bodyWithLinks(item, contentHtml);
  const more = href ? html`<span lang=${language}>${link(href, locale.readOriginal)}</span>` : nothing;
  const summary = title ? itemSummary(item) : text ? [text, more] : linked(itemSummary(item, LONGEST));
  return html`${title && shows('headline') ? heading(headingLevel, 'headline', linked(title)) : nothing}
  ${summary && shows('summary') ? html`<p part="summary" dir="auto">${summary}</p>` : nothing}`;
}

function nameOf({title = '', homePageUrl}: Feed): unknown {
  return homePageUrl ? link(homePageUrl, title, true) : title;
}

/** What a list of Wikimedia's is called where its entries are no events. */
function kindOf({tags}: Item, locale: Locale): string | undefined {
  const list = (['births', 'deaths', 'holidays'] as const).find((list) => tags.includes(list));
  return list && locale[list];
}

/** `2002`, `331 BC`, or the year of another calendar as its readers write it. */
function yearOf({year, date}: Anniversary, {language, calendar, locale}: EntryContext): unknown {
  if (year === undefined) return undefined;
  if (calendar !== 'gregory') return date && formatDate(date, language, 'UTC', {year: 'numeric'});
  const number = formatNumber(year > 0 ? year : 1 - year, language, {useGrouping: false});
  if (year > 0) return number;
  const [before, after] = locale.beforeChrist(number).split(number);
  return html`<small>${before}</small>${number}<small>${after}</small>`;
}
