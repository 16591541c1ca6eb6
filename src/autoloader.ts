import {askEarly} from './ask-early.js';
import type {Locale} from './locales/index.js';

/**
 * The script tag: imports an element when its tag is on the page, now or later. Elements that are not used cost nothing.
 *
 * Of each module its class alone is asked for, or the bundler would keep an object of all that it exports.
 */
const elements: Record<string, () => Promise<unknown>> = {
  'news-article': () => Promise.all([loadArticle(), loadSanitizer()]),
  'related-news': async () => (await import('./elements/related-news/related-news.js')).RelatedNews,
  'on-this-day': async () => (await import('./elements/on-this-day/on-this-day.js')).OnThisDay,
  'instagram-strip': async () => (await import('./elements/instagram-strip/instagram-strip.js')).InstagramStrip,
  'about-us': async () => (await import('./elements/about-us/about-us.js')).AboutUs,
};
const awaited = new Set(Object.keys(elements));
/** How many elements are not here yet, asked for or not. */
let missing = awaited.size;

/** None on a server, which may import what its pages do. */
const observer =
  typeof document === 'undefined'
    ? undefined
    : new MutationObserver((mutations) => {
        for (const {addedNodes} of mutations)
          for (const node of addedNodes) if (node instanceof Element) discover(node);
      });

/** Looks through a tree for our tags. An import that fails (offline) is tried again when the next tag appears. */
function discover(root: Element): void {
  for (const tag of awaited) {
    if (!root.matches(tag) && !root.querySelector(tag)) continue;
    awaited.delete(tag);
    askEarly(root, tag);
    load(tag).then(
      () => {
        if (!--missing) observer?.disconnect();
      },
      (error: unknown) => {
        awaited.add(tag);
        console.warn(`<${tag}> could not be loaded from ${import.meta.url}.`, error);
      },
    );
  }
}

/** What all elements have in common is asked for together with the first of them, and not only by it. */
async function load(tag: string): Promise<void> {
  await Promise.all([elements[tag]?.(), loadCommon()]);
}

async function loadArticle(): Promise<unknown> {
  return (await import('./elements/news-article/news-article.js')).NewsArticle;
}

/** What an article cannot do without is asked for together with it, too. */
async function loadSanitizer(): Promise<unknown> {
  return (await import('./feed/sanitize.js')).sanitize;
}

async function loadCommon(): Promise<unknown> {
  return (await import('./elements/feed-element.js')).FeedElement;
}

function observe(root: Node = document): void {
  observer?.observe(root, {childList: true, subtree: true});
}

/** For a page's own open shadow root, into which a document does not see: finds the elements in it, now and later. */
export function discoverIn(root: ShadowRoot): void {
  observe(root);
  for (const child of root.children) discover(child);
}

/** For a page that has no modules of its own: {@link registerLocale} of the library. */
export async function registerLocale(language: string, locale: Locale): Promise<void> {
  const {registerLocale} = await import('./locales/index.js');
  registerLocale(language, locale);
}

if (observer) {
  observe();
  // By way of the prototype, since an image named documentElement would stand in the root's place.
  discover(Reflect.get(Document.prototype, 'documentElement', document));
}
