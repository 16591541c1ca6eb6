/**
 * The only way from a feed's HTML to the page. Sanitising is construction: the markup is parsed in a document that runs
 * nothing and loads nothing, walked, and built anew from the elements and attributes of `allowlist.ts`. Nothing is
 * serialised and parsed again, so nothing can mutate.
 */
import {BLOCKS, DROPPED, USUAL, type Allowlist} from './allowlist.js';
import {UntrustedHtml} from './feed.js';
import {finish, finishImage} from './finish-body.js';
import {asWritten, BLANK, parseInert} from './inert-html.js';

export interface SanitizeOptions {
  /** Level of the heading above the body, 1 to 6: its own headings begin one below. */
  headingLevel: number;
  /** Accessible name of a table that has no caption. */
  tableLabel: string;
  /**
   * Makes what stands for an embed, where `source` is one: the feed's own frame, or block with a class, to be read and
   * never to be shown. `quote` is what a block shows already. The box may come to stand inside a paragraph. Asked where
   * there is `rare`.
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
  /** For the builder, of a body that is left out. */
  TOO_LARGE: string;
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
  options: SanitizeOptions;
}

/** Takes part in the building of one body. */
export interface RareBuild {
  /** What an element is taken for, `depth` elements deep; empty for one that is unwrapped. */
  nameOf: (node: Element, parent: Parent, depth: number) => string;
  /** Stands for a frame. */
  frame: (node: Element, parent: Parent) => Node | undefined;
  /** Called for each element that is built of one with attributes, before what is inside. */
  attributed: (node: Element, element: HTMLElement) => void;
  /** Called for each element with what is inside, unless it is a picture. */
  built: (node: Element, element: HTMLElement, parent: Parent) => void;
  finish: (root: DocumentFragment) => void;
}

/** A body for the page. `content` is absent when it is too large; `warning` is for the builder and ends in what to do. */
export interface SanitizedBody {
  content?: DocumentFragment | undefined;
  warning?: string | undefined;
}

export const MAX_NODES = 20_000;
/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT`. */
const ELEMENTS_AND_TEXT = 5;
/** Elements within one another; what lies deeper becomes text. */
export const MAX_DEPTH = 64;

/**
 * Makes a fresh fragment of a body, or nothing where the page allows no parser. It costs a parse, so call it when the body
 * is about to be shown.
 */
export function sanitize(body: UntrustedHtml, options: SanitizeOptions): SanitizedBody {
  const html = UntrustedHtml.reveal(body);
  if (!BLANK) return {};
  const content = (isSmall(html) || options.rare?.isBearable(html)) && build(html, BLANK, body.baseUrl, options);
  return content ? {content} : {warning: options.rare?.TOO_LARGE};
}

/** Whether the body may have something to make a box of: a reason to load what makes them, and what finds their place. */
export function mayEmbed(body: UntrustedHtml): boolean {
  return EMBED.test(UntrustedHtml.reveal(body));
}

const EMBED = /<(?:iframe|embed|object)|(?:twitter|instagram|tiktok|bluesky|mastodon|fb)-/i;

/** Whether the body may have what `rare-markup.ts` is for. */
export function hasRareMarkup(body: UntrustedHtml): boolean {
  const html = UntrustedHtml.reveal(body);
  return RARE.test(html) || !isSmall(html);
}

const RARE = RegExp(
  EMBED.source +
    /|<(?:table|picture|audio|video|noscript|details|ruby|ol |li value|center|strike|tt|acronym|menu|dir)|data-(?:lazy|src|orig)|href=["']?#|#_?(?:f[no]|ftn|easy|note|ref|cite)/
      .source,
  'i',
);

/** Neither nearly too many bytes (512 KiB, and a UTF-16 unit takes three at the most), nor enough tags to keep a parser busy. */
function isSmall(html: string): boolean {
  return html.length < 174_000 && html.split('<').length <= 1250;
}

/** @returns undefined when the source has too many nodes */
function build(
  html: string,
  blank: Document,
  base: string | undefined,
  options: SanitizeOptions,
): DocumentFragment | undefined {
  const {elements, attributes, added, within} = options.rare?.allowlist ?? USUAL;
  const rare = options.rare?.begin({make, fits, copy, base, options});
  // It leads from node to node, not the nodes themselves: a `<form>` answers to the names of its fields.
  const walker = blank.createTreeWalker(parseInert(html), ELEMENTS_AND_TEXT);
  const root = blank.createDocumentFragment();
  const built: HTMLElement[] = [];
  let nodes = 0;
  let depth = 0;

  function make(name: string): HTMLElement {
    const element = blank.createElement(name);
    for (const [attribute, value] of added.get(name) ?? []) element.setAttribute(attribute, value);
    return element;
  }

  function fits(name: string, parent: Parent): boolean {
    const [nearest, never = nearest] = within.get(name) ?? [];
    return !nearest || !never || !(parent instanceof Element) || !parent.closest(nearest)?.matches(never);
  }

  function walk(parent: Parent): void {
    const start = walker.currentNode;
    for (let node = walker.firstChild(); node && ++nodes <= MAX_NODES; node = walker.nextSibling())
      if (node instanceof Text) addText(node.data, parent);
      // What is neither is SVG or MathML.
      else if (node instanceof HTMLElement) visit(node, parent);
    walker.currentNode = start;
  }

  function addText(text: string, parent: Parent): void {
    parent.append(asWritten(text));
  }

  function visit(node: HTMLElement, parent: Parent): void {
    const name = rare?.nameOf(node, parent, depth) ?? node.localName;
    const isDeep = depth === MAX_DEPTH;
    const box = !isDeep && rare?.frame(node, parent);
    if (box) parent.append(box);
    if (box || DROPPED.has(name)) return;
    if (!elements.has(name) || !fits(name, parent) || isDeep) {
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
    rare?.built(node, element, parent);
  }

  function copy(node: Element, element: Element, given: string, name = asWritten(given)): void {
    const read = attributes.get(`${element.localName}[${name}]`) ?? attributes.get(`*[${name}]`);
    const value = read?.(asWritten(node.getAttribute(given) ?? ''), base);
    if (value !== undefined) element.setAttribute(name, value);
    if (name === 'srcset' && value) element.setAttribute('sizes', 'auto, 100vw');
  }

  walker.firstChild();
  // The body: `parseInert` opens one, so that there is no other end.
  walker.lastChild();
  walk(root);
  if (nodes > MAX_NODES) return undefined;
  rare?.finish(root);
  finish(root, built, options.headingLevel, make);
  return root;
}
