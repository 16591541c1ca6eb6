import {localeOf, type Locale} from '../locales/index.js';

/** The language that our words are in: the reader's, or English where we have none in it. */
export function wordsLanguage(language: string, locale: Locale): string {
  return locale !== localeOf('en') || /^en\b/i.test(language) ? language : 'en';
}
