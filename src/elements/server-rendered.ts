import {adoptStyles, LitElement, render} from 'lit';

// From `@lit-labs/ssr-client/lit-element-hydrate-support.js`, where the page has it.
declare const litElementHydrateSupport: ((lit: {LitElement: typeof LitElement}) => void) | undefined;

/**
 * Makes what a server has rendered into a shadow root this element's own. Its nodes stay if they are just what is rendered
 * here. Hydration itself does not look: it takes old words for new ones, and breaks where there are more or fewer items.
 * In all other cases (other news, another time zone, another version, no hydration on the page) they are replaced at once.
 *
 * @param template what is rendered here
 * @param hydrate Lit's own `createRenderRoot`: with its support for hydration, the next update hydrates; without, it
 * renders before what is there
 */
export function takeOver(host: LitElement, template: unknown, hydrate: () => unknown, update: () => void): void {
  const {shadowRoot: root, renderOptions: options, constructor} = host;
  if (!root) return;
  // What a server sends are style elements, which the page's policy may have blocked.
  for (const child of root.querySelectorAll('style')) child.remove();
  const support = typeof litElementHydrateSupport === 'function' ? litElementHydrateSupport : undefined;
  const isHydrating = support && isSame(root, template);
  const later = root.adoptedStyleSheets;
  if (isHydrating) {
    hydrate();
    if (options.renderBefore) {
      // It has come after Lit itself: bundlers keep no order between what they put into different files.
      support({LitElement});
      options.renderBefore = null;
      hydrate();
    }
  }
  adoptStyles(root, [...(constructor as typeof LitElement).elementStyles, ...later]);
  if (isHydrating)
    try {
      update();
      return;
    } catch {
      // The same nodes, made by other templates.
    }
  for (const child of [...root.childNodes]) if (!(child instanceof HTMLStyleElement)) child.remove();
  update();
}

/** Compared in a document of its own, in which no picture is asked for. */
function isSame(root: ShadowRoot, template: unknown): boolean {
  // By way of the prototype: an image named implementation would stand in its place.
  const inert = Reflect.get(Document.prototype, 'implementation', document).createHTMLDocument('');
  const here = inert.createDocumentFragment();
  render(template, here, {creationScope: inert});
  const there = inert.createDocumentFragment();
  for (const node of root.childNodes) there.append(inert.importNode(node, true));
  return plain(here).isEqualNode(plain(there));
}

/** Without comments, which are Lit's and the server's own. */
function plain(fragment: DocumentFragment): DocumentFragment {
  const comments = fragment.ownerDocument.createNodeIterator(fragment, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node; node = comments.nextNode()) node.parentNode?.removeChild(node);
  fragment.normalize();
  return fragment;
}
