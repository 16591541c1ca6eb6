/**
 * The only way from a feed's HTML to the page. Sanitising is construction: the markup is parsed in a document that runs
 * nothing and loads nothing, walked, and built anew from the elements and attributes of `allowlist.ts`. Nothing is
 * serialised and parsed again, so nothing can mutate.
 */
import {BLOCKS, DROPPED, names, USUAL, type Allowlist} from './allowlist.js';
import {UntrustedHtml} from './feed.js';
import {finish, finishImage} from './finish-body.js';
import {asWritten, parseInert} from './inert-html.js';
import {textOf} from './plain-text.js';
import {NO_PARSER} from './trusted-types.js';

export interface SanitizeOptions {
  /** Level of the heading above the body: its own headings begin one below. */
  headingLevel: number;
  /** Accessible name of a table that has no caption. */
  tableLabel: string;
  /**
   * Makes what stands for an embed, where `source` is one: the feed's own frame, or block with a class, to be read and
   * never to be shown. `quote` is what a block shows already. The box may come to stand inside a paragraph.
   */
  embed?: ((source: Element, quote?: HTMLElement) => Node | undefined) | undefined;
  /** For what {@link hasRareMarkup} finds. Without it, such a body loses tables, players and the like, but no words. */
  rare?: RareMarkup | undefined;
}

/** What `rare-markup.ts` has, which is loaded for the bodies that need it. */
export interface RareMarkup {
  /** The usual one and more. */
  allowlist: Allowlist;
  /** Asked of a body that is not small. */
  isBearable: (html: string) => boolean;
  begin: (tools: BuildTools) => RareBuild;
}

/** What is built, or an element in it. */
export type Parent = DocumentFragment | Element;

export interface BuildTools {
  make: (name: string) => HTMLElement;
  /** Would a parser leave it there? */
  fits: (name: string, parent: Parent) => boolean;
  /** Copies an attribute, by another name if there is one, where the allowlist has it. */
  copy: (node: Element, element: Element, given: string, name?: string) => void;
  base: string | undefined;
  tableLabel: string;
}

/** Takes part in the building of one body. */
export interface RareBuild {
  /** What an element is taken for. */
  nameOf: (node: Element) => string;
  /** Stands for a frame that is no embed. */
  frame: (node: Element, parent: Parent) => Node | undefined;
  /** Called for each element that is built of one with attributes, before what is inside. */
  attributed: (node: Element, element: HTMLElement) => void;
  finish: (root: DocumentFragment) => void;
}

/** A body for the page. `content` is absent when it is too large; `warning` is for the builder and ends in what to do. */
export interface SanitizedBody {
  content?: DocumentFragment;
  warning?: string;
}

/** Bytes of UTF-8. */
export const MAX_BYTES = 512 * 1024;
export const MAX_NODES = 20_000;
const TOO_LARGE = `A story's body has more than ${MAX_BYTES / 1024} KiB or ${MAX_NODES} nodes and is left out. Shorten it, or link to it.`;
/** Elements within one another; what lies deeper becomes text. A table needs three more to be one. */
const MAX_DEPTH = 64;

/**
 * Makes a fresh fragment of a body. It costs a parse, so call it when the body is about to be shown. Where the page
 * allows no parser, the content is the body's plain text in paragraphs, with a warning.
 */
