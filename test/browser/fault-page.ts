/** A host page under faults: what tests of the fault table put on it, ask its server, and check after every row. */
import {expect} from '@open-wc/testing';
import '../../src/index.js';
import {html, type TemplateResult} from 'lit';
import {FeedElement} from '../../src/elements/feed-element.js';
import {configure, type Feed, type Item, type LoadLimits} from '../../src/feed/index.js';
import {limits} from '../../src/feed/load.js';

export type AnyElement = FeedElement<{items: readonly Item[]}>;

/** One request as the server saw it. Times are the server's, in milliseconds. */
export interface Exchange {
  method: string;
  url: string;
  headers: Partial<Record<string, string>>;
  time: number;
  /** When the connection was closed or the answer complete; absent while it is open. */
  closed?: number;
  /** True when the reader went away before the answer was complete. */
  wasCutOff: boolean;
  /** Bytes, where the route counts them. */
  sent: number;
}

export const TAGS = ['news-article', 'related-news', 'on-this-day', 'instagram-strip', 'about-us'] as const;
const OURS = [...TAGS, 'item-list'].join();

/** The base class and nothing else: every item, in order. */
export class ItemList extends FeedElement<{items: readonly Item[]}> {
  override limit = 10;

  protected override select({items}: Feed): {items: readonly Item[]} | undefined {
    return items.length ? {items: items.slice(0, this.limit)} : undefined;
  }

  protected override renderSelection({items}: {items: readonly Item[]}): TemplateResult {
    return html`<ol part="list">
      ${items.map(
        (item) =>
          html`<li part="item">
            <a part="link headline" href=${this.hrefOf(item) ?? '#'}>${item.title ?? item.summary}</a>
          </li>`,
      )}
    </ol>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<i></i>`;
  }
}
customElements.define('item-list', ItemList);

declare global {
  interface HTMLElementTagNameMap {
    'item-list': ItemList;
  }
}

export const browser = navigator.userAgent.includes('Firefox')
  ? 'Firefox'
  : navigator.userAgent.includes('Chrome')
    ? 'Chromium'
    : 'WebKit';

/** A key of its own for each address, so that no test is served from another's memory or counted in its log. */
function newKey(): string {
  return crypto.randomUUID();
}

/** The address of a fault, or of several, one a request: `fault('503,ok')`. */
export function fault(names: string, query: Record<string, string | string[]> = {}): string {
  const parameters = new URLSearchParams({n: newKey()});
  for (const [name, values] of Object.entries(query))
    for (const value of [values].flat()) parameters.append(name, value);
  return `/faults/${names}?${parameters.toString()}`;
}

/** The address of an answer that the test describes. */
export async function store(answer: {
  body?: string;
  status?: number;
  headers?: Record<string, string>;
  /** Milliseconds for each 16 KiB; else all at once. */
  every?: number;
}): Promise<string> {
  const address = `/stored?n=${newKey()}`;
  const headers = {'content-type': 'application/feed+json', ...answer.headers};
  await replace(address, {...answer, headers});
  return address;
}

/** Changes what a stored address answers. */
export async function replace(address: string, answer: object): Promise<void> {
  await fetch(address, {
    method: 'POST',
    body: JSON.stringify({headers: {'content-type': 'application/feed+json'}, ...answer}),
  });
}

export function feedOf(items: unknown, fields: object = {}): string {
  return JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'River Post', items, ...fields});
}

/** What the server was asked for under an address's key. */
export async function log(address: string): Promise<Exchange[]> {
  const key = new URL(address, location.href).searchParams.get('n') ?? '';
  const response = await fetch(`/log?n=${key}`);
  return (await response.json()) as Exchange[];
}

/** Lets the answer go that `fault('held')` keeps back. */
export async function release(address: string): Promise<void> {
  await fetch(address.replace(/^\/faults\/\w+/, '/release'));
}

/** The same address at another origin. */
export async function elsewhere(address: string): Promise<string> {
  return (await (await fetch('/second-origin')).text()) + address;
}

/** Milliseconds between one request and the next. */
export function gaps(exchanges: Exchange[]): number[] {
  return exchanges.slice(1).map(({time}, n) => time - (exchanges[n]?.time ?? NaN));
}

