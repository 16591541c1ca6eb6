/** Days are `Date`s at midnight UTC, so that no time zone can shift them once they are known. */
import {formatDate} from '../../locales/dates.js';

const DAY = 86_400_000;
const NUMERIC = {year: 'numeric', month: 'numeric', day: 'numeric'} as const;

/** The first moment of a day of the proleptic Gregorian calendar in UTC; an invalid Date when there is none. */
export function dayOf(year: number, month: number, day: number): Date {
  // `Date.UTC` takes years below 100 for 19xx.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

/**
 * The day that a moment falls on. The browser's own zone and UTC are read without Intl, whose first use is slow.
 *
 * @param timeZone default: the browser's
 */
export function dayAt(moment: Date, timeZone?: string): Date {
  if (!timeZone) return dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
  if (timeZone === 'UTC') return new Date(new Date(moment).setUTCHours(0, 0, 0, 0));
  // In English that is month/day/year, in every engine.
  const [month = NaN, day = NaN, year = NaN] = formatDate(moment, 'en', timeZone, NUMERIC).split('/').map(Number);
  return dayOf(year, month, day);
}

/** @param timeZone default: the browser's */
export function today(timeZone?: string, now = Date.now()): Date {
  return dayAt(new Date(now), timeZone);
}

export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY);
}

/** Whether two moments, of any years, may fall on the same date somewhere on earth: true for some that do not. */
export function isNear(a: Date, b: Date): boolean {
  const placeOf = (date: Date) => date.getUTCMonth() * 31 + date.getUTCDate();
  const apart = Math.abs(placeOf(a) - placeOf(b));
  return apart < 6 || apart > 366;
}

/**
 * `2026-11-13`, or `--11-13`: that day of today's year. `--02-29` is 28 February in years that lack it, as everywhere here.
 *
 * @returns undefined for what is no day of the years 1 to 9999
 */
export function parseDay(text: string, today: Date): Date | undefined {
  const written = text.trim();
  const iso = written.replace(/^-(?=-)/, isoDay(today).slice(0, 4));
  if (!/^\d{4}-\d\d-\d\d$/.test(iso) || iso < '0001') return undefined;
  const date = new Date(iso);
  // Engines differ on 30 February: some take it for 2 March.
  if (!isNaN(date.getTime()) && isoDay(date) === iso) return date;
  return written === '--02-29' ? dayOf(today.getUTCFullYear(), 2, 28) : undefined;
}

/** `2026-11-13` */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
