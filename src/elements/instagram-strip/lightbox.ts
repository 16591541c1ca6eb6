import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {Image, Item} from '../../feed/feed.js';
import type {Locale} from '../../locales/index.js';
import {itemNodes} from '../item-views.js';
import {picture} from '../picture.js';
import {adoptStyles} from '../adopt-styles.js';
import {renderCaption} from './caption.js';
import {chevron, cross} from './lightbox-icons.js';
import {lightboxStyles} from './lightbox.styles.js';
import {pictureOf} from './pictures.js';
import type {Medium, Post} from './select.js';
import {Swipe} from './swipe.js';

interface LightboxHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
  readonly shownItems: readonly Item[];
}

/** What the lightbox asks the strip. */
export interface LightboxView {
  locale: () => Locale;
  isUsable: (url: string) => boolean;
  altOf: (post: Post, page: number) => string;
  /** The reader asks to see a sensitive post. */
  onShow: (post: Post) => void;
  formatDate: (date: Date) => string;
  formatNumber: (number: number) => string;
}

/** The reader's place: a post by its id, since a refreshed feed moves it, and a page of it. */
interface Place {
  id: string;
  page: number;
}

/** Shows posts whole, one page at a time, in a modal dialog: album pages, video, caption, date and link. */
export class Lightbox implements ReactiveController {
  #place: Place | undefined;
  #opener: HTMLElement | undefined;
  #posts: Post[] = [];
  readonly #swipe = new Swipe((direction) => this.#step(direction));

  constructor(
    private readonly host: LightboxHost,
    private readonly view: LightboxView,
  ) {
    adoptStyles(host.renderRoot, lightboxStyles);
    host.addController(this);
  }

  /** @param opener the link of a post in the strip */
  open(opener: HTMLElement): void {
    const {renderRoot, shownItems} = this.host;
    const item = shownItems[itemNodes(renderRoot).findIndex((node) => node.contains(opener))];
    this.#place = item && {id: item.id, page: 0};
    this.#opener = opener;
    this.host.requestUpdate();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (dialog?.open === false) dialog.showModal();
    if (dialog || !this.#place) return;
    // The post that was open is gone, and the dialog with it.
    this.#place = undefined;
    this.#giveBackFocus();
  }

  hostDisconnected(): void {
    this.#place = undefined;
  }

  readonly #onClose = () => {
    this.#place = undefined;
    this.host.requestUpdate();
    this.#giveBackFocus();
  };

  /** Browsers that do not focus a link when it is clicked have nothing to give it back to. */
  #giveBackFocus(): void {
    const {renderRoot} = this.host;
    const first = renderRoot.querySelector<HTMLElement>('[part=item] > [part=link]');
    (this.#opener?.isConnected ? this.#opener : first)?.focus({preventScroll: true});
  }

