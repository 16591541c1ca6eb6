import type {CalendarDate, Feed, Item} from '../../feed/feed.js';
import {itemText} from '../../feed/plain-text.js';
import {calendarDay, isAnniversary, isGregorian, type CalendarDay} from './calendar.js';
import {choose, oneOf} from './choose.js';
import {addDays, dayOf} from './day.js';
import {originOf} from './origin.js';

export interface OnThisDayOptions {
  /** The publisher's: an item without an event date belongs to the day on which it was published there. */
  timeZone?: string | undefined;
  /** As in `-u-ca-`. Default `gregory`. */
  calendar?: string | undefined;
  /** How a text begins that names the year of its event, as in “On this day, 2002, …”. */
  phrase?: string | undefined;
  /** Whether an item that names no day is of the day asked for: Wikimedia names it in the address alone. */
  isOfTheDay?: ((item: Item) => boolean) | undefined;
}

/** An item whose day comes round. */
export interface Anniversary {
  item: Item;
  /** The day of the event, at midnight UTC; absent when its year is not known, or beyond what a `Date` can hold. */
  date?: Date | undefined;
  /** Gregorian and astronomical (1 BC is 0); absent for what comes every year. */
  year?: number | undefined;
  /** Years of the calendar. */
  yearsAgo?: number | undefined;
}

/**
 * The items whose day comes round on `day`, the newest event first, what has no year last.
 *
 * An item belongs to the day of its `eventDate`, with or without a year; a year or month alone belongs to no day. Without
 * an event date it belongs to the day of publication. What is of this very day, or later, is no anniversary. The days that
 * not every year has are {@link isAnniversary}'s.
 *
 * @param day midnight UTC
 */
export function onThisDay(items: readonly Item[], day: Date, options: OnThisDayOptions = {}): Anniversary[] {
  return anniversaries(eventsOf(items, day, options, true), day, options);
}

export interface DayOptions extends OnThisDayOptions {
  limit: number;
  /** Wikimedia's lists that are shown. Default: `selected` and `events` where the feed has them, else all. */
  types?: readonly string[] | undefined;
  /** Looks for the nearest day that has something. */
  nearest?: boolean | undefined;
  /** One alone, the same for everybody. */
  single?: boolean | undefined;
}

export interface DaySelection {
  items: readonly Item[];
  entries: readonly Anniversary[];
  /** The day shown, at midnight UTC: the one asked for, or the nearest that has something. */
  day: Date;
  asked: Date;
}

/** What of a feed is shown on a day: the site's own first, then the world's, each balanced over the centuries. */
export function selectDay(feed: Feed, asked: Date, options: DayOptions): DaySelection {
  const isWorld = (item: Item) => originOf(item, feed).format === 'wikimedia';
  const items = ofTypes(feed.items, options.types, isWorld);
  const {day, found} = daysEvents(items, asked, {...options, isOfTheDay: isWorld});
  const own = found.filter(({item}) => !isWorld(item));
  const world = found.filter(({item}) => isWorld(item));
  const chosen = choose(own, options.limit);
  const entries = options.single
    ? oneOf(own.length ? own : world, day)
    : [...chosen, ...choose(world, options.limit - chosen.length)];
  return {items: entries.map(({item}) => item), entries, day, asked};
}

/** Of the day asked for, else of the nearest that has something, if that is wanted; of two as near, the earlier. */
function daysEvents(items: readonly Item[], asked: Date, options: DayOptions) {
  const here = onThisDay(items, asked, options);
  const events = here.length || !options.nearest ? [] : eventsOf(items, asked, options);
  for (let apart = 1; events.length && apart <= HALF_A_YEAR; apart++)
    for (const day of [addDays(asked, -apart), addDays(asked, apart)]) {
      const found = anniversaries(events, day, options);
      if (found.length) return {day, found};
    }
  return {day: asked, found: here};
}

/** Days. */
const HALF_A_YEAR = 183;

