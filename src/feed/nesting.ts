/**
 * Which elements an HTML parser leaves inside which (HTML §13.2.6.4.7). A feed's markup can make a tree that no markup
 * stands for, once some of its elements are taken out; what we build is written and read again without a change.
 */
import {each, names} from './allowlist.js';

const HEADINGS = 'h1 h2 h3 h4 h5 h6';
/** A start tag of these ends an open paragraph. */
export const BLOCKS = names(
  HEADINGS,
  'address article aside blockquote dd details div dl dt figcaption figure footer header hgroup hr li ol p pre section summary table ul',
);
/** Elements that are built only as children of certain others. */
export const PARENTS = each([
  ['caption colgroup tbody thead tfoot', names('table')],
  ['tr', names('tbody thead tfoot')],
  ['td th', names('tr')],
  ['col', names('colgroup')],
  ['rt rp', names('ruby')],
  ['source', names('picture audio video')],
]);
/** Elements that a parser never leaves inside these others, however deep: the start tag of the inner ends the outer. */
const OUTSIDE = each([
  [[...BLOCKS].join(' '), names('p')],
  ['a', names('a')],
  ['li', names('p li')],
  ['dt dd', names('p dt dd')],
  [HEADINGS, names(HEADINGS, 'p')],
]);
/** But it does inside one of these within the other. */
const CELLS = names('td th caption');
const LISTS = names('ul ol dl');

/**
 * Would a parser leave it there? What it would not is unwrapped, so that writing and reading again changes nothing.
 *
 * @param path names of the elements that it would stand in, the outermost first
 */
export function fits(name: string, path: readonly string[]): boolean {
  const parents = PARENTS.get(name);
  const outside = OUTSIDE.get(name);
  if (parents) return parents.has(path.at(-1) ?? '');
  for (let n = path.length; outside && n--;) {
    const outer = path[n] ?? '';
    if (outside.has(outer)) return false;
    if (CELLS.has(outer) || (name !== 'a' && LISTS.has(outer))) break;
  }
  return true;
}
