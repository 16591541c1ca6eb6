/**
 * Dates, numbers and lists in the reader's language, through Intl. The language tag's `-u-ca-` (calendar) and `-u-nu-`
 * (digits) are honoured. A tag or time zone that Intl does not know falls back to English and UTC: nothing here throws.
 *
 * The first formatter of a page costs some 50 ms of its first paint, so what is plain in plain English is written without.
 */
export const isPlainEnglish = (language: string) => /^en(-us)?$/i.test(language);

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
  const inUtc = 'timeZone' in options ? {...options, timeZone: 'UTC'} : options;
  for (const less of [options, inUtc])
    for (const tag of [language, 'en'])
      try {
        return make(tag, less);
      } catch {
        // The language or the zone is unknown; the next attempt asks for less.
      }
  return make('en', {});
}

/** What Intl lacks for Kurdish, once {@link loadDates} has loaded it. */
let kurdish: typeof import('./kurdish.js') | undefined;

const isKurdish = (language: string) => /^(ckb|ku|kmr)\b/i.test(language);

function kurdishFor(language: string): typeof kurdish {
  return isKurdish(language) ? kurdish : undefined;
}

/** Loads what Intl lacks for a language. Where it cannot be loaded, dates are as the engine has them, or in English. */
export async function loadDates(language: string): Promise<void> {
  if (isKurdish(language)) kurdish ??= await import('./kurdish.js').catch(() => undefined);
}

/** The language that Intl is asked for. */
function known(language: string): string {
  return kurdishFor(language)?.neighbourOf(language) ?? language;
}

/** A language that the engine lacks is written as English, not as whatever language the browser is in. */
function orEnglish(language: string): string[] {
  return [language, `en${/-u-.*/.exec(language)?.[0] ?? ''}`];
}

const dates = kept((language, options) => new Intl.DateTimeFormat(orEnglish(language), options));
const numbers = kept((language, options) => new Intl.NumberFormat(orEnglish(language), options));
const plurals = kept((language) => new Intl.PluralRules([language, 'en']));
const lists = kept((language) => new Intl.ListFormat(orEnglish(language), {type: 'conjunction', style: 'narrow'}));

/** The formatter for a language and options of `Intl.DateTimeFormat`, made once. */
export function dateFormat(language: string, options?: object): Intl.DateTimeFormat {
  return dates(known(language), options);
}

const LONG: Intl.DateTimeFormatOptions = {dateStyle: 'long'};
export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `December 9, 2022`, or what other options of `Intl.DateTimeFormat` ask for. No time zone is the browser's. */
export function formatDate(
  date: Date,
  language: string,
  timeZone?: string,
  options: Intl.DateTimeFormatOptions = LONG,
): string {
  if (options === LONG && !timeZone && isPlainEnglish(language) && date.getFullYear() > 0)
    return `${MONTHS[date.getMonth()]} ${date.getDate()}, ${date.getFullYear()}`;
  const formatterOf = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(language, timeZone ? {...options, timeZone} : options);
  return kurdishFor(language)?.formatDate(language, date, options, formatterOf) ?? formatterOf(options).format(date);
}

const NO_OPTIONS: Intl.NumberFormatOptions = {};

export function formatNumber(number: number, language: string, options = NO_OPTIONS): string {
  return options === NO_OPTIONS && isPlainEnglish(language) && number >= 0 && number < 1e9 && Number.isInteger(number)
    ? String(number).replace(/\B(?=(\d{3})+$)/g, ',')
    : numbers(known(language), options).format(number);
}

export function pluralOf(number: number, language: string): Intl.LDMLPluralRule {
  return isPlainEnglish(language) ? (number === 1 ? 'one' : 'other') : plurals(language).select(number);
}

/** `Mosul, Tigris` */
export function formatList(words: readonly string[], language: string): string {
  return isPlainEnglish(language)
    ? words.join(', ')
    : lists(kurdishFor(language)?.listsLike(language) ?? language).format(words);
}
