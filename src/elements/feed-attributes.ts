import {LitElement, type PropertyDeclarations} from 'lit';
import {languageTag, type Feed, type Item} from '../feed/feed.js';
import {formatDate} from '../locales/dates.js';
import {localeOf, type Locale} from '../locales/index.js';
import {fillLink} from './link-template.js';
import {nearestAttribute} from './nearest-attribute.js';

/** Attributes that name things from a list of ours: as in HTML, capitals make no difference. */
export const keywords = (value: string | null) => value?.toLowerCase();

/** The attributes that all elements have beside `src`, and what follows from them: language, time zone, links. */
export abstract class FeedAttributes extends LitElement {
  static override properties: PropertyDeclarations = {
    format: {converter: keywords},
    loading: {converter: keywords},
    refresh: {type: Number},
    crossOrigin: {converter: keywords, attribute: 'crossorigin'},
    referrerPolicy: {converter: keywords, attribute: 'referrerpolicy'},
    limit: {type: Number},
    heading: {},
    headingLevel: {attribute: 'heading-level', type: Number},
    omit: {converter: keywords},
    link: {},
    timeZone: {attribute: 'time-zone'},
    debug: {type: Boolean},
  };

  /** Forces a format by its name (`json-feed`, `behold`, …) instead of detecting it. */
  format?: string;
  /** `lazy` fetches nothing until the element comes near the viewport. */
  loading: 'eager' | 'lazy' = 'eager';
  /** Seconds between reloads, while the page is visible: 5 at least. */
  refresh?: number;
  /** As on `<img>`: `use-credentials` sends cookies. */
  crossOrigin?: string;
  /** As on `<img>`. Default `strict-origin-when-cross-origin`. */
  referrerPolicy?: ReferrerPolicy;
  /** The most items shown. */
  limit?: number;
  /** The heading of the box; an empty one for none. Default: in the reader's language. */
  heading?: string;
  /** Level of the heading, 1–6. Default 2. */
  get headingLevel(): number {
    return this.#headingLevel;
  }
  set headingLevel(level: number) {
    this.#headingLevel = Math.min(Math.max(Math.trunc(level) || 2, 1), 6);
  }
  #headingLevel = 2;
  /** Parts to leave out, separated by spaces: `image summary`. */
  omit?: string | null;
  /** Where items link: a template with `{id}`, `{url}`, `{slug}`, for example `/news?item={id}`. */
  link?: string | null;
  /** IANA name of the time zone in which dates are shown. Default: the nearest ancestor's, else the browser's. */
  timeZone?: string;
  /** Shows the reason of a failure in the element. */
  debug = false;

  abstract get feed(): Feed | undefined;

  /** BCP 47 tag of the nearest `lang`, else the feed's language, else English. */
  get language(): string {
    return this.languageFor(this.feed);
  }

  protected languageFor(feed: Feed | undefined): string {
    return languageTag(nearestAttribute(this, 'lang')) ?? feed?.language ?? 'en';
  }

  protected get locale(): Locale {
    return localeOf(this.language);
  }

  protected shows(part: string): boolean {
    return !(this.omit ?? '').split(/\s+/).includes(part);
  }

  /** `limit`, where it says how many; else the element's own. */
  protected count(most: number): number {
    const {limit} = this;
    return limit != null && limit >= 0 ? Math.trunc(limit) : most;
  }

  protected zone(): string | undefined {
    return this.timeZone ?? nearestAttribute(this, 'time-zone');
  }

  protected formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string {
    return formatDate(date, this.language, this.zone(), options);
  }

  /** Where an item leads: the `link` template filled, else its own address. */
  protected hrefOf(item: Item): string | undefined {
    return this.link == null ? item.url : fillLink(this.link, item);
  }
}
