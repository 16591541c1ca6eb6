import {onServer} from './on-server.js';

/**
 * The page round the elements. By way of the prototype: in HTML, an image or a form named like a property of the document
 * takes its place. Elements hide nothing of theirs.
 */

/** On a server, which knows no page, an address that no story has. */
export function pageAddress(): string {
  return onServer ? 'about:blank' : location.href;
}

export function pageRoot(): HTMLElement {
  return Reflect.get(Document.prototype, 'documentElement', document);
}

export function createElement(name: string): HTMLElement {
  return Reflect.get(Document.prototype, 'createElement').call(document, name);
}
