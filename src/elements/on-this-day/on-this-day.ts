import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {Feed} from '../../feed/feed.js';
import {loadFeed, type LoadOptions} from '../../feed/load.js';
import {formatDay} from '../../locales/days.js';
import {cardGridStyles} from '../../styles/card.styles.js';
import {define} from '../define.js';
import {keywords} from '../feed-attributes.js';
import {FeedElement, type FeedState} from '../feed-element.js';
import {nearestAttribute} from '../nearest-attribute.js';
import {AskedDay} from './asked-day.js';
import {isoDay, today} from './day.js';
import {nameOf, renderEntry, type EntryContext} from './entry.js';
import {extras, loadExtras} from './extras.js';
import {onThisDayStyles} from './on-this-day.styles.js';
import {isWorld, originOf} from './origin.js';
import {selectDay, type DaySelection} from './select.js';
import {skeleton} from './skeleton.js';
import type {Sources} from './sources.js';

const DEFAULT_LIMIT = 5;

/**
 * What happened on this day in other years: from the site's own archive, from Wikipedia, or from both.
 *
 * Dates are read and shown in the calendar of the language (`lang="fa-u-ca-persian"`). An event of a day that this year
 * lacks, as 29 February, comes on the last day of its month.
 *
 * @summary Events of this day in history, from feeds.
 * @tag on-this-day
 *
 * @attr {string} src - Addresses of feeds, separated by spaces. `{MM}` `{DD}` `{lang}` are filled with month, day and language.
 * @attr {string} date - The day: `2026-11-13`, `--11-13` for this year's, or empty for today in `time-zone`.
 * @attr {number} limit - The most events shown, balanced over the centuries. Default 5.
 * @attr {'timeline' | 'cards' | 'single'} layout - How they are laid out; `single` shows one, the same for all readers. Default `timeline`.
 * @attr {boolean} browse - Lets the reader go to other days.
 * @attr {boolean} nearest - Where the day has nothing, shows the nearest that has something.
 * @attr {string} types - Which of Wikimedia's lists: `selected events births deaths holidays`. Default `selected events`.
 * @attr {string} fallback-lang - Wikipedia's language where it has none of the reader's, and the site has nothing on the day.
 * @attr {string} omit - Parts to leave out: `image date year ago kicker headline summary links byline reason`.
 *
 * @slot - Fallback: shown until the feed has arrived, and when it cannot be loaded.
 * @slot heading - Instead of the heading.
 * @slot empty - Instead of the fallback on a day without events.
 * @slot error - Instead of the fallback when loading fails.
 *
 * @fires {FeedLoadEvent} feed-load - The feed has arrived.
 * @fires {FeedErrorEvent} feed-error - The feed cannot be shown.
 * @fires {ItemClickEvent} item-click - A reader follows a link of an event.
 * @fires {ItemViewEvent} item-view - An event has come into view.
 *
 * @csspart base - The whole box.
 * @csspart heading - The heading.
 * @csspart date - The day, beside the heading.
 * @csspart controls - The buttons and the date field of `browse`.
 * @csspart reason - Why another day is shown than the one asked for.
 * @csspart list - The list.
 * @csspart item - An event.
 * @csspart year - Its year.
 * @csspart ago - How long ago that is.
 * @csspart image - Its picture.
 * @csspart kicker - What it is, where it is no event, or the site's own kicker.
 * @csspart headline - Its headline.
 * @csspart summary - What happened.
 * @csspart link - Every link.
 * @csspart byline - Where it comes from.
 */
export class OnThisDay extends FeedElement<DaySelection> {
  static override properties: PropertyDeclarations = {
    date: {},
    layout: {converter: keywords, reflect: true},
    browse: {type: Boolean},
    nearest: {type: Boolean},
    types: {converter: keywords},
    fallbackLang: {attribute: 'fallback-lang'},
  };
  static override styles = [FeedElement.styles, cardGridStyles, onThisDayStyles];

  /** `2026-11-13`, `--11-13` for this year's, or empty for today. A reader who browses changes it. */
  date = '';
  /** The most events shown. */
  override limit?: number = DEFAULT_LIMIT;
  /** How they are laid out. */
  layout: 'timeline' | 'cards' | 'single' = 'timeline';
  /** Lets the reader go to other days. */
  browse = false;
  /** Where the day has nothing, shows the nearest that has something. */
  nearest = false;
  /** Which of Wikimedia's lists, separated by spaces. */
  types?: string | null;
  /** Wikipedia's language where it has none of the reader's, and the site has nothing on the day. */
  fallbackLang?: string;

