import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {providers, type Provider} from '../feed/providers.js';
import {field, list} from '../feed/fields.js';

/** Where a consent that the reader asked to have remembered is kept in `localStorage`: providers, separated by blanks. */
export const CONSENT_KEY = 'news-elements-consent';

/** What a consent manager tells us. Unknown providers are ignored. */
export interface ConsentChange {
  grant?: string[];
  revoke?: string[];
}

declare global {
  interface WindowEventMap {
    'news-consent': CustomEvent<ConsentChange>;
  }
  interface DocumentEventMap {
    /**
     * Dispatched on `document` by a consent manager:
     * `document.dispatchEvent(new CustomEvent('news-consent', {detail: {grant: ['youtube'], revoke: ['x']}}))`.
     */
    'news-consent': CustomEvent<ConsentChange>;
    /** Dispatched by us on `document` when we begin to listen: a consent manager that spoke earlier speaks again. */
    'news-consent-request': Event;
  }
}

const granted = new Set<Provider>();
/** What was taken back on this page counts for more than what an attribute grants. */
const refused = new Set<Provider>();
const controllers = new Set<ConsentController>();

/** @param attribute what an element's `consent` attribute lists: providers, separated by blanks */
export function hasConsent(provider: Provider, attribute?: string | null): boolean {
  return (
    !refused.has(provider) &&
    (granted.has(provider) || (attribute ?? '').split(/\s+/).includes(provider) || remembered().includes(provider))
  );
}

/** @param remember keeps it in `localStorage` for later visits: only when the reader has asked for that */
export function grantConsent(provider: Provider, {remember = false} = {}): void {
  refused.delete(provider);
  granted.add(provider);
  if (remember) store([...new Set([...remembered(), provider])]);
  for (const controller of controllers) controller.changed();
}

/** Takes consent back, also what was remembered: frames of the provider are removed at once. */
export function revokeConsent(provider: Provider): void {
  granted.delete(provider);
  refused.add(provider);
  if (remembered().includes(provider)) store(remembered().filter((name) => name !== provider));
  for (const controller of controllers) controller.changed(provider);
}

/** Storage may be forbidden, or full: then nothing is remembered. */
function remembered(): string[] {
  try {
    return localStorage.getItem(CONSENT_KEY)?.split(' ') ?? [];
  } catch {
    return [];
  }
}

function store(names: string[]): void {
  try {
    if (names.length) localStorage.setItem(CONSENT_KEY, names.join(' '));
    else localStorage.removeItem(CONSENT_KEY);
  } catch {
    // The choice still holds for this page.
  }
}

function isProvider(name: unknown): name is Provider {
  return typeof name === 'string' && Object.hasOwn(providers, name);
}

function onConsent({detail}: CustomEvent<ConsentChange>): void {
  for (const name of list(field(detail, 'grant'))) if (isProvider(name)) grantConsent(name);
  for (const name of list(field(detail, 'revoke'))) if (isProvider(name)) revokeConsent(name);
}

/** Updates its element when consent changes. The document is listened to only while such an element is on the page. */
export class ConsentController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onRevoke: ((provider: Provider) => void) | undefined;

  constructor(host: ReactiveControllerHost, onRevoke?: (provider: Provider) => void) {
    this.#host = host;
    this.#onRevoke = onRevoke;
    host.addController(this);
  }

  hostConnected(): void {
    controllers.add(this);
    if (controllers.size > 1) return;
    // On the window: an image of the page named addEventListener could stand in for the document's.
    addEventListener('news-consent', onConsent, true);
    EventTarget.prototype.dispatchEvent.call(document, new Event('news-consent-request'));
  }

  hostDisconnected(): void {
    controllers.delete(this);
    if (!controllers.size) removeEventListener('news-consent', onConsent, true);
  }

  changed(revoked?: Provider): void {
    if (revoked) this.#onRevoke?.(revoked);
    this.#host.requestUpdate();
  }
}
