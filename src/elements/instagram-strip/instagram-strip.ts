import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {Feed} from '../../feed/feed.js';
import {formatNumber} from '../../locales/dates.js';
import {define} from '../define.js';
import {FeedElement} from '../feed-element.js';
import {itemNodes} from '../item-views.js';
import {altText} from './alt-text.js';
import type {AskFirst} from './ask-first.js';
import {stripStyles} from './instagram-strip.styles.js';
import type {Lightbox} from './lightbox.js';
import {isOwnSite} from './own-site.js';
import {PictureErrors} from './picture-errors.js';
import {accountLink, profile} from './profile.js';
import {Scroller} from './scroller.js';
import {selectStrip, type Post, type Strip} from './select.js';
import {square} from './square.js';

/**
 * The latest pictures of an account, from a feed that the site serves: no Instagram script, cookie or token on the page.
 *
 * @summary A strip of pictures from a feed.
 * @tag instagram-strip
 *
 * @attr {string} src - Address of the feed.
 * @attr {number} limit - The most posts shown. Default 12.
 * @attr {'strip' | 'grid' | 'mosaic'} layout - How the posts are laid out. Default `strip`.
 * @attr {boolean} lightbox - Opens a post in a dialog instead of following its link.
 * @attr {boolean} profile - Shows who the account is above the posts.
 * @attr {boolean} ask-first - Asks the reader before any picture of another site is requested.
 * @attr {string} consent - `instagram`: the page has the reader's consent already.
 * @attr {string} omit - Parts to leave out: `aside badge controls`.
 *
 * @slot - Fallback: shown until the feed has arrived, and when it cannot be loaded.
 * @slot heading - Instead of the heading.
 * @slot empty - Instead of the fallback when the feed has no posts.
 * @slot error - Instead of the fallback when loading fails.
 *
 * @fires {FeedLoadEvent} feed-load - The feed has arrived.
 * @fires {FeedErrorEvent} feed-error - The feed cannot be shown.
 * @fires {ItemClickEvent} item-click - A reader opens a post.
 * @fires {ItemViewEvent} item-view - A post has come into view.
 * @fires {PictureErrorEvent} picture-error - Pictures of the feed cannot be shown: how many, once a feed.
 *
 * @csspart base - The whole box.
 * @csspart heading - The heading.
 * @csspart profile - Who the account is.
 * @csspart headline - The account's name.
 * @csspart summary - Its biography.
 * @csspart consent - The question of `ask-first`, and the button that takes the answer back.
 * @csspart controls - The buttons that scroll the strip.
 * @csspart list - The posts.
 * @csspart item - A post.
 * @csspart link - Every link.
 * @csspart image - A picture.
 * @csspart badge - The sign of a video or an album.
 * @csspart caption - The words in the place of a picture, and those in the lightbox.
 * @csspart lightbox - The dialog.
 * @csspart video - A video in the dialog.
 * @csspart date - The date in the dialog.
 *
 * @cssproperty --news-strip-gap - Space between the posts. Default `8px`.
 * @cssproperty --news-strip-size - Width of a post in a strip.
 */
export class InstagramStrip extends FeedElement<Strip> {
  static override properties: PropertyDeclarations = {
    layout: {reflect: true},
    lightbox: {type: Boolean},
    profile: {type: Boolean},
    askFirst: {attribute: 'ask-first', type: Boolean},
    consent: {},
  };
  static override styles = [FeedElement.styles, stripStyles];

  override limit = 12;
  /** How the posts are laid out. */
  layout: 'strip' | 'grid' | 'mosaic' = 'strip';
  /** Opens a post in a dialog instead of following its link. */
  lightbox = false;
  /** Shows who the account is above the posts. */
  profile = false;

  /** Asks the reader before any picture of another site is requested. */
  askFirst = false;
  /** Providers that the page has the reader's consent for already: `instagram`. */
  consent = '';

  readonly #errors = new PictureErrors(this);
  readonly #scroller = new Scroller(this, '.strip');
  #posts: Post[] = [];
  #ask: AskFirst | undefined;
  #lightbox: Lightbox | undefined;

