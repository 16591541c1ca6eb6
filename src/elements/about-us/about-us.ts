import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {Author, Feed, Link} from '../../feed/feed.js';
import {copyButton} from '../copy-button.js';
import {define} from '../define.js';
import {FeedElement} from '../feed-element.js';
import {heading} from '../heading.js';
import {aboutStyles} from './about-us.styles.js';
import type {OrganizationScript} from './organization.js';
import {selectAbout, type About} from './select.js';
import type {Site} from './wordpress-site.js';

/**
 * Who publishes this: name, description, people, links and subscription, from the feed's own metadata.
 *
 * @summary An About box from a feed.
 * @tag about-us
 *
 * @attr {string} src - Address of the feed.
 * @attr {'box' | 'footer' | 'card'} layout - `box` is tinted, `footer` a band in columns, `card` narrow and centred.
 * @attr {boolean} json-ld - Adds an `Organization` for search engines to the page, unless it has one.
 * @attr {string} omit - Parts to leave out: `heading image headline summary people links address date language subscribe`.
 *
 * @slot - Fallback: shown until the feed has arrived, and when it cannot be loaded.
 * @slot heading - Instead of the heading.
 * @slot error - Instead of the fallback when loading fails.
 *
 * @fires {FeedLoadEvent} feed-load - The feed has arrived.
 * @fires {FeedErrorEvent} feed-error - The feed cannot be shown.
 *
 * @csspart base - The whole box.
 * @csspart heading - The heading.
 * @csspart image - The icon, and people's pictures.
 * @csspart headline - The publisher's name.
 * @csspart summary - The description.
 * @csspart byline - The people.
 * @csspart link - Every link.
 * @csspart date - When the feed was last updated, and its language.
 * @csspart controls - The subscription and its button.
 */
export class AboutUs extends FeedElement<About> {
  static override properties: PropertyDeclarations = {
    layout: {reflect: true},
    jsonLd: {attribute: 'json-ld', type: Boolean},
  };
  static override styles = [FeedElement.styles, aboutStyles];

  /** How it is laid out. */
  layout: 'box' | 'footer' | 'card' = 'box';
  /** Adds an `Organization` for search engines to the page, unless it has one. */
  jsonLd = false;

  #organization: OrganizationScript | undefined;
  #site: Site | undefined;
  #about: About | undefined;

  /** WordPress does not name the site where it lists its posts. */
  protected override async prepare(signal: AbortSignal): Promise<void> {
    const {src = ''} = this;
    this.#site = undefined;
    if (!src.includes('wp/v2/') && !src.includes('wp%2Fv2%2F')) return;
    const module = await import('./wordpress-site.js').catch(() => undefined);
    this.#site = await module?.loadWordPressSite(src, this.baseURI, signal);
  }

