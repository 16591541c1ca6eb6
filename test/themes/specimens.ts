/** Every element in its layouts and states, from the demo's feeds, as a page would have it. */
import {waitUntil} from '../browser/until.js';

const FEEDS = '/stories/feeds';
const article = (item: string, more = '') =>
  `<news-article src="${FEEDS}/news.json" item="${item}" ${more}></news-article>`;
const related = (layout: string, more = '') =>
  `<related-news src="${FEEDS}/news.json" item="us-iraq-agreement" layout="${layout}" ${more}></related-news>`;
const day = (layout: string, more = '') =>
  `<on-this-day src="${FEEDS}/archive.json" date="--11-13" layout="${layout}" ${more}></on-this-day>`;
const strip = (layout: string, more = '') =>
  `<instagram-strip src="${FEEDS}/behold.json" layout="${layout}" ${more}></instagram-strip>`;
const about = (layout: string) => `<about-us src="${FEEDS}/news.json" layout="${layout}"></about-us>`;

export const specimens: Record<string, string> = {
  article: article('us-iraq-agreement'),
  'article with a table': article('coalition-two-phases'),
  'article with a figure and a source': article('marsh-map'),
  'article with an embed': article('open-air-cinema'),
  'article with a file': article('oud-class'),
  'article with notes': article('tablets-at-school'),
  'article that is missing': article('no-such-story', 'debug'),
  'related in a grid': related('grid', 'more'),
  'related in a list': related('list'),
  'related, compact': related('compact', 'limit="6"'),
  'related in a carousel': related('carousel', 'limit="8"'),
  'day on a timeline': day('timeline', 'browse'),
  'day on cards': day('cards'),
  'a single event': day('single'),
  'a day near another': `<on-this-day src="${FEEDS}/archive.json" date="2026-11-12" nearest></on-this-day>`,
  'a day of two sources': `<on-this-day src="${FEEDS}/archive.json ${FEEDS}/world/{lang}/{MM}/{DD}.json" date="--11-13" lang="en" limit="9"></on-this-day>`,
  'strip of pictures': strip('strip', 'profile lightbox'),
  'grid of pictures': strip('grid'),
  'mosaic of pictures': strip('mosaic', 'limit="9"'),
  'strip that asks first':
    '<instagram-strip src="https://pictures.example/feed.json" ask-first profile></instagram-strip>',
  'about in a box': about('box'),
  'about as a footer': about('footer'),
  'about as a card': about('card'),
};

/** The same in Arabic: its feeds where there are some, else its words round those in English. */
export function inArabic(markup: string): string {
  return markup.replace(/(news|archive)\.json/g, '$1.ar.json').replace(' lang="en"', '');
}

interface Shown extends HTMLElement {
  readonly state: string;
  readonly updateComplete: Promise<boolean>;
}

/** Puts the element into `box`, waits until it shows what it has, and opens what a reader can open. */
export async function show(box: Element, markup: string): Promise<ShadowRoot> {
  box.innerHTML = markup;
  const node = box.firstElementChild as Shown;
  const root = () => node.shadowRoot ?? fail(markup);
  await waitUntil(
    () =>
      node.hasAttribute('ask-first')
        ? root().querySelector('[part=consent]') !== null
        : ['ready', 'error'].includes(node.state),
    `shows: ${markup}`,
  );
  await node.updateComplete;
  root().querySelector<HTMLElement>('.subscribe')?.click();
  if (node.hasAttribute('more') || node.localName === 'about-us')
    await waitUntil(() => root().querySelector('.more button, .subscription') !== null, `opens: ${markup}`);
  await pictures(root());
  return root();
}

/** Pictures that are asked for, so that they have their place; those further down need not be there. */
async function pictures(root: ShadowRoot): Promise<void> {
  const asked = [...root.querySelectorAll('img')].filter(({loading}) => loading !== 'lazy');
  await Promise.all(asked.map((image) => image.decode().catch(() => undefined)));
}

function fail(markup: string): never {
  throw new Error(`Nothing is rendered: ${markup}`);
}

/** All elements of a shadow root, with the text that stands in them directly. */
export function* textNodes(root: ParentNode): Generator<{node: Element; text: Text}> {
  for (const node of root.querySelectorAll('*'))
    for (const text of node.childNodes)
      if (text instanceof Text && text.data.trim() && !node.closest('style, script')) yield {node, text};
}