function ofTypes(items: readonly Item[], types: readonly string[] | undefined, isWorld: (item: Item) => boolean) {
  const has = (item: Item, wanted: readonly string[]) => item.tags.some((tag) => wanted.includes(tag));
  const stories = ['selected', 'events'];
  const wanted = types?.length ? types : items.some((item) => isWorld(item) && has(item, stories)) && stories;
  return wanted ? items.filter((item) => !isWorld(item) || has(item, wanted)) : items;
}

interface Event {
  item: Item;
  on: CalendarDay;
  year?: number | undefined;
  date?: Date | undefined;
}

function anniversaries(events: readonly Event[], day: Date, {calendar = 'gregory'}: OnThisDayOptions): Anniversary[] {
  const here = calendarDay(day, calendar, 'UTC');
  const isLast = calendarDay(addDays(day, 1), calendar, 'UTC').month !== here.month;
  return events
    .filter(({on}) => isAnniversary(on, here, isLast))
    .flatMap(({item, on, year, date}) => {
      if (year === undefined) return {item};
      // Years of different eras cannot be subtracted; those of the Gregorian calendar are near enough.
      const yearsAgo = on.era === here.era ? here.year - on.year : day.getUTCFullYear() - year;
      return yearsAgo > 0 ? {item, year, date, yearsAgo} : [];
    })
    .sort((a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity) || Number(b.date) - Number(a.date) || 0);
}

/** @param onlyNear leaves out, unread, what cannot fall on the day */
function eventsOf(items: readonly Item[], day: Date, options: OnThisDayOptions, onlyNear = false): Event[] {
  const {timeZone, calendar = 'gregory', phrase, isOfTheDay} = options;
  const thisDay = {month: day.getUTCMonth() + 1, day: day.getUTCDate()};
  return items.flatMap((item) => {
    const {eventDate} = item;
    if (eventDate) {
      const isBare = !eventDate.month && isOfTheDay?.(item);
      return eventOn(item, isBare ? {...eventDate, ...thisDay} : eventDate, day, calendar) ?? [];
    }
    const {datePublished} = item;
    if (!datePublished || (onlyNear && isGregorian(calendar) && !isNear(datePublished, day))) return [];
    const {year, month, day: date} = calendarDay(datePublished, 'gregory', timeZone);
    const told = phrase && yearAfter(phrase, itemText(item, 500) || (item.title ?? ''));
    return eventOn(item, {year: told || year, month: Number(month), day: date}, day, calendar) ?? [];
  });
}

function eventOn(item: Item, event: CalendarDate, reference: Date, calendar: string): Event | undefined {
  const {year, month, day} = event;
  if (!month || !day) return undefined;
  const date = dayOf(year ?? reference.getUTCFullYear(), month, day);
  const isDate = !isNaN(date.getTime());
  if (isGregorian(calendar))
    return {
      item,
      on: {year: year ?? 0, month: String(month), day, era: ''},
      year,
      date: isDate && year !== undefined ? date : undefined,
    };
  return isDate ? {item, on: calendarDay(date, calendar, 'UTC'), year, date} : undefined;
}

/** Within two days of the same date in any year: what is not needs no look at the time zone, which is slow. */
function isNear(date: Date, day: Date): boolean {
  const ofYear = (date: Date) => Date.UTC(2000, date.getUTCMonth(), date.getUTCDate()) / 86_400_000;
  const apart = Math.abs(ofYear(date) - ofYear(day));
  return Math.min(apart, 366 - apart) <= 2;
}

/** The year in “On this day, 2002, …”, in any digits; a number that no mark ends may count something else. */
function yearAfter(phrase: string, text: string): number | undefined {
  if (!text.toLowerCase().startsWith(phrase.toLowerCase())) return undefined;
  const rest = text.slice(phrase.length, phrase.length + 30);
  const year = /^\D{0,12}(\d{3,4})\s*[,،:–—-]/.exec(
    rest.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)),
  )?.[1];
  return year ? Number(year) : undefined;
}
