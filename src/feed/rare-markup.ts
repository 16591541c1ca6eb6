/**
 * What few bodies have: tables, sound and film, lazy pictures, frames that are no embeds, footnotes, old names of
 * elements, and very many tags. Loaded when {@link hasRareMarkup} finds one of them; what it misses is unwrapped.
 */
import {copied, each, matching, names, safeCandidates, USUAL, whole, type Allowlist} from './allowlist.js';
import {asWritten} from './inert-html.js';
import {safeUrl} from './safe-url.js';
import {isHidden} from './finish-body.js';
import {MAX_BYTES, MAX_NODES, type BuildTools, type RareBuild} from './sanitize.js';

/** As {@link USUAL}, and with more. */
export const allowlist: Allowlist = {
  elements: names(
    ...USUAL.elements,
    'table caption colgroup col tbody thead tfoot tr td th', // HTML §4.9, tables
    'picture source audio video', // §4.8, not in the Sanitizer API's configuration: they load, but run nothing
  ),
  attributes: new Map([
    ...USUAL.attributes,
    ...copied([
      ['colspan rowspan', 'td th', whole(1, 100)],
      ['span', 'col colgroup', whole(1, 100)],
      ['scope', 'th', matching(/^(row|col)(group)?$/i)],
      // HTML §4.8, as the elements
      ['src', 'img source audio video', safeUrl],
      ['srcset', 'img source', safeCandidates],
      ['width height', 'img source video', whole(1, 10_000)],
      ['cite', 'blockquote q ins del', safeUrl],
      ['datetime', 'time ins del', matching(/^[-+:.,\dTZPWYMDHS ]{1,40}$/i)],
      ['open', 'details', () => ''],
      ['reversed', 'ol', () => ''],
      ['start', 'ol', whole(-10_000, 10_000)],
      ['value', 'li', whole(-10_000, 10_000)],
      ['type', 'ol source', matching(/^([1aAiI]|(image|audio|video)\/[\w.+-]+)$/)],
      ['media', 'source', matching(/^[\w ():.,<>=/-]{1,200}$/)],
      ['poster', 'video', safeUrl],
    ]),
  ]),
  added: new Map([
    ...USUAL.added,
    ...each<[attribute: string, value: string][]>([
      ['audio', [['controls', ''], ['preload', 'none']]],
      ['video', [['controls', ''], ['preload', 'none'], ['playsinline', '']]],
    ]),
  ]), // prettier-ignore
  misplaced: new Map([
    ...USUAL.misplaced,
    ...each<[nearest: string, outer: string]>([
      ['table', ['p', 'p']],
      ['caption colgroup tbody thead tfoot', ['*', ':not(table)']],
      ['tr', ['*', ':not(tbody, thead, tfoot)']],
      ['td th', ['*', ':not(tr)']],
      ['col', ['*', ':not(colgroup)']],
      ['source', ['*', ':not(picture, audio, video)']],
    ]),
  ]),
};

/** Old names of allowed elements (HTML §16.2). */
export const RENAMED = each([
  ['center', 'div'],
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
  ['menu dir', 'ul'],
]);
/** Where loaders of lazy pictures keep the address that counts. */
export const LAZY = each([
  ['data-src data-lazy-src data-original', 'src'],
  ['data-srcset data-lazy-srcset', 'srcset'],
]);

/** Of every id in a body, so that none is the page's. */
const PREFIX = 'news-';
/** How footnotes and their marks are named; a feed often writes their links with the page's address. */
const NOTE = /^_?(fn|ftn|foot|easy-|note|ref|cite)/i;

