/** What depends on all of a body, or on what is inside an element: done once it is built. */
import {BLOCK_NAMES, HEADINGS, names} from './allowlist.js';
import {STYLE} from './inert-html.js';

/** Not worth keeping without anything in it. */
const FILLED = names('a p li figure picture h1 h2 h3 h4 h5 h6');
/** Of these, the direction is their text's own. */
const DIRECTED = names(`${BLOCK_NAMES} caption td th`);

type Make = (name: string) => HTMLElement;

/**
 * @param built its elements, in their order
 * @param above level of the heading above the body
 */
export function finish(root: DocumentFragment, built: HTMLElement[], above: number, make: Make): void {
  // What is inside comes first.
  for (const element of built.reverse()) {
    const {localName: name} = element;
    if (name === 'a' && !element.matches('[href], [id]')) element.replaceWith(...element.childNodes);
    else if (FILLED.has(name) && isEmpty(element)) element.remove();
    else if (name === 'pre') {
      // A parser takes its first line break for none.
      element.normalize();
      const [first] = element.childNodes;
      if (first instanceof Text) first.data = first.data.replace(/^\n+/, '');
    } else if (DIRECTED.has(name) && !element.dir && hasOwnDirection(element)) element.dir = 'auto';
  }
  level(root, above, make);
  root.normalize();
}

/** The highest of its headings comes right below the one above the body. */
function level(root: DocumentFragment, above: number, make: Make): void {
  const headings = [...root.querySelectorAll(HEADINGS)];
  const levelOf = ({localName}: Element) => Number(localName[1]);
  const down = above + 1 - Math.min(...headings.map(levelOf));
  for (const heading of headings) {
    const element = make(`h${Math.min(6, levelOf(heading) + down)}`);
    for (const {name, value} of heading.attributes) element.setAttribute(name, value);
    element.append(...heading.childNodes);
    heading.replaceWith(element);
  }
}

/** Without words, or with all of them in blocks that have a direction, it has none to take one from. */
function hasOwnDirection(element: Element): boolean {
  let child = element.firstChild;
  while (child && !(child instanceof Text && isText(child.data))) child = child.nextSibling;
  return child !== null || (!element.querySelector('[dir]') && isText(element.textContent));
}

function isEmpty(element: Element): boolean {
  return !element.firstElementChild && !isText(element.textContent) && !element.matches('[id], [href^="#"]');
}

function isText(words: string): boolean {
  return /\S/.test(words);
}

/** @param node the feed's own */
export function finishImage(node: Element, image: HTMLImageElement): void {
  const [first] = image.srcset.split(' ');
  if (first) image.src ||= first;
  if (isHidden(node)) image.remove();
  else if (node.matches(EMOJI) || (!image.src && !image.previousElementSibling?.matches('source')))
    image.replaceWith(image.alt);
  else image.alt ||= '';
}

/** WordPress draws emoji as pictures whose alternative text is the character. */
const EMOJI = '.wp-smiley, .emoji';

/** A tracking pixel, or what is not meant to be seen. Of a picture that is wide or high, a page's CSS sets a 0 right. */
export function isHidden(node: Element): boolean {
  const sizes = ['width', 'height'].map((name) => Number(SIZE.exec(node.getAttribute(name) ?? '')?.[1]));
  return (
    node.hasAttribute('hidden') ||
    HIDDEN.test(node.getAttribute(STYLE) ?? '') ||
    sizes.includes(1) ||
    (sizes.includes(0) && !sizes.some((size) => size > 1))
  );
}

const SIZE = /^\s*(\d+)(px|%)?\s*$/;
const HIDDEN = /(^|[;\s])(display:\s*none|visibility:\s*hidden|(width|height):\s*[01](px)?\s*(;|!|$))/i;
