/** Central Kurdish dates, for engines whose Intl does not know the language. */

const MONTHS = [
  'کانوونی دووەم',
  'شوبات',
  'ئازار',
  'نیسان',
  'ئایار',
  'حوزەیران',
  'تەمووز',
  'ئاب',
  'ئەیلوول',
  'تشرینی یەکەم',
  'تشرینی دووەم',
  'کانوونی یەکەم',
];

/**
 * `١٣ی تشرینی دووەمی ٢٠٢٦`, or the parts of it that are asked for.
 *
 * @param format formats the same date by other options, in the digits of the language
 * @returns undefined for another language, and for what has no month in words
 */
export function formatCkbDate(
  language: string,
  options: Intl.DateTimeFormatOptions,
  format: (options: Intl.DateTimeFormatOptions) => string,
): string | undefined {
  if (!/^ckb\b/i.test(language) || (options.month ?? options.dateStyle) !== 'long') return undefined;
  const number = format({month: 'numeric'}).replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const month = MONTHS[Number(number) - 1] ?? '';
  const day = (options.day ?? options.dateStyle) && format({day: 'numeric'});
  const year = (options.year ?? options.dateStyle) && format({year: 'numeric'});
  return [day && `${day}ی`, year ? `${month}ی` : month, year].filter(Boolean).join(' ');
}
