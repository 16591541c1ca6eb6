import {html, nothing, type TemplateResult} from 'lit';
import type {Feed, Item, ItemSource} from '../../feed/feed.js';
import {itemSummary, itemText} from '../../feed/plain-text.js';
import {formatDate, formatNumber, pluralOf} from '../../locales/dates.js';
import {formatYear} from '../../locales/days.js';
import type {Locale} from '../../locales/index.js';
import {directionOf} from '../../locales/direction.js';
import {heading} from '../heading.js';
import {picture} from '../picture.js';
import {extras} from './extras.js';
import {headlineOf} from './headline.js';
import {link} from './link.js';
import {wordsLanguage} from '../words-language.js';
import {isWorld, originOf} from './origin.js';
import type {Anniversary, Calendar} from './select.js';

export interface EntryContext {
  feed: Feed;
  locale: Locale;
  language: string;
  calendar: Calendar | undefined;
  headingLevel: number;
  hrefOf: (item: Item) => string | undefined;
  shows: (part: string) => boolean;
}

/** A text without a headline is shown whole up to so many characters. */
const LONGEST = 600;

/** One event of the day: year, how long ago, what happened, picture, where to read on. */
export function renderEntry(entry: Anniversary, context: EntryContext): TemplateResult {
  const {item, yearsAgo} = entry;
  const {feed, locale, language, shows} = context;
  const source = originOf(item, feed);
  const told = isWorld(item, feed) ? extras.world?.tell(item, locale) : undefined;
  const kicker = shows('kicker') && (told ? told.kicker : item.kicker);
  const year = shows('year') && yearOf(entry, context);
  const ago =
    shows('ago') && yearsAgo && locale.yearsAgo(formatNumber(yearsAgo, language), pluralOf(yearsAgo, language));
  const pages = shows('links') && told ? told.rest.map(({title, url}) => link(url, title)) : [];
  const name = source !== feed && nameOf(source, shows);
  const itemLanguage = item.language ?? source.language;
  const direction = itemLanguage ? directionOf(itemLanguage, item.title ?? itemText(item)) : nothing;
  const ownWords = wordsLanguage(language, locale);
  // White space between parts would be nodes too: it stands only where it is read.
  return html`<li part="item" class="entry" lang=${itemLanguage ?? nothing} dir=${direction}>
    ${
      year || ago
        ? html`<p class="when" lang=${language}>
            ${year ? html`<bdi part="year">${year}</bdi>` : nothing}
            ${ago ? html`<bdi part="ago" lang=${ownWords}>${ago}</bdi>` : nothing}
          </p>`
        : nothing
    }
    <div class="words" dir=${itemLanguage ? direction : 'auto'}>
      ${
        kicker ? html`<p part="kicker" lang=${told ? ownWords : nothing} dir="auto">${kicker}</p>` : nothing
      }${told ? html`<p part="summary">${told.text}</p>` : renderStory(item, context)}${
        pages.length || name ? html`<p class="more">${pages} ${name || nothing}</p>` : nothing
      }
    </div>
    ${item.image && shows('image') ? picture(item.image, {sizes: '(min-width: 480px) 320px, 90vw'}) : nothing}
  </li>`;
}

/** The site's own: a headline with its summary, or a text alone, with the links that it has. */
function renderStory(item: Item, {hrefOf, headingLevel, shows, locale, language}: EntryContext): TemplateResult {
  const href = hrefOf(item);
  const linked = (words: string) => (href ? link(href, words, true) : words);
  const {contentHtml} = item;
  const title = headlineOf(item, locale);
  const text = title || itemText(item).length > LONGEST ? undefined : contentHtml && extras.links?.textWithLinks(item);
  const more = href
    ? html`<bdi lang=${wordsLanguage(language, locale)}>${link(href, locale.readOriginal)}</bdi>`
    : nothing;
  const summary = title ? itemSummary(item) : text ? [text, more] : linked(itemSummary(item, LONGEST));
  return html`${title && shows('headline') ? heading(headingLevel, 'headline', linked(title)) : nothing}${
    summary && shows('summary') ? html`<p part="summary">${summary}</p>` : nothing
  }`;
}

/** Where it comes from. */
export function nameOf({title, homePageUrl}: ItemSource, shows: EntryContext['shows']): unknown {
  return title && shows('byline')
    ? html`<span part="byline">${homePageUrl ? link(homePageUrl, title, true) : title}</span>`
    : undefined;
}

/** `2002`, `331 BC`, or the year of another calendar as its readers write it. */
function yearOf({year, date}: Anniversary, {language, calendar, locale}: EntryContext): unknown {
  if (year === undefined) return undefined;
  if (calendar) return date && formatDate(date, language, 'UTC', {year: 'numeric'});
  const number = formatYear(year > 0 ? year : 1 - year, language);
  if (year > 0) return number;
  const [before, after] = locale.beforeChrist(number).split(number);
  return html`<small>${before}</small>${number}<small>${after}</small>`;
}
