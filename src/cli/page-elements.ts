/** Our elements in the text of a page, and the text with something else between their tags: not a character more changes. */
import {parse, type DefaultTreeAdapterTypes as Tree} from 'parse5';

export const TAGS = ['news-article', 'related-news', 'on-this-day', 'instagram-strip', 'about-us'] as const;
export type Tag = (typeof TAGS)[number];

/** Round what we make. A later run knows it again, and replaces nothing else. */
const START = 'news-elements render: made from the feed, the next run replaces it';
const END = '/news-elements render';

interface Edit {
  start: number;
  end: number;
  text: string;
}

export class PageElement {
  readonly line: number;
  readonly #node: Tree.Element;
  readonly #html: string;

  constructor(
    readonly tag: Tag,
    node: Tree.Element,
    html: string,
  ) {
    this.#node = node;
    this.#html = html;
    this.line = node.sourceCodeLocation?.startLine ?? 0;
  }

  attribute(name: string): string | undefined {
    return valueOf(this.#node, name);
  }

  /** Of an attribute that names things from a list: as in HTML, capitals make no difference. */
  keywords(name: string): string | undefined {
    return this.attribute(name)?.toLowerCase();
  }

  /** The attribute's value on the element or its nearest ancestor that has it. */
  nearest(name: string): string | undefined {
    for (let node: Tree.ParentNode | null = this.#node; node; node = 'parentNode' in node ? node.parentNode : null) {
      const value = 'attrs' in node && valueOf(node, name);
      if (value) return value;
    }
    return undefined;
  }

  hasSlotted(name: string): boolean {
    return this.#node.childNodes.some((node) => isElement(node) && valueOf(node, 'slot') === name);
  }

  /** False where the end tag is missing: then the rest of the page is inside the element. */
  get isClosed(): boolean {
    return Boolean(this.#node.sourceCodeLocation?.endTag);
  }

  get hasOurs(): boolean {
    return this.#ours !== undefined;
  }

  /** Whether the page's builder has put something into it that stands in while there is no feed. */
  get hasOwn(): boolean {
    return !this.hasOurs && this.#own.length > 0;
  }

  /** What to change so that it holds these lines, in the place of ours or of the builder's own. */
  edits(lines: readonly string[]): Edit[] {
    const {startTag, endTag, startOffset = 0} = this.#node.sourceCodeLocation ?? {};
    if (!startTag || !endTag) return [];
    const eol = this.#html.includes('\r\n') ? '\r\n' : '\n';
    const lineStart = this.#html.lastIndexOf('\n', startOffset) + 1;
    const indent = eol + (/^[ \t]*/.exec(this.#html.slice(lineStart, startOffset))?.[0] ?? '');
    const text = [`<!-- ${START} -->`, ...lines, `<!-- ${END} -->`].join(`${indent}  `);
    if (this.#ours) return [{...this.#ours, text}];
    const [first, ...rest] = this.#own.flatMap(({sourceCodeLocation: at}) => at ?? []);
    if (first)
      return [
        {start: first.startOffset, end: first.endOffset, text},
        ...rest.map(({startOffset, endOffset}) => ({start: startOffset, end: endOffset, text: ''})),
      ];
    const isEmpty = !this.#html.slice(startTag.endOffset, endTag.startOffset).trim();
    return isEmpty
      ? [{start: startTag.endOffset, end: endTag.startOffset, text: `${indent}  ${text}${indent}`}]
      : [{start: endTag.startOffset, end: endTag.startOffset, text}];
  }

  get #ours(): {start: number; end: number} | undefined {
    const comments = this.#node.childNodes.flatMap((node) => ('data' in node ? node : []));
    const start = comments.find(({data}) => data.trim() === START)?.sourceCodeLocation;
    const end = comments.findLast(({data}) => data.trim() === END)?.sourceCodeLocation;
    return start && end ? {start: start.startOffset, end: end.endOffset} : undefined;
  }

  get #own(): Tree.ChildNode[] {
    return this.#node.childNodes.filter((node) =>
      isElement(node) ? !valueOf(node, 'slot') : 'value' in node && node.value.trim(),
    );
  }
}

export interface Page {
  elements: PageElement[];
  /** What `<base href>` says. */
  baseHref: string | undefined;
}

/** @param html without a byte-order mark */
export function readPage(html: string): Page {
  const elements: PageElement[] = [];
  let baseHref: string | undefined;
  // What is in a `<template>` is no child of it, and not on the page.
  const walk = (parent: Tree.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!isElement(node)) continue;
      const tag = TAGS.find((tag) => tag === node.tagName);
      if (tag) elements.push(new PageElement(tag, node, html));
      else if (node.tagName === 'base') baseHref ??= valueOf(node, 'href');
      walk(node);
    }
  };
  walk(parse(html, {sourceCodeLocationInfo: true}));
  return {elements, baseHref};
}

export function edited(html: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, {start, end, text: by}) => text.slice(0, start) + by + text.slice(end), html);
}

function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node;
}

function valueOf({attrs}: Tree.Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}
