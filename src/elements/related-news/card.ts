import {html, nothing, type TemplateResult} from 'lit';
import type {Item} from '../../feed/feed.js';
import {itemSummary, readingTime} from '../../feed/plain-text.js';
import {formatNumber, pluralOf} from '../../locales/dates.js';
import {directionOf} from '../../locales/direction.js';
import type {Locale} from '../../locales/index.js';
import {heading} from '../heading.js';
import {wantsTab} from '../item-clicks.js';
import {picture} from '../picture.js';
import {wordsLanguage} from '../words-language.js';

export interface CardOptions {
  locale: Locale;
  language: string;
  feedLanguage: string | undefined;
  headingLevel: number;
  shows: (part: string) => boolean;
  hrefOf: (item: Item) => string | undefined;
  formatDate: (date: Date) => string;
  reasonFor: (item: Item) => string | undefined;
}

/** Engines that know `auto` take the card's own width. */
const SIZES = 'auto, (min-width: 800px) 320px, 90vw';

/** A story in a list: one link, whose name is the headline and which covers the card. */
export function card(item: Item, n: number, options: CardOptions): TemplateResult {
  const {locale, feedLanguage, headingLevel, shows} = options;
  const {image} = item;
  const kicker = item.kicker ?? item.tags[0];
  const url = options.hrefOf(item);
  const pictured = image && shows('image');
  // Beside a picture there is room for more words.
  const summary = item.title && shows('summary') && itemSummary(item, pictured ? 140 : 280);
  const reason = shows('reason') && options.reasonFor(item);
  const words = item.title ?? (itemSummary(item, 80) || image?.alt || kicker || locale.readOriginal);
  // A card without a headline is a link all the same, and has its name.
  const title = shows('headline') ? words : html`<span class="visually-hidden">${words}</span>`;
  const itemLanguage = item.language ?? feedLanguage;
  const direction = itemLanguage ? directionOf(itemLanguage, words) : nothing;
  const headline = url
    ? html`<a part="link" href=${url} aria-describedby=${reason ? `reason-${n}` : nothing}>${title}</a>`
    : title;
  // Without white space between them, which would be nodes too.
  return html`<li part="item" class="card" lang=${itemLanguage ?? nothing} dir=${direction}>
    ${pictured ? picture({...image, alt: image.alt === words ? '' : image.alt}, {sizes: SIZES}) : nothing}${
      kicker && shows('kicker') ? html`<p part="kicker"><bdi>${kicker}</bdi></p>` : nothing
    }${heading(headingLevel, 'headline', headline)}${
      summary ? html`<p part="summary" dir="auto">${summary}</p>` : nothing
    }${byline(item, options)}${reason ? reasonLine(reason, n, options) : nothing}
  </li>`;
}

function reasonLine(reason: string, n: number, {language, locale}: CardOptions): TemplateResult {
  return html`<p part="reason" id="reason-${n}" lang=${wordsLanguage(language, locale)}><bdi>${reason}</bdi></p>`;
}

function byline(item: Item, {locale, language, shows, formatDate}: CardOptions): unknown {
  const {authors, datePublished, source} = item;
  const date = shows('date') && datePublished;
  const minutes = (shows('reading-time') && readingTime(item)) || 0;
  // A feed of leads would call every story a minute long.
  const isLong = minutes > 1;
  const by = shows('byline') ? authors : [];
  const names = [...by.map(({name}) => name), shows('source') && source?.title].filter(Boolean);
  if (!date && !isLong && !names.length) return nothing;
  // The dots between the parts are written in the story's direction, whatever a part's own is.
  return html`<p part="byline">
    ${
      date
        ? html`<span
            ><time part="date" datetime=${date.toISOString()} lang=${language} dir="auto"
              >${formatDate(date)}</time
            ></span
          >`
        : nothing
    }${
      isLong
        ? html`<span
            ><bdi lang=${wordsLanguage(language, locale)}
              >${locale.minutesRead(formatNumber(minutes, language), pluralOf(minutes, language))}</bdi
            ></span
          >`
        : nothing
    }${names.map((name) => html`<span><bdi>${name}</bdi></span>`)}
  </p>`;
}

let pressed = {x: 0, y: 0};

export function pressCard(event: MouseEvent): void {
  pressed = event;
  // Else the middle button would scroll.
  if (event.button === 1 && linkBelow(event)) event.preventDefault();
}

/** A card's words lie above its link, so that they can be selected: a press that selects nothing follows the link. */
export function followCard(event: MouseEvent): void {
  const link = linkBelow(event);
  if (!link || event.button > 1 || Math.hypot(event.x - pressed.x, event.y - pressed.y) > 4) return;
  event.stopPropagation();
  // Not all engines heed the keys of a press that is not the reader's own.
  if (wantsTab(event)) link.target = '_blank';
  link.click();
  link.removeAttribute('target');
}

function linkBelow({target}: Event): HTMLAnchorElement | null | undefined {
  return target instanceof Element && !target.closest('a')
    ? target.closest('.card')?.querySelector<HTMLAnchorElement>('[part=headline] a')
    : undefined;
}
