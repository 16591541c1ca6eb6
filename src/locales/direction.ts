/** Whether a language is written from right to left. */
export function isRtl(language: string): boolean {
  return /^(ar|fa|prs|he|iw|ckb|ur|ps|sd|ug|yi|dv)\b|-(arab|hebr)\b/i.test(language);
}
