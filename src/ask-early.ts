import type {EarlyRequest} from './feed/request.js';
import {loadFormat, loadWords} from './likely.js';

/** What waits for the reader or asks in a way of its own; addresses that are several, or yet to be filled in. */
const ASKS_ITSELF = '[loading=lazy i], [crossorigin], [referrerpolicy], [ask-first], [src*=" "], [src*="{"]';

const requests = new Map<string, EarlyRequest>();

/**
 * Asks for the feeds of a tag's elements while its code is on the way: on a slow network, one way to the server and back
 * less before anything shows. An element finds the answer in its `earlyRequest`, and so does a second copy of this script.
 */
export function askEarly(root: Element, tag: string): void {
  // In XHTML, where names are not in capitals, there will be no element to take the answer.
  if (customElements.get(tag) || root.tagName === root.localName) return;
  for (const element of [root, ...root.querySelectorAll(tag)]) {
    const src = element.matches(`${tag}[src]:not(${ASKS_ITSELF})`) && element.getAttribute('src');
    const {baseURI} = element;
    if (!src || 'earlyRequest' in element || !URL.canParse(src, baseURI)) continue;
    const url = new URL(src, baseURI);
    url.hash = '';
    const known = requests.get(url.href);
    const request = known ?? ask(url);
    requests.set(url.href, request);
    if (!known) loadFormat(`${tag} ${url.href}`);
    Object.assign(element, {earlyRequest: request});
    loadWords(element.closest('[lang]')?.getAttribute('lang') ?? '');
  }
}

/** As `feed/load-page.ts` asks, so that what the page itself has preloaded is taken. */
function ask({href: url, origin: itsOrigin}: URL): EarlyRequest {
  const controller = new AbortController();
  const {signal} = controller;
  const init: RequestInit = {
    credentials: itsOrigin === origin ? 'omit' : 'same-origin',
    referrerPolicy: 'strict-origin-when-cross-origin',
    signal,
  };
  // A page's own `fetch` may throw.
  const ask = async () => fetch(url, Object.assign(Object.create(null) as object, init));
  const request: EarlyRequest = {url, controller, response: ask()};
  // Whoever takes it hears of a failure; nobody may.
  request.response.catch(() => undefined);
  const onViolation = ({disposition, effectiveDirective, blockedURI}: SecurityPolicyViolationEvent) => {
    request.isBlocked ||=
      disposition === 'enforce' && effectiveDirective === 'connect-src' && url.startsWith(blockedURI);
  };
  addEventListener('securitypolicyviolation', onViolation);
  signal.addEventListener('abort', () => {
    removeEventListener('securitypolicyviolation', onViolation);
  });
  return request;
}
