import {onServer} from './on-server.js';

/**
 * The attribute's value on the element or its nearest ancestor that has it, out of shadow roots too. On a server an element
 * has no ancestors.
 */
export function nearestAttribute(element: Element, name: string): string | undefined {
  if (onServer) return element.getAttribute(name) ?? undefined;
  for (
    let node: Node | null = element;
    node;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)
  ) {
    const value = node instanceof Element && node.getAttribute(name);
    if (value) return value;
  }
  return undefined;
}
