/**
 * The page round the elements. By way of the prototype: in HTML, an image or a form named like a property of the document
 * takes its place. Elements hide nothing of theirs.
 */

export function pageRoot(): HTMLElement {
  return Reflect.get(Document.prototype, 'documentElement', document);
}

export function createElement(name: string): HTMLElement {
  return Reflect.get(Document.prototype, 'createElement').call(document, name);
}
