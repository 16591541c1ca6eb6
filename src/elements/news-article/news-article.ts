import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {Author, Feed, Image, Item} from '../../feed/feed.js';
import {followFootnote} from '../../feed/sanitize.js';
import {formatNumber, pluralOf} from '../../locales/dates.js';
import {bodyStyles} from '../../styles/body.styles.js';
import {define} from '../define.js';
import {FeedElement} from '../feed-element.js';
import {heading} from '../heading.js';
import {picture} from '../picture.js';
import {reading} from '../reading.js';
import {attachments} from './attachments.js';
import {articleBody, isSamePicture, type ArticleBody} from './article-body.js';
import {EmbedBoxes} from './embed-box.js';
import {embedStyles} from './embed-box.styles.js';
import {articleStyles} from './news-article.styles.js';
import {articleSummary, readingTime, selectArticle, updatedDate} from './select.js';
import {shareButton} from './share-button.js';

interface Selection {
  items: [Item];
}

/**
 * One story of the feed, to be read.
 *
 * @summary A news story from a feed.
 * @tag news-article
 *
 * @attr {string} src - Address of the feed.
 * @attr {string} item - The story's `id` or `url`. Default: the story that this page is about, else the newest.
 * @attr {string} consent - Providers of embeds that are loaded without asking: `youtube vimeo x instagram tiktok facebook spotify soundcloud datawrapper bluesky mastodon`.
 * @attr {string} omit - Parts to leave out: `kicker headline summary byline image date reading-time share body attachments tags source`.
 *
 * @slot - Fallback: shown until the feed has arrived, and when it cannot be loaded.
 * @slot heading - A heading above the story.
 * @slot empty - Instead of the fallback when the feed has no stories.
 * @slot error - Instead of the fallback when loading fails.
 *
 * @fires {FeedLoadEvent} feed-load - The feed has arrived.
 * @fires {FeedErrorEvent} feed-error - The feed cannot be shown, or does not have the story asked for (`no-item`).
 * @fires {ItemClickEvent} item-click - A reader follows a link to the story's source.
 * @fires {ItemViewEvent} item-view - The story has come into view.
 *
 * @csspart base - The whole element.
 * @csspart item - The article.
 * @csspart kicker - The first tags, above the headline.
 * @csspart headline - The headline.
 * @csspart summary - The summary, or standfirst.
 * @csspart byline - Authors, dates, reading time.
 * @csspart date - A date.
 * @csspart image - The lead picture, and authors' pictures.
 * @csspart caption - The lead picture's caption.
 * @csspart body - The text.
 * @csspart embed - A box that stands for content of another site until the reader asks for it.
 * @csspart tags - The tags.
 * @csspart link - The link to the source.
 * @csspart controls - The share button.
 */
export class NewsArticle extends FeedElement<Selection> {
  static override properties: PropertyDeclarations = {item: {}, consent: {}};
  static override styles = [FeedElement.styles, articleStyles, bodyStyles, embedStyles];

  /** The story's `id` or `url`. */
  item?: string;
  /** Providers of embeds that are loaded without asking the reader, separated by spaces: `youtube vimeo`. */
  consent?: string;

  readonly #embeds = new EmbedBoxes(this, () => ({consent: this.consent, strings: this.locale}));
  /** Sanitising costs a parse: once an item, however often the element renders. */
  #body: {item: Item; key: string; body: ArticleBody | undefined} | undefined;

  /** The story that is shown. */
  get article(): Item | undefined {
    return this.shownItems[0];
  }

  protected override select(feed: Feed): Selection | undefined {
    const item = selectArticle(feed, {item: this.item, pageUrl: location.href});
    return item && {items: [item]};
  }

