import {policy} from '../feed/trusted-types.js';

/**
 * A block of JSON-LD for machines, to be put into the page's head. Throws where the page allows no policy of ours.
 *
 * Trusted Types guard a script's text whatever its type, while markup of our policy may hold a block of data. No `<` is
 * left in it that could end the element.
 */
export function dataBlock(data: object): Element {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  const markup = `<script type="application/ld+json">${json}</script>`;
  const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(markup) : markup, 'text/html');
  return parsed.scripts[0] ?? parsed.body;
}
