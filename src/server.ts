/** `news-elements/server`: what a server needs to render elements, for example with `@lit-labs/ssr`. */
import {loadPlainParagraphs} from './elements/news-article/article-body.js';
import {loadEverything} from './elements/on-this-day/extras.js';
import {loadRanking} from './elements/related-news/ranking.js';
import {loadLocale} from './locales/index.js';

/**
 * Loads what elements load in a browser when they meet it. A server does not wait while it renders, so await this once
 * before.
 *
 * @param languages BCP 47 tags of the pages' languages, for our own words in them. English is always there
 */
export async function prepareServer({languages = []}: {languages?: readonly string[]} = {}): Promise<void> {
  await Promise.all([loadEverything(), loadPlainParagraphs(), loadRanking(), ...languages.map(loadLocale)]);
}