  protected override renderSelection({items: [item]}: Selection, feed: Feed): TemplateResult {
    const body = this.shows('body') ? this.#bodyOf(item) : undefined;
    const summary = this.shows('summary') && articleSummary(item);
    return html`<article part="item" lang=${item.language ?? feed.language ?? nothing}>
      ${this.shows('kicker') ? this.#renderKicker(item) : nothing}
      ${item.title && this.shows('headline') ? heading(this.headingLevel, 'headline', item.title) : nothing}
      ${summary ? html`<p part="summary" dir="auto">${summary}</p>` : nothing}
      ${this.shows('byline') ? this.#renderByline(item) : nothing}
      ${item.image && this.shows('image') && !isSamePicture(item.image, body?.firstImage) ? this.#renderImage(item.image) : nothing}
      ${body ? html`<div part="body" class="body" @click=${followFootnote}>${body.content ?? this.#renderWhole(item)}</div>` : nothing}
      ${this.shows('attachments') ? attachments(item, this.language, this.locale) : nothing}
      ${item.tags.length && this.shows('tags') ? this.#renderTags(item) : nothing}
      ${item.externalUrl && this.shows('source') ? this.#renderSource(item.externalUrl) : nothing}
    </article>`;
  }

  #bodyOf(item: Item): ArticleBody | undefined {
    const key = `${this.headingLevel} ${this.language}`;
    if (this.#body?.item !== item || this.#body.key !== key) {
      const body = articleBody(item, {
        headingLevel: this.headingLevel,
        tableLabel: this.locale.table,
        embed: this.#embeds.place,
      });
      if (body?.warning) this.warn(body.warning);
      this.#body = {item, key, body};
    }
    return this.#body.body;
  }

  protected override updated(): void {
    reading.item = this.article ?? reading.item;
    super.updated();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (reading.item === this.article) reading.item = undefined;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="story">
      <i class="short"></i><i class="title"></i><i class="title short"></i><i></i><i class="picture"></i>
      ${Array.from({length: 12}, (_, n) => html`<i class=${n % 4 === 3 ? 'short' : ''}></i>`)}
    </div>`;
  }

  #renderKicker({kicker, tags}: Item): unknown {
    const words = kicker ? [kicker] : tags.slice(0, 2);
    return words.length ? html`<p part="kicker">${words.map((word) => html`<bdi>${word}</bdi>`)}</p>` : nothing;
  }

  #renderByline(item: Item): TemplateResult {
    const updated = updatedDate(item);
    const minutes = this.shows('reading-time') ? readingTime(item) : undefined;
    return html`<div part="byline" class="byline">
      ${item.authors.map(({avatar}) => (avatar ? html`<img part="image" alt="" src=${avatar} width="36" height="36" loading="lazy" decoding="async" referrerpolicy="no-referrer" />` : nothing))}
      <div class="who">
        ${item.authors.length ? html`<span class="authors">${item.authors.map((author) => this.#renderAuthor(author))}</span>` : nothing}
        <span class="when">
          ${item.datePublished && this.shows('date') ? this.#renderDate(item.datePublished) : nothing}
          ${updated && this.shows('date') ? html`<span class="updated">${this.locale.updated} ${this.#renderDate(updated)}</span>` : nothing}
          ${minutes ? html`<span>${this.locale.minutesRead(formatNumber(minutes, this.language), pluralOf(minutes, this.language))}</span>` : nothing}
        </span>
      </div>
      ${this.shows('share') ? shareButton(item, this.locale) : nothing}
    </div>`;
  }

  #renderAuthor({name, url}: Author): TemplateResult {
    return html`<bdi>${url ? html`<a href=${url} rel="author">${name ?? url}</a>` : name}</bdi>`;
  }

  #renderDate(date: Date): TemplateResult {
    return html`<time part="date" datetime=${date.toISOString()}>${this.formatDate(date)}</time>`;
  }

  #renderImage(image: Image): TemplateResult {
    const {caption, credit} = image;
    return html`<figure class="lead">
      ${picture(image, {sizes: '(min-width: 1200px) 50vw, 100vw', eager: true})}
      ${
        caption || credit
          ? html`<figcaption part="caption" dir="auto">
              ${caption} ${credit ? html`<small>${this.locale.photoCredit(credit)}</small>` : nothing}
            </figcaption>`
          : nothing
      }
    </figure>`;
  }

  /** For a body that is too large to be shown. */
  #renderWhole(item: Item): unknown {
    const url = this.hrefOf(item);
    return url ? html`<p><a part="link" href=${url}>${this.locale.readOriginal}</a></p>` : nothing;
  }

  #renderTags({tags}: Item): TemplateResult {
    return html`<ul part="tags" class="tags" aria-label=${this.locale.tags}>
      ${tags.map((tag) => html`<li dir="auto">${tag}</li>`)}
    </ul>`;
  }

  #renderSource(url: string): TemplateResult {
    return html`<p class="source">
      ${this.locale.source}:
      <a part="link" href=${url} rel="noopener">${new URL(url).hostname.replace(/^www\./, '')}</a>
    </p>`;
  }
}

define('news-article', NewsArticle);

declare global {
  interface HTMLElementTagNameMap {
    'news-article': NewsArticle;
  }
}
