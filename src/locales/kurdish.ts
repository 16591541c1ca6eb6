/**
 * Kurdish dates, numbers and lists. Engines know all of them, half or nothing, and not the same: digits, commas and
 * calendars are those of its neighbours, and months have words of ours.
 */
import {formatKurdish} from './ckb-dates.js';
import {formatKurmanji} from './ku-dates.js';

function isCentral(language: string): boolean {
  return /^ckb\b|^\w+-arab\b/i.test(language);
}

/** The tag of the neighbour's language that Intl is asked for. */
export function neighbourOf(language: string): string {
  const extension = /-u-.*/.exec(language)?.[0] ?? '';
  return (isCentral(language) ? (/-IR\b/i.test(language) ? 'fa' : 'ar-IQ') : 'tr') + extension;
}

/** The language whose commas it has. */
export function listsLike(language: string): string {
  return isCentral(language) ? 'fa' : 'en';
}

/** Undefined for what has no words of ours. */
export function formatDate(language: string, ...date: Parameters<typeof formatKurdish>): string | undefined {
  return (isCentral(language) ? formatKurdish : formatKurmanji)(...date);
}
