/** A page with a `<news-article>`, for the tests of what it can do. */
import {fixture, html} from '@open-wc/testing';
import type {NewsArticle} from '../../src/elements/news-article/news-article.js';
import '../../src/elements/news-article/news-article.js';
import {parseFeed} from '../../src/feed/index.js';

export const PAGE = 'https://river.example/';

export function feedOf(...items: object[]) {
  return parseFeed(
    JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'River Post', language: 'en', items}),
    {url: PAGE},
  );
}

/** The element on the page, with its story shown. */
export async function articleOf(items: object[], attributes: Record<string, string> = {}): Promise<NewsArticle> {
  const element = document.createElement('news-article');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.feed = await feedOf(...items);
  await fixture(html`<div>${element}</div>`);
  await element.feedComplete;
  return element;
}

export function part(element: NewsArticle, name: string): HTMLElement | null | undefined {
  return element.shadowRoot?.querySelector<HTMLElement>(`[part~=${name}]`);
}
