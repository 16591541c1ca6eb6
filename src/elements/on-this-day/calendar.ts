import {formatDateParts} from '../../locales/dates.js';

/** A day as one calendar counts it. */
export interface CalendarDay {
  year: number;
  /** What Intl calls the month in English, `11`, `Adar II` or `2bis`: a number alone cannot tell leap months. */
  month: string;
  day: number;
  /** `AH`, for example; the calendar's years are counted within it. */
  era: string;
}

/** Calendars that differ from the Gregorian in the number of the year alone. */
const GREGORIAN = ['gregory', 'iso8601', 'buddhist', 'japanese', 'roc'];

export function isGregorian(calendar: string): boolean {
  return GREGORIAN.includes(calendar);
}

/**
 * The day that a moment falls on. The browser's own zone and UTC are read without Intl, whose first use is slow.
 *
 * @param calendar as in `-u-ca-`; those with Gregorian months are counted in Gregorian years, 1 BC being 0
 * @param timeZone default: the browser's
 */
export function calendarDay(date: Date, calendar: string, timeZone?: string): CalendarDay {
  const isPlain = isGregorian(calendar);
  if (isPlain && !timeZone)
    return {year: date.getFullYear(), month: String(date.getMonth() + 1), day: date.getDate(), era: ''};
  if (isPlain && timeZone === 'UTC')
    return {year: date.getUTCFullYear(), month: String(date.getUTCMonth() + 1), day: date.getUTCDate(), era: ''};
  const language = `en-u-ca-${isPlain ? 'gregory' : calendar}-nu-latn`;
  const key = `${language} ${timeZone ?? ''} ${date.getTime()}`;
  const day = known.get(key) ?? intlDay(date, language, timeZone);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, day);
  return day;
}

/** Every update asks again for the same days of the same feed, and Intl is slow. */
const known = new Map<string, CalendarDay>();
const MAX_KNOWN = 5000;

function intlDay(date: Date, language: string, timeZone: string | undefined): CalendarDay {
  const parts: Partial<Record<string, string>> = {};
  const options = {year: 'numeric', month: 'numeric', day: 'numeric'} as const;
  for (const {type, value} of formatDateParts(date, language, timeZone, options)) parts[type] = value;
  const {year, relatedYear, month = '', day, era = ''} = parts;
  return {year: Number(year ?? relatedYear), month, day: Number(day), era};
}

/**
 * Whether an event's day comes round on a day. Where this year's month is too short for it (29 February, 30 Esfand), it
 * comes on the month's last day; where this year has no leap month, in the month that the leap month doubles. Adar of a
 * common Hebrew year is Adar II of a leap year, as for birthdays.
 */
export function isAnniversary(event: CalendarDay, day: CalendarDay, isLastOfMonth: boolean): boolean {
  return (event.day === day.day || (isLastOfMonth && event.day > day.day)) && isSameMonth(event.month, day.month);
}

function isSameMonth(event: string, month: string): boolean {
  if (event === month) return true;
  if (month === 'Adar') return event.startsWith('Adar');
  return month === 'Adar II' ? event === 'Adar' : event === `${month}bis`;
}
