/**
 * Dates, numbers and lists in the reader's language, through Intl. The language tag's `-u-ca-` (calendar) and `-u-nu-`
 * (digits) are honoured. A tag or time zone that Intl does not know falls back to English and UTC: nothing here throws.
 */

/** Making a formatter costs a thousand times more than using it. */
function kept<Formatter>(make: (language: string, options: object) => Formatter) {
  const made = new Map<string, Formatter>();
  return (language: string, options: object = {}): Formatter => {
    const key = language + JSON.stringify(options);
    const formatter = made.get(key) ?? lenient(make, language, options);
    made.set(key, formatter);
    return formatter;
  };
}

function lenient<Formatter>(make: (language: string, options: object) => Formatter, language: string, options: object) {
  const zone = 'timeZone' in options ? {timeZone: 'UTC'} : {};
  for (const attempt of [() => make(language, options), () => make(language, {...options, ...zone})])
    try {
      return attempt();
    } catch {
      // The language or the zone is unknown; the next attempt asks for less.
    }
  return make('en', {...options, ...zone});
}

/** A language that the engine lacks is written as English, not as whatever language the browser is in. */
function orEnglish(language: string): string[] {
  const [, first, extension = ''] = /^(\w+).*?(-u-.*)?$/.exec(language) ?? [];
  // Kurdish readers of Iraq use the digits of its Arabic.
  return [language, (first === 'ckb' ? 'ar-IQ' : 'en') + extension];
}

const dates = kept((language, options) => new Intl.DateTimeFormat(orEnglish(language), options));
const numbers = kept((language, options) => new Intl.NumberFormat(orEnglish(language), options));
const plurals = kept((language) => new Intl.PluralRules([language, 'en']));
const lists = kept((language) => new Intl.ListFormat([language, 'en'], {type: 'unit', style: 'short'}));

let formatOwn: typeof import('./ckb-dates.js').formatCkbDate | undefined;

/** Loads what the engine's Intl lacks for a language: Kurdish, in some. Where it cannot be loaded, dates are in Arabic. */
export async function loadDates(language: string): Promise<void> {
  if (!/^ckb\b/i.test(language) || Intl.DateTimeFormat.supportedLocalesOf(language).length) return;
  formatOwn = await import('./ckb-dates.js').then(
    (module) => module.formatCkbDate,
    () => undefined,
  );
}

/** `December 9, 2022`, or what other options of `Intl.DateTimeFormat` ask for. No time zone is the browser's. */
export function formatDate(
  date: Date,
  language: string,
  timeZone?: string,
  options: Intl.DateTimeFormatOptions = {dateStyle: 'long'},
): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    dates(language, timeZone ? {...options, timeZone} : options).format(date);
  return formatOwn?.(language, options, format) ?? format(options);
}

/** As {@link formatDate}, in its parts. */
export function formatDateParts(
  date: Date,
  language: string,
  timeZone: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormatPart[] {
  return dates(language, timeZone ? {...options, timeZone} : options).formatToParts(date);
}

/** The calendar that a language's dates are shown in: the one its `-u-ca-` names, else the language's own. */
export function calendarOf(language: string): string {
  return dates(language).resolvedOptions().calendar;
}

/** Whether Intl knows a time zone by this name. Where it does not, dates here are in UTC. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', {timeZone: name}));
  } catch {
    return false;
  }
}

export function formatNumber(number: number, language: string, options: Intl.NumberFormatOptions = {}): string {
  return numbers(language, options).format(number);
}

export function pluralOf(number: number, language: string): Intl.LDMLPluralRule {
  return plurals(language).select(number);
}

/** `Mosul, Tigris` */
export function formatList(words: readonly string[], language: string): string {
  return lists(language).format(words);
}
