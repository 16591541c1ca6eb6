/**
 * Readers of single fields from a document of unknown shape. Each takes whatever stands there and gives the field or
 * nothing; none throws. Only own properties are read.
 */
import type {CalendarDate} from './feed.js';
import {decodeEntities} from './plain-text.js';

export type Fields = Record<string, unknown>;

/** An own property, so that `__proto__` and what a page has put on `Object.prototype` are never read. */
export function field(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null && Object.hasOwn(object, name)
    ? (object as Fields)[name]
    : undefined;
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A trimmed string that says something; a number counts as its digits. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** A line of text as a person would write it: references decoded, white space folded. Tags stay, as text. */
export function line(value: unknown): string | undefined {
  const string = text(value);
  return string && decodeEntities(string).replace(/\s+/g, ' ').trim();
}

/** A number above zero, also from a string of digits. */
export function positive(value: unknown): number | undefined {
  const number = typeof value === 'string' && value ? Number(value) : value;
  return typeof number === 'number' && number > 0 && number < Infinity ? number : undefined;
}

const ISO =
  /^([1-9]\d{3})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d(?:\.\d+)?))?\s*(?:Z|UTC|GMT|([+-])(\d\d):?(\d\d))?)?$/i;
const RFC822 = /^((?:[a-z]+, *)?\d\d? [a-z]{3} \d{4} \d\d?:\d\d(?::\d\d)?)( [+-]\d{4}| [a-z]{1,3})?$/i;

/**
 * RFC 3339, its usual slips (no zone, no seconds, one-digit months, a blank for the T) and RFC 822.
 * A time without a zone is UTC, in every engine: our one rule. What is no date (13th month, hour 70, Go's year 1) is none.
 */
export function date(value: unknown): Date | undefined {
  const string = typeof value === 'string' ? value.trim() : '';
  const [, year, month, day, hour = 0, minute = 0, second = 0, sign, hours, minutes] = ISO.exec(string) ?? [];
  if (year) {
    const offset = sign ? Number(sign + '1') * (Number(hours) * 60 + Number(minutes)) : 0;
    return dateOf(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second), offset);
  }
  const [, time = '', zone = ' UTC'] = RFC822.exec(string) ?? [];
  const known = time && Date.parse(time + zone);
  return known ? new Date(known) : undefined;
}

/** The moment that the parts of a date name, if there is one. `offset` is in minutes east of Greenwich. */
export function dateOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  offset = 0,
): Date | undefined {
  return isDay(year, month, day) && hour < 25 && minute < 60 && second < 61
    ? new Date(Date.UTC(year, month - 1, day, hour, minute - offset) + second * 1000)
    : undefined;
}

/** `_news.event_date`: `2002-11-13`, `-0330-10-01`, `2002-11`, `2002`, `--11-13`. */
export function calendarDate(value: unknown): CalendarDate | undefined {
  const match =
    typeof value === 'string' && /^(?:([+-]?\d{4,6})|-)(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(value.trim());
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((part?: string) => (part ? Number(part) : undefined));
  return isDay(year ?? 2000, month ?? 1, day ?? 1) ? {year, month, day} : undefined;
}

/** Leap years come round every 400 years, which keeps the years before 100 out of `Date.UTC`'s reach for 19xx. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000 + (year % 400), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
