/**
 * The only way from a feed's HTML to the page. Sanitising is construction: the markup is parsed in a document that runs
 * nothing and loads nothing, walked, and built anew from the elements and attributes of `allowlist.ts`. Nothing is
 * serialised and parsed again, so nothing can mutate.
 */
import {ADDED, ATTRIBUTES, DROPPED, ELEMENTS, LAZY, names, REL, RENAMED} from './allowlist.js';
import {UntrustedHtml} from './feed.js';
import {asWritten, isTooLarge, MAX_NODES, parseInert, STYLE, TOO_LARGE} from './inert-html.js';
import {BLOCKS, fits, PARENTS} from './nesting.js';
import {textOf} from './plain-text.js';
import {safeUrl} from './safe-url.js';
import {NO_PARSER} from './trusted-types.js';

export interface SanitizeOptions {
  /** Level of the heading above the body: its own headings begin one below. */
  headingLevel: number;
  /** Accessible name of a table that has no caption. */
  tableLabel: string;
  /**
   * Makes what stands for an embed, where `source` is one: the feed's own frame, or block with a class, to be read and
   * never to be shown. `quote` is what a block shows already. The box may come to stand inside a paragraph. Without it,
   * frames are links.
   */
  embed?: ((source: Element, quote?: HTMLElement) => Node | undefined) | undefined;
}

/** A body for the page. `content` is absent when it is too large; `warning` is for the builder and ends in what to do. */
export interface SanitizedBody {
  content?: DocumentFragment;
  warning?: string;
}

/** Elements within one another; what lies deeper becomes text. */
const MAX_DEPTH = 64;

/**
 * Makes a fresh fragment of a body. Put it into a shadow root, once; clicks in it go to {@link followFootnote}.
 *
 * It costs a parse, so call it when the body is about to be shown. Where the page allows no parser, the content is the
 * body's plain text in paragraphs, with a warning.
 */
export function sanitize(body: UntrustedHtml, options: SanitizeOptions): SanitizedBody {
  const html = UntrustedHtml.reveal(body);
  if (isTooLarge(html)) return {warning: TOO_LARGE};
  let source: Document;
  try {
    source = parseInert(html);
    blank ??= parseInert('');
  } catch {
    return {content: paragraphs(body), warning: `A story shows as plain text. ${NO_PARSER}`};
  }
  const content = build(source, blank, body.baseUrl, options);
  return content ? {content} : {warning: TOO_LARGE};
}

/** Whether the body may have something to make a box of: a reason to load what makes them. */
export function mayEmbed(body: UntrustedHtml): boolean {
  return /<(?:iframe|embed|object)|(?:twitter|instagram|tiktok|bluesky|mastodon|fb)-/i.test(UntrustedHtml.reveal(body));
}

/** Where elements are made: unlike in the parsed document, no name in the feed's markup hides its methods. */
let blank: Document | undefined;

/**
 * For the click event of whatever holds the content: a link to a footnote leads there and back. Browsers find no id
 * inside a shadow root by themselves.
 */
export function followFootnote(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest(`a[href^="#${PREFIX}"]`) : null;
  const root = link?.getRootNode();
  if (!link || !(root instanceof ShadowRoot)) return;
  event.preventDefault();
  const target = root.querySelector<HTMLElement>(link.getAttribute('href') ?? '');
  if (!target) return;
  target.tabIndex = -1;
  target.focus();
}

/** Of every id in a body, so that none is the page's. */
const PREFIX = 'news-';

const FRAMES = names('iframe embed object');
/** Not worth keeping without anything in it. */
const FILLED = names('a p li figure picture h1 h2 h3 h4 h5 h6');
/** Of these, the direction is not their text's own. */
const NEUTRAL = names('a figure picture');
/** What is looked at again once all is built: the former, and blocks of text. */
const FINISHED = names(
  'a figure picture pre',
  'h1 h2 h3 h4 h5 h6 p li dt dd blockquote figcaption caption summary td th div',
);