/** What a reader sees of ours. */
export function shownText(element: Element): string {
  return element.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

export function titles(element: Element): string[] {
  return [...(element.shadowRoot?.querySelectorAll('[part~=headline]') ?? [])].map(({textContent}) =>
    textContent.trim(),
  );
}

export function isFallbackShown(element: Element): boolean {
  return element.querySelector('.fallback')?.checkVisibility() === true;
}

/** Puts an element on the host page, with a fallback in it. */
export function put(tag: (typeof TAGS)[number] | 'item-list', attributes: Record<string, string>): AnyElement {
  const element: AnyElement = document.createElement(tag);
  element.innerHTML = '<p class="fallback">Fallback</p>';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.querySelector('#host')?.append(element);
  return element;
}

export const list = (src: string, attributes: Record<string, string> = {}) => put('item-list', {src, ...attributes});

/** Resolves with the next event of that type on an element. */
export function next<Type extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: Type,
): Promise<HTMLElementEventMap[Type]> {
  return new Promise((resolve) => element.addEventListener(type, resolve, {once: true}));
}

/** Says what `navigator.onLine` is, for the rest of the test. */
export function setOnline(isOnline: boolean): void {
  Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => isOnline});
  window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}

/** Says whether the tab is hidden, for the rest of the test. */
export function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isHidden ? 'hidden' : 'visible'),
  });
  document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
}

interface HostPage {
  head?: string;
  body?: string;
  headers?: Record<string, string>;
  /** Of the iframe. */
  sandbox?: string;
}

/** Another page, in a frame: for faults of the page itself. Resolves when it has loaded. */
export async function openPage({head = '', body = '', headers = {}, sandbox}: HostPage): Promise<Window> {
  const frame = document.createElement('iframe');
  frame.className = 'page';
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  const page = `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body>${body}</body></html>`;
  frame.src = await store({body: page, headers: {'content-type': 'text/html; charset=utf-8', ...headers}});
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow ?? window;
}

/** The script tag that sites paste. */
export const SCRIPT = '<script type="module" src="/bundle/tag/news-elements.js"></script>';

/** An element of a page, as seen from outside: its class is another one than here. */
export function find(page: Window, selector: string): AnyElement {
  // Of a page whose images hide the document's own methods too.
  const root = Reflect.get(Document.prototype, 'documentElement', page.document);
  const element = root.querySelector<AnyElement>(selector);
  if (!element) throw new Error(`There is no ${selector} on the page.`);
  return element;
}

const QUICK: Partial<LoadLimits> = {backoff: 10, maxBackoff: 20, minRefresh: 10, onlineDelay: 20};
const defaults = {...limits};

const BUILT_INS = [Object, Array, Function, String, Number, Promise, Map, Set, Date, RegExp, Node, Element, HTMLElement, Document, Window, EventTarget]; // prettier-ignore

/** I3: every name that stands on the window, the document and the built-in prototypes. */
export function globalNames(view: Window = window): string[] {
  const owners: object[] = [view, view.document, ...BUILT_INS.map(({prototype}) => prototype as object)];
  return owners.flatMap((owner, n) =>
    Reflect.ownKeys(owner)
      .map(String)
      .filter((name) => !/^\d+$|^on|^__|^Symbol\((?:mocha|automation)/.test(name))
      .map((name) => `${n}.${name}`)
      .sort(),
  );
}

/** I4: what this page does to storage. Its contents are shared with the tests that run beside this one. */
function watchStorage(): {calls: string[]; stop: () => void} {
  const calls: string[] = [];
  const watched: [object, string][] = [
    [Storage.prototype, 'setItem'],
    [Storage.prototype, 'getItem'],
    [IDBFactory.prototype, 'open'],
    [CacheStorage.prototype, 'open'],
    [Document.prototype, 'cookie'],
  ];
  const undo = watched.map(([owner, name]) => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name) ?? {};
    const watcher =
      (original: unknown) =>
      (...values: unknown[]): unknown => {
        calls.push(name);
        return typeof original === 'function' ? Reflect.apply(original, document, values) : undefined;
      };
    Object.defineProperty(
      owner,
      name,
      'value' in descriptor
        ? {...descriptor, value: watcher(descriptor.value)}
        : {...descriptor, get: watcher(undefined), set: watcher(Reflect.get(descriptor, 'set'))},
    );
    return () => Object.defineProperty(owner, name, descriptor);
  });
  return {calls, stop: () => undo.forEach((restore) => restore())};
}

/** I2: the page without our elements. */
function hostState(): string {
  const copy = document.documentElement.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll(`${OURS}, iframe, script, style, link`)) element.remove();
  return [
    copy.outerHTML,
    document.activeElement?.id,
    scrollX,
    scrollY,
    document.title,
    location.href,
    history.length,
  ].join();
}

