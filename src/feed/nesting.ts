/**
 * Which elements an HTML parser leaves inside which (HTML §13.2.6.4.7). A feed's markup can make a tree that no markup
 * stands for, once some of its elements are taken out; what we build is written and read again without a change.
 */
import {names} from './allowlist.js';

/** A start tag of these ends an open paragraph (HTML §13.2.6.4.7). */
export const BLOCKS = names(
  'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li',
  'ol p pre section summary table ul',
);
const CELL = names('td th caption');
const LIST_OR_CELL = names('td th caption ul ol dl');
/** Elements that are built only as children of certain others. */
export const PARENTS = new Map(
  Object.entries({
    caption: 'table',
    colgroup: 'table',
    tbody: 'table',
    thead: 'table',
    tfoot: 'table',
    tr: 'tbody thead tfoot',
    td: 'tr',
    th: 'tr',
    col: 'colgroup',
    rt: 'ruby',
    rp: 'ruby',
    source: 'picture audio video',
  }).map(([name, parents]) => [name, names(parents)]),
);
/** Elements that a parser never leaves inside these others, however deep: the start tag of the inner ends the outer. */
const OUTSIDE = new Map([
  ['a', names('a')],
  ['li', names('p li')],
  ['dt', names('p dt dd')],
  ['dd', names('p dt dd')],
  ...[...names('h1 h2 h3 h4 h5 h6')].map((name) => [name, names('p h1 h2 h3 h4 h5 h6')] as const),
]);
const PARAGRAPH = names('p');

/** Would a parser leave it there? What it would not is unwrapped, so that writing and reading again changes nothing. */
export function fits(name: string, parent: Node): boolean {
  const parents = PARENTS.get(name);
  if (parents) return parent instanceof Element && parents.has(parent.localName);
  const outside = OUTSIDE.get(name) ?? (BLOCKS.has(name) ? PARAGRAPH : undefined);
  const ends = name === 'a' ? CELL : LIST_OR_CELL;
  for (let node: Node | null = parent; outside && node instanceof Element; node = node.parentNode) {
    if (outside.has(node.localName)) return false;
    if (ends.has(node.localName)) break;
  }
  return true;
}