export function sanitize(body: UntrustedHtml, options: SanitizeOptions): SanitizedBody {
  const html = UntrustedHtml.reveal(body);
  if (!isSmall(html) && !options.rare?.isBearable(html)) return {warning: TOO_LARGE};
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

/** Whether the body may have what `rare-markup.ts` is for. */
export function hasRareMarkup(body: UntrustedHtml): boolean {
  const html = UntrustedHtml.reveal(body);
  return RARE.test(html) || !isSmall(html);
}

const RARE =
  /<(?:table|picture|audio|video|iframe|noscript|details|ol |li value|center|strike|tt|acronym|menu|dir)\b|cite=|datetime=|data-(?:lazy-|src|original)|href=["']?#|#_?(?:fn|ftn|foot|easy-|note|ref|cite)/i;

/** Neither too many bytes (a UTF-16 unit takes three at the most), nor enough tags to keep a parser busy. */
function isSmall(html: string): boolean {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  return html.length * 3 < MAX_BYTES && tags < 1250;
}

/** Where elements are made: unlike in the parsed document, no name in the feed's markup hides its methods. */
let blank: Document | undefined;

const FRAMES = names('iframe embed object');

/** @returns undefined when the source has too many nodes */
function build(
  source: Document,
  blank: Document,
  base: string | undefined,
  {headingLevel, tableLabel, embed, rare: all}: SanitizeOptions,
): DocumentFragment | undefined {
  const {elements, attributes, added, misplaced} = all?.allowlist ?? USUAL;
  const rare = all?.begin({make, fits, copy, base, tableLabel});
  // It leads from node to node, not the nodes themselves: a `<form>` answers to the names of its fields.
  const walker = blank.createTreeWalker(source, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const root = blank.createDocumentFragment();
  const built: HTMLElement[] = [];
  let nodes = 0;
  let depth = 0;

  function make(name: string): HTMLElement {
    const element = blank.createElement(name);
    added.get(name)?.forEach(([attribute, value]) => element.setAttribute(attribute, value));
    return element;
  }

  function fits(name: string, parent: Parent): boolean {
    const [nearest, outer] = misplaced.get(name) ?? [];
    if (!nearest || !outer) return true;
    return parent instanceof Element ? !parent.closest(nearest)?.matches(outer) : nearest !== '*';
  }

  function walk(parent: Parent): void {
    const start = walker.currentNode;
    for (let node = walker.firstChild(); node && ++nodes <= MAX_NODES; node = walker.nextSibling())
      // Of these nodes, text alone has a value.
      if (typeof node.nodeValue === 'string') addText(node.nodeValue, parent);
      // What is neither is SVG or MathML.
      else if (node instanceof HTMLElement) visit(node, parent);
    walker.currentNode = start;
  }

  function addText(text: string, parent: Parent): void {
    parent.appendChild(blank.createTextNode(asWritten(text)));
  }

  function visit(node: HTMLElement, parent: Parent): void {
    const name = rare?.nameOf(node) ?? node.localName;
    const room = MAX_DEPTH - depth;
    const box = FRAMES.has(name) && room > 0 && (embed?.(node) ?? rare?.frame(node, parent));
    if (box) parent.append(box);
    if (box || DROPPED.has(name)) return;
    if (!elements.has(name) || !fits(name, parent) || room < (name === 'table' ? 4 : 1)) {
      walk(parent);
      if (BLOCKS.has(name) || name === 'br') addText(' ', parent);
      return;
    }
    const element = make(name);
    parent.appendChild(element);
    if (node.hasAttributes()) {
      for (const given of node.getAttributeNames()) copy(node, element, given);
      rare?.attributed(node, element);
    }
    if (element instanceof HTMLImageElement) return finishImage(node, element);
    built.push(element);
    depth++;
    walk(element);
    depth--;
    const post = /^(blockquote|div)$/.test(name) && node.className && embed?.(node, element);
    if (post) parent.append(post);
  }

  function copy(node: Element, element: Element, given: string, name = asWritten(given)): void {
    const [on, read] = attributes.get(name) ?? [];
    const isOn = on?.has(element.localName) || on?.has('*');
    const value = isOn ? read?.(asWritten(node.getAttribute(given) ?? ''), base) : undefined;
    if (value !== undefined) element.setAttribute(name, value);
    if (name === 'srcset' && value) element.setAttribute('sizes', 'auto, 100vw');
  }

  walker.firstChild();
  // The body: `parseInert` opens one, so that there is no other end.
  walker.lastChild();
  walk(root);
  if (nodes > MAX_NODES) return undefined;
  rare?.finish(root);
  finish(root, built, headingLevel);
  return root;
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
