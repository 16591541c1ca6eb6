import {collectItems, createFeed, createItem, UntrustedHtml} from '../feed.js';
import type {Author, Feed, Item} from '../feed.js';
import {line} from '../fields.js';
import {mediaText, readMedia} from '../media.js';
import {htmlLine} from '../pictures.js';
import {safeLink, safeUrl} from '../safe-url.js';
import {
  all,
  alternatesOf,
  attribute,
  baseOf,
  childrenOf,
  dateIn,
  languageOf,
  markupOf,
  textOf,
  titleLine,
  type Children,
} from '../xml-fields.js';
import type {ParseContext} from './format.js';

/** Atom 1.0 (RFC 4287, with RFC 5005 pages and archives) and 0.3, with Media RSS and Dublin Core. */
export function parseAtom(root: Element, {url}: ParseContext): Feed {
  const feed = childrenOf(root);
  const base = baseOf(root, url);
  const authors = readAuthors(feed, base);
  const favicon = safeUrl(textOf(feed, 'icon'), base);
  return createFeed('atom', {
    url,
    title: titleOf(feed, 'title'),
    homePageUrl: safeUrl(linkOf(feed, 'alternate'), base),
    feedUrl: safeUrl(linkOf(feed, 'self'), base),
    nextUrl: safeUrl(linkOf(feed, 'next') ?? linkOf(feed, 'prev-archive'), base),
    description: titleOf(feed, 'subtitle', 'tagline'),
    icon: favicon ?? safeUrl(textOf(feed, 'logo'), base),
    favicon,
    dateModified: dateIn(feed, 'updated', 'modified'),
    alternates: alternatesOf(all(feed, 'link'), base),
    authors,
    language: languageOf(root),
    ...collectItems(root.localName === 'entry' ? [root] : all(feed, 'entry'), (entry) =>
      readEntry(entry, authors, url),
    ),
  });
}

function readEntry(element: Element, feedAuthors: Author[], feedUrl: string | undefined): Item | undefined {
  const entry = childrenOf(element);
  const source = childrenOf(all(entry, 'source')[0]);
  const base = baseOf(element, feedUrl);
  const title = titleOf(entry, 'title', 'media:title');
  const content = textConstruct(all(entry, 'content')[0]);
  const description = mediaText(entry, 'media:description');
  const summary = textConstruct(all(entry, 'summary')[0]);
  const html = content?.html ?? (content ? undefined : summary?.html);
  const link = linkOf(entry, 'alternate') ?? linkOf(entry, 'self');
  const url = safeUrl(link, base);
  const published = dateIn(entry, 'published', 'issued', 'created', 'dc:date', 'dcterms:issued');
  const updated = dateIn(entry, 'updated', 'modified');
  const authors = [readAuthors(entry, base), readAuthors(source, base), feedAuthors].find(({length}) => length) ?? [];
  const {image, attachments} = readMedia(entry, linksOf(entry, 'enclosure'), html, base);
  const id =
    textOf(entry, 'id') ??
    link ??
    [
      title,
      (published ?? updated)?.toISOString(),
      (content ?? summary)?.html,
      (content ?? summary)?.text,
      authors[0]?.name,
    ]
      .join(' ')
      .trim();
  if (!id) return undefined;
  return createItem(id, {
    url,
    externalUrl: safeUrl(linkOf(entry, 'related') ?? attribute(all(entry, 'content')[0], 'src'), base),
    title,
    contentHtml: html ? new UntrustedHtml(html, baseOf(all(entry, 'content')[0] ?? element, feedUrl)) : undefined,
    contentText: content?.text ?? (html ? undefined : (summary?.text ?? description)),
    summary: content ? linesOf(summary) : undefined,
    image,
    datePublished: published ?? updated,
    dateModified: updated,
    authors,
    tags: [
      ...new Set(
        all(entry, 'category', 'dc:subject').flatMap(
          (tag) => line(attribute(tag, 'label') ?? attribute(tag, 'term') ?? tag.textContent) ?? [],
        ),
      ),
    ],
    language: attribute(element, 'xml:lang'),
    attachments,
    commentsUrl: safeUrl(linkOf(entry, 'replies'), base),
  });
}

/** RFC 4287 §3.1 and Atom 0.3's `mode`: what a text is in, HTML or plain. */
interface TextConstruct {
  html?: string | undefined;
  text?: string | undefined;
}

function textConstruct(element: Element | undefined): TextConstruct | undefined {
  if (!element) return undefined;
  const type = attribute(element, 'type') ?? 'text';
  const isBase64 = attribute(element, 'mode') === 'base64' || type === 'application/octet-stream';
  const markup = isBase64 ? decodeBase64(element.textContent) : markupOf(element);
  if (!markup || /^(?:image|audio|video)\//.test(type)) return undefined;
  const isHtml = /html/.test(type) || [...element.childNodes].some(({nodeType}) => nodeType === 1);
  return isHtml ? {html: markup} : {text: markup};
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(
      Uint8Array.from(atob(text.replace(/\s/g, '')), (character) => character.charCodeAt(0)),
    );
  } catch {
    return '';
  }
}

function linesOf(construct: TextConstruct | undefined): string | undefined {
  return construct?.html ? htmlLine(construct.html) : titleLine(construct?.text);
}

function titleOf(owner: Children, ...names: string[]): string | undefined {
  return all(owner, ...names)
    .map((element) => linesOf(textConstruct(element)))
    .find(Boolean);
}

function linksOf(owner: Children, rel: string): Element[] {
  return all(owner, 'link').filter((link) => (attribute(link, 'rel') ?? 'alternate') === rel);
}

/** Of several links the one to a web page. */
function linkOf(owner: Children, rel: string): string | undefined {
  const links = linksOf(owner, rel);
  const page =
    links.find((link) => attribute(link, 'type')?.includes('html')) ??
    links.find((link) => !attribute(link, 'type')) ??
    links[0];
  return attribute(page, 'href');
}

function readAuthors(owner: Children, base: string | undefined): Author[] {
  return [
    ...all(owner, 'author').map(childrenOf),
    ...all(owner, 'dc:creator').map((name) => new Map([['name', [name]]])),
  ].flatMap((author) => {
    const name = line(textOf(author, 'name', 'email'));
    const url = safeLink(textOf(author, 'uri', 'url'), base);
    return name || url ? {name, url} : [];
  });
}
