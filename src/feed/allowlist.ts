/**
 * What may stand in a story's body: the sanitizer builds these elements with these attributes, and nothing else.
 * CONTRIBUTING.md says what a change to it needs.
 *
 * Source, where a line names no other: the Sanitizer API's built-in safe default configuration
 * (https://wicg.github.io/sanitizer-api/#built-in-safe-default-configuration), whose elements and attributes cannot run
 * script. Left out of it is what is not a story's: `html head body title`, the landmarks `main nav search`, `data`, SVG,
 * MathML, and what acts on the page round it (`id`, `name`, `class`, `tabindex`, `hidden`, `form`, `popover` …).
 */
import {safeLink, safeUrl} from './safe-url.js';

/** Elements that are built. */
export const ELEMENTS = names(
  'article section aside h1 h2 h3 h4 h5 h6 hgroup header footer address', // HTML §4.3, sections
  'p hr pre blockquote ol ul li dl dt dd figure figcaption div', // §4.4, blocks of text
  'a em strong small s cite q dfn abbr ruby rt rp time code var samp kbd sub sup i b u mark bdi bdo span br wbr', // §4.5, text
  'ins del', // §4.7, edits
  'table caption colgroup col tbody thead tfoot tr td th', // §4.9, tables
  'img picture source audio video', // §4.8, not in that configuration: they load, but run nothing
  'details summary', // §4.11, not in it either: they open and close
);

type Reader = (value: string, base?: string) => string | undefined;

/** Attributes that are copied: which, on which elements, and how their value is read. All others are ours, or none. */
export const ATTRIBUTES = each<[on: Set<string>, read: Reader]>([
  ['lang', [names('*'), matching(/^[a-z]{2,8}(-[a-z\d]{1,8})*$/i)]], // BCP 47
  ['dir', [names('*'), matching(/^(ltr|rtl)$/i)]],
  ['title', [names('*'), asGiven]],
  ['href', [names('a'), safeLink]],
  ['target', [names('a'), matching(/^_blank$/i)]], // not in that configuration; REL goes with it
  ['cite', [names('blockquote q ins del'), safeUrl]],
  ['datetime', [names('time ins del'), matching(/^[-+:.,\dTZPWYMDHS ]{1,40}$/i)]],
  ['reversed', [names('ol'), asFlag]],
  ['start', [names('ol'), whole(-10_000, 10_000)]],
  ['value', [names('li'), whole(-10_000, 10_000)]],
  ['type', [names('ol source'), matching(/^([1aAiI]|(image|audio|video)\/[\w.+-]+)$/)]],
  ['colspan rowspan', [names('td th'), whole(1, 100)]],
  ['span', [names('col colgroup'), whole(1, 100)]],
  ['scope', [names('th'), matching(/^(row|col)(group)?$/i)]],
  // HTML §4.8 and §4.11, as the elements
  ['src', [names('img source audio video'), safeUrl]],
  ['srcset', [names('img source'), safeCandidates]],
  ['media', [names('source'), matching(/^[\w ():.,<>=/-]{1,200}$/)]],
  ['poster', [names('video'), safeUrl]],
  ['alt', [names('img'), asGiven]],
  ['width height', [names('img source video'), whole(1, 10_000)]],
  ['open', [names('details'), asFlag]],
]);

/** Dropped with all that is in them: code, and text that is no reader's. What is in neither list is unwrapped. */
export const DROPPED = names('script style template title noembed noframes xmp plaintext textarea select datalist');

/** What we set on them ourselves: nothing loads before it is seen, says where it is seen, or plays by itself. */
export const ADDED = each<[attribute: string, value: string][]>([
  ['img', [['loading', 'lazy'], ['decoding', 'async'], ['referrerpolicy', 'no-referrer']]],
  ['audio', [['controls', ''], ['preload', 'none']]],
  ['video', [['controls', ''], ['preload', 'none'], ['playsinline', '']]],
]); // prettier-ignore
/** And on links, where they lead out of the body. */
export const REL = 'noopener noreferrer nofollow ugc';

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

const MAX_CANDIDATES = 24;

export function names(...lists: string[]): Set<string> {
  return new Set(lists.join(' ').split(' '));
}

/** A row may be for several names. */
export function each<Value>(rows: [names: string, value: Value][]): Map<string, Value> {
  return new Map(rows.flatMap(([row, value]) => row.split(' ').map((name) => [name, value] as const)));
}

function matching(pattern: RegExp): Reader {
  return (value) => (pattern.test(value) ? value : undefined);
}

/** A whole number, also one followed by `px`. */
function whole(least: number, most: number): Reader {
  return (value) => {
    const number = Number(/^\s*([-+]?\d{1,9})(?:\.\d+)?(?:px)?\s*$/.exec(value)?.[1]);
    return number >= least && number <= most ? `${number}` : undefined;
  };
}

function asGiven(value: string): string {
  return value;
}

function asFlag(): string {
  return '';
}

/** HTML §4.8.4.2.1. A comma ends a candidate before white space or after a descriptor: addresses have commas too. */
function safeCandidates(value: string, base?: string): string | undefined {
  const candidates = [...value.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(?:\s+([^\s,]*)[^,]*)?/g)].slice(0, MAX_CANDIDATES);
  const kept = candidates.flatMap(([, address, descriptor]) => {
    const url = safeUrl(address, base);
    return url && /^(\d{1,5}(\.\d+)?[wx])?$/.test(descriptor ?? '') ? `${url} ${descriptor || '1x'}` : [];
  });
  return kept.join(', ') || undefined;
}