  /** Every page of every post, in a row. */
  get #places(): Place[] {
    return this.#posts.flatMap(({item: {id}, media}) =>
      Array.from({length: media.length || 1}, (_, page) => ({id, page})),
    );
  }

  #neighbour(direction: number): Place | undefined {
    const places = this.#places;
    const here = places.findIndex(({id, page}) => id === this.#place?.id && page === this.#place.page);
    return places[here + direction];
  }

  #step(direction: number): void {
    this.#place = this.#neighbour(direction) ?? this.#place;
    this.host.requestUpdate();
  }

  /** The button is gone then, and the focus must stay inside. */
  #show(post: Post): void {
    this.view.onShow(post);
    this.#dialog?.querySelector<HTMLElement>('.close')?.focus();
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    const {key, target} = event;
    if (key === 'Tab') this.#goRound(event);
    // A video's own keys seek in it; a modified key is the browser's.
    if (target instanceof HTMLVideoElement || event.altKey || event.ctrlKey || event.metaKey) return;
    const isRtl = this.#dialog && getComputedStyle(this.#dialog).direction === 'rtl';
    const arrow = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (arrow) this.#step(isRtl ? -arrow : arrow);
    // The page behind must not scroll.
    if (arrow || /^(Page|Home|End)/.test(key)) event.preventDefault();
  };

  /** Browsers go by way of the page and of the dialog itself, where a reader has nothing to do. */
  #goRound(event: KeyboardEvent): void {
    const stops = [...(this.#dialog?.querySelectorAll<HTMLElement>('button, video, a[href]') ?? [])];
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    // A video has stops of its own.
    if (event.target !== from || from instanceof HTMLVideoElement) return;
    event.preventDefault();
    to?.focus();
  }

  /** Beside the picture, where a reader expects the way out. */
  readonly #onClick = ({target, currentTarget}: Event) => {
    if (target === currentTarget || (target instanceof Element && target.matches('.stage'))) this.#dialog?.close();
  };

  render(posts: Post[]): unknown {
    this.#posts = posts;
    const place = this.#place;
    const post = posts.find(({item}) => item.id === place?.id);
    return place && post ? this.#renderDialog(post, Math.min(place.page, Math.max(post.media.length - 1, 0))) : nothing;
  }

  #renderDialog(post: Post, page: number): TemplateResult {
    const locale = this.view.locale();
    const {media, author} = post;
    const position = media.length > 1 ? [page + 1, media.length].map((n) => this.view.formatNumber(n)).join(' / ') : '';
    return html`<dialog
      part="lightbox"
      aria-label=${author?.name ?? locale.instagram}
      @close=${this.#onClose}
      @keydown=${this.#onKeydown}
      @click=${this.#onClick}
      @pointerdown=${this.#swipe}
      @pointerup=${this.#swipe}
      @pointercancel=${this.#swipe}
    >
      <button type="button" class="close" autofocus aria-label=${locale.close} @click=${() => this.#dialog?.close()}>
        ${cross}
      </button>
      ${this.#renderStepButton(-1, 'previous', locale.previous)} ${this.#renderStepButton(1, 'next', locale.next)}
      <figure>
        ${keyed(`${post.item.id} ${page}`, this.#renderMedium(post, media[page], page))}
        ${position ? html`<p class="position"><bdi dir="ltr">${position}</bdi></p>` : nothing}
        <figcaption part="caption">${this.#renderWords(post)}</figcaption>
      </figure>
      <p role="status" class="visually-hidden">${position} ${this.view.altOf(post, page)}</p>
    </dialog>`;
  }

  #renderStepButton(direction: number, name: string, label: string): TemplateResult {
    return html`<button
      type="button"
      class="step ${name}"
      aria-label=${label}
      aria-disabled=${this.#neighbour(direction) ? nothing : 'true'}
      @click=${() => this.#step(direction)}
    >
      ${chevron}
    </button>`;
  }

  #renderMedium(post: Post, medium: Medium | undefined, page: number): TemplateResult {
    const alt = post.isCovered ? post.caption || this.view.locale().sensitive : this.view.altOf(post, page);
    const image = medium && pictureOf(medium, this.view.isUsable);
    const video = medium?.video;
    if (video && this.view.isUsable(video)) return this.#renderVideo(video, image, alt);
    return html`<div class="stage">
      ${image ? picture({...image, alt}, {sizes: '(max-width: 900px) 100vw, 70vw', eager: true}) : html`<p class="words" dir="auto">${alt}</p>`}
      ${post.isCovered ? html`<button type="button" class="reveal" @click=${() => this.#show(post)}>${this.view.locale().show}</button>` : nothing}
    </div>`;
  }

  #renderVideo(url: string, still: Image | undefined, alt: string): TemplateResult {
    return html`<div class="stage">
      <video
        part="video"
        controls
        playsinline
        preload="metadata"
        src=${url}
        poster=${still?.url ?? nothing}
        aria-label=${alt}
      ></video>
    </div>`;
  }

  #renderWords({item, author, caption, isCovered}: Post): TemplateResult {
    const {url, datePublished} = item;
    const isOnInstagram = /^https:\/\/(www\.)?instagram\.com\//.test(url ?? '');
    const name = author?.name;
    return html`${name ? html`<p class="author"><bdi>${author.url ? html`<a part="link" href=${author.url}>${name}</a>` : name}</bdi></p>` : nothing}
    ${caption && !isCovered ? html`<p class="text" dir="auto">${renderCaption(caption, isOnInstagram)}</p>` : nothing}
    ${datePublished ? html`<p><time part="date" datetime=${datePublished.toISOString()}>${this.view.formatDate(datePublished)}</time></p>` : nothing}
    ${url ? html`<p><a part="link" class="post" href=${url}>${isOnInstagram ? this.view.locale().viewOnInstagram : this.view.locale().readOriginal}</a></p>` : nothing}`;
  }
}
