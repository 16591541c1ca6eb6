import {html, render} from 'lit';
import {NO_PARSER, policy} from '../feed/trusted-types.js';
import {version} from '../version.js';
import {onServer} from './on-server.js';

export {version};

let hasWarned = false;
/** Set on the base class of a copy whose elements another one has met. */
const TOLD = 'isToldOf';

/**
 * Registers an element, unless its tag is taken already: by another copy of this library, or by somebody else. The first
 * definition wins, since there is no way back; a copy of the library warns once about what it leaves alone.
 *
 * On a page where Lit's templates cannot be made nothing is registered, and so the page keeps its fallbacks.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const first = customElements.get(tag);
  const obstacle = first ? taken(first) : whatIsMissing();
  if (!obstacle) customElements.define(tag, element);
  else if (!hasWarned && !Reflect.has(element, TOLD)) {
    hasWarned = true;
    // The other copy, which finds some tags taken by us, need not say it again.
    const base: unknown = first && Object.getPrototypeOf(first);
    if (typeof base === 'function' && 'version' in base) Reflect.set(base, TOLD, true);
    console.warn(`<${tag}> ${obstacle}`);
  }
}

function whatIsMissing(): string | undefined {
  if (onServer) return undefined;
  // Names of elements are in capitals in HTML alone.
  if (new Image().tagName !== 'IMG') return 'needs a page in HTML, and this one is XHTML.';
  try {
    render(html`<i></i>`, new DocumentFragment());
    return undefined;
  } catch (error) {
    return `shows its fallback. ${policy ? String(error) : NO_PARSER}`;
  }
}

function taken(first: CustomElementConstructor): string {
  const other = 'version' in first ? `news-elements ${String(first.version)}` : 'another script';
  return `is defined already, by ${other}, and stays so; news-elements ${version} is here too. Is the script twice on the page? Keep one.`;
}
