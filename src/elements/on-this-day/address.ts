/** Languages in which Wikimedia tells of a day (Feed API, “on this day”). In others its server answers with an error. */
const WIKIMEDIA = /^(ar|bs|cs|de|en|es|fr|it|pt|ru|sv|tr|uk|zh)$/;

/**
 * The addresses in `src`, which are separated by spaces, with `{MM}`, `{DD}` and `{lang}` filled. Those that do not exist
 * in the language are left out.
 *
 * @param day midnight UTC
 * @param language BCP 47 tag; its first part fills `{lang}`
 */
export function addresses(src: string, day: Date, language: string): string[] {
  const lang = language.toLowerCase().split('-')[0] ?? '';
  const [MM = '', DD = ''] = day.toISOString().split(/[-T]/).slice(-3);
  const values: Record<string, string> = {MM, DD, lang};
  return src
    .split(/\s+/)
    .filter((address) => address && (WIKIMEDIA.test(lang) || !/\/\/[^/]*\bwiki[mp]edia\.org\/.*\{lang\}/.test(address)))
    .map((address) => address.replace(/\{(MM|DD|lang)\}/g, (_, name: string) => values[name] ?? ''));
}

/** Whether the addresses in `src` lead to single days. */
export function isDaily(src: string): boolean {
  return /\{(MM|DD)\}/.test(src);
}
