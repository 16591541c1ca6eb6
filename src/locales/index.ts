import {loadDates} from './dates.js';
import {en} from './en.js';
import type {Locale} from './locale.js';

export type {Locale} from './locale.js';

/** A map, because a feed may name its language `constructor`. */
const loaders = new Map<string, () => Promise<Record<string, Locale>>>([
  ['ar', () => import('./ar.js')],
  ['ckb', () => import('./ckb.js')],
  ['de', () => import('./de.js')],
  ['es', () => import('./es.js')],
  ['fa', () => import('./fa.js')],
  ['fr', () => import('./fr.js')],
  ['he', () => import('./he.js')],
  ['ja', () => import('./ja.js')],
  ['ku', () => import('./ku.js')],
  ['pt', () => import('./pt.js')],
  ['ru', () => import('./ru.js')],
  ['tr', () => import('./tr.js')],
  ['zh', () => import('./zh.js')],
]);
/** Tags that browsers and content systems also use for our languages. */
const aliases = new Map([
  ['iw', 'he'],
  ['kmr', 'ku'],
  ['ku-arab', 'ckb'],
  ['prs', 'fa'],
]);
const loaded = new Map<string, Locale>([['en', en]]);

/** A site's own language, or its own words for one of ours: the elements on the page take it up. */
export function registerLocale(language: string, locale: Locale): void {
  loaded.set(language.toLowerCase(), locale);
  for (const listener of listeners) listener();
}

const listeners = new Set<() => void>();

/** Calls a function whenever a language has been registered. */
export function onRegister(listener: () => void): void {
  listeners.add(listener);
}

/** The words for a language tag, as far as they are loaded: `de-AT`, else `de`, else English. */
export function localeOf(language: string): Locale {
  return (
    candidates(language)
      .map((tag) => loaded.get(tag))
      .find(Boolean) ?? en
  );
}

/**
 * Loads the words for a language tag, and the dates that its engine lacks. A language that is unknown, or cannot be loaded,
 * is English: never an error.
 */
export async function loadLocale(language: string): Promise<void> {
  await Promise.all([loadWords(language), loadDates(language)]);
}

async function loadWords(language: string): Promise<void> {
  const tag = candidates(language).find((tag) => loaded.has(tag) || loaders.has(tag));
  if (tag === undefined || loaded.has(tag)) return;
  try {
    const locale = (await loaders.get(tag)?.())?.[tag];
    if (locale && !loaded.has(tag)) loaded.set(tag, locale);
  } catch {
    // The reader gets English words rather than none.
  }
}

/** From the narrowest to the widest (RFC 4647, section 3.4): `ku-Arab-IQ-u-nu-arab` → `ku-arab-iq`, `ku-arab`, `ckb`, `ku` */
function candidates(language: string): string[] {
  const [tag = ''] = language.toLowerCase().split(/-[a-z0-9]-/);
  const parts = tag.split('-');
  return parts.flatMap((_, n) => {
    const wider = parts.slice(0, parts.length - n).join('-');
    return [wider, aliases.get(wider) ?? []].flat();
  });
}
