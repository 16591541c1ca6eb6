/**
 * The only way from a feed's HTML to the page. Sanitising is construction: the markup is parsed in a document that runs
 * nothing and loads nothing, walked, and built anew from the elements and attributes listed here. Nothing is serialised
 * and parsed again, so nothing can mutate.
 */
import {ADDED, ATTRIBUTES, DROPPED, ELEMENTS, LAZY, names, REL, RENAMED} from './allowlist.js';
import {frameEmbed, quoteEmbed, type Embed} from './embeds.js';
import {UntrustedHtml} from './feed.js';
import {BLOCKS, fits, PARENTS} from './nesting.js';
import {plainText} from './plain-text.js';
import {safeUrl} from './safe-url.js';
import {policy} from './trusted-types.js';

export interface SanitizeOptions {
  /** Level of the heading above the body: its own headings begin one below. */
  headingLevel: number;
  /** Accessible name of a table that has no caption. */
  tableLabel: string;
  /** Makes what stands for an embed; `quote` is what the feed shows of it already. It may stand inside a paragraph. */
  embed: (embed: Embed, quote: HTMLElement | undefined) => Node;
}

/** A body for the page. `content` is absent when it is too large; `warning` is for the builder and ends in what to do. */
export interface SanitizedBody {
  content?: DocumentFragment;
  warning?: string;
}

/** Bytes of UTF-8. */
const MAX_BYTES = 512 * 1024;
const MAX_NODES = 20_000;
/** Elements within one another; what lies deeper becomes text. */
const MAX_DEPTH = 64;

const FRAMES = names('iframe embed object');
/** Text blocks whose direction is their own text's, unless the feed says it. */
const DIRECTED =
  ':is(p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, figcaption, caption, summary, td, th, div):not([dir])';

/**
 * Makes a fresh fragment of a body. Put it into a shadow root, once; clicks in it go to {@link followFootnote}.
 *
 * It costs a parse, so call it when the body is about to be shown. Where the page allows no parser, the content is the
 * body's plain text in paragraphs, with a warning.
 */
export function sanitize(body: UntrustedHtml, options: SanitizeOptions): SanitizedBody {
  const html = UntrustedHtml.reveal(body);
  if (isLarge(html)) return {warning: TOO_LARGE};
  let source: Document;
  try {
    source = parse(html);
    inert ??= parse('');
  } catch {
    return {content: paragraphs(html), warning: NO_PARSER};
  }
  const content = new Builder(source, inert, body.baseUrl, options).build();
  return content ? {content} : {warning: TOO_LARGE};
}

/** Where elements are made: unlike in the parsed document, no name in the feed's markup hides its methods. */
let inert: Document | undefined;

/**
 * Too many bytes, or too much work for a parser, which it would do at one go: each start tag may cost it as many steps as
 * elements are open. A few thousand unclosed elements keep Chromium busy for minutes.
 */
function isLarge(html: string): boolean {
  // A UTF-16 unit takes three bytes at the most.
  if (html.length * 3 > MAX_BYTES && new TextEncoder().encode(html).length > MAX_BYTES) return true;
  let tags = 0;
  let open = 0;
  let steps = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][^\s/<>]*)/gi)) {
    const isLeft = !CLOSED_BY_ITSELF.has(name.toLowerCase());
    if (!end) steps += isLeft ? ++open : open;
    else if (isLeft && open) open--;
    if (!end && ++tags > MAX_NODES) return true;
  }
  return steps > MAX_STEPS;
}

/** Elements without an end tag, with one that is often left out, and the leaves of drawings. */
const CLOSED_BY_ITSELF = names(
  'area base br col embed hr image img input link meta param source track wbr',
  'p li dt dd tr td th thead tbody tfoot colgroup caption option rt rp',
  'path circle ellipse rect line polyline polygon use stop',
);
/** 20,000 tags that lie 40 deep, say. */
const MAX_STEPS = 800_000;

const TOO_LARGE = `A story's body has more than ${MAX_BYTES / 1024} KiB or ${MAX_NODES} nodes and is left out. Shorten it, or link to it.`;
const NO_PARSER =
  "This page's Content-Security-Policy lets no HTML be parsed, so the story shows as plain text. Add “news-elements” to its trusted-types directive.";

