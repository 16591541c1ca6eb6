/** Whether a language is written from right to left. */
export function isRtl(language: string): boolean {
  return /^(ar|fa|prs|he|iw|ckb|ur|ps|sd|ug|yi|dv)\b|-(arab|hebr)\b/i.test(language);
}

/** Ranges, since engines are slow to compile names of classes. */
const RTL_WORDS = /^[^A-Za-z\u00c0-\u058f]*[\u0590-\u08ff]+[^A-Za-z\u00c0-\u08ff]+[\u0590-\u08ff]/;

/** The direction of a text: of its language, unless its first two words show that the feed says the wrong one. */
export function directionOf(language: string, words = ''): 'rtl' | 'ltr' {
  return isRtl(language) || RTL_WORDS.test(words) ? 'rtl' : 'ltr';
}
