import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Feed} from '../../feed/feed.js';
import {formatList} from '../../locales/dates.js';
import {loadLocale, type Locale} from '../../locales/index.js';
import {adoptStyles} from '../adopt-styles.js';
import {ConsentController, grantConsent, hasConsent, revokeConsent} from '../consent.js';
import {hasFallback} from '../fallback.js';
import {heading} from '../heading.js';
import {askStyles} from './ask-first.styles.js';
import {isOwnSite} from './own-site.js';
import type {Strip} from './select.js';

interface AskFirstHost extends ReactiveControllerHost, Element {
  readonly renderRoot: ParentNode;
  readonly src: string | undefined;
  readonly language: string;
  readonly heading?: string | undefined;
  readonly headingLevel: number;
  /** Providers that the page has agreed to for the reader, separated by blanks. */
  readonly consent: string;
  /** Resolves when the feed that is asked for is shown, or has failed. */
  readonly feedComplete: Promise<unknown>;
}

/**
 * The question before anything of another site is asked for: its feed, or the pictures of one. One answer counts for all
 * strips and embeds of the page.
 */
export class AskFirst {
  constructor(private readonly host: AskFirstHost) {
    new ConsentController(host);
    adoptStyles(host.renderRoot, askStyles);
  }

  /** The strip with the question in the language of the page, since that of the feed is not known yet. */
  static async create(host: AskFirstHost): Promise<AskFirst> {
    await loadLocale(host.language);
    return new AskFirst(host);
  }

  get #isGranted(): boolean {
    return hasConsent('instagram', this.host.consent);
  }

  mayAsk(url: string): boolean {
    return this.#isGranted || isOwnSite(url);
  }

  /** Hosts of other sites that `src` names. */
  get #feedUrls(): string[] {
    const {src = '', baseURI} = this.host;
    return src
      .split(/\s+/)
      .flatMap((url) => (URL.canParse(url, baseURI) ? new URL(url, baseURI).href : []))
      .filter((url) => !isOwnSite(url));
  }

  get mayLoad(): boolean {
    return this.#isGranted || !this.#feedUrls.length;
  }

  /** In the place of the strip while its feed may not be asked for. Whose its pictures are is not known: Instagram's. */
  renderGate(locale: Locale, preview: TemplateResult): TemplateResult {
    const {heading: words = locale.instagram, headingLevel} = this.host;
    return html`<div part="base">
      ${words ? html`<div class="rule"><slot name="heading">${heading(headingLevel, 'heading', words)}</slot></div>` : nothing}
      ${this.#renderQuestion([...this.#feedUrls, 'https://instagram.com'], locale)}
      ${hasFallback(this.host) ? html`<slot></slot>` : html`<div class="skeleton" aria-hidden="true">${preview}</div>`}
    </div>`;
  }

  /** Keeps the place of the question while the feed loads. */
  renderSpace(locale: Locale): TemplateResult {
    const urls = ['https://instagram.com'];
    return this.#isGranted ? this.#renderStop(urls, locale) : this.#renderQuestion(urls, locale);
  }

  /**
   * Nothing when all is the site's own.
   *
   * @param isBroken an address that is not asked for, whatever the reader says
   */
  render({posts, account}: Strip, {url}: Feed, locale: Locale, isBroken: (url: string) => boolean): unknown {
    const media = posts.flatMap((post) => post.media);
    const pictures = media.flatMap(({pictures}) =>
      pictures.flatMap(({url, sizes, fallback}) => [{url}, ...sizes, {url: fallback}]),
    );
    const urls = [
      this.host.src ? url : undefined,
      ...pictures.map(({url}) => url),
      ...media.map(({video}) => video),
      account?.avatar,
    ];
    const others = urls.flatMap((url) => (url && !isOwnSite(url) ? url : []));
    const asked = this.#isGranted ? others : others.filter((url) => !isBroken(url));
    if (!asked.length) return nothing;
    return this.#isGranted ? this.#renderStop(asked, locale) : this.#renderQuestion(asked, locale);
  }

  #renderQuestion(urls: string[], locale: Locale): TemplateResult {
    const name = this.#nameOf(urls);
    return html`<div class="ask" part="consent">
      <p>${locale.askFirst(name)}</p>
      <button type="button" @click=${() => this.#grant(false)}>${locale.loadFrom(name)}</button>
      <button type="button" @click=${() => this.#grant(true)}>${locale.alwaysLoadFrom(name)}</button>
    </div>`;
  }

  #renderStop(urls: string[], locale: Locale): TemplateResult {
    return html`<div class="ask" part="consent">
      <button type="button" @click=${() => this.#revoke()}>${locale.stopLoadingFrom(this.#nameOf(urls))}</button>
    </div>`;
  }

  #nameOf(urls: string[]): string {
    return formatList([...new Set(urls.map(ownerOf))], this.host.language);
  }

  #grant(remember: boolean): void {
    grantConsent('instagram', {remember});
    void this.#keepFocus();
  }

  #revoke(): void {
    revokeConsent('instagram');
    void this.#keepFocus();
  }

  /** The button that had the focus is gone: the one in its place takes it, or the first post. */
  async #keepFocus(): Promise<void> {
    await this.host.feedComplete;
    const {renderRoot} = this.host;
    const next =
      renderRoot.querySelector<HTMLElement>('.ask button') ?? renderRoot.querySelector<HTMLElement>('li > *');
    next?.focus({preventScroll: true});
  }
}

/** Who learns of the reader: a name that readers know, else the host's. */
function ownerOf(url: string): string {
  const {hostname} = new URL(url);
  return /(^|\.)(cdninstagram\.com|fbcdn\.net|instagram\.com)$/.test(hostname) ? 'Instagram' : hostname;
}
