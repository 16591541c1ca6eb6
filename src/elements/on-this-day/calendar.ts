import {dateFormat} from '../../locales/dates.js';
import type {Calendar, CalendarDay} from './select.js';

/** @param name as in `-u-ca-`; undefined for the Gregorian */
export function calendarNamed(name: string): Calendar | undefined {
  return /^(gregory|iso8601)$/.test(name) ? undefined : (known.get(name) ?? make(name));
}

/** The calendar that a language's dates are shown in: the one its `-u-ca-` names, else the language's own. */
export function calendarOf(language: string): Calendar | undefined {
  return calendarNamed(dateFormat(language).resolvedOptions().calendar);
}

const known = new Map<string, Calendar>();

/** Every update asks again for the same days of the same feed, and Intl is slow. */
function make(name: string): Calendar {
  const days = new Map<number, CalendarDay>();
  const calendar: Calendar = {
    dayOf(day) {
      const time = day.getTime();
      const known = days.get(time) ?? intlDay(day, name);
      days.set(time, known);
      return known;
    },
    isSameMonth,
  };
  known.set(name, calendar);
  return calendar;
}

function intlDay(date: Date, calendar: string): CalendarDay {
  const options = {timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric'};
  const parts: Partial<Record<string, string>> = {};
  for (const {type, value} of dateFormat(`en-u-ca-${calendar}-nu-latn`, options).formatToParts(date))
    parts[type] = value;
  const {year, relatedYear, month = '', day, era} = parts;
  return {year: Number(year ?? relatedYear), month, day: Number(day), era};
}

/**
 * Where this year has no leap month, an event of it comes round in the month that it doubles. Adar of a common Hebrew year
 * is Adar II of a leap year, as for birthdays.
 */
function isSameMonth(event: CalendarDay['month'], month: CalendarDay['month']): boolean {
  if (event === month) return true;
  if (month === 'Adar') return String(event).startsWith('Adar');
  return month === 'Adar II' ? event === 'Adar' : event === `${month}bis`;
}