  protected override select(feed: Feed): About {
    // A feed that was handed in has only the page's address.
    return selectAbout(feed, {...this.#site, feedUrl: this.src ? feed.url : undefined});
  }

  protected override renderHeading(): unknown {
    return nothing;
  }

  protected override willUpdate(): void {
    this.#about = undefined;
    super.willUpdate();
  }

  protected override renderSelection(about: About): TemplateResult {
    this.#about = about;
    const {icon, title, description, people, links, address, homePageUrl, feedUrl} = about;
    const lang = about.language ?? nothing;
    const words = this.heading ?? this.locale.aboutUs;
    return html`<div class="about" @error=${hideBroken}>
      ${icon && this.shows('image') ? this.#renderImage(icon, 56) : nothing}
      <div class="words">
        <slot name="heading"
          >${words && this.shows('heading') ? heading(this.headingLevel, 'heading', words) : nothing}</slot
        >
        ${title && this.shows('headline') ? html`<p part="headline" dir="auto" lang=${lang}>${this.#link(homePageUrl, title)}</p>` : nothing}
        ${description && this.shows('summary') ? html`<p part="summary" dir="auto" lang=${lang}>${description}</p>` : nothing}
        ${people.length && this.shows('people') ? this.#renderPeople(people) : nothing}
        ${links.length && this.shows('links') ? this.#renderLinks(links, lang) : nothing}
        ${address.length && this.shows('address') ? html`<address dir="auto" lang=${lang}>${address.map((line, n) => (n ? [html`<br />`, line] : line))}</address>` : nothing}
        ${this.#renderDate(about)}
      </div>
      ${feedUrl && this.shows('subscribe') ? this.#renderSubscribe(feedUrl) : nothing}
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    if (this.#organization) this.#organization.show(this.jsonLd ? this.#about : undefined);
    else if (this.jsonLd) void this.#loadOrganization();
  }

  /** Where it cannot be loaded (offline), no machine is told anything. */
  async #loadOrganization(): Promise<void> {
    const module = await import('./organization.js').catch(() => undefined);
    if (!module || this.#organization) return;
    this.#organization = new module.OrganizationScript(this);
    this.requestUpdate();
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="about">
      <i class="picture"></i>
      <div><i class="short"></i><i></i><i></i></div>
    </div>`;
  }

  #renderImage(url: string, size: number): TemplateResult {
    return html`<img
      part="image"
      alt=""
      src=${url}
      width=${size}
      height=${size}
      decoding="async"
      loading="lazy"
      referrerpolicy="no-referrer"
    />`;
  }

  #renderPeople(people: Author[]): TemplateResult {
    return html`<ul class="people" part="byline" role="list" aria-label=${this.locale.people}>
      ${people.map(
        ({name = '', url, avatar}) =>
          html`<li>
            ${avatar ? this.#renderImage(avatar, 32) : nothing}
            <bdi>${this.#link(url, name)}</bdi>
          </li>`,
      )}
    </ul>`;
  }

  #renderLinks(links: Link[], lang: string | typeof nothing): TemplateResult {
    return html`<ul class="links" role="list" aria-label=${this.locale.links}>
      ${links.map(({title, url}) => html`<li lang=${lang}><bdi>${this.#link(url, title)}</bdi></li>`)}
    </ul>`;
  }

  #renderDate({lastUpdated, language}: About): unknown {
    const date = lastUpdated && this.shows('date') ? this.locale.lastUpdated(this.formatDate(lastUpdated)) : undefined;
    const name = language && this.shows('language') ? languageName(language, this.language) : undefined;
    return date || name
      ? html`<p part="date">
          ${date ? html`<time datetime=${lastUpdated?.toISOString() ?? nothing}>${date}</time>` : nothing}${name ? html`<span>${name}</span>` : nothing}
        </p>`
      : nothing;
  }

  #renderSubscribe(url: string): TemplateResult {
    const {locale} = this;
    return html`<details part="controls">
      <summary>${locale.subscribe}</summary>
      <div class="subscribe">
        <p>${locale.subscribeHelp}</p>
        <code aria-label=${locale.feedAddress}>${url}</code>
        ${copyButton(url, locale.copyAddress, locale)}
      </div>
    </details>`;
  }

  #link(url: string | undefined, words: string): unknown {
    return url ? html`<a part="link" href=${url}>${words}</a>` : words;
  }
}

/** A picture that is not there leaves no empty box: it says nothing that words beside it do not. */
const hideBroken = {
  capture: true,
  handleEvent: ({target}: Event): void => {
    if (target instanceof HTMLImageElement) target.hidden = true;
  },
};

/** The name of a language in the reader's; undefined where Intl does not know it. */
function languageName(language: string, reader: string): string | undefined {
  try {
    return new Intl.DisplayNames(reader, {type: 'language', fallback: 'none'}).of(language);
  } catch {
    return undefined;
  }
}

define('about-us', AboutUs);

declare global {
  interface HTMLElementTagNameMap {
    'about-us': AboutUs;
  }
}