  constructor() {
    super();
    // After the element's own listener, which offers `item-click` to the page first.
    this.addEventListener('click', this.#onClick);
  }

  /** The question must be there before the first picture could be. */
  protected override async prepare(): Promise<void> {
    if (this.askFirst) await this.#loadAskFirst();
  }

  protected override select(feed: Feed): Strip | undefined {
    const strip = selectStrip(feed, this.limit);
    return strip.posts.length ? strip : undefined;
  }

  protected override defaultHeading(): string {
    return this.locale.instagram;
  }

  protected override renderAside({account}: Strip): unknown {
    return account && !this.profile && this.shows('aside')
      ? html`<span class="aside">${accountLink(account)}</span>`
      : nothing;
  }

  protected override renderSelection(strip: Strip, feed: Feed): TemplateResult {
    this.#posts = strip.posts;
    this.#errors.watch(strip, feed);
    return html`<div @error=${this.#errors.listener}>
      ${this.profile ? profile(strip, this.locale, this.#isUsable) : nothing}
      ${this.askFirst ? this.#ask?.render(strip, this.locale, this.#errors.isBroken) : nothing}
      <div class="frame">
        ${this.shows('controls') ? this.#scroller.render(this.locale) : nothing}
        <ul class="${this.#list} ${this.#scroller.canScroll ? 'snaps' : ''}" part="list" role="list">
          ${strip.posts.map((post) => this.#renderPost(post))}
        </ul>
      </div>
      ${this.#lightbox?.render(strip.posts) ?? nothing}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="rule"><b class="title"></b></div>
      <div class=${this.#list}>${Array.from({length: this.limit}, () => html`<i class="picture"></i>`)}</div>`;
  }

  protected override updated(): void {
    super.updated();
    if (this.askFirst) void this.#loadAskFirst();
    // Without it, a post is a link as before.
    if (this.lightbox && this.#posts.length) this.#loadLightbox().catch(() => undefined);
  }

  get #list(): string {
    return this.layout === 'grid' || this.layout === 'mosaic' ? this.layout : 'strip';
  }

  #renderPost(post: Post): TemplateResult {
    return square(post, {
      href: this.hrefOf(post.item),
      alt: this.#altOf(post, 0),
      badge: post.kind !== 'photo' && this.shows('badge') ? this.locale[post.kind] : undefined,
      opensDialog: this.lightbox,
      isUsable: this.#isUsable,
    });
  }

  readonly #isUsable = (url: string): boolean =>
    !this.#errors.isBroken(url) && (!this.askFirst || isOwnSite(url) || (this.#ask?.isGranted ?? false));

  readonly #altOf = (post: Post, page: number): string =>
    altText(post, page, {locale: this.locale, language: this.language, formatDate: (date) => this.formatDate(date)});

  readonly #onClick = (event: MouseEvent) => {
    // A page of its own is still the reader's to ask for.
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!this.lightbox || event.defaultPrevented || !isPlain) return;
    const [target] = event.composedPath();
    const opener = target instanceof Element && target.closest<HTMLElement>('[part=item] > [part=link]');
    const post = opener && this.#posts[itemNodes(this.renderRoot).findIndex((node) => node.contains(opener))];
    if (!post) return;
    event.preventDefault();
    this.#loadLightbox().then(
      (lightbox) => lightbox.open(post, opener),
      () => opener instanceof HTMLAnchorElement && location.assign(opener.href),
    );
  };

  async #loadLightbox(): Promise<Lightbox> {
    const {Lightbox} = await import('./lightbox.js');
    return (this.#lightbox ??= new Lightbox(this, {
      locale: () => this.locale,
      isUsable: this.#isUsable,
      altOf: this.#altOf,
      formatDate: (date) => this.formatDate(date),
      formatNumber: (number) => formatNumber(number, this.language),
    }));
  }

  /** Where the question cannot be loaded (offline), no picture is. */
  async #loadAskFirst(): Promise<void> {
    const {AskFirst} = await import('./ask-first.js').catch(() => ({AskFirst: undefined}));
    if (this.#ask || !AskFirst) return;
    this.#ask = new AskFirst(this);
    this.requestUpdate();
  }
}

define('instagram-strip', InstagramStrip);

declare global {
  interface HTMLElementTagNameMap {
    'instagram-strip': InstagramStrip;
  }
}
