/**
 * What few bodies have: tables, sound and film, lazy pictures, frames that are no embeds, footnotes, old names of
 * elements, and very many tags. Loaded when {@link hasRareMarkup} finds one of them; what it misses is unwrapped.
 */
import {each, matching, names, pixels, safeCandidates, USUAL, type Allowlist, type Reader} from './allowlist.js';
import {isHidden} from './finish-body.js';
import {asWritten} from './inert-html.js';
import {safeUrl} from './safe-url.js';
import {MAX_DEPTH, MAX_NODES, type BuildTools, type RareBuild} from './sanitize.js';

/** As {@link USUAL}, and with more. */
export const allowlist: Allowlist = {
  elements: names(
    [...USUAL.elements].join(' ') +
      ' ruby rt rp' + // HTML §4.5, text
      ' table caption colgroup col tbody thead tfoot tr td th' + // §4.9, tables
      ' picture source audio video', // §4.8, not in the Sanitizer API's configuration: they load, but run nothing
  ),
  attributes: new Map([
    ...USUAL.attributes,
    ...each([
      ['td[colspan] td[rowspan] th[colspan] th[rowspan] col[span] colgroup[span]', whole(1, 100)],
      ['th[scope]', matching(/^(row|col)(group)?$/i)],
      // HTML §4.8, as the elements
      ['source[src] audio[src] video[src] video[poster]', safeUrl],
      ['source[srcset]', safeCandidates],
      ['source[width] source[height] video[width] video[height]', pixels],
      ['source[type]', matching(/^(image|audio|video)\/[\w.+-]+$/)],
      ['source[media]', matching(/^[\w ():.,<>=/-]{1,200}$/)],
      ['blockquote[cite] q[cite] ins[cite] del[cite]', safeUrl],
      ['time[datetime] ins[datetime] del[datetime]', matching(/^[-+:.,\dTZPWYMDHS ]{1,40}$/i)],
      ['details[open] ol[reversed]', () => ''],
      ['ol[start] li[value]', whole(-10_000, 10_000)],
      ['ol[type]', matching(/^[1aAiI]$/)],
    ]),
  ]),
  added: new Map([
    ...USUAL.added,
    ...each<[attribute: string, value: string][]>([
      ['audio', [['controls', ''], ['preload', 'none']]],
      ['video', [['controls', ''], ['preload', 'none'], ['playsinline', '']]],
    ]),
  ]), // prettier-ignore
  within: new Map([...USUAL.within, ['table', ['p']]]),
};

/** Unwrapped anywhere but in one of these. */
const ONLY_IN = each([
  ['rt rp', 'ruby'],
  ['caption colgroup tbody thead tfoot', 'table'],
  ['tr', 'tbody, thead, tfoot'],
  ['td th', 'tr'],
  ['col', 'colgroup'],
  ['source', 'picture, audio, video'],
]);

/** A table needs three more elements to be one. */
const MAX_TABLE_DEPTH = MAX_DEPTH - 4;

function whole(least: number, most: number): Reader {
  return (value) => {
    const number = /^\s*[-+]?\d{1,9}\s*$/.test(value) ? Number(value) : NaN;
    return number >= least && number <= most ? `${number}` : undefined;
  };
}

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

const FRAMES = names('iframe embed object');

/** Of every id in a body, so that none is the page's. */
const PREFIX = 'news-';
/** How footnotes and their marks are named; a feed often writes their links with the page's address. */
const NOTE = /^_?(fn|ftn|foot|easy-|note|ref|cite)/i;

export function begin({make, fits, copy, base, options: {embed, tableLabel}}: BuildTools): RareBuild {
  /** Links to a place in the body, with the feed's name of the place; and what was built for each name. */
  const links: [HTMLElement, string][] = [];
  const places = new Map<string, Element>();
  /** What a loader of lazy pictures shows where there are no scripts, is there twice. */
  let lastPicture: string | undefined;

  return {
    nameOf(node, parent, depth) {
      const name = RENAMED.get(node.localName) ?? node.localName;
      const owner = ONLY_IN.get(name);
      const isUnwrapped =
        (owner && !(parent instanceof Element && parent.matches(owner))) ||
        (name === 'table' && depth > MAX_TABLE_DEPTH) ||
        // Of the region of a table there is one already, when a body passes twice.
        (name === 'div' && node.getAttribute('role') === 'region' && node.firstElementChild?.localName === 'table');
      return isUnwrapped ? '' : name;
    },

    frame(node, parent) {
      if (!FRAMES.has(node.localName)) return undefined;
      const box = embed?.(node);
      const href =
        !box &&
        node.localName === 'iframe' &&
        safeUrl(asWritten(node.getAttribute('data-src') ?? node.getAttribute('src') ?? ''), base);
      if (!href || isHidden(node)) return box;
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

    built(node, element, parent) {
      const post = /^(blockquote|div)$/.test(element.localName) && node.className && embed?.(node, element);
      if (post) parent.append(post);
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
  'area base br col embed hr image img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot colgroup caption option rt rp ' +
    'path circle ellipse rect line polyline polygon use stop',
);

/** Of UTF-8. */
const MAX_BYTES = 512 * 1024;

export const TOO_LARGE = `A story's body has more than ${MAX_BYTES / 1024} KiB or ${MAX_NODES} nodes and is left out. Shorten it, or link to it.`;

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