  /** For addresses of single days; loaded when there are some. */
  #sources: Sources | undefined;
  readonly #asked = new AskedDay(this, {
    date: () => this.date,
    timeZone: () => this.zone(),
    warn: (sentence) => this.reports.warnOnce(sentence),
  });
  #hasBrowsed = false;

  /** A day without events is empty, also where the controls to leave it are shown. */
  override get state(): FeedState {
    const state = super.state;
    return state === 'ready' && !this.shownItems.length ? 'empty' : state;
  }

  /** The reader is back, perhaps from a sleep. */
  override refreshIfOlder(age?: number): void {
    super.refreshIfOlder(age);
    this.#asked.look();
  }

  /** A template is another source each day, and in each language. */
  protected override resolveSrc(src: string): string {
    return src.includes('{') ? `${src} ${isoDay(this.#asked.day)} ${this.#pageLanguage}` : src;
  }

  /** Not the feed's own language, which is known too late to ask for a feed in it. */
  get #pageLanguage(): string {
    return nearestAttribute(this, 'lang') ?? 'en';
  }

  protected override async loadSrc(address: string, options: LoadOptions): Promise<Feed> {
    const feed = address === this.src ? await loadFeed(address, options) : await this.#loadDay(address, options);
    await this.#load(feed);
    return feed;
  }

  /** Any item may be of this day. */
  protected override isEnough(feed: Feed): boolean {
    return !feed.isPartial && super.isEnough(feed);
  }

  async #loadDay(address: string, options: LoadOptions): Promise<Feed> {
    const {src = '', fallbackLang} = this;
    const {day} = this.#asked;
    const {Sources} = await import('./sources.js');
    this.#sources ??= new Sources();
    return this.#sources.load(
      {
        src,
        address,
        day,
        language: this.#pageLanguage,
        fallbackLanguage: fallbackLang,
        hasDay: (feed) => this.#select(feed, day).entries.length > 0,
        onFailure: ({message}) => this.warn(message),
      },
      options,
    );
  }

  protected override prepare(): Promise<unknown> {
    // The first use of Intl takes several frames: better while the feed is on its way than when it has arrived.
    requestAnimationFrame(() => setTimeout(() => this.#nameOf(new Date())));
    return this.#load();
  }

  #load(feed?: Feed): Promise<boolean> {
    return loadExtras({
      feed,
      src: this.src,
      language: this.languageFor(feed),
      locale: this.locale,
      browse: this.browse,
    });
  }

  /** The day that is still on show while the one asked for is loaded. */
  #earlierDay(feed: Feed): Date | undefined {
    return this.#sources?.otherDay(feed, this.resolveSrc(this.src ?? ''));
  }

  protected override select(feed: Feed): DaySelection | undefined {
    // What came by the property `feed` has not passed `loadSrc`, nor has an attribute that is set later.
    void this.#load(feed).then((isNew) => isNew && this.requestUpdate());
    const selection = this.#select(feed, this.#earlierDay(feed) ?? this.#asked.day);
    return selection.entries.length || this.browse ? selection : undefined;
  }

  #select(feed: Feed, day: Date): DaySelection {
    const types = (this.types ?? '').split(/\s+/).filter(Boolean);
    return selectDay(feed, day, {
      timeZone: this.zone(),
      calendar: extras.calendar?.calendarOf(this.languageFor(feed)),
      phrase: this.locale.onThisDay,
      limit: this.count(DEFAULT_LIMIT),
      worldItems: (feed, day) => extras.world?.worldItems(feed, day, types),
      nearest: this.nearest,
      single: this.layout === 'single',
    });
  }

  protected override defaultHeading(): string {
    return this.locale.onThisDay;
  }

  protected override renderAside({day}: DaySelection): unknown {
    return this.shows('date') ? html`<span class="aside" part="date">${this.#nameOf(day)}</span>` : nothing;
  }

  protected override renderSelection({items, entries, day, asked}: DaySelection, feed: Feed): TemplateResult {
    const {locale, language} = this;
    const isNearest = day.getTime() !== asked.getTime();
    const reason = isNearest ? locale.nearestDay(this.#nameOf(day), this.#nameOf(asked)) : '';
    const isBusy = Boolean(this.#earlierDay(feed));
    const news = `${this.#nameOf(asked)}. ${reason} ${entries.length ? '' : locale.nothingOnDay}`;
    const context: EntryContext = {
      feed,
      locale,
      language,
      calendar: extras.calendar?.calendarOf(language),
      headingLevel: this.headingLevel + 1,
      hrefOf: (item) => this.hrefOf(item),
      shows: (part) => this.shows(part),
    };
    // Of several sources each entry names its own; Wikipedia alone is named once.
    const name =
      items.some((item) => isWorld(item, feed) && originOf(item, feed) === feed) && nameOf(feed, context.shows);
    return html`${
      this.browse
        ? extras.controls?.dayControls({
            day: this.#asked.day,
            announcement: this.#hasBrowsed && !isBusy ? news : '',
            locale,
            onDay: this.#onDay,
            root: this.shadowRoot,
          })
        : nothing
    }
    ${reason && this.shows('reason') ? html`<p part="reason">${reason}</p>` : nothing}
    ${
      entries.length
        ? html`<ol part="list" class=${this.layout} aria-busy=${isBusy || nothing}>
              ${entries.map((entry) => renderEntry(entry, context))}
            </ol>
            ${name ? html`<p class="more">${name}</p>` : nothing}`
        : html`<slot name="empty"
            ><slot><p>${locale.nothingOnDay}</p></slot></slot
          >`
    }`;
  }

  protected override renderSkeleton(): TemplateResult {
    return skeleton(this.layout, this.count(DEFAULT_LIMIT), this.browse);
  }

  #nameOf(day: Date): string {
    return formatDay(day, this.language);
  }

  /** Back on today, the element moves on at midnight again. */
  readonly #onDay = (day: string) => {
    this.#hasBrowsed = true;
    this.date = day === isoDay(today(this.zone())) ? '' : day;
  };
}

define('on-this-day', OnThisDay);

declare global {
  interface HTMLElementTagNameMap {
    'on-this-day': OnThisDay;
  }
}
