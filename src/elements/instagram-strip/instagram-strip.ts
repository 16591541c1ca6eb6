import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {Feed} from '../../feed/feed.js';
import {formatNumber} from '../../locales/dates.js';
import {define} from '../define.js';
import {keywords} from '../feed-attributes.js';
import {FeedElement} from '../feed-element.js';
import {itemNodes} from '../item-views.js';
import {accountLink} from './account-link.js';
import {altText} from './alt-text.js';
import {stripStyles} from './instagram-strip.styles.js';
import {Later} from './later.js';
import {PictureErrors} from './picture-errors.js';
import {selectStrip, type Post, type Strip} from './select.js';
import {square, tint} from './square.js';

const DEFAULT_LIMIT = 12;
/** As many fill any screen. */
const MOST_SQUARES = 48;

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
 * @attr {boolean} ask-first - Asks the reader before a feed or picture of another site is requested.
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
 */
export class InstagramStrip extends FeedElement<Strip> {
  static override properties: PropertyDeclarations = {
    layout: {converter: keywords, reflect: true},
    lightbox: {type: Boolean},
    profile: {type: Boolean},
    askFirst: {attribute: 'ask-first', type: Boolean},
    consent: {converter: keywords},
  };
  static override styles = [FeedElement.styles, stripStyles];

  override limit?: number = DEFAULT_LIMIT;
  /** How the posts are laid out. */
  layout: 'strip' | 'grid' | 'mosaic' = 'strip';
  /** Opens a post in a dialog instead of following its link. */
  lightbox = false;
  /** Shows who the account is above the posts. */
  profile = false;

  /** Asks the reader before a feed or picture of another site is requested. */
  askFirst = false;
  /** Providers that the page has the reader's consent for already: `instagram`. */
  consent = '';

  readonly #errors = new PictureErrors(this);
  #posts: Post[] = [];
  /** Ids of sensitive posts that the reader has asked to see. */
  readonly #revealed = new Set<string>();
  readonly #ask = new Later(this, async () => (await import('./ask-first.js')).AskFirst.create(this));
  readonly #profile = new Later(this, async () => (await import('./profile.js')).styledProfile(this.renderRoot));
  readonly #scroller = new Later(this, async () => new (await import('../scroller.js')).Scroller(this));
  readonly #lightbox = new Later(this, async () => {
    const {Lightbox} = await import('./lightbox.js');
    return new Lightbox(this, {
      locale: () => this.locale,
      isUsable: this.#isUsable,
      altOf: this.#altOf,
      onShow: (post) => this.#reveal(post),
      formatDate: (date) => this.formatDate(date),
      formatNumber: (number) => formatNumber(number, this.language),
    });
  });

  constructor() {
    super();
    // After the element's own listener, which offers `item-click` to the page first.
    this.addEventListener('click', this.#onClick);
  }

  /** Where the question cannot be loaded (offline), nothing else is. */
  protected override mayLoad(): boolean {
    return !this.askFirst || Boolean(this.#ask.get()?.mayLoad);
  }

  /** What may be loaded is not known before. */
  override get feedComplete(): Promise<Feed | undefined> {
    return this.askFirst ? this.#ask.load().then(() => super.feedComplete) : super.feedComplete;
  }

  /** What stands above the posts must be there before them, so that they do not jump. */
  protected override async prepare(): Promise<void> {
    await Promise.all([this.askFirst && this.#ask.load(), this.profile && this.#profile.load()]);
  }

  /** What the profile shows may stand below the posts. */
  protected override isEnough(feed: Feed): boolean {
    return !(feed.isPartial && this.profile && !feed.description) && super.isEnough(feed);
  }

  protected override select(feed: Feed): Strip | undefined {
    const strip = selectStrip(feed, this.count(DEFAULT_LIMIT), this.#revealed);
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

  protected override render(): TemplateResult {
    const ask = this.feed || this.mayLoad() ? undefined : this.#ask.part;
    return ask ? ask.renderGate(this.locale, this.#renderSquares()) : super.render();
  }

  protected override renderSelection(strip: Strip, feed: Feed): TemplateResult {
    const {locale} = this;
    this.#posts = strip.posts;
    this.#errors.watch(strip.posts, feed);
    const hasButtons = this.#list === 'row' && this.shows('controls');
    return html`<div @error=${this.#errors.listener}>
      ${this.profile ? this.#profile.get()?.(strip, locale, this.#isUsable) : nothing}
      ${this.askFirst ? this.#ask.get()?.render(strip, feed, locale, this.#errors.isBroken) : nothing}
      <div class="frame">
        ${hasButtons ? this.#scroller.get()?.render(locale) : nothing}
        <ul class=${this.#list} part="list" role="list">
          ${strip.posts.map((post) => this.#renderPost(post))}
        </ul>
      </div>
      ${this.lightbox ? this.#lightbox.get()?.render(strip.posts) : nothing}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="rule"><b class="title"></b></div>
      ${this.profile ? html`<i class="avatar"></i>` : nothing}
      ${this.askFirst ? this.#ask.part?.renderSpace(this.locale) : nothing} ${this.#renderSquares()}`;
  }

  #renderSquares(): TemplateResult {
    return html`<div class=${this.#list}>
      ${Array.from({length: Math.min(this.count(DEFAULT_LIMIT), MOST_SQUARES)}, () => html`<i class="picture"></i>`)}
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    itemNodes(this.renderRoot).forEach((node, n) => {
      const post = this.#posts[n];
      if (post && node instanceof HTMLElement) tint(node, post);
    });
  }

  get #list(): string {
    return this.layout === 'grid' || this.layout === 'mosaic' ? this.layout : 'row';
  }

  #renderPost(post: Post): TemplateResult {
    const {locale, lightbox} = this;
    return square(post, {
      href: this.hrefOf(post.item),
      alt: this.#altOf(post, 0),
      badge: post.kind !== 'photo' && this.shows('badge') ? locale[post.kind] : undefined,
      opensDialog: lightbox,
      locale,
      isUsable: this.#isUsable,
      onShow: () => this.#reveal(post),
    });
  }

  /** The button that had the focus is gone: what it was for takes it. */
  #reveal({item}: Post): void {
    this.#revealed.add(item.id);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (this.renderRoot.querySelector('dialog')) return;
      const node = itemNodes(this.renderRoot)[this.shownItems.indexOf(item)];
      node?.querySelector<HTMLElement>('[part=link]')?.focus({preventScroll: true});
    });
  }

  readonly #isUsable = (url: string): boolean =>
    !this.#errors.isBroken(url) && (!this.askFirst || Boolean(this.#ask.part?.mayAsk(url)));

  readonly #altOf = (post: Post, page: number): string =>
    altText(post, page, {locale: this.locale, language: this.language, formatDate: (date) => this.formatDate(date)});

  readonly #onClick = (event: MouseEvent) => {
    // A page of its own is still the reader's to ask for.
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!this.lightbox || event.defaultPrevented || !isPlain) return;
    const [target] = event.composedPath();
    const opener = target instanceof Element && target.closest<HTMLElement>('[part=item] > [part=link]');
    if (!opener) return;
    event.preventDefault();
    // Without the lightbox, a post is a link as before.
    void this.#lightbox.load().then((lightbox) => {
      if (lightbox) lightbox.open(opener);
      else if (opener instanceof HTMLAnchorElement) location.assign(opener.href);
    });
  };
}

define('instagram-strip', InstagramStrip);

declare global {
  interface HTMLElementTagNameMap {
    'instagram-strip': InstagramStrip;
  }
}
