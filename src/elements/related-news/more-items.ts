import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Feed, Item} from '../../feed/feed.js';
import {formatNumber} from '../../locales/dates.js';
import type {Locale} from '../../locales/index.js';
import {itemNodes} from '../item-views.js';
import {prepareRanking} from './ranking.js';

interface MoreHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
  readonly shownItems: readonly Item[];
  readonly feed: Feed | undefined;
  readonly language: string;
  readonly crossOrigin?: string | undefined;
  readonly referrerPolicy?: ReferrerPolicy | undefined;
}

/** Pages that one press may load, when the story's list takes nothing from them. */
const MOST_PAGES = 3;

/** What a reader has asked to see of a feed beyond the first items: the feed with its further pages, and how much of it. */
export class MoreItems {
  /** The feed and the story that the rest is about: with others it begins anew. */
  #base: Feed | undefined;
  #story: string | undefined;
  #whole: Feed | undefined;
  #least = 0;
  #first: readonly string[] = [];
  #added = 0;
  #state: 'idle' | 'loading' | 'failed' = 'idle';

  constructor(private readonly host: MoreHost) {}

  /** The items to choose from, how many at the least, and the ids of those that stay first, being on show already. */
  extent(feed: Feed, story: string | undefined): {items: readonly Item[]; least: number; first: readonly string[]} {
    if (feed !== this.#base || story !== this.#story) {
      this.#base = this.#whole = feed;
      this.#story = story;
      this.#first = [];
      this.#least = this.#added = 0;
      this.#state = 'idle';
    }
    return {items: this.#whole?.items ?? [], least: this.#least, first: this.#first};
  }

  /** The button, while there is more, and the line that tells politely what it has brought. */
  render(hasMore: boolean, step: number, locale: Locale): TemplateResult {
    const hasFailed = this.#state === 'failed';
    const added = this.#added ? locale.moreShown(formatNumber(this.#added, this.host.language)) : '';
    return html`<div part="controls" class="more">
      ${
        hasMore || this.#whole?.nextUrl
          ? html`<button
              type="button"
              aria-disabled=${this.#state === 'loading' ? 'true' : nothing}
              @click=${() => this.#show(step)}
            >
              ${hasFailed ? locale.tryAgain : locale.more}
            </button>`
          : nothing
      }
      <span class="visually-hidden" role="status">${hasFailed ? locale.tryAgain : added}</span>
    </div>`;
  }

  async #show(step: number): Promise<void> {
    if (this.#state === 'loading') return;
    const {host} = this;
    const base = this.#base;
    const before = host.shownItems.length;
    this.#state = 'loading';
    this.#added = 0;
    this.#least = before + step;
    await this.#update();
    const hasFailed = await this.#loadPages(base).then(
      () => false,
      (error: unknown) => {
        console.warn(`<related-news>: No more items can be loaded. ${String(error)}`);
        return true;
      },
    );
    if (base !== this.#base) return;
    this.#state = hasFailed ? 'failed' : 'idle';
    this.#added = host.shownItems.length - before;
    await this.#update();
    if (!hasFailed) focusOn(itemNodes(host.renderRoot)[before - (this.#added ? 0 : 1)]);
  }

  /** As many pages as it takes. What is on show keeps its place, whatever they hold. */
  async #loadPages(base: Feed | undefined): Promise<void> {
    const {host} = this;
    for (let page = 0; page < MOST_PAGES && host.shownItems.length < this.#least && this.#whole?.nextUrl; page++) {
      const {crossOrigin, referrerPolicy} = host;
      const {loadNextPage} = await import('../../feed/pages.js');
      const whole = (await loadNextPage(this.#whole, {crossOrigin, referrerPolicy})) ?? {
        ...this.#whole,
        nextUrl: undefined,
      };
      if (this.#story !== undefined) await prepareRanking(whole.items);
      if (base !== this.#base) return;
      this.#first = host.shownItems.map(({id}) => id);
      this.#whole = whole;
      await this.#update();
    }
  }

  async #update(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
  }
}

/** An item without a link can be given the focus all the same. */
function focusOn(node: Element | undefined): void {
  const target = node?.querySelector('a') ?? node;
  if (!(target instanceof HTMLElement)) return;
  if (target === node) target.tabIndex = -1;
  target.focus();
}
