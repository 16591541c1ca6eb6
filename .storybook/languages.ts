/** The languages that the elements speak, by their own names. */
export const languages: ReadonlyMap<string, {title: string; isRtl?: true}> = new Map([
  ['en', {title: 'English'}],
  ['ar', {title: 'العربية', isRtl: true}],
  ['fa', {title: 'فارسی', isRtl: true}],
  ['he', {title: 'עברית', isRtl: true}],
  ['ckb', {title: 'کوردیی ناوەندی', isRtl: true}],
  ['ku', {title: 'Kurmancî'}],
  ['tr', {title: 'Türkçe'}],
  ['de', {title: 'Deutsch'}],
  ['fr', {title: 'Français'}],
  ['es', {title: 'Español'}],
  ['pt', {title: 'Português'}],
  ['ru', {title: 'Русский'}],
  ['zh', {title: '中文'}],
  ['ja', {title: '日本語'}],
]);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return languages.get(language)?.isRtl ? 'rtl' : 'ltr';
}
