/** Whether the page has put something into an element that stands in while there is no feed. */
export function hasFallback(element: Element): boolean {
  return [...element.childNodes].some((node) =>
    node instanceof Element ? !node.slot : node.nodeValue?.trim() && node instanceof Text,
  );
}
