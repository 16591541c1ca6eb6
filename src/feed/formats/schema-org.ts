import {collectItems, createFeed, createItem} from '../feed.js';
import type {Author, Feed, Image, Item, Link} from '../feed.js';
import {date, field, line, list, positive, text} from '../fields.js';
import {safeLink, safeUrl} from '../safe-url.js';
import type {ParseContext} from './format.js';

const ARTICLE = /Article|Posting|Report$/;
const PUBLISHER = /Organization$|^(?:WebSite|Blog|Person)$/;
const NESTED = ['@graph', 'itemListElement', 'item', 'mainEntity', 'hasPart', 'blogPost', 'publisher', 'isPartOf'];

/**
 * schema.org as JSON-LD (https://schema.org/NewsArticle): articles alone, in a list, in an ItemList or in a `@graph`;
 * an Organization (https://schema.org/NewsMediaOrganization), a WebSite or a Blog describes the feed itself.
 */
export function parseSchemaOrg(json: unknown, {url}: ParseContext): Feed {
  const nodes = collectNodes(json);
  const articles = nodes.filter((node) => ARTICLE.test(typesOf(node)));
  const publisher = nodes.find((node) => PUBLISHER.test(typesOf(node)));
  const listed = nodes.find((node) => typesOf(node).includes('ItemList'));
  const entries = articles.length ? articles : list(field(listed, 'itemListElement'));
  const homePageUrl = safeUrl(field(publisher, 'url'), url);
  return createFeed('schema-org', {
    url,
    title: line(field(listed, 'name') ?? field(publisher, 'name')),
    description: line(field(listed, 'description') ?? field(publisher, 'description')),
    homePageUrl,
    icon: readImage(field(publisher, 'logo') ?? field(publisher, 'image'), url)?.url,
    authors: readAuthors(field(publisher, 'founder'), url),
    language: text(field(publisher, 'inLanguage')),
    links: each(field(publisher, 'sameAs')).flatMap((link) => readLink(link, url)),
    address: readAddress(field(publisher, 'address')),
    ...collectItems(entries, (entry) => readArticle(entry, url)),
  });
}

/** Everything that has a type, in the order of the document; JSON cannot be circular, only deep. */
function collectNodes(value: unknown, depth = 8): unknown[] {
  if (!depth || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((entry) => collectNodes(entry, depth - 1));
  return [value, ...NESTED.flatMap((name) => collectNodes(field(value, name), depth - 1))];
}

function typesOf(node: unknown): string {
  return each(field(node, '@type')).join(' ');
}

function each(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function readArticle(node: unknown, base: string | undefined): Item | undefined {
  const page = field(node, 'mainEntityOfPage');
  const url = [field(node, 'url'), field(page, '@id'), page, field(node, '@id')]
    .map((address) => safeUrl(address, base))
    .find(Boolean);
  const id = text(field(node, '@id')) ?? url;
  const title = line(field(node, 'headline') ?? field(node, 'name'));
  if (!id || !(url || title)) return undefined;
  return createItem(id, {
    url,
    title,
    contentText: text(field(node, 'articleBody') ?? field(node, 'text')),
    summary: line(field(node, 'description') ?? field(node, 'abstract')),
    image: readImage(field(node, 'image'), base) ?? readImage(field(node, 'thumbnailUrl'), base),
    datePublished: date(field(node, 'datePublished')) ?? date(field(node, 'dateCreated')),
    dateModified: date(field(node, 'dateModified')),
    authors: readAuthors(field(node, 'author') ?? field(node, 'creator'), base),
    tags: [...new Set(readTags(field(node, 'keywords')))],
    kicker: readTags(field(node, 'articleSection'))[0],
    language: text(field(node, 'inLanguage')),
  });
}

/** Text with commas, a list, or DefinedTerms. */
function readTags(value: unknown): string[] {
  return each(typeof value === 'string' ? value.split(',') : value).flatMap(
    (tag) => line(field(tag, 'name') ?? tag) ?? [],
  );
}

function readAuthors(value: unknown, base: string | undefined): Author[] {
  return each(value).flatMap((author) => {
    const name = line(typeof author === 'string' ? author : field(author, 'name'));
    const url = safeLink(field(author, 'url'), base);
    return name ? {name, url, avatar: readImage(field(author, 'image'), base)?.url} : [];
  });
}

/** An address, an ImageObject, or a list of either: the same picture in several shapes, the first for choice. */
function readImage(value: unknown, base: string | undefined): Image | undefined {
  const [image] = each(value);
  const url = safeUrl(field(image, 'url') ?? field(image, 'contentUrl') ?? field(image, '@id') ?? image, base);
  return url
    ? {
        url,
        caption: line(field(image, 'caption')),
        credit: line(field(image, 'creditText')),
        width: positive(field(image, 'width')),
        height: positive(field(image, 'height')),
        sizes: [],
      }
    : undefined;
}

function readLink(value: unknown, base: string | undefined): Link | [] {
  const url = safeUrl(value, base);
  return url ? {url, title: new URL(url).hostname.replace(/^www\./, '')} : [];
}

function readAddress(value: unknown): string | undefined {
  const parts = ['streetAddress', 'postalCode', 'addressLocality', 'addressRegion', 'addressCountry'];
  return (
    text(value) ??
    (parts.flatMap((name) => text(field(field(value, name), 'name') ?? field(value, name)) ?? []).join('\n') ||
      undefined)
  );
}
