import type {Feed} from '../../feed/feed.js';
import type {Locale} from '../../locales/index.js';
import {onServer} from '../on-server.js';
import {headlineOf} from './headline.js';
import {isWorld} from './origin.js';

/** What not every page needs: each is loaded when it is met. Where it cannot be loaded, the element does without. */
interface Extras {
  /** Calendars other than the Gregorian. */
  calendar: typeof import('./calendar.js');
  /** Browsing. */
  controls: typeof import('./day-controls.js');
  /** Wikimedia's lists. */
  world: typeof import('./world.js');
  /** Texts with links. */
  links: typeof import('./body-links.js');
}

const loaders: {[Name in keyof Extras]: () => Promise<Extras[Name]>} = {
  calendar: () => import('./calendar.js'),
  controls: () => import('./day-controls.js'),
  world: () => import('./world.js'),
  links: () => import('./body-links.js'),
};

/** As far as they are loaded. */
export const extras: Partial<Extras> = {};

/** Languages and regions that may count days in another calendar than the Gregorian; whether they do, Intl knows. */
const OTHER_CALENDAR = /-ca-|^(fa|ps|th|mzn|lrc)\b|-(AF|IR|SA|TH)\b/i;

interface Wanted {
  /** Undefined before it has arrived. */
  feed: Feed | undefined;
  src: string | undefined;
  language: string;
  locale: Locale;
  browse: boolean;
}

/** @returns whether anything was loaded that was not there */
export async function loadExtras({feed, src = '', language, locale, browse}: Wanted): Promise<boolean> {
  const needs: Record<keyof Extras, boolean | undefined> = {
    calendar: OTHER_CALENDAR.test(language),
    controls: browse,
    world: feed?.items.some((item) => isWorld(item, feed)) ?? src.includes('wikimedia'),
    // They need a parser.
    links: !onServer && feed?.items.some((item) => item.contentHtml && !headlineOf(item, locale)),
  };
  return load(names.filter((name) => needs[name]));
}

/** What a server may need that renders any page: all but what needs a parser. */
export function loadEverything(): Promise<boolean> {
  return load(names.filter((name) => name !== 'links'));
}

const names = Object.keys(loaders) as (keyof Extras)[];

async function load(names: (keyof Extras)[]): Promise<boolean> {
  const loaded = await Promise.allSettled(
    names.filter((name) => !extras[name]).map(async (name) => Object.assign(extras, {[name]: await loaders[name]()})),
  );
  return loaded.some(({status}) => status === 'fulfilled');
}
