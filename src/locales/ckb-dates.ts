/** Central Kurdish dates: Intl knows them in some engines, and there in some forms alone. */

const GREGORIAN = [
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

const PERSIAN = [
  'خاکەلێوە',
  'گوڵان',
  'جۆزەردان',
  'پووشپەڕ',
  'گەلاوێژ',
  'خەرمانان',
  'ڕەزبەر',
  'گەڵاڕێزان',
  'سەرماوەز',
  'بەفرانبار',
  'ڕێبەندان',
  'ڕەشەمە',
];

/**
 * `١٣ی تشرینی دووەمی ٢٠٢٦`, or the parts of it that are asked for.
 *
 * @param formatterOf formats by other options, in the digits and the calendar of the language
 * @returns undefined for what has no month in words, and for a calendar whose months have their Arabic names in Kurdish too
 */
export function formatKurdish(
  date: Date,
  options: Intl.DateTimeFormatOptions,
  formatterOf: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat,
): string | undefined {
  const numeric = (part: 'day' | 'month' | 'year') =>
    formatterOf({[part]: 'numeric'})
      .formatToParts(date)
      .find(({type}) => type === part)?.value ?? '';
  const has = (part: 'day' | 'month' | 'year') => options[part] ?? options.dateStyle;
  const {calendar} = formatterOf({}).resolvedOptions();
  const months = calendar === 'persian' ? PERSIAN : calendar === 'gregory' ? GREGORIAN : undefined;
  const number = numeric('month').replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const month = months?.[Number(number) - 1];
  if (!month || has('month') !== 'long') return undefined;
  const year = has('year') && numeric('year');
  return [has('day') && `${numeric('day')}ی`, year ? `${month}ی` : month, year].filter(Boolean).join(' ');
}
