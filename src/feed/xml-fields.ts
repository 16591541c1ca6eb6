/**
 * Readers of single fields from the elements of an XML feed, the same for RSS and Atom. They use only what every DOM
 * has (`childNodes`, `getAttribute`, …), since in Node the parser is the caller's.
 */
import type {Alternate} from './feed.js';
import {line} from './fields.js';
import {safeUrl} from './safe-url.js';
import {xmlDate} from './xml-date.js';

/** An element's child elements by name: `title`, and with the usual prefix what comes from a module: `media:content`. */
export type Children = ReadonlyMap<string, readonly Element[]>;

/** Namespaces by what they have in common, for each is written in several ways. */
const MODULES: readonly (readonly [RegExp, string])[] = [
  [/^$|purl\.org\/(rss\/1\.0\/$|net\/rss)|netscape\.com\/rdf|userland\.com|\/tech\/rss/i, ''],
  [/\/mrss\b/i, 'media'],
  [/itunes/i, 'itunes'],
  [/1999\/xhtml/i, 'xhtml'],
  [/purl\.org\/dc\/elements/i, 'dc'],
  [/purl\.org\/dc\/terms/i, 'dcterms'],
  [/modules\/content/i, 'content'],
  [/\/2005\/atom|purl\.org\/atom/i, 'atom'],
  [/feedburner/i, 'feedburner'],
];

export function childrenOf(element: Element | undefined): Children {
  const children = new Map<string, Element[]>();
  for (const child of element?.childNodes ?? [])
    if (isElement(child)) {
      const name = nameOf(child);
      const known = children.get(name);
      if (known) known.push(child);
      else children.set(name, [child]);
    }
  return children;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function nameOf({localName, namespaceURI, prefix, ownerDocument}: Element): string {
  const space = namespaceURI ?? '';
  const isRoots = namespaceURI === ownerDocument.documentElement.namespaceURI;
  const module = isRoots ? '' : (MODULES.find(([pattern]) => pattern.test(space))?.[1] ?? prefix);
  return (module ? `${module}:${localName}` : localName).toLowerCase();
}

export function all(children: Children, ...names: string[]): Element[] {
  return names.flatMap((name) => children.get(name) ?? []);
}

/** The text of the first of these elements that has any. */
export function textOf(children: Children, ...names: string[]): string | undefined {
  return all(children, ...names)
    .map((element) => element.textContent.trim())
    .find(Boolean);
}

/** The first of these elements that is a date. */
export function dateIn(children: Children, ...names: string[]): Date | undefined {
  return all(children, ...names)
    .map((element) => xmlDate(markupOf(element)))
    .find(Boolean);
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.getAttribute(name)?.trim() || undefined;
}

const FEED_TYPE = /^application\/(?:(?:rss|atom)\+xml|(?:feed\+)?json)$/;

/** Of the `<link>` elements of a channel, those that name the same news as another feed. */
export function alternatesOf(links: readonly Element[], base: string | undefined): Alternate[] {
  return links.flatMap((link) => {
    const [mimeType = ''] = attribute(link, 'type')?.toLowerCase().split(/\s*;/) ?? [];
    const url = safeUrl(attribute(link, 'href'), base);
    const isAlternate = (attribute(link, 'rel') ?? 'alternate') === 'alternate' && FEED_TYPE.test(mimeType);
    return url && isAlternate ? {url, mimeType, title: attribute(link, 'title')} : [];
  });
}

/** What `xml:base` makes of an address (https://www.w3.org/TR/xmlbase/), from the outermost element to this one. */
export function baseOf(element: Element | null, url: string | undefined): string | undefined {
  if (!element) return url;
  const outer = baseOf(element.parentElement, url);
  const own = attribute(element, 'xml:base');
  return own && URL.canParse(own, outer) ? new URL(own, outer).href : outer;
}

export function languageOf(element: Element | null): string | undefined {
  return element ? (attribute(element, 'xml:lang') ?? languageOf(element.parentElement)) : undefined;
}

/** Body markup: escaped in a text, or as elements, which become HTML again. */
export function markupOf(element: Element): string {
  const nodes = [...element.childNodes];
  if (!nodes.some(isElement)) return element.textContent.trim();
  // Between elements that somebody forgot to escape, a CDATA section is still markup.
  return nodes.map((node) => (node.nodeType === 4 ? (node.nodeValue ?? '') : serialize(node))).join('');
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** As HTML and not as XML, in which `<a/>` is closed and `<br></br>` is one. */
function serialize(node: Node): string {
  if (!isElement(node)) return /[34]/.test(String(node.nodeType)) ? escape(node.nodeValue ?? '') : '';
  const name = node.localName;
  const attributes = [...node.attributes].map(({name, value}) => ` ${name}="${escape(value)}"`).join('');
  const open = `<${name}${attributes}>`;
  return VOID.test(name) ? open : `${open}${[...node.childNodes].map(serialize).join('')}</${name}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const PAIRED = /<([a-z]\w*)\b[^<>]*>([^]*?)<\/\1\s*>|<(?:br|hr|img|wbr)\b[^<>]*>/gi;

/**
 * A title whose format does not say if it is text or HTML. Markup that is closed again (`<em>Go</em>`) is markup; a tag
 * that stands alone (“What became of <i>?”) is what the title is about.
 */
export function titleLine(title: string | undefined): string | undefined {
  let text = title ?? '';
  // What is longer is no title, and to look for pairs in it costs the square of its length.
  for (let before = ''; before !== text && text.length < 2000;) {
    before = text;
    text = text.replace(PAIRED, '$2');
  }
  return line(text);
}
