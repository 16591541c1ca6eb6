/** Row C1 of the fault table: does anything run, now or when a reader does whatever a reader can do? */

const EVENTS = [
  'click', 'dblclick', 'mousedown', 'mouseover', 'pointerenter', 'focus', 'blur', 'keydown', 'input', 'change', 'submit',
  'toggle', 'load', 'error', 'animationstart',
]; // prettier-ignore

const tripped: string[] = [];
let isSet = false;

/** From now on, dialogs, errors, navigation and blocked frames are noted instead of shown. */
export function setTripwires(): void {
  if (isSet) return;
  isSet = true;
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const)
    Object.defineProperty(window, name, {value: () => tripped.push(`${name}()`), configurable: true});
  addEventListener('error', ({message}) => tripped.push(`error: ${message}`));
  addEventListener('unhandledrejection', () => tripped.push('unhandled rejection'));
  document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
    // Pictures and media of a story may be asked for: these pages forbid them only for the sake of the test. A `base` is
    // met by the inert parses of the oracles.
    if (!/^(img|media|base)-/.test(effectiveDirective)) tripped.push(`${effectiveDirective} ${blockedURI}`);
  });
  new MutationObserver((records) => {
    for (const {addedNodes} of records)
      for (const node of addedNodes) if (node instanceof HTMLScriptElement) tripped.push('a script was added');
  }).observe(document, {childList: true, subtree: true});
}

/** Shows the content in a shadow root and does everything to everything in it. */
export function provoke(content: DocumentFragment): void {
  const host = document.body.appendChild(document.createElement('div'));
  // Out of sight, so that lazy pictures are not asked for.
  host.style.cssText = 'position:absolute;top:200000px';
  const root = host.attachShadow({mode: 'open'});
  // A link of an ordinary kind is not followed; one of another kind would be, and would be noticed.
  root.addEventListener('click', (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (link && /^(https?|mailto|tel):$/.test(link.protocol)) event.preventDefault();
  });
  root.append(content);
  for (const element of root.querySelectorAll('*')) {
    for (const type of EVENTS) element.dispatchEvent(new Event(type, {bubbles: true, cancelable: true}));
    if (element instanceof HTMLElement) {
      element.click();
      element.focus();
    }
  }
  host.remove();
}

/** What has tripped since the last call, once all events that wait have been delivered. */
export async function whatTripped(): Promise<string[]> {
  // The error of a broken picture comes after those of all pictures before it.
  await new Promise((resolve) => {
    const picture = new Image();
    picture.onerror = resolve;
    picture.src = 'data:image/png;base64,AA==';
  });
  await new Promise((resolve) => setTimeout(resolve));
  return tripped.splice(0);
}
