/** Whether a language is written from right to left. */
export function isRtl(language: string): boolean {
  return /^(ar|fa|prs|he|iw|ckb|ur|ps|sd|ug|yi|dv)\b|-(arab|hebr)\b/i.test(language);
}

/** The direction of a text: of its language, unless its first two words show that the feed says the wrong one. */
export function directionOf(language: string, words = ''): 'rtl' | 'ltr' {
  return isRtl(language) || /^\P{L}*[\u0590-\u08ff]+\P{L}+[\u0590-\u08ff]/u.test(words) ? 'rtl' : 'ltr';
}