export function begin({make, fits, copy, base, tableLabel}: BuildTools): RareBuild {
  /** Links to a place in the body, with the feed's name of the place; and what was built for each name. */
  const links: [HTMLElement, string][] = [];
  const places = new Map<string, Element>();
  /** What a loader of lazy pictures shows where there are no scripts, is there twice. */
  let lastPicture: string | undefined;

  return {
    // Of the region of a table there is one already, when a body passes twice.
    nameOf(node) {
      const {localName} = node;
      const isRegion =
        localName === 'div' && node.getAttribute('role') === 'region' && node.firstElementChild?.localName === 'table';
      return isRegion ? '' : (RENAMED.get(localName) ?? localName);
    },

    frame(node, parent) {
      const href =
        node.localName === 'iframe' &&
        safeUrl(asWritten(node.getAttribute('data-src') ?? node.getAttribute('src') ?? ''), base);
      if (!href || isHidden(node, 'height')) return undefined;
      const link = make('a');
      link.setAttribute('href', href);
      link.textContent = asWritten(node.getAttribute('title') ?? '').trim() || new URL(href).host;
      return fits('a', parent) ? link : (link.firstChild ?? undefined);
    },

    attributed(node, element) {
      for (const given of node.getAttributeNames()) {
        const attribute = LAZY.get(given);
        if (attribute) copy(node, element, given, attribute);
      }
      if (element instanceof HTMLImageElement) {
        const src = element.getAttribute('src') ?? '';
        if (src === lastPicture && node.closest('noscript')) element.remove();
        lastPicture = src;
      }
      const isLink = element.localName === 'a';
      for (const name of [node.id, isLink && node.getAttribute('name')])
        if (name && !places.has(name)) places.set(name, element);
      const href = (isLink && node.getAttribute('href')?.trim()) || '';
      const place = placeOf(href);
      if (place && (href.startsWith('#') || NOTE.test(place))) links.push([element, place]);
    },

    finish(root) {
      for (const source of root.querySelectorAll('source:not([src], [srcset])')) source.remove();
      for (const empty of root.querySelectorAll('picture:not(:has(img))')) empty.replaceWith(empty.textContent);
      for (const silent of root.querySelectorAll(':is(audio, video):not([src], :has(source))'))
        silent.replaceWith(...silent.childNodes);
      for (const table of root.querySelectorAll('table:not(table table)')) {
        // It may be wider than a phone: it scrolls inside a region that the keyboard reaches.
        const region = make('div');
        region.setAttribute('role', 'region');
        region.tabIndex = 0;
        region.ariaLabel = table.querySelector('caption')?.textContent.trim() || tableLabel;
        table.replaceWith(region);
        region.append(table);
      }
      let number = 0;
      for (const [link, place] of links) {
        const target = places.get(place);
        if (!target || !root.contains(target)) continue;
        target.id ||= `${PREFIX}${++number}`;
        link.setAttribute('href', `#${target.id}`);
        link.addEventListener('click', followFootnote);
      }
      for (const link of root.querySelectorAll('a[href^="#"], a:not([href])'))
        for (const name of ['rel', 'target']) link.removeAttribute(name);
    },
  };
}

/** Leads to a footnote and back: browsers find no id inside a shadow root by themselves. */
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

/** The part of a link's address behind `#`. */
function placeOf(href: string): string {
  const hash = href.split('#')[1] ?? '';
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** Elements without an end tag, with one that is often left out, and the leaves of drawings. */
const CLOSED_BY_ITSELF = names(
  'area base br col embed hr image img input link meta param source track wbr',
  'p li dt dd tr td th thead tbody tfoot colgroup caption option rt rp',
  'path circle ellipse rect line polyline polygon use stop',
);

/** 20,000 elements that lie 40 deep, say. */
const MAX_STEPS = 1_600_000;

/**
 * Not too many bytes, nor too much work for a parser, which it would do at one go: each tag may cost it as many steps as
 * elements are open. A few thousand unclosed elements keep Chromium busy for minutes.
 */
export function isBearable(html: string): boolean {
  let tags = 0;
  let open = 0;
  let steps = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][^\s/<>]*)/gi)) {
    if (!CLOSED_BY_ITSELF.has(name.toLowerCase())) open = Math.max(0, open + (end ? -1 : 1));
    if (!end) tags++;
    steps += open;
  }
  const isShort = html.length * 3 < MAX_BYTES || new TextEncoder().encode(html).length <= MAX_BYTES;
  return isShort && tags <= MAX_NODES && steps <= MAX_STEPS;
}
