import {html, nothing, type TemplateResult} from 'lit';
import type {Author, Item} from '../../feed/feed.js';
import {formatNumber, pluralOf} from '../../locales/dates.js';
import {isRtl} from '../../locales/direction.js';
import type {Locale} from '../../locales/index.js';
import {picture} from '../picture.js';
import {readingTime} from '../../feed/plain-text.js';
import {wordsLanguage} from '../words-language.js';
import {updatedDate} from './select.js';

export interface BylineOptions {
  /** The reader's, whatever the story's is. */
  language: string;
  locale: Locale;
  shows: (part: string) => boolean;
  formatDate: (date: Date, options?: Intl.DateTimeFormatOptions) => string;
  /** Buttons at the end of the line. */
  controls: unknown;
}

/** Who wrote the story and when, how long it takes to read, and what can be done with it. */
export function byline(item: Item, options: BylineOptions): TemplateResult {
  const {language, locale, shows, formatDate, controls} = options;
  const {authors, datePublished} = item;
  const ownWords = wordsLanguage(language, locale);
  const updated = updatedDate(item);
  const minutes = shows('reading-time') ? readingTime(item) : undefined;
  // Old news that turns up again is taken for new.
  const years = datePublished ? Math.floor((Date.now() - datePublished.getTime()) / YEAR) : 0;
  const time = (date: Date) =>
    html`<time part="date" lang=${language} dir="auto" datetime=${date.toISOString()}
      >${formatDate(date, isRecent(date) ? RECENT : undefined)}</time
    >`;
  return html`<div part="byline" class="byline" lang=${language}>
    ${authors.map(({avatar}) => (avatar ? picture({url: avatar, alt: '', width: 36, height: 36, sizes: []}) : nothing))}
    <div class="who">
      ${authors.length ? html`<span class="authors">${authors.map(author)}</span>` : nothing}
      <div class="when" dir=${isRtl(language) ? 'rtl' : 'ltr'}>
        ${datePublished && shows('date') ? time(datePublished) : nothing}
        ${updated && shows('date') ? html`<bdi class="updated" lang=${ownWords}>${locale.updated} ${time(updated)}</bdi>` : nothing}
        ${years > 0 && shows('date') ? html`<bdi lang=${ownWords}>${locale.yearsAgo(formatNumber(years, language), pluralOf(years, language))}</bdi>` : nothing}
        ${minutes ? html`<bdi lang=${ownWords}>${locale.minutesRead(formatNumber(minutes, language), pluralOf(minutes, language))}</bdi>` : nothing}
      </div>
    </div>
    <div class="actions" lang=${ownWords}>${controls}</div>
  </div>`;
}

function author({name, url}: Author): TemplateResult {
  return html`<bdi>${url ? html`<a href=${url} rel="author">${name ?? url}</a>` : name}</bdi>`;
}

const YEAR = 365.25 * 86_400_000;
const RECENT: Intl.DateTimeFormatOptions = {dateStyle: 'medium', timeStyle: 'short'};

/** The hour matters for a day or two. Midnight to the millisecond is a feed that gives days alone. */
function isRecent(date: Date): boolean {
  return Date.now() - date.getTime() < 2 * 86_400_000 && date.getTime() % 86_400_000 !== 0;
}
