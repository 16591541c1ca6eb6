import type {Item, UntrustedHtml} from '../../feed/feed.js';
import {sanitize} from '../../feed/sanitize.js';
import {link, type LinkedText} from './link.js';

const known = new WeakMap<UntrustedHtml, LinkedText>();

/** The words of an item's body with its links; undefined where it has none. Worked out once. */
export function textWithLinks({contentHtml}: Item): LinkedText | undefined {
  if (!contentHtml) return undefined;
  const text = known.get(contentHtml) ?? readLinks(contentHtml);
  known.set(contentHtml, text);
  return text.length ? text : undefined;
}

function readLinks(body: UntrustedHtml): LinkedText {
  const {content} = sanitize(body, {headingLevel: 6, tableLabel: ''});
  return content?.querySelector('a[href]') ? [...content.childNodes].flatMap(inline) : [];
}

/** Text and links alone: what else a body has would not fit into a line of the list. */
function inline(node: Node): LinkedText {
  if (node instanceof Text) return [node.data];
  if (node instanceof HTMLAnchorElement && node.href) return [link(node.href, node.textContent)];
  if (node.nodeName === 'FIGURE') return [];
  const parts = [...node.childNodes].flatMap(inline);
  return /^(P|DIV|LI|BR|H\d)$/.test(node.nodeName) ? [...parts, ' '] : parts;
}
