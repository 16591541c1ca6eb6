/**
 * What may stand in a story's body: the sanitizer builds these elements with these attributes, and nothing else.
 * CONTRIBUTING.md says what a change to it needs.
 */
import {safeLink, safeUrl} from './safe-url.js';

/**
 * Elements that are built. Source: the Sanitizer API's built-in safe default configuration (https://wicg.github.io/sanitizer-api/),
 * less what is not a story's (`html head title body`, the landmarks `main nav search`, `menu`, `data`, SVG, MathML), and
 * pictures, sound, video (HTML §4.8) and `details` (HTML §4.11), which cannot run script.
 */
export const ELEMENTS = names(
  'article section aside h1 h2 h3 h4 h5 h6 hgroup header footer address',
  'p hr pre blockquote ol ul li dl dt dd figure figcaption div',
  'a em strong small s cite q dfn abbr ruby rt rp time code var samp kbd sub sup i b u mark bdi bdo span br wbr ins del',
  'table caption colgroup col tbody thead tfoot tr td th',
  'img picture source audio video details summary',
);

/** Attributes that are copied: on which elements, and what of their value. All others are ours, or none. */
export const ATTRIBUTES = new Map<
  string,
  [on: Set<string> | undefined, read: (value: string, base?: string) => string | undefined]
>([
  // the same configuration's global attributes
  ['lang', [undefined, matching(/^[a-z]{2,8}(-[a-z\d]{1,8})*$/i)]],
  ['dir', [undefined, matching(/^(ltr|rtl)$/i)]],
  ['title', [undefined, asGiven]],
  // and those of single elements
  ['href', [names('a'), safeLink]],
  ['target', [names('a'), matching(/^_blank$/i)]],
  ['cite', [names('blockquote q ins del'), safeUrl]],
  ['datetime', [names('time ins del'), matching(/^[-+:.,\dTZPWYMDHS ]{1,40}$/i)]],
  ['start', [names('ol'), whole(-10_000, 10_000)]],
  ['value', [names('li'), whole(-10_000, 10_000)]],
  ['type', [names('ol source'), matching(/^([1aAiI]|(image|audio|video)\/[\w.+-]+)$/)]],
  ['reversed', [names('ol'), asFlag]],
  ['colspan', [names('td th'), whole(1, 100)]],
  ['rowspan', [names('td th'), whole(1, 100)]],
  ['span', [names('col colgroup'), whole(1, 100)]],
  ['scope', [names('th'), matching(/^(row|col)(group)?$/i)]],
  ['open', [names('details'), asFlag]],
  // pictures, sound and video
  ['src', [names('img source audio video'), safeUrl]],
  ['srcset', [names('img source'), safeCandidates]],
  ['media', [names('source'), matching(/^[\w ():.,<>=/-]{1,200}$/)]],
  ['poster', [names('video'), safeUrl]],
  ['alt', [names('img'), asGiven]],
  ['width', [names('img source video'), whole(1, 10_000)]],
  ['height', [names('img source video'), whole(1, 10_000)]],
]);

/** Dropped with all that is in them: code, and text that is no reader's. What is in neither list is unwrapped. */
export const DROPPED = names('script style template title noembed noframes xmp plaintext textarea select datalist');

/** What we set on them ourselves. */
export const ADDED = new Map<string, [attribute: string, value: string][]>([
  ['img', [['loading', 'lazy'], ['decoding', 'async'], ['referrerpolicy', 'no-referrer']]],
  ['audio', [['controls', ''], ['preload', 'none']]],
  ['video', [['controls', ''], ['preload', 'none'], ['playsinline', '']]],
]); // prettier-ignore
/** And on links, where they lead out of the body. */
export const REL = 'noopener noreferrer nofollow ugc';

/** Old names of allowed elements. */
export const RENAMED = new Map([
  ['center', 'div'],
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
  ['menu', 'ul'],
  ['dir', 'ul'],
]);
/** Where loaders of lazy pictures keep the address that counts. */
export const LAZY = new Map([
  ['data-src', 'src'],
  ['data-lazy-src', 'src'],
  ['data-original', 'src'],
  ['data-srcset', 'srcset'],
  ['data-lazy-srcset', 'srcset'],
]);

const MAX_CANDIDATES = 24;

export function names(...lists: string[]): Set<string> {
  return new Set(lists.join(' ').split(' '));
}

function matching(pattern: RegExp): (value: string) => string | undefined {
  return (value) => (pattern.test(value) ? value : undefined);
}

/** A whole number, also one followed by `px`. */
function whole(least: number, most: number): (value: string) => string | undefined {
  return (value) => {
    const digits = /^\s*([-+]?\d{1,9})(?:\.\d+)?(?:px)?\s*$/.exec(value)?.[1];
    const number = Number(digits);
    return digits && number >= least && number <= most ? String(number) : undefined;
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
  const kept = value.split(/,(?:\s+|$)|(?<=\s[\d.]+[wx]),/, MAX_CANDIDATES).flatMap((candidate) => {
    const [address, descriptor = '1x'] = candidate.trim().split(/\s+/);
    const url = address && !/^,|,$/.test(address) ? safeUrl(address, base) : undefined;
    return url && /^\d{1,5}(\.\d+)?[wx]$/.test(descriptor) ? `${url} ${descriptor}` : [];
  });
  return kept.join(', ') || undefined;
}
