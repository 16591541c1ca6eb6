/** What a reader does with an element: finds things inside it, once its feed is shown. */
import {within} from 'storybook/test';
import type {} from '../src/index.js';
import {localeOf} from '../src/locales/index.js';

const tags = ['news-article', 'related-news', 'on-this-day', 'instagram-strip', 'about-us'] as const;
type Tag = (typeof tags)[number];

function isTag(tag: string): tag is Tag {
  return (tags as readonly string[]).includes(tag);
}

/** The element, queries within its shadow root, and its words, which the toolbar may have in any language. Throws when it is not there. */
export async function shown(canvas: HTMLElement, tag: string) {
  const element = isTag(tag) ? canvas.querySelector(tag) : null;
  if (!element) throw new Error(`There is no <${tag}>.`);
  await element.feedComplete;
  const base = () => {
    const base = element.renderRoot.querySelector<HTMLElement>('[part=base]');
    if (!base) throw new Error(`<${tag}> has rendered nothing.`);
    return base;
  };
  return {
    element,
    inside: () => within(base()),
    words: localeOf(element.language),
    part: (name: string) => [...base().querySelectorAll<HTMLElement>(`[part~=${name}]`)],
  };
}
