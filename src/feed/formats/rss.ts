import {collectItems, createFeed, createItem, UntrustedHtml} from '../feed.js';
import type {Author, Feed, Item} from '../feed.js';
import {line} from '../fields.js';
import {mediaText, readMedia} from '../media.js';
import {htmlLine} from '../pictures.js';
import {bodyMarkup} from '../plain-text.js';
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

/**
 * RSS 2.0 and 0.9x (https://www.rssboard.org/rss-specification), RSS 1.0 and 0.90 (https://web.resource.org/rss/1.0/spec),
 * whose items stand beside the channel, with Dublin Core, content, Media RSS, iTunes and Atom elements.
 */
export function parseRss(root: Element, {url}: ParseContext): Feed {
  const top = childrenOf(root);
  const element = all(top, 'channel')[0] ?? root;
  const channel = childrenOf(element);
  const base = baseOf(element, url);
  const homePageUrl = safeUrl(linkOf(channel), base);
  const authors = readAuthors(channel, base, 'managingeditor', 'author', 'itunes:author', 'dc:creator', 'dc:author');
  // The address of an editor's office, or of its page, is no byline for every story.
  const bylines = authors.filter(({name}) => name && !/@|^https?:/.test(name));
  const items = [
    ...all(channel, 'item'),
    ...all(top, 'item'),
    ...all(channel, 'items').flatMap((list) => all(childrenOf(list), 'item')),
  ];
  return createFeed('rss', {
    url,
    title: titleLine(textOf(channel, 'title', 'dc:title')),
    homePageUrl,
    feedUrl: safeUrl(atomLink(channel, 'self'), base),
    nextUrl: safeUrl(atomLink(channel, 'next') ?? atomLink(channel, 'prev-archive'), base),
    description: htmlLine(textOf(channel, 'description', 'itunes:summary', 'dc:description', 'itunes:subtitle') ?? ''),
    icon: readIcon(channel, top, base),
    dateModified: dateIn(channel, 'lastbuilddate', 'atom:updated', 'pubdate', 'dc:date'),
    alternates: alternatesOf(all(channel, 'atom:link'), base),
    authors,
    language: textOf(channel, 'language', 'dc:language') ?? languageOf(element),
    ...collectItems(items, (item) => readItem(item, bylines, itemBase(base, homePageUrl))),
  });
}

/** A feed on another host than its site (a feed service, a proxy) has addresses that are relative to the site. */
function itemBase(base: string | undefined, home: string | undefined): string | undefined {
  return base && home && new URL(base).origin === new URL(home).origin ? base : (home ?? base);
}

function readItem(element: Element, feedAuthors: Author[], feedBase: string | undefined): Item | undefined {
  const item = childrenOf(element);
  const base = baseOf(element, feedBase);
  const guid = textOf(item, 'guid', 'atom:id');
  const isPermalink = attribute(all(item, 'guid')[0], 'isPermaLink') !== 'false';
  const link = textOf(item, 'feedburner:origlink') ?? linkOf(item);
  const url = safeUrl(link, base) ?? (isPermalink && /^https?:/.test(guid ?? '') ? safeUrl(guid) : undefined);
  const title = titleLine(textOf(item, 'title', 'dc:title', 'itunes:title') ?? mediaText(item, 'media:title'));
  const description =
    markupOfFirst(
      item,
      'description',
      'itunes:summary',
      'dc:description',
      'atom:summary',
      'summary',
      'itunes:subtitle',
    ) ?? mediaText(item, 'media:description');
  const content = markupOfFirst(item, 'content:encoded', 'xhtml:body', 'body', 'fullitem', 'atom:content', 'content');
  const html = bodyMarkup(content ?? description ?? '');
  const published = dateIn(
    item,
    'pubdate',
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
    'atom:published',
    'published',
  );
  const modified = dateIn(item, 'dcterms:modified', 'atom:updated', 'atom:modified', 'lastbuilddate');
  const {image, attachments} = readMedia(item, all(item, 'enclosure'), html, base);
  const authors = readAuthors(item, base, 'dc:creator', 'author', 'itunes:author', 'dc:author', 'media:credit');
  // What has nothing to tell it by is told by what it says.
  const id =
    guid ??
    link ??
    attribute(element, 'rdf:about') ??
    [title, (published ?? modified)?.toISOString(), html.slice(0, 100), authors[0]?.name].join(' ').trim();
  if (!id) return undefined;
  return createItem(id, {
    url,
    title,
    contentHtml: html ? new UntrustedHtml(html, base) : undefined,
    summary: content && description ? htmlLine(description)?.replace(/\s*\[(?:…|\.\.\.)\]$/, '…') : undefined,
    image,
    datePublished: published ?? modified,
    dateModified: modified,
    authors: authors.length ? authors : feedAuthors,
    tags: [
      ...new Set(
        [
          ...all(item, 'category', 'dc:subject', 'atom:category').map(
            (tag) => tag.textContent.trim() || attribute(tag, 'label') || attribute(tag, 'term'),
          ),
          ...(textOf(item, 'itunes:keywords', 'media:keywords')?.split(',') ?? []),
        ].flatMap((tag) => line(tag) ?? []),
      ),
    ],
    language: textOf(item, 'dc:language') ?? attribute(element, 'xml:lang'),
    attachments,
    commentsUrl: safeUrl(textOf(item, 'comments'), base),
  });
}

function markupOfFirst(item: Children, ...names: string[]): string | undefined {
  return all(item, ...names)
    .map(markupOf)
    .find(Boolean);
}

/** `<link>` with the address as text or in `href`; several feeds have only Atom's. */
function linkOf(owner: Children): string | undefined {
  return textOf(owner, 'link') ?? attribute(all(owner, 'link')[0], 'href') ?? atomLink(owner, 'alternate');
}

function atomLink(owner: Children, rel: string): string | undefined {
  return attribute(
    all(owner, 'atom:link').find((link) => (attribute(link, 'rel') ?? 'alternate') === rel),
    'href',
  );
}

/** iTunes' picture is square by rule; RSS's own is an icon unless it says that it is not square. */
function readIcon(channel: Children, top: Children, base: string | undefined): string | undefined {
  const itunes = safeUrl(attribute(all(channel, 'itunes:image')[0], 'href'), base);
  const image = childrenOf(
    all(channel, 'image')
      .concat(all(top, 'image'))
      .find((element) => element.textContent.trim()),
  );
  const isSquare = textOf(image, 'width') === textOf(image, 'height');
  return itunes ?? (isSquare ? safeUrl(textOf(image, 'url'), base) : undefined);
}

/** `ann@example.org (Ann Lee)`, `Ann Lee (ann@example.org)`, a name, or elements within. */
function readAuthors(owner: Children, base: string | undefined, ...names: string[]): Author[] {
  const elements = names.map((name) => all(owner, name)).find((elements) => elements.some((e) => e.textContent.trim()));
  return (elements ?? all(owner, 'atom:author')).flatMap((element) => {
    const parts = childrenOf(element);
    const string = textOf(parts, 'name', 'atom:name', 'itunes:name') ?? line(element.textContent) ?? '';
    const [, mail, name] = /^(\S+@\S+)\s*\((.+)\)$/.exec(string) ?? [];
    const person = name ?? string.replace(/\s*[<(]\S+@[^\s>)]+[>)]$/, '');
    return person || mail
      ? {name: line(person || mail), url: safeLink(textOf(parts, 'uri', 'atom:uri', 'url'), base)}
      : [];
  });
}