/**
 * For the click event of whatever holds the content: a link to a footnote leads there and back. Browsers find no id
 * inside a shadow root by themselves.
 */
export function followFootnote(event: Event): void {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  const id = link?.getAttribute('href');
  const holder = event.currentTarget;
  if (!id?.startsWith(`#${PREFIX}`) || !(holder instanceof Element || holder instanceof ShadowRoot)) return;
  event.preventDefault();
  const target = holder.querySelector<HTMLElement>(id);
  if (!target) return;
  target.tabIndex = -1;
  target.focus();
}

/** Of every id in a body, so that none is the page's. */
const PREFIX = 'news-';

/** A noncharacter (U+FDD0), which no text has. */
const MARK = '\ufdd0';

/** In standards mode and with the body open, so that what follows is read as it would be inside any page. */
function parse(html: string): Document {
  const markup = `<!doctype html><body>${quiet(html)}`;
  return new DOMParser().parseFromString(policy ? policy.createHTML(markup) : markup, 'text/html');
}

/**
 * Keeps Chromium from acting on markup that is only parsed: it reports inline styles, handlers, `<style>` and `<base>` to
 * the page's Content-Security-Policy, asks for a `<track>`, and works out `dir=auto` over and over. None of them is ever
 * built as it stands; {@link asWritten} gives text its own words back.
 */
