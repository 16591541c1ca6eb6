/** Days are `Date`s at midnight UTC, so that no time zone can shift them once they are known. */
import {calendarDay} from './calendar.js';

const DAY = 86_400_000;

/** The first moment of a day of the proleptic Gregorian calendar in UTC; an invalid Date when there is none. */
export function dayOf(year: number, month: number, day: number): Date {
  // `Date.UTC` takes years below 100 for 19xx.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

/** @param timeZone default: the browser's */
export function today(timeZone?: string, now = Date.now()): Date {
  const {year, month, day} = calendarDay(new Date(now), 'gregory', timeZone);
  return dayOf(year, Number(month), day);
}

export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY);
}

/**
 * `2026-11-13`, or `--11-13`: that day of today's year. `--02-29` is 28 February in years that lack it, as everywhere here.
 *
 * @returns undefined for what is no day
 */
export function parseDay(text: string, today: Date): Date | undefined {
  const match = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(text.trim());
  if (!match) return undefined;
  const [month = 0, day = 0] = match.slice(2).map(Number);
  const date = dayOf(match[1] === '-' ? today.getUTCFullYear() : Number(match[1]), month, day);
  if (date.getUTCMonth() + 1 === month && date.getUTCDate() === day) return date;
  return text.trim() === '--02-29' ? addDays(date, -1) : undefined;
}

/** `2026-11-13` */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