const warned: string[] = [];
const logged: string[] = [];
let allowance = 0;

/** The sentences for the builder so far in this test. */
export const sentences = (): readonly string[] => warned;

/** Warnings that a test expects beside those of failed loads. */
export function expectWarnings(count: number): void {
  allowance = count;
}

/** Registers the hooks that make the host page and check the invariants I1–I7 after every test. */
export function underInvariants(): void {
  const {warn, error} = console;
  const failures: Event[] = [];
  const errors: unknown[] = [];
  const violations: string[] = [];
  const onFailure = (event: Event) => failures.push(event);
  const onError = (event: ErrorEvent) => errors.push(event.message);
  const onRejection = (event: PromiseRejectionEvent) => errors.push(event.reason);
  const onViolation = (event: SecurityPolicyViolationEvent) => violations.push(event.blockedURI);
  let host: HTMLElement;
  let sibling: AnyElement;
  let before: {host: string; names: string[]};
  let storage: {calls: string[]; stop: () => void};

  before_(async () => {
    document.cookie = 'host=1; SameSite=Lax';
    host = document.createElement('main');
    host.id = 'host';
    host.innerHTML = '<h1 id="headline">Host page</h1><form><input id="field" name="q" value="kept"></form>';
    document.body.prepend(host);
    sibling = put('about-us', {src: fault('ok', {title: 'Healthy sibling'}), id: 'sibling'});
    await sibling.feedComplete;
  });

  beforeEach(() => {
    configure({...defaults, ...QUICK});
    warned.length = logged.length = failures.length = errors.length = violations.length = allowance = 0;
    console.warn = (...words: unknown[]) => void warned.push(String(words[0]));
    console.error = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
    addEventListener('feed-error', onFailure);
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
    addEventListener('securitypolicyviolation', onViolation);
    document.querySelector<HTMLElement>('#field')?.focus();
    before = {host: hostState(), names: globalNames()};
    storage = watchStorage();
  });

  afterEach(() => {
    const elements = [...document.querySelectorAll<AnyElement>(OURS)];
    Reflect.deleteProperty(navigator, 'onLine');
    Reflect.deleteProperty(document, 'visibilityState');
    try {
      expect(errors, 'I1: errors on the window').to.deep.equal([]);
      expect(logged, 'I1: console.error').to.deep.equal([]);
      expect(violations, 'I1: policy violations').to.deep.equal([]);
      expect(warned.length, `I1: warnings\n${warned.join('\n')}`).to.be.at.most(failures.length + allowance);
      expect(hostState(), 'I2: the host page').to.equal(before.host);
      const names = new Set(before.names);
      expect(
        globalNames().filter((name) => !names.has(name)),
        'I3: global names',
      ).to.deep.equal([]);
      expect(storage.calls, 'I4: storage').to.deep.equal([]);
      for (const element of elements) checkState(element);
      expect(sibling.state, 'I7: the healthy sibling').to.equal('ready');
      expect(shownText(sibling), 'I7: the healthy sibling').to.contain('Healthy sibling');
    } finally {
      storage.stop();
      for (const element of elements) if (element !== sibling) element.remove();
      for (const frame of document.querySelectorAll('iframe')) frame.remove();
      Object.assign(console, {warn, error});
      removeEventListener('feed-error', onFailure);
      removeEventListener('error', onError);
      removeEventListener('unhandledrejection', onRejection);
      removeEventListener('securitypolicyviolation', onViolation);
      configure(defaults);
    }
  });

  after(() => host.remove());
}

const before_ = before;

/** I6: one state, told in one way; under `error` the fallback and nothing of ours. */
export function checkState(element: AnyElement): void {
  const states = ['idle', 'loading', 'ready', 'stale', 'empty', 'error'].filter((state) =>
    element.matches(`:state(${state})`),
  );
  const name = `I6: ${element.localName} ${element.src ?? ''}`;
  if (!element.isConnected || !element.hasUpdated) return;
  expect(states, name).to.deep.equal([element.state]);
  expect(element.state, name).not.to.equal('loading');
  expect(element.hasAttribute('aria-busy'), name).to.be.false;
  if (element.state !== 'error' || element.debug) return;
  expect(shownText(element), name).to.equal('');
  const fallback = element.querySelector('.fallback');
  if (fallback && element.checkVisibility()) expect(isFallbackShown(element), name).to.be.true;
}