function quiet(html: string): string {
  // Elements that hold text alone, as `style` does: one that the body does not have, or its end would end the other.
  const textOnly = /noframes/i.test(html) ? 'noembed' : 'noframes';
  return html
    .replace(/(?<=[\s"'/])(?:style|dir|on[a-z]+)(?=\s*=|(?<!<\/\w+)\s*[/>])/gi, `${MARK}$&`)
    .replace(/(?<=<(?:base|track))(?=[\s/>])/gi, MARK)
    .replace(/(<\/?)style(?=[\s/>])/gi, `${MARK}$1${textOnly}`);
}

/** A carriage return comes from a character reference alone; written and read again, it would be a line feed. */
function asWritten(text: string): string {
  return (
    text.includes(MARK) ? text.replace(/\ufdd0(<\/?)no(?:embed|frames)/g, '$1style').replaceAll(MARK, '') : text
  ).replaceAll('\r', '\n');
}

function valueOf(node: Element, attribute: string): string | undefined {
  const value = node.getAttribute(attribute);
  return value === null ? undefined : asWritten(value);
}

class Builder {
  readonly #inert: Document;
  readonly #base: string | undefined;
  readonly #options: SanitizeOptions;
  readonly #walker: TreeWalker;
  readonly #content: DocumentFragment;
  /** Links to a place in the body, with the feed's name of the place; and what was built for each name. */
  readonly #links: [Element, string][] = [];
  readonly #places = new Map<string, Element | undefined>();
  #nodes = 0;
  #lastPicture: string | undefined;

  constructor(source: Document, inert: Document, base: string | undefined, options: SanitizeOptions) {
    this.#inert = inert;
    this.#base = base;
    this.#options = options;
    this.#content = inert.createDocumentFragment();
    this.#walker = inert.createTreeWalker(source, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  }

  build(): DocumentFragment | undefined {
    const content = this.#content;
    this.#walker.firstChild();
    const body = this.#walker.lastChild();
    if (!(body instanceof HTMLBodyElement)) return content;
    for (const link of body.querySelectorAll('a[href*="#"]')) this.#places.set(placeOf(link), undefined);
    this.#children(content, 0);
    if (this.#nodes > MAX_NODES) return undefined;
    this.#demoteHeadings();
    this.#joinLinks();
    for (const element of [...content.querySelectorAll('a,p,figure,picture')].reverse())
      if (isEmpty(element)) element.remove();
    for (const element of [...content.querySelectorAll<HTMLElement>(DIRECTED)].reverse()) direct(element);
    // A parser takes the first line break of a `pre` for none.
    for (const pre of content.querySelectorAll('pre')) {
      pre.normalize();
      if (pre.firstChild instanceof Text) pre.firstChild.data = pre.firstChild.data.replace(/^\n+/, '');
    }
    content.normalize();
    return content;
  }

  /** The walker leads from node to node, not the nodes: a `<form>` answers to the names of its fields. */
  #children(parent: Node, depth: number): void {
    const walker = this.#walker;
    const start = walker.currentNode;
    for (let node = walker.firstChild(); node && ++this.#nodes <= MAX_NODES; node = walker.nextSibling())
      if (node instanceof Text) this.#text(node.data, parent);
      // Whatever else is there is SVG or MathML.
      else if (node instanceof HTMLElement) this.#element(node, parent, depth);
    walker.currentNode = start;
  }

  #text(text: string, parent: Node): void {
    parent.appendChild(this.#inert.createTextNode(asWritten(text)));
  }

  #element(node: HTMLElement, parent: Node, depth: number): void {
    const name = RENAMED.get(node.localName) ?? node.localName;
    const deep = depth >= MAX_DEPTH;
    if (DROPPED.has(name) || (FRAMES.has(name) && !deep && this.#frame(node, name, parent)) || name === 'iframe')
      return;
    if (isRegion(node, name)) return this.#children(parent, depth);
    if (!ELEMENTS.has(name) || !fits(name, parent) || (deep && !PARENTS.has(name))) {
      this.#children(parent, depth);
      if (BLOCKS.has(name) || name === 'br') this.#text(' ', parent);
      return;
    }
    const element = parent.appendChild(this.#inert.createElement(name));
    this.#attributes(node, element, name);
    if (name === 'img') this.#picture(node, element);
    if (name === 'a') this.#link(node, element);
    this.#children(element, depth + 1);
    this.#finish(element, name);
    const embed = (name === 'blockquote' || name === 'div') && quoteEmbed(node);
    if (embed) parent.appendChild(this.#options.embed(embed, element));
  }

  #attributes(node: Element, element: Element, name: string): void {
    for (const [attribute, value] of ADDED.get(name) ?? []) element.setAttribute(attribute, value);
    for (const given of node.getAttributeNames()) {
      const attribute = LAZY.get(given) ?? given.replace(MARK, '');
      const [on, read] = ATTRIBUTES.get(attribute) ?? [];
      if (!read || (on && !on.has(name)) || (!LAZY.has(given) && element.hasAttribute(attribute))) continue;
      const value = read(valueOf(node, given) ?? '', this.#base);
      if (value !== undefined) element.setAttribute(attribute, value);
    }
    const place = node.getAttribute('id') ?? (name === 'a' && node.getAttribute('name'));
    if (place && this.#places.has(place) && !this.#places.get(place)) this.#places.set(place, element);
  }

  /** An embed, or a plain link to what the frame would show. */
  #frame(node: Element, name: string, parent: Node): boolean {
    const embed = frameEmbed(node);
    if (embed) {
      parent.appendChild(this.#options.embed(embed, undefined));
      return true;
    }
    const href = name === 'iframe' && safeUrl(valueOf(node, 'data-src') ?? valueOf(node, 'src'), this.#base);
    if (!href || isHidden(node, ['height'])) return false;
    const label = valueOf(node, 'title')?.trim() || new URL(href).host;
    if (!fits('a', parent)) {
      this.#text(label, parent);
      return true;
    }
    const link = parent.appendChild(this.#inert.createElement('a'));
    link.textContent = label;
    link.setAttribute('href', href);
    link.setAttribute('rel', REL);
    return true;
  }

  #picture(node: Element, image: Element): void {
    const alt = valueOf(node, 'alt') ?? '';
    const src = image.getAttribute('src') ?? image.getAttribute('srcset')?.split(' ')[0];
    const isRepeated = src !== undefined && src === this.#lastPicture && node.closest('noscript');
    if (isRepeated || isHidden(node, ['width', 'height'])) image.remove();
    else if (EMOJI.test(node.className) || (!src && !image.previousElementSibling?.matches('source')))
      image.replaceWith(alt);
    else {
      if (src) image.setAttribute('src', src);
      image.setAttribute('alt', alt);
      this.#lastPicture = src;
    }
  }

  #link(node: Element, link: Element): void {
    const isInside = node.getAttribute('href')?.trim().startsWith('#');
    const place = placeOf(node);
    if (place && (isInside || NOTE.test(place))) this.#links.push([link, place]);
    if (!isInside && link.hasAttribute('href')) link.setAttribute('rel', REL);
    else strip(link);
  }

  #finish(element: HTMLElement, name: string): void {
    if (element.hasAttribute('srcset')) element.setAttribute('sizes', 'auto, 100vw');
    if (name === 'table' && !element.parentElement?.closest('table')) this.#wrap(element);
    if (name === 'picture' && !element.querySelector('img')) element.replaceWith(element.textContent);
    if (name === 'source' && !element.matches('[src],[srcset]')) element.remove();
    if ((name === 'audio' || name === 'video') && !element.hasAttribute('src') && !element.querySelector('source'))
      element.replaceWith(...element.childNodes);
  }

  /** A table may be wider than a phone: it scrolls inside a region that the keyboard reaches. */
  #wrap(table: HTMLElement): void {
    const region = this.#inert.createElement('div');
    region.setAttribute('role', 'region');
    region.tabIndex = 0;
    region.ariaLabel = table.querySelector('caption')?.textContent.trim() || this.#options.tableLabel;
    table.replaceWith(region);
    region.append(table);
  }

  #demoteHeadings(): void {
    const headings = [...this.#content.querySelectorAll('h1,h2,h3,h4,h5,h6')];
    const levels = headings.map(({localName}) => Number(localName[1]));
    const shift = this.#options.headingLevel + 1 - Math.min(...levels);
    if (!shift) return;
    headings.forEach((heading, index) => {
      const demoted = this.#inert.createElement(`h${Math.min(6, (levels[index] ?? 0) + shift)}`);
      for (const name of heading.getAttributeNames()) demoted.setAttribute(name, heading.getAttribute(name) ?? '');
      demoted.append(...heading.childNodes);
      heading.replaceWith(demoted);
      for (const [place, element] of this.#places) if (element === heading) this.#places.set(place, demoted);
    });
  }

  #joinLinks(): void {
    const content = this.#content;
    let number = 0;
    for (const [link, place] of this.#links) {
      const target = this.#places.get(place);
      if (!target || !content.contains(target)) continue;
      target.id ||= `${PREFIX}${++number}`;
      strip(link);
      link.setAttribute('href', `#${target.id}`);
    }
    for (const link of content.querySelectorAll('a:not([href],[id])')) link.replaceWith(...link.childNodes);
  }
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
    HIDDEN.test(node.getAttribute(`${MARK}style`) ?? '') ||
    sizes.some((name) => /^\s*[01](px)?\s*$/.test(node.getAttribute(name) ?? ''))
  );
}

const HIDDEN = /(^|[;\s])(display:\s*none|visibility:\s*hidden|(width|height):\s*[01](px)?\s*(;|!|$))/i;
/** WordPress draws emoji as pictures whose alternative text is the character. */
const EMOJI = /(^|\s)(wp-smiley|emoji)(\s|$)/;
/** How footnotes and their marks are named; a feed often writes their links with the page's address. */
const NOTE = /^_?(fn|ftn|foot|easy-|note|ref|cite)/i;

/** A block whose text is all in blocks that have their own direction has none to take one from. */
function direct(element: HTMLElement): void {
  let child = element.firstChild;
  while (child && !(child instanceof Text && /\S/.test(child.data))) child = child.nextSibling;
  if (child || !element.querySelector('[dir]')) element.setAttribute('dir', 'auto');
}

function isEmpty(element: Element): boolean {
  return !element.firstElementChild && !element.textContent.trim() && !element.matches('[id],[href^="#"]');
}

/** The part of a link's address behind `#`. */
function placeOf(link: Element): string {
  const hash = link.getAttribute('href')?.split('#')[1] ?? '';
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** The body without a parser: its words, in paragraphs where its blocks end. */
function paragraphs(html: string): DocumentFragment {
  const content = document.createDocumentFragment();
  const text = html.replace(/<(script|style|svg|math)\b[^]*?(<\/\1\s*>|$)/gi, '');
  for (const part of text.split(/<(?:\/(?:p|div|h[1-6]|li|tr|dt|dd|blockquote|figure|pre)|br)\b[^<>]*>/i)) {
    const words = plainText(new UntrustedHtml(part));
    if (words) content.appendChild(document.createElement('p')).append(words);
  }
  return content;
}
