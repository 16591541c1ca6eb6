import {en} from './en.js';
import type {Locale} from './locale.js';

export type {Locale} from './locale.js';

const loaders: Partial<Record<string, () => Promise<Locale>>> = {
  ar: async () => (await import('./ar.js')).ar,
};
const loaded = new Map<string, Locale>([['en', en]]);

/** A site's own language, or its own words for one of ours. Elements on the page take it up at their next update. */
export function registerLocale(language: string, locale: Locale): void {
  loaded.set(language.toLowerCase(), locale);
}

/** The words for a language tag, as far as they are loaded: `de-AT`, else `de`, else English. */
export function localeOf(language: string): Locale {
  return (
    candidates(language)
      .map((tag) => loaded.get(tag))
      .find(Boolean) ?? en
  );
}

/** Loads the words for a language tag. A language that is unknown, or cannot be loaded, is English: never an error. */
export async function loadLocale(language: string): Promise<void> {
  const tags = candidates(language);
  if (tags.some((tag) => loaded.has(tag))) return;
  const tag = tags.find((tag) => loaders[tag]);
  try {
    const locale = tag && (await loaders[tag]?.());
    if (locale) loaded.set(tag, locale);
  } catch {
    // The reader gets English words rather than none.
  }
}

/** `ckb-IQ-u-nu-arab` → `ckb-iq`, `ckb` */
function candidates(language: string): string[] {
  const [tag = ''] = language.toLowerCase().split(/-[a-z0-9]-/);
  return [tag, tag.split('-')[0] ?? ''];
}
