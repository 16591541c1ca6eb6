/** What depends on all of a body, or on what is inside an element: done once it is built. */
import {names} from './allowlist.js';
import {STYLE} from './inert-html.js';

const HEADINGS = 'h1 h2 h3 h4 h5 h6';
/** Not worth keeping without anything in it. */
const FILLED = names('a p li figure picture', HEADINGS);
/** Of these, the direction is their text's own. */
const DIRECTED = names('p li dt dd blockquote figcaption caption summary td th div', HEADINGS);

/**
 * @param built its elements, in their order
 * @param above level of the heading above the body
 */
export function finish(root: DocumentFragment, built: HTMLElement[], above: number): void {
  // What is inside comes first.
  for (const element of built.reverse()) {
    const {localName: name} = element;
    if (name === 'a' && !element.matches('[href], [id]')) element.replaceWith(...element.childNodes);
    else if (FILLED.has(name) && isEmpty(element)) element.remove();
    else if (name === 'pre') {
      // A parser takes its first line break for none.
      element.normalize();
      if (element.firstChild instanceof Text) element.firstChild.data = element.firstChild.data.replace(/^\n+/, '');
    } else if (DIRECTED.has(name) && !element.dir && hasOwnDirection(element)) element.dir = 'auto';
  }
  level(root, above);
  root.normalize();
}

/** The highest of its headings comes right below the one above the body. */
function level(root: DocumentFragment, above: number): void {
  const headings = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levelOf = ({localName}: Element) => Number(localName[1]);
  const down = (Math.trunc(above) || 2) + 1 - Math.min(...headings.map(levelOf));
  for (const heading of headings) {
    const element = heading.ownerDocument.createElement(`h${Math.max(1, Math.min(6, levelOf(heading) + down))}`);
    for (const {name, value} of heading.attributes) element.setAttribute(name, value);
    element.append(...heading.childNodes);
    heading.replaceWith(element);
  }
}

/** A block whose text is all in blocks that have their own direction has none to take one from. */
function hasOwnDirection(element: Element): boolean {
  let child = element.firstChild;
  while (child && !(child instanceof Text && isText(child.data))) child = child.nextSibling;
  return child !== null || !element.querySelector('[dir]');
}

function isEmpty(element: Element): boolean {
  return !element.firstElementChild && !isText(element.textContent) && !element.matches('[id], [href^="#"]');
}

function isText(words: string): boolean {
  return /\S/.test(words);
}

/** @param node the feed's own */
export function finishImage(node: Element, image: HTMLImageElement): void {
  const src = image.getAttribute('src') ?? image.getAttribute('srcset')?.split(' ')[0];
  if (isHidden(node, 'width', 'height')) image.remove();
  else if (EMOJI.test(node.className) || (!src && !image.previousElementSibling?.matches('source')))
    image.replaceWith(image.alt);
  else {
    if (src) image.src = src;
    image.alt ||= '';
  }
}

/** WordPress draws emoji as pictures whose alternative text is the character. */
const EMOJI = /(^|\s)(wp-smiley|emoji)(\s|$)/;

/** A tracking pixel, or what is not meant to be seen. */
export function isHidden(node: Element, ...sizes: string[]): boolean {
  return (
    node.hasAttribute('hidden') ||
    HIDDEN.test(node.getAttribute(STYLE) ?? '') ||
    sizes.some((name) => /^\s*[01](px)?\s*$/.test(node.getAttribute(name) ?? ''))
  );
}

const HIDDEN = /(^|[;\s])(display:\s*none|visibility:\s*hidden|(width|height):\s*[01](px)?\s*(;|!|$))/i;
