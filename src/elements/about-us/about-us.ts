import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {Feed, Link} from '../../feed/feed.js';
import {adoptStyles} from '../adopt-styles.js';
import {define} from '../define.js';
import {keywords} from '../feed-attributes.js';
import {FeedElement} from '../feed-element.js';
import {heading} from '../heading.js';
import {onServer} from '../on-server.js';
import {wordsLanguage} from '../words-language.js';
import {aboutStyles} from './about-us.styles.js';
import type {OrganizationScript} from './organization.js';
import {icon, link, peopleList} from './people.js';
import {selectAbout, type About} from './select.js';
import type {subscription} from './subscribe.js';
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
 * @csspart controls - The buttons: subscribe, and copy the address.
 */
export class AboutUs extends FeedElement<About> {
  static override properties: PropertyDeclarations = {
    layout: {converter: keywords, reflect: true},
    jsonLd: {attribute: 'json-ld', type: Boolean},
  };
  static override styles = [FeedElement.styles, aboutStyles];

  /** How it is laid out. */
  layout: 'box' | 'footer' | 'card' = 'box';
  /** Adds an `Organization` for search engines to the page, unless it has one. */
  jsonLd = false;

  #organization: OrganizationScript | undefined;
  #site: Site | undefined;
  #subscription: typeof subscription | undefined;
  #hasLayouts = false;
  #isOpen = false;
  #about: About | undefined;

  protected override prepare(signal: AbortSignal): Promise<unknown> {
    return Promise.all([this.#loadSite(signal), this.#loadLayouts()]);
  }

  /** WordPress does not name the site where it lists its posts. */
  async #loadSite(signal: AbortSignal): Promise<void> {
    const {src = ''} = this;
    const isWordPress = src.includes('wp/v2/') || src.includes('wp%2Fv2%2F');
    const module = isWordPress ? await import('./wordpress-site.js').catch(() => undefined) : undefined;
    const site = await module?.loadWordPressSite(src, this.baseURI, signal);
    // At the end: until then, a refresh keeps the name on show.
    if (!signal.aborted) this.#site = site;
  }

  /** Where the feed names nobody above its items, its people are those who write in it. */
  protected override isEnough({isPartial, feedUrl, authors}: Feed): boolean {
    return !isPartial || Boolean(feedUrl && (authors.length || !this.shows('people')));
  }

  protected override select(feed: Feed): About {
    // A feed that was handed in has only the page's address.
    return selectAbout(feed, {
      ...this.#site,
      feedUrl: (onServer ? this.getAttribute('src') : this.src) ? feed.url : undefined,
    });
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
    const {locale} = this;
    const {title, description, people, links, address, homePageUrl, feedUrl} = about;
    const lang = about.language ?? nothing;
    const words = this.heading ?? locale.aboutUs;
    return html`<div class="about" @error=${hideBroken}>
      ${about.icon && this.shows('image') ? icon(about.icon, 56) : nothing}
      <div class="words">
        <slot name="heading"
          >${words && this.shows('heading') ? heading(this.headingLevel, 'heading', words) : nothing}</slot
        >
        ${title && this.shows('headline') ? html`<p part="headline" dir="auto" lang=${lang}>${link(homePageUrl, title)}</p>` : nothing}
        ${description && this.shows('summary') ? html`<p part="summary" dir="auto" lang=${lang}>${description}</p>` : nothing}
        ${people.length && this.shows('people') ? peopleList(people, locale.people) : nothing}
        <div class="more">
          ${links.length && this.shows('links') ? this.#renderLinks(links, lang) : nothing}
          ${address.length && this.shows('address') ? html`<address dir="auto" lang=${lang}>${address.map((line, n) => (n ? [html`<br />`, line] : line))}</address>` : nothing}
          ${this.#renderDate(about)}
        </div>
      </div>
      ${feedUrl && this.shows('subscribe') ? this.#renderSubscribe(about) : nothing}
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    if (this.#about) void this.#loadLayouts();
    if (this.#organization) this.#organization.show(this.jsonLd ? this.#about : undefined);
    else if (this.jsonLd) void this.#loadOrganization();
  }

  async #loadLayouts(): Promise<void> {
    const module = this.layout === 'box' ? undefined : await import('./layouts.styles.js').catch(() => undefined);
    if (!module || this.#hasLayouts) return;
    this.#hasLayouts = true;
    adoptStyles(this.renderRoot, module.layoutStyles);
  }

  /** Where more cannot be loaded, the address is all there is. */
  async #toggleSubscription(): Promise<void> {
    const module = this.#subscription ? undefined : await import('./subscribe.js').catch(() => undefined);
    if (module && !this.#subscription) {
      adoptStyles(this.renderRoot, module.subscribeStyles);
      this.#subscription = module.subscription;
    }
    this.#isOpen = !this.#isOpen;
    this.requestUpdate();
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
      <div class="words"><i class="short"></i><i></i><i></i><i></i></div>
    </div>`;
  }

  #renderLinks(links: Link[], lang: string | typeof nothing): TemplateResult {
    return html`<ul class="links" role="list" aria-label=${this.locale.links}>
      ${links.map(({title, url}) => html`<li lang=${lang}><bdi>${link(url, title)}</bdi></li>`)}
    </ul>`;
  }

  #renderDate({lastUpdated, language}: About): unknown {
    const lang = wordsLanguage(this.language, this.locale);
    // A date in the reader's language within words in English is isolated.
    const [start, end] = lang === this.language ? ['', ''] : ['\u2068', '\u2069'];
    const date =
      lastUpdated && this.shows('date')
        ? this.locale.lastUpdated(start + this.formatDate(lastUpdated) + end)
        : undefined;
    const name = language && this.shows('language') ? languageName(language, this.language) : undefined;
    return date || name
      ? html`<p part="date">
          ${date ? html`<time datetime=${lastUpdated?.toISOString() ?? nothing} lang=${lang} dir="auto">${date}</time>` : nothing}${name ? html`<span dir="auto">${name}</span>` : nothing}
        </p>`
      : nothing;
  }

  /** The button keeps its place, and so the reader's finger, when what it opens appears below. */
  #renderSubscribe(about: About): TemplateResult {
    const {locale} = this;
    return html`<button
        type="button"
        class="subscribe"
        part="controls"
        aria-expanded=${this.#isOpen ? 'true' : 'false'}
        @click=${this.#toggleSubscription}
      >
        ${locale.subscribe}
      </button>
      ${this.#isOpen ? html`<div class="subscription">${this.#subscription?.(about, locale) ?? html`<code>${about.feedUrl}</code>`}</div>` : nothing}`;
  }
}

/** A picture that is not there leaves no empty box: it says nothing that words beside it do not. */
const hideBroken = {
  capture: true,
  handleEvent: ({target}: Event): void => {
    if (target instanceof HTMLImageElement) target.hidden = true;
  },
};

/** The commonest names, since the first that Intl gives costs a page some 50 ms. */
const ENGLISH: Partial<Record<string, string>> = {
  en: 'English',
  'en-us': 'American English',
  'en-gb': 'British English',
};

/** The name of a language in the reader's; undefined where Intl does not know it. */
function languageName(language: string, reader: string): string | undefined {
  const name = /^en\b/i.test(reader) && ENGLISH[language.toLowerCase()];
  if (name) return name;
  try {
    return new Intl.DisplayNames([reader, 'en'], {type: 'language', fallback: 'none'}).of(language);
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
