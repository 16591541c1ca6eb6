import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {formatList} from '../../locales/dates.js';
import type {Locale} from '../../locales/index.js';
import {ConsentController, grantConsent, hasConsent, revokeConsent} from '../consent.js';
import {isOwnSite} from './own-site.js';
import type {Strip} from './select.js';

interface AskFirstHost extends ReactiveControllerHost, Element {
  readonly language: string;
  /** Providers that the page has agreed to for the reader, separated by blanks. */
  readonly consent: string;
}

/** The question before pictures of another site are asked for. One answer counts for all strips and embeds of the page. */
export class AskFirst {
  constructor(private readonly host: AskFirstHost) {
    new ConsentController(host);
  }

  get isGranted(): boolean {
    return hasConsent('instagram', this.host.consent);
  }

  /**
   * Nothing when all pictures are the site's own.
   *
   * @param isBroken an address that is not asked for, whatever the reader says
   */
  render({posts, account}: Strip, locale: Locale, isBroken: (url: string) => boolean): unknown {
    const media = posts.flatMap((post) => post.media);
    const pictures = media.flatMap((medium) => medium.pictures.flatMap(({url, sizes}) => [{url}, ...sizes]));
    const urls = [...pictures.map(({url}) => url), ...media.map(({video}) => video), account?.avatar];
    const others = urls.flatMap((url) => (url && !isOwnSite(url) ? url : []));
    const asked = this.isGranted ? others : others.filter((url) => !isBroken(url));
    if (!asked.length) return nothing;
    const name = formatList([...new Set(asked.map(ownerOf))], this.host.language);
    return this.isGranted ? this.#renderStop(name, locale) : this.#renderQuestion(name, locale);
  }

  #renderQuestion(name: string, locale: Locale): TemplateResult {
    return html`<div class="ask" part="consent">
      <p>${locale.askFirst(name)}</p>
      <button type="button" @click=${() => this.#grant(false)}>${locale.loadFrom(name)}</button>
      <button type="button" @click=${() => this.#grant(true)}>${locale.alwaysLoadFrom(name)}</button>
    </div>`;
  }

  #renderStop(name: string, locale: Locale): TemplateResult {
    return html`<div class="ask" part="consent">
      <button type="button" @click=${() => this.#revoke()}>${locale.stopLoadingFrom(name)}</button>
    </div>`;
  }

  #grant(remember: boolean): void {
    grantConsent('instagram', {remember});
    void this.#keepFocus();
  }

  #revoke(): void {
    revokeConsent('instagram');
    void this.#keepFocus();
  }

  /** The button that had the focus is gone: the one in its place takes it. */
  async #keepFocus(): Promise<void> {
    await this.host.updateComplete;
    this.host.shadowRoot?.querySelector<HTMLElement>('.ask button')?.focus({preventScroll: true});
  }
}

/** Who learns of the reader: a name that readers know, else the host's. */
function ownerOf(url: string): string {
  const {hostname} = new URL(url);
  return /(^|\.)(cdninstagram\.com|fbcdn\.net|instagram\.com)$/.test(hostname) ? 'Instagram' : hostname;
}