/** @param top level of the highest heading that is built. @returns undefined when the source has too many nodes */
function build(
  source: Document,
  blank: Document,
  base: string | undefined,
  options: SanitizeOptions,
  top?: number,
): DocumentFragment | undefined {
  const content = blank.createDocumentFragment();
  // It leads from node to node, not the nodes themselves: a `<form>` answers to the names of its fields.
  const walker = blank.createTreeWalker(source, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  /** Names of the elements that are open, the outermost first. */
  const path: string[] = [];
  const built: HTMLElement[] = [];
  /** Links to a place in the body, with the feed's name of the place; and what was built for each name. */
  const links: [Element, string][] = [];
  const places = new Map<string, Element>();
  let nodes = 0;
  let highest = 7;
  let lastPicture: string | undefined;

  const append = (parent: Node, name: string) => parent.appendChild(blank.createElement(name));
  const appendText = (parent: Node, text: string) => parent.appendChild(blank.createTextNode(asWritten(text)));

  function walk(parent: Node): void {
    const start = walker.currentNode;
    for (let node = walker.firstChild(); node && ++nodes <= MAX_NODES; node = walker.nextSibling())
      // Of these nodes, text alone has a value.
      if (typeof node.nodeValue === 'string') appendText(parent, node.nodeValue);
      // What is neither is SVG or MathML.
      else if (node instanceof HTMLElement) visit(node, parent);
    walker.currentNode = start;
  }

  function visit(node: HTMLElement, parent: Node): void {
    const {localName} = node;
    const name = RENAMED.get(localName) ?? localName;
    const isDeep = path.length >= MAX_DEPTH;
    if (DROPPED.has(name) || (FRAMES.has(name) && !isDeep && frame(node, name, parent)) || name === 'iframe') return;
    if (isRegion(node, name)) return walk(parent);
    if (!ELEMENTS.has(name) || !fits(name, path) || (isDeep && !PARENTS.has(name))) {
      walk(parent);
      if (BLOCKS.has(name) || name === 'br') appendText(parent, ' ');
      return;
    }
    const element = append(parent, levelled(name));
    ADDED.get(name)?.forEach(([attribute, value]) => element.setAttribute(attribute, value));
    if (node.hasAttributes()) copyAttributes(node, element, name);
    if (name === 'img') return picture(node, element);
    if (name === 'a') link(node, element);
    if (FINISHED.has(name)) built.push(element);
    path.push(name);
    walk(element);
    path.pop();
    if (name === 'table' && !path.includes(name)) wrap(element);
    if (name === 'picture' && !element.querySelector('img')) element.replaceWith(element.textContent);
    if (name === 'source' && !element.matches('[src],[srcset]')) element.remove();
    if ((name === 'audio' || name === 'video') && !element.hasAttribute('src') && !element.querySelector('source'))
      element.replaceWith(...element.childNodes);
    const box = (name === 'blockquote' || name === 'div') && node.className && options.embed?.(node, element);
    if (box) parent.appendChild(box);
  }

  /** Headings follow the one above the body, with none of the feed's levels left out. */
  function levelled(name: string): string {
    const level = name[0] === 'h' && Number(name[1]);
    if (!level) return name;
    highest = Math.min(highest, level);
    return `h${Math.min(6, level + options.headingLevel + 1 - (top ?? 1))}`;
  }

  function copyAttributes(node: Element, element: Element, name: string): void {
    for (const given of node.getAttributeNames()) {
      const attribute = LAZY.get(given) ?? asWritten(given);
      const isLazy = LAZY.has(given);
      const [on, read] = ATTRIBUTES.get(attribute) ?? [];
      if (read && (on?.has(name) || on?.has('*')) && (isLazy || !element.hasAttribute(attribute))) {
        const value = read(written(node, given) ?? '', base);
        if (value !== undefined) element.setAttribute(attribute, value);
        if (attribute === 'srcset' && value) element.setAttribute('sizes', 'auto, 100vw');
      }
      const place = (given === 'id' || (given === 'name' && name === 'a')) && node.getAttribute(given);
      if (place && !places.has(place)) places.set(place, element);
    }
  }

  /** An embed, or a plain link to what the frame would show. */
  function frame(node: Element, name: string, parent: Node): boolean {
    const box = options.embed?.(node);
    if (box) {
      parent.appendChild(box);
      return true;
    }
    const href = name === 'iframe' && safeUrl(written(node, 'data-src') ?? written(node, 'src'), base);
    if (!href || isHidden(node, ['height'])) return false;
    const label = written(node, 'title')?.trim() || new URL(href).host;
    if (fits('a', path)) {
      const link = append(parent, 'a');
      link.setAttribute('href', href);
      link.setAttribute('rel', REL);
      link.textContent = label;
    } else appendText(parent, label);
    return true;
  }

  function picture(node: Element, image: Element): void {
    const alt = written(node, 'alt')?.trim() ?? '';
    const src = image.getAttribute('src') ?? image.getAttribute('srcset')?.split(' ')[0];
    const isRepeated = src && src === lastPicture && node.closest('noscript');
    if (isRepeated || isHidden(node, ['width', 'height'])) image.remove();
    else if (EMOJI.test(node.className) || (!src && !image.previousElementSibling?.matches('source')))
      image.replaceWith(alt);
    else {
      if (src) image.setAttribute('src', src);
      image.setAttribute('alt', alt);
      lastPicture = src;
    }
  }

  function link(node: Element, link: Element): void {
    const href = node.getAttribute('href')?.trim() ?? '';
    const place = placeOf(href);
    const isInside = href.startsWith('#');
    if (place && (isInside || NOTE.test(place))) links.push([link, place]);
    if (isInside || !link.hasAttribute('href')) strip(link);
    else link.setAttribute('rel', REL);
  }

  /** A table may be wider than a phone: it scrolls inside a region that the keyboard reaches. */
  function wrap(table: HTMLElement): void {
    const region = blank.createElement('div');
    region.setAttribute('role', 'region');
    region.tabIndex = 0;
    region.ariaLabel = table.querySelector('caption')?.textContent.trim() || options.tableLabel;
    table.replaceWith(region);
    region.append(table);
  }

  /** What depends on what is inside. */
  function finish(element: HTMLElement): void {
    const {localName: name} = element;
    if (name === 'a' && !element.matches('[href],[id]')) element.replaceWith(...element.childNodes);
    else if (FILLED.has(name) && isEmpty(element)) element.remove();
    else if (name === 'pre') {
      // A parser takes its first line break for none.
      element.normalize();
      if (element.firstChild instanceof Text) element.firstChild.data = element.firstChild.data.replace(/^\n+/, '');
    } else if (!NEUTRAL.has(name) && !element.hasAttribute('dir') && hasOwnDirection(element)) element.dir = 'auto';
  }

  walker.firstChild();
  const body = walker.lastChild();
  if (!(body instanceof HTMLBodyElement)) return content;
  top ??= [1, 2, 3, 4, 5].find((level) => body.querySelector(`h${level}`)) ?? 6;
  walk(content);
  if (nodes > MAX_NODES) return undefined;
  if (highest < 7 && highest !== top) return build(source, blank, base, options, highest);
  let number = 0;
  for (const [link, place] of links) {
    const target = places.get(place);
    if (!target || !content.contains(target)) continue;
    target.id ||= `${PREFIX}${++number}`;
    strip(link);
    link.setAttribute('href', `#${target.id}`);
  }
  // What is inside comes first.
  built.reverse().forEach(finish);
  content.normalize();
  return content;
}

function written(node: Element, attribute: string): string | undefined {
  const value = node.getAttribute(attribute);
  return value === null ? undefined : asWritten(value);
}

function strip(link: Element): void {
  for (const name of ['href', 'rel', 'target']) link.removeAttribute(name);
}

/** The region of a table, when a body passes twice. */
function isRegion(node: Element, name: string): boolean {
  return name === 'div' && node.getAttribute('role') === 'region' && node.firstElementChild?.localName === 'table';
}

/** A tracking pixel, or a picture that is not meant to be seen. */
function isHidden(node: Element, sizes: string[]): boolean {
  return (
    node.hasAttribute('hidden') ||
    HIDDEN.test(node.getAttribute(STYLE) ?? '') ||
    sizes.some((name) => /^\s*[01](px)?\s*$/.test(node.getAttribute(name) ?? ''))
  );
}

const HIDDEN = /(^|[;\s])(display:\s*none|visibility:\s*hidden|(width|height):\s*[01](px)?\s*(;|!|$))/i;
/** WordPress draws emoji as pictures whose alternative text is the character. */
const EMOJI = /(^|\s)(wp-smiley|emoji)(\s|$)/;
/** How footnotes and their marks are named; a feed often writes their links with the page's address. */
const NOTE = /^_?(fn|ftn|foot|easy-|note|ref|cite)/i;

/** A block whose text is all in blocks that have their own direction has none to take one from. */
function hasOwnDirection(element: Element): boolean {
  let child = element.firstChild;
  while (child && !(child instanceof Text && /\S/.test(child.data))) child = child.nextSibling;
  return child !== null || !element.querySelector('[dir]');
}

function isEmpty(element: Element): boolean {
  return !element.firstElementChild && !/\S/.test(element.textContent) && !element.matches('[id],[href^="#"]');
}

/** The part of a link's address behind `#`. */
function placeOf(href: string): string {
  const hash = href.split('#')[1] ?? '';
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** The body without a parser: its words, in paragraphs where its blocks end. */
export function plainParagraphs(body: UntrustedHtml): string[] {
  return UntrustedHtml.reveal(body)
    .replace(/<(script|style|svg|math)\b[^]*?(<\/\1\s*>|$)/gi, '')
    .split(/<(?:\/(?:p|div|h[1-6]|li|tr|dt|dd|blockquote|figure|pre)|br)\b[^<>]*>/i)
    .map((part) => textOf(part))
    .filter(Boolean);
}

function paragraphs(body: UntrustedHtml): DocumentFragment {
  const content = new DocumentFragment();
  // By way of the prototype: an image of the page named createElement would stand in for the document's.
  const createElement = Reflect.get(Document.prototype, 'createElement');
  for (const words of plainParagraphs(body)) content.appendChild(createElement.call(document, 'p')).append(words);
  return content;
}
