import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {Feed, Item} from '../../feed/feed.js';
import {findItem} from '../../feed/find-item.js';
import type {LoadOptions} from '../../feed/load.js';
import {itemSummary} from '../../feed/plain-text.js';
import {formatList} from '../../locales/dates.js';
import {cardStyles} from '../../styles/card.styles.js';
import {define} from '../define.js';
import {FeedElement} from '../feed-element.js';
import {heading} from '../heading.js';
import {picture} from '../picture.js';
import {reading} from '../reading.js';
import {prepareItems} from './related.js';
import {relatedStyles} from './related-news.styles.js';
import {selectRelated, type RelatedSelection} from './select.js';

/**
 * The stories of the feed that belong beside the one being read, ranked in the browser. With no story to relate to, the
 * newest.
 *
 * @summary Related stories from a feed.
 * @tag related-news
 *
 * @attr {string} src - Address of the feed.
 * @attr {number} limit - The most stories shown. Default 4.
 * @attr {string} item - `id` or `url` of the story being read. Default: the one that the page's `<news-article>` shows, else the one that this page is about.
 * @attr {'grid' | 'list' | 'carousel' | 'compact'} layout - How the stories are laid out. Default `grid`.
 * @attr {string} omit - Parts to leave out: `image kicker headline summary byline date reason`.
 *
 * @slot - Fallback: shown until the feed has arrived, and when it cannot be loaded.
 * @slot heading - Instead of the heading.
 * @slot empty - Instead of the fallback when there are no stories.
 * @slot error - Instead of the fallback when loading fails.
 *
 * @fires {FeedLoadEvent} feed-load - The feed has arrived.
 * @fires {FeedErrorEvent} feed-error - The feed cannot be shown.
 * @fires {ItemClickEvent} item-click - A reader follows a story.
 * @fires {ItemViewEvent} item-view - A story has come into view.
 *
 * @csspart base - The whole box.
 * @csspart heading - The heading.
 * @csspart list - The list.
 * @csspart item - A story.
 * @csspart image - A story's picture.
 * @csspart kicker - Its first tag.
 * @csspart headline - Its headline.
 * @csspart link - The link in the headline.
 * @csspart summary - Its summary.
 * @csspart byline - Its authors and date.
 * @csspart date - Its date.
 * @csspart reason - Why it is here.
 */
export class RelatedNews extends FeedElement<RelatedSelection> {
  static override properties: PropertyDeclarations = {item: {}, layout: {reflect: true}};
  static override styles = [FeedElement.styles, cardStyles, relatedStyles];

  /** `id` or `url` of the story being read. */
  item?: string;
  override limit = 4;
  /** How the stories are laid out. */
  layout: 'grid' | 'list' | 'carousel' | 'compact' = 'grid';

  override connectedCallback(): void {
    super.connectedCallback();
    reading.addEventListener('change', this.#onReading);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    reading.removeEventListener('change', this.#onReading);
  }

  readonly #onReading = () => this.requestUpdate();

  /** The list waits for the story that it relates to, so that nothing is put in another order before a reader's eyes. */
  protected override prepare(): Promise<unknown> {
    return this.item ? Promise.resolve() : reading.settled();
  }

  /** Many items are read a few milliseconds at a time, so that the page stays quick while the list is made. */
  protected override async loadSrc(address: string, options: LoadOptions): Promise<Feed> {
    const feed = await super.loadSrc(address, options);
    await prepareItems(feed.items);
    return feed;
  }

  protected override select(feed: Feed): RelatedSelection | undefined {
    const current = this.item ? findItem(feed.items, this.item) : (reading.item ?? findItem(feed.items, location.href));
    return selectRelated(feed, {current, limit: this.limit, locale: this.language, exclude: new Set()});
  }

  protected override defaultHeading({isRelated}: RelatedSelection): string {
    return isRelated ? this.locale.relatedNews : this.locale.latestNews;
  }

  protected override renderSelection({items, reasons}: RelatedSelection, feed: Feed): TemplateResult {
    return html`<ul part="list" class="list">
      ${items.map((item, n) => this.#renderCard(item, reasons[n] ?? [], feed))}
    </ul>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<i class="short"></i>
      <div class="list">
        ${Array.from({length: this.limit}, () => html`<div class="card"><i class="picture"></i><i></i><i class="short"></i></div>`)}
      </div>`;
  }

  #renderCard(item: Item, reasons: string[], feed: Feed): TemplateResult {
    const isCompact = this.layout === 'compact';
    const summary = isCompact || !this.shows('summary') ? '' : itemSummary(item, 140);
    const kicker = item.kicker ?? item.tags[0];
    const url = this.hrefOf(item);
    const title = item.title ?? itemSummary(item, 80);
    return html`<li part="item" class="card" lang=${item.language ?? feed.language ?? nothing}>
      ${item.image && !isCompact && this.shows('image') ? picture(item.image, {sizes: '(min-width: 800px) 320px, 90vw'}) : nothing}
      ${kicker && !isCompact && this.shows('kicker') ? html`<p part="kicker"><bdi>${kicker}</bdi></p>` : nothing}
      ${heading(this.headingLevel + 1, 'headline', url ? html`<a part="link" href=${url}>${title}</a>` : title)}
      ${summary && item.title ? html`<p part="summary" dir="auto">${summary}</p>` : nothing} ${this.#renderByline(item)}
      ${
        reasons.length && this.shows('reason')
          ? html`<p part="reason" lang=${this.language}>
              ${this.locale.alsoAbout(formatList(reasons, this.language))}
            </p>`
          : nothing
      }
    </li>`;
  }

  #renderByline({authors, datePublished}: Item): unknown {
    const names = this.shows('byline') ? authors.flatMap(({name}) => name ?? []) : [];
    const date = this.shows('date') ? datePublished : undefined;
    return names.length || date
      ? html`<p part="byline">
          ${date ? html`<time part="date" datetime=${date.toISOString()} lang=${this.language}>${this.formatDate(date)}</time>` : nothing}
          ${names.map((name) => html`<bdi class="author">${name}</bdi>`)}
        </p>`
      : nothing;
  }
}

define('related-news', RelatedNews);

declare global {
  interface HTMLElementTagNameMap {
    'related-news': RelatedNews;
  }
}
