/** Northern Kurdish dates: some engines do not know the language, and some know months of a dialect. */

const MONTHS = [
  'rêbendan',
  'sibat',
  'adar',
  'nîsan',
  'gulan',
  'hezîran',
  'tîrmeh',
  'tebax',
  'îlon',
  'cotmeh',
  'mijdar',
  'berfanbar',
];

/**
 * `13ê mijdara 2026an`, or the parts of it that are asked for: the month takes its ending from what follows.
 *
 * @param formatterOf formats by other options, in the digits and the calendar of the language
 * @returns undefined for what has no month in words, and for another calendar
 */
export function formatKurmanji(
  date: Date,
  options: Intl.DateTimeFormatOptions,
  formatterOf: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat,
): string | undefined {
  const number = (part: 'day' | 'month' | 'year') => formatterOf({[part]: 'numeric'}).format(date);
  const has = (part: 'day' | 'month' | 'year') => options[part] ?? options.dateStyle;
  const {calendar} = formatterOf({}).resolvedOptions();
  const month = calendar === 'gregory' && MONTHS[Number(number('month')) - 1];
  if (!month || has('month') !== 'long') return undefined;
  const day = has('day') && number('day');
  const year = has('year') && number('year');
  return [day && `${day}ê`, month + (year ? 'a' : day ? 'ê' : ''), year && `${year}an`].filter(Boolean).join(' ');
}
