import {html, nothing, render, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {frameEmbed, quoteEmbed, type Embed} from '../../feed/embeds.js';
import {providers, type Provider} from '../../feed/providers.js';
import {adoptStyles} from '../adopt-styles.js';
import {ConsentController, grantConsent, hasConsent, revokeConsent} from '../consent.js';
import {createElement} from '../page.js';
import {embedStyles} from './embed-box.styles.js';

/** The words of a box, in the reader's language. Each gets the provider's name. */
export interface EmbedStrings {
  /** Says that the provider will know of the visit. */
  embedNotice: (provider: string) => string;
  loadFrom: (provider: string) => string;
  alwaysLoadFrom: (provider: string) => string;
  stopLoadingFrom: (provider: string) => string;
  /** Label of the plain link to the provider's page. */
  openOn: (provider: string) => string;
}

export interface EmbedOptions {
  /** The element's `consent` attribute. */
  consent?: string | undefined;
  strings: EmbedStrings;
  /** What they are in. */
  language: string;
}

interface Box {
  embed: Embed;
  quote: HTMLElement | undefined;
  /** The reader has asked for this one. */
  isOpen: boolean;
}

/**
 * A frame without these could navigate the page, open dialogs or start a download. `allow-same-origin` keeps the frame
 * the provider's own: without it no player runs.
 */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation';
const ALLOW = 'encrypted-media; fullscreen; picture-in-picture';
/** These refuse to play on a site that they cannot name (YouTube: error 153). All others are told nothing. */
const NEED_REFERRER: readonly Provider[] = ['youtube', 'vimeo'];

/**
 * The boxes that stand for embeds in the element's body: a button that names the provider, and the frame once the reader
 * or the page has agreed. Nothing is requested before. They are drawn again whenever the element updates.
 */
export class EmbedBoxes implements ReactiveController {
  readonly #host: ReactiveControllerHost & {readonly renderRoot: ParentNode};
  readonly #options: () => EmbedOptions;
  readonly #boxes = new WeakMap<Element, Box>();

  constructor(host: ReactiveControllerHost & {readonly renderRoot: ParentNode}, options: () => EmbedOptions) {
    this.#host = host;
    this.#options = options;
    adoptStyles(host.renderRoot, embedStyles);
    host.addController(this);
    new ConsentController(host, (provider) => {
      for (const [, box] of this.#shown()) if (box.embed.provider === provider) box.isOpen = false;
    });
  }

  /** For `sanitize()`: an empty box. It holds phrasing content alone, so that it may stand inside a paragraph. */
  readonly place = (source: Element, quote?: HTMLElement): HTMLElement | undefined => {
    const embed = quote ? quoteEmbed(source) : frameEmbed(source);
    if (!embed) return undefined;
    const element = createElement('span');
    element.setAttribute('part', 'embed');
    element.setAttribute('role', 'group');
    if (embed.width) element.style.setProperty('--_ratio', `${embed.width} / ${embed.height}`);
    if (quote) element.append(quote);
    this.#boxes.set(element, {embed, quote, isOpen: false});
    return element;
  };

  hostUpdated(): void {
    for (const [element, box] of this.#shown()) this.#render(element, box);
  }

  *#shown(): Iterable<[HTMLElement, Box]> {
    for (const element of this.#host.renderRoot.querySelectorAll<HTMLElement>('[part=embed]')) {
      const box = this.#boxes.get(element);
      if (box) yield [element, box];
    }
  }

  #render(element: HTMLElement, box: Box): void {
    const {consent, strings, language} = this.#options();
    const {embed, quote} = box;
    const name = providers[embed.provider];
    const isOpen = box.isOpen || hasConsent(embed.provider, consent);
    element.ariaLabel = embed.title ? `${name}: ${embed.title}` : name;
    element.toggleAttribute('data-open', isOpen);
    if (quote) quote.hidden = isOpen;
    render(
      isOpen
        ? this.#frame(element, box, name, strings, language)
        : this.#question(element, box, name, strings, language),
      element,
    );
  }

  #question(element: HTMLElement, box: Box, name: string, strings: EmbedStrings, language: string): TemplateResult {
    const {provider, pageUrl, title} = box.embed;
    const open = (remember: boolean) => {
      box.isOpen = true;
      if (remember) grantConsent(provider, {remember});
      this.#render(element, box);
      element.querySelector('iframe')?.focus();
    };
    return html`<span class="embed-question">
      ${title ? html`<b dir="auto">${title}</b>` : nothing}
      <span lang=${language}>${strings.embedNotice(name)}</span>
      <span class="embed-choice" lang=${language}>
        <button type="button" part="controls" @click=${() => open(false)}>${strings.loadFrom(name)}</button>
        <button type="button" part="controls" @click=${() => open(true)}>${strings.alwaysLoadFrom(name)}</button>
      </span>
      <a lang=${language} href=${pageUrl} target="_blank" rel="noopener noreferrer">${strings.openOn(name)}</a>
    </span>`;
  }

  #frame(element: HTMLElement, box: Box, name: string, strings: EmbedStrings, language: string): TemplateResult {
    const {provider, frameUrl, width, height, title} = box.embed;
    const close = () => {
      revokeConsent(provider);
      this.#render(element, box);
      element.querySelector('button')?.focus();
    };
    return html`<iframe
        sandbox=${SANDBOX}
        allow=${ALLOW}
        referrerpolicy=${NEED_REFERRER.includes(provider) ? 'strict-origin-when-cross-origin' : 'no-referrer'}
        loading="lazy"
        title=${title ?? name}
        height=${width ? nothing : height}
        src=${frameUrl}
      ></iframe>
      <button type="button" part="controls" lang=${language} @click=${close}>${strings.stopLoadingFrom(name)}</button>`;
  }
}
