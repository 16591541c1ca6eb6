/** This library's version. Every element's class has it as `version`: how two copies on a page tell each other apart. */
export const version = '0.1.0';

let hasWarned = false;

/**
 * Registers an element, unless its tag is taken already: by another copy of this library, or by somebody else. The first
 * definition wins, since there is no way back; a copy of the library warns once about what it leaves alone.
 *
 * On a page in XHTML nothing is registered: Lit's templates need HTML's parser, and so the page keeps its fallbacks.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const first = customElements.get(tag);
  // Names of elements are in capitals in HTML alone.
  const isHtml = new Image().tagName === 'IMG';
  if (!first && isHtml) customElements.define(tag, element);
  else if (!hasWarned) {
    hasWarned = true;
    console.warn(`<${tag}> ${first ? taken(first) : 'needs a page in HTML, and this one is XHTML.'}`);
  }
}

function taken(first: CustomElementConstructor): string {
  const other = 'version' in first ? `news-elements ${String(first.version)}` : 'another script';
  return `is defined already, by ${other}, and stays so; news-elements ${version} is here too. Is the script twice on the page? Keep one.`;
}
