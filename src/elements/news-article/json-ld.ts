import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Author, Feed, Image, Item} from '../../feed/feed.js';
import {dataBlock} from '../data-block.js';
import {pageRoot} from '../page.js';

interface StoryHost extends ReactiveControllerHost {
  readonly jsonLd: boolean;
  readonly article: Item | undefined;
  readonly feed: Feed | undefined;
}

/** Any kind of article, as `@type` names it: `"NewsArticle"`, `["Article", …]`. */
const OTHERS = /"@type"\s*:\s*(\[[^\]]*)?"(\w*Article|BlogPosting|LiveBlogPosting)"/;

/** Keeps one NewsArticle in the head of the document for the story that is shown, unless the page has one of its own. */
export class JsonLd implements ReactiveController {
  #script: Element | undefined;
  #text: string | undefined;
  #isForbidden = false;

  constructor(private readonly host: StoryHost & Element) {
    host.addController(this);
  }

  hostUpdated(): void {
    const {article, feed, jsonLd} = this.host;
    const data = jsonLd && article && feed ? newsArticle(article, feed) : undefined;
    const text = JSON.stringify(data);
    if (text === this.#text) return;
    this.#remove();
    if (!data || this.#isForbidden || hasOther()) return;
    this.#text = text;
    try {
      this.#script = dataBlock(data);
    } catch {
      this.#isForbidden = true;
      console.warn(
        `<${this.host.localName}>: This page's Content-Security-Policy lets no data block be made, so json-ld adds nothing. Add “news-elements” to its trusted-types directive.`,
        this.host,
      );
      return;
    }
    pageRoot().querySelector('head')?.append(this.#script);
  }

  hostDisconnected(): void {
    this.#remove();
  }

  #remove(): void {
    this.#script?.remove();
    this.#script = this.#text = undefined;
  }
}

function hasOther(): boolean {
  const blocks = pageRoot().querySelectorAll('script[type="application/ld+json" i]');
  return [...blocks].some(({textContent}) => OTHERS.test(textContent));
}

/**
 * What schema.org's NewsArticle (https://schema.org/NewsArticle) has a place for and the feed says, with all that Google
 * recommends for articles (https://developers.google.com/search/docs/appearance/structured-data/article). Nothing is
 * taken from a body. Undefined for a story without a headline, which is the least that it needs.
 */
export function newsArticle(item: Item, feed: Feed): object | undefined {
  const {title, url, summary, image, bannerImage, datePublished, dateModified, authors, tags} = item;
  if (!title) return undefined;
  const {title: name, homePageUrl, icon} = item.source ?? feed;
  const pictures: unknown[] = image ? [pictureData(image)] : bannerImage ? [bannerImage] : [];
  // Undefined members are left out by JSON.
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    url,
    mainEntityOfPage: url,
    description: summary,
    image: orNothing(pictures),
    datePublished,
    dateModified: dateModified ?? datePublished,
    author: orNothing(authors.filter((author) => author.name).map((author) => authorData(author, name))),
    publisher: name && {
      '@type': 'NewsMediaOrganization',
      name,
      url: homePageUrl,
      logo: icon && {'@type': 'ImageObject', url: icon},
    },
    inLanguage: item.language ?? feed.language,
    articleSection: item.kicker,
    keywords: orNothing(tags),
    contentLocation: item.place && {'@type': 'Place', name: item.place},
    isBasedOn: item.externalUrl,
    discussionUrl: item.commentsUrl,
  };
}

function pictureData({url, width, height, caption, credit}: Image): object {
  return {'@type': 'ImageObject', url, width, height, caption, creditText: credit};
}

/** A story without a writer is often signed by the paper itself. */
function authorData({name, url, avatar}: Author, publisher: string | undefined): object {
  return {
    '@type': name === publisher ? 'NewsMediaOrganization' : 'Person',
    name,
    url: url?.startsWith('http') ? url : undefined,
    image: avatar,
  };
}

function orNothing<Entry>(list: Entry[]): Entry[] | undefined {
  return list.length ? list : undefined;
}
