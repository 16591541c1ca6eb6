/**
 * What may stand in a story's body: the sanitizer builds these elements with these attributes, and nothing else.
 * What few stories have is in `rare-markup.ts`. CONTRIBUTING.md says what a change to either needs.
 *
 * Source, where a line names no other: the Sanitizer API's built-in safe default configuration
 * (https://wicg.github.io/sanitizer-api/#built-in-safe-default-configuration), whose elements and attributes cannot run
 * script. Left out of it is what is not a story's: `html head body title`, the landmarks `main nav search`, `data`, SVG,
 * MathML, and what acts on the page round it (`id`, `name`, `class`, `tabindex`, `hidden`, `form`, `popover` …).
 */
import {safeLink, safeUrl} from './safe-url.js';

export type Reader = (value: string, base?: string) => string | undefined;

export interface Allowlist {
  /** Elements that are built. */
  elements: ReadonlySet<string>;
  /** Attributes that are copied, and how their value is read. All others are ours, or none. */
  attributes: ReadonlyMap<string, Reader>;
  /** What we set ourselves: nothing loads before it is seen, says where it is seen, or plays by itself. */
  added: ReadonlyMap<string, [attribute: string, value: string][]>;
  /** Where an element is never built: inside the nearest of these, or where that is one of the second. */
  within: ReadonlyMap<string, [nearest: string, never?: string]>;
}

export const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** A start tag of these ends an open paragraph; the words on both sides are apart. */
export const BLOCK_NAMES =
  'article section aside h1 h2 h3 h4 h5 h6 hgroup header footer address ' + // HTML §4.3, sections
  'p hr pre blockquote ol ul li dl dt dd figure figcaption div ' + // §4.4, blocks of text
  'details summary'; // §4.11, not in that configuration: they open and close
export const BLOCKS = names(BLOCK_NAMES);

/** In a list or a table, a parser begins anew. */
const ANEW = ', ul, ol, dl, td, th, caption';

export const USUAL: Allowlist = {
  elements: names(
    BLOCK_NAMES +
      ' a em strong small s cite q dfn abbr time code var samp kbd sub sup i b u mark bdi bdo span br wbr' + // §4.5, text
      ' ins del' + // §4.7, edits
      ' img', // §4.8, not in that configuration: it loads, but runs nothing
  ),
  attributes: each([
    ['*[lang]', matching(/^[a-z]{2,8}(-\w{1,8})*$/i)], // BCP 47
    ['*[dir]', matching(/^(ltr|rtl)$/i)],
    ['*[title]', (value) => value],
    ['a[href]', (value, base) => (/^\s*#/.test(value) ? undefined : safeLink(value, base))],
    ['a[target]', matching(/^_blank$/i)], // not in that configuration; `rel` goes with it
    // HTML §4.8, as the element
    ['img[src]', safeUrl],
    ['img[srcset]', safeCandidates],
    ['img[alt]', (value) => value.trim()],
    ['img[width] img[height]', pixels],
  ]),
  added: each([
    ['a', [['rel', 'noopener noreferrer nofollow ugc']]],
    ['img', [['loading', 'lazy'], ['decoding', 'async'], ['referrerpolicy', 'no-referrer']]],
  ]), // prettier-ignore
  // What a parser would not leave there (HTML §13.2.6.4.7) is unwrapped: what we build can be written and read again.
  within: each([
    [BLOCK_NAMES, ['p']],
    ['li dt dd', [`p, li, dt, dd${ANEW}`, 'p, li, dt, dd']],
    ['h1 h2 h3 h4 h5 h6', [`p, ${HEADINGS}`]],
    ['a', ['a, td, th, caption', 'a']],
  ]),
};

/**
 * Dropped with all that is in them: code, and text that is no reader's. What is in no list is unwrapped. `noframes\x7f` is
 * what `parseInert` makes of the feed's own.
 */
export const DROPPED = names(
  'script style template title iframe noembed noframes noframes\x7f xmp plaintext textarea select datalist',
);

export function names(list: string): Set<string> {
  return new Set(list.split(' '));
}

/** A row may be for several names. */
export function each<Value>(rows: [names: string, value: Value][]): Map<string, Value> {
  return new Map(rows.flatMap(([row, value]) => row.split(' ').map((name) => [name, value] as const)));
}

export function matching(pattern: RegExp): Reader {
  return (value) => (pattern.test(value) ? value : undefined);
}

/** Neither nothing nor more than a page can bear. */
export function pixels(value: string): string | undefined {
  return /^\s*([1-9]\d{0,3})(\.\d+)?(px)?\s*$/.exec(value)?.[1];
}

const MAX_CANDIDATES = 24;

/** HTML §4.8.4.2.1. A comma ends a candidate before white space or after a descriptor: addresses have commas too. */
export function safeCandidates(value: string, base?: string): string | undefined {
  const candidates = [...value.matchAll(/([^\s,]\S*[^\s,])\s*([^\s,]*)[^,]*/g)].slice(0, MAX_CANDIDATES);
  const kept = candidates.flatMap(([, address, descriptor = '']) => {
    const url = safeUrl(address, base);
    return url && /^(\d{1,5}(\.\d+)?[wx])?$/.test(descriptor) ? `${url} ${descriptor || '1x'}` : [];
  });
  return kept.join(', ') || undefined;
}
