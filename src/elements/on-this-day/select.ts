import type {CalendarDate, Feed, Item} from '../../feed/feed.js';
import {itemText} from '../../feed/plain-text.js';
import {choose, oneOf} from './choose.js';
import {addDays, dayAt, dayOf, isNear} from './day.js';
import {isWorld} from './origin.js';

/** A calendar other than the Gregorian, in which days are compared where none is given. */
export interface Calendar {
  /** What it makes of a day at midnight UTC. */
  dayOf(day: Date): CalendarDay;
  /** Whether an event's month comes round in another one: leap months do not every year. */
  isSameMonth(event: CalendarDay['month'], month: CalendarDay['month']): boolean;
}

/** A day as one calendar counts it. */
export interface CalendarDay {
  year: number;
  /** 1–12, or what the calendar calls it: a number alone cannot tell leap months. */
  month: number | string;
  day: number;
  /** `AH`, for example: years are counted within it. */
  era?: string | undefined;
}

export interface OnThisDayOptions {
  /** The publisher's: an item without an event date belongs to the day on which it was published there. */
  timeZone?: string | undefined;
  /** Default: the Gregorian. */
  calendar?: Calendar | undefined;
  /** How a text begins that names the year of its event, as in “On this day, 2002, …”. */
  phrase?: string | undefined;
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
 * an event date it belongs to the day of publication. What is of this very day, or later, is no anniversary. Where this
 * year's month is too short for a day (29 February, 30 Esfand), it comes on the month's last day.
 *
 * @param day midnight UTC
 */
export function onThisDay(items: readonly Item[], day: Date, options: OnThisDayOptions = {}): Anniversary[] {
  return anniversaries(eventsOf(items, day, options, true), day, options.calendar);
}

export interface DayOptions extends OnThisDayOptions {
  limit: number;
  /** What of the items to look at, where Wikimedia's are among them. */
  worldItems?: ((feed: Feed, day: Date) => readonly Item[] | undefined) | undefined;
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
  const {worldItems, nearest, limit, single} = options;
  const items = worldItems?.(feed, asked) ?? feed.items;
  const here = onThisDay(items, asked, options);
  const {day, found} = (!here.length && nearest && nearestDay(items, asked, options)) || {day: asked, found: here};
  const own = found.filter(({item}) => !isWorld(item, feed));
  const world = found.filter(({item}) => isWorld(item, feed));
  const entries = single
    ? oneOf(own.length ? own : world, day)
    : [...choose(own, limit), ...choose(world, limit - own.length)];
  return {items: entries.map(({item}) => item), entries, day, asked};
}

/** The nearest day that has something; of two as near, the earlier. */
function nearestDay(items: readonly Item[], asked: Date, options: DayOptions) {
  const events = eventsOf(items, asked, options);
  for (let apart = 1; events.length && apart <= HALF_A_YEAR; apart++)
    for (const day of [addDays(asked, -apart), addDays(asked, apart)]) {
      const found = anniversaries(events, day, options.calendar);
      if (found.length) return {day, found};
    }
  return undefined;
}

/** Days. */
const HALF_A_YEAR = 183;

/** An item with its day. */
interface Event {
  item: Item;
  on: CalendarDay;
  year: number | undefined;
  date: Date | undefined;
}

function anniversaries(events: readonly Event[], day: Date, calendar: Calendar = gregorian): Anniversary[] {
  const here = calendar.dayOf(day);
  const isLast = calendar.dayOf(addDays(day, 1)).month !== here.month;
  return events
    .filter(
      ({on}) => (on.day === here.day || (isLast && on.day > here.day)) && calendar.isSameMonth(on.month, here.month),
    )
    .flatMap(({item, on, year, date}) => {
      if (year === undefined) return {item};
      // Years of different eras cannot be subtracted; those of the Gregorian calendar are near enough.
      const yearsAgo = on.era === here.era ? here.year - on.year : day.getUTCFullYear() - year;
      return yearsAgo > 0 ? {item, year, date, yearsAgo} : [];
    })
    .sort((a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity) || Number(b.date) - Number(a.date) || 0);
}

const gregorian: Calendar = {
  dayOf: (day) => ({year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate()}),
  isSameMonth: (event, month) => event === month,
};

/** @param onlyNear leaves out, unread, what cannot fall on the day: a look at the time zone is slow */
function eventsOf(items: readonly Item[], day: Date, options: OnThisDayOptions, onlyNear = false): Event[] {
  const {calendar} = options;
  return items.flatMap((item) => {
    const {eventDate, datePublished} = item;
    if (!eventDate && onlyNear && !calendar && datePublished && !isNear(datePublished, day)) return [];
    const {year, month, day: date} = eventDate ?? publication(item, options);
    if (!month || !date) return [];
    const event = dayOf(year ?? day.getUTCFullYear(), month, date);
    const isDate = !isNaN(event.getTime());
    if (calendar && !isDate) return [];
    const on = calendar ? calendar.dayOf(event) : {year: year ?? 0, month, day: date};
    return {item, on, year, date: isDate && year !== undefined ? event : undefined};
  });
}

function publication(item: Item, {timeZone, phrase}: OnThisDayOptions): CalendarDate {
  if (!item.datePublished) return {};
  const on = dayAt(item.datePublished, timeZone);
  const told = phrase && yearAfter(phrase, itemText(item, 500) || (item.title ?? ''));
  return {year: told || on.getUTCFullYear(), month: on.getUTCMonth() + 1, day: on.getUTCDate()};
}

/** The year in “On this day, 2002, …”, in any digits; a number that no mark ends may count something else. */
function yearAfter(phrase: string, text: string): number {
  const isSo = text.toLowerCase().startsWith(phrase.toLowerCase());
  const rest = isSo ? text.slice(phrase.length, phrase.length + 30) : '';
  const latin = rest.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return Number(/^\D{0,12}(\d{3,4})\s*[,،:–—-]/.exec(latin)?.[1]);
}
