/**
 * What we keep, two other sanitizers keep too: DOMPurify, and the engine's own `setHTML` where there is one, both with our
 * allowlist. Compared are counts: of each element, of each attribute by element, and of each address.
 */
import DOMPurify from 'dompurify';
import {DROPPED} from '../../src/feed/allowlist.js';
import {allowlist, LAZY, RENAMED} from '../../src/feed/rare-markup.js';

/**
 * Where we keep more on purpose:
 *
 * 1. An `iframe` becomes a plain link: as many `a` and `a href` may be more as the body has frames.
 * 2. Old elements are renamed, headings demoted: counted under one name.
 * 3. What we write ourselves (`rel`, `loading`, `dir=auto`, ids and links of footnotes, the region of a table) is not the
 *    feed's, and not counted.
 * 4. A picture with a `srcset` alone gets its first candidate as `src` too.
 * 5. A relative address is one on the feed's own host, whatever it looks like. DOMPurify, which resolves nothing, takes
 *    some for an unknown scheme.
 * 6. `data-src` and its like take the place of `src`: the oracles keep both attributes, and are asked for either.
 */
const OURS: Record<string, (value: string) => boolean> = {
  rel: () => true,
  loading: () => true,
  decoding: () => true,
  referrerpolicy: () => true,
  sizes: () => true,
  controls: () => true,
  preload: () => true,
  playsinline: () => true,
  role: () => true,
  tabindex: () => true,
  'aria-label': () => true,
  id: () => true,
  dir: (value) => value === 'auto',
  alt: (value) => value === '',
  href: (value) => value.startsWith('#'),
};

const ADDRESSES = ['href', 'src', 'srcset', 'poster', 'cite'];

/** Where the bodies are said to come from. */
export const BASE = 'https://feed.example/news/feed.json';

interface Oracle {
  name: string;
  judges: (html: string) => boolean;
  clean: (html: string) => Node;
}

interface SetHtml {
  setHTML(html: string, options: {sanitizer: unknown}): void;
}

const oracles: Oracle[] = [{name: 'DOMPurify', judges: () => true, clean: byDOMPurify}];
if ('setHTML' in Element.prototype)
  // It removes an `object`, and in Firefox a `noscript`, with all that is in it, where we keep what stands there instead.
  oracles.push({name: 'setHTML', judges: (html) => !/<(object|noscript)/i.test(html), clean: bySetHtml});

export const oracleNames = oracles.map(({name}) => name);

const allowedTags = [...allowlist.elements, ...RENAMED.keys()];
/** Of `img[src]`, say, the name. */
const copied = [...allowlist.attributes.keys()].map((where) => where.replace(/.*\[|\]/g, ''));
const allowedAttributes = [...new Set([...copied, ...LAZY.keys()])];

export function differential(html: string, ours: DocumentFragment): string[] {
  const kept = count(ours);
  const links = elementNames(html).filter((name) => name === 'iframe').length;
  return oracles.flatMap(({name, judges, clean}) => {
    if (!judges(html)) return [];
    const theirs = count(clean(html));
    const more = [...kept].map(([what, times]) => ({what, by: times - (theirs.get(what) ?? 0)}));
    const relative = more.filter(({what, by}) => by > 0 && what.startsWith(RELATIVE)).reduce((n, {by}) => n + by, 0);
    return more
      .filter(({what, by}) => by > allowance(what, links, relative))
      .map(({what, by}) => `${name} keeps ${by} less: ${what}`);
  });
}

const RELATIVE = `address ${new URL(BASE).origin}`;

function allowance(what: string, links: number, relative: number): number {
  if (what === '<a>') return links;
  if (what.startsWith(RELATIVE)) return Infinity;
  if (what.startsWith('address ')) return links;
  return /^<\w+ (href|src|srcset|cite|poster)>$/.test(what) ? links + relative : 0;
}

DOMPurify.addHook('beforeSanitizeElements', (node) => {
  if (!(node instanceof Element)) return;
  // It drops an element that has `is`. We copy the element without it, and so make an ordinary one.
  Element.prototype.removeAttribute.call(node, 'is');
  // And a form whose fields hide its methods, with all that is in it. We ask a form nothing.
  if (node instanceof HTMLFormElement) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT);
    for (let field = walker.nextNode(); field instanceof Element; field = walker.nextNode())
      for (const name of ['name', 'id']) Element.prototype.removeAttribute.call(field, name);
  }
});
// And a whole `srcset` for one bad candidate, where we drop the candidate.
DOMPurify.addHook('uponSanitizeAttribute', (_node, data) => {
  if (LAZY.get(data.attrName) === 'srcset' || data.attrName === 'srcset') data.forceKeepAttr = true;
});

function byDOMPurify(html: string): Node {
  const kept: unknown = DOMPurify.sanitize(`<body>${html}`, {
    ALLOWED_TAGS: [...allowedTags, '#text'],
    ALLOWED_ATTR: allowedAttributes,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    FORBID_CONTENTS: [...DROPPED, 'svg', 'math'],
    // Its guards for trees that are serialised and parsed again; ours is not, and C3 proves that it could be.
    SAFE_FOR_XML: false,
    RETURN_DOM_FRAGMENT: true,
  });
  // Of nothing it makes no fragment.
  return kept instanceof Node ? kept : new DocumentFragment();
}

function bySetHtml(html: string): Node {
  const page = new DOMParser().parseFromString('<!doctype html><body><div></div>', 'text/html');
  const holder: Element & Partial<SetHtml> = page.body.firstElementChild ?? page.body;
  const unwrapped = elementNames(html).filter(
    (tag) => !allowedTags.includes(tag) && !DROPPED.has(tag) && !['html', 'svg', 'math'].includes(tag),
  );
  holder.setHTML?.(html, {
    sanitizer: {
      elements: allowedTags,
      replaceWithChildrenElements: [...new Set(unwrapped)],
      attributes: allowedAttributes,
      comments: false,
      dataAttributes: false,
    },
  });
  return holder;
}

/** Of all elements that a parser makes of it. A form's fields can hide even its name. */
function elementNames(html: string): string[] {
  const names = ['form'];
  const walker = document.createTreeWalker(parsed(html), NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Element && !(node instanceof HTMLFormElement)) names.push(node.localName);
  return names;
}

function parsed(html: string): Document {
  return new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html');
}

function count(root: Node): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Element)) continue;
    if (node.matches('div[role=region]')) continue;
    const name = nameOf(node);
    add(`<${name}>`);
    const seen = new Set<string>();
    const first = node.getAttribute('srcset')?.split(' ')[0];
    for (const given of node.getAttributeNames()) {
      const value = node.getAttribute(given) ?? '';
      const attribute = LAZY.get(given) ?? given;
      if (OURS[attribute]?.(value) || (given === 'src' && value === first)) continue;
      if (!seen.has(attribute)) add(`<${name} ${attribute}>`);
      seen.add(attribute);
      if (ADDRESSES.includes(attribute)) for (const address of addressesOf(attribute, value)) add(`address ${address}`);
    }
  }
  return counts;
}

function nameOf({localName}: Element): string {
  return /^h[1-6]$/.test(localName) ? 'h' : (RENAMED.get(localName) ?? localName);
}

function addressesOf(attribute: string, value: string): string[] {
  const addresses =
    attribute === 'srcset' ? value.split(/,\s+|,(?=\S+:)/).map((part) => part.trim().split(/\s+/)[0] ?? '') : [value];
  return addresses.flatMap((address) => {
    if (!URL.canParse(address, BASE)) return [];
    const url = new URL(address, BASE);
    url.username = url.password = '';
    return [url.href];
  });
}
