/** Whether a language is written from right to left. */
export function isRtl(language: string): boolean {
  return /^(ar|fa|he|ckb|ur|ps|sd|ug|yi|dv)\b/i.test(language);
}
