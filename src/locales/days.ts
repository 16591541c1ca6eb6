/** Days and years by themselves, as anniversaries have them. */
import {formatDate, formatNumber, isPlainEnglish, MONTHS} from './dates.js';

/** `December 9`, of a day that is a `Date` at midnight UTC. */
export function formatDay(day: Date, language: string): string {
  return isPlainEnglish(language)
    ? `${MONTHS[day.getUTCMonth()]} ${day.getUTCDate()}`
    : formatDate(day, language, 'UTC', {month: 'long', day: 'numeric'});
}

/** Whether Intl knows a time zone by this name. Where it does not, dates here are in UTC. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', {timeZone: name}));
  } catch {
    return false;
  }
}

/** `2002`, in the language's digits and without its commas. */
export function formatYear(year: number, language: string): string {
  return isPlainEnglish(language) ? String(year) : formatNumber(year, language, {useGrouping: false});
}
