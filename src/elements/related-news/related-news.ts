import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {FeedError} from '../../feed/feed-error.js';
import type {Feed, Item} from '../../feed/feed.js';
import {findItem, isFrontPage} from '../../feed/find-item.js';
import {formatList} from '../../locales/dates.js';
import {cardStyles} from '../../styles/card.styles.js';
import {define} from '../define.js';
import {keywords} from '../feed-attributes.js';
import {FeedElement} from '../feed-element.js';
import {pageAddress, pageRoot} from '../page.js';
import {reading} from '../reading.js';
import type {Scroller} from '../scroller.js';
import {card, followCard, pressCard, type CardOptions} from './card.js';
import type {MoreItems} from './more-items.js';
import {OtherLists} from './other-lists.js';
import {selectNewest, wantedBy, type RelatedSelection} from './newest.js';
import {explain, loadRanking, prepareRanking, rankingOf} from './ranking.js';
import {relatedStyles} from './related-news.styles.js';

const DEFAULT_LIMIT = 4;
/** Of a long list the skeleton stands for what a reader may see at once. */
const MOST_BONES = 8;

/** What the layout `compact` has no room for. */
const PICTURESQUE = /^(image|kicker|summary|reading-time)$/;

/**
 * The stories of the feed that belong beside the one being read, ranked in the browser. With no story to relate to, the
 * newest. What a `<related-news>` before it on the page shows is left out.
 *
 * @summary Related stories from a feed.
 * @tag related-news
 *
 * @attr {string} src - Address of the feed.
 * @attr {number} limit - The most stories shown. Default 4.
 * @attr {string} item - `id` or `url` of the story being read. Default: the one that the page's `<news-article>` shows, else the one that this page is about.
 * @attr {string} tags - Only stories with one of these tags, separated by commas: `Iraq News, Water`.
 * @attr {number} max-age - Only stories of so many days. Those without a date are shown.
 * @attr {boolean} more - A button that shows further stories, `limit` at a time, from the feed's next pages too.
 * @attr {'grid' | 'list' | 'carousel' | 'compact'} layout - How the stories are laid out. Default `grid`.
 * @attr {string} omit - Parts to leave out: `image kicker headline summary byline source date reading-time reason controls`.
 *
 * @slot - Fallback: shown until the feed has arrived, and when it cannot be loaded.
 * @slot heading - Instead of the heading.
 * @slot empty - Instead of the fallback when there are no stories.
 * @slot error - Instead of the fallback when loading fails.
 *
 * @fires {FeedLoadEvent} feed-load - The feed has arrived.
 * @fires {FeedErrorEvent} feed-error - The feed cannot be shown.
 * @fires {ItemClickEvent} item-click - A reader follows a story; its `reason` says why it was here.
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
 * @csspart byline - Its authors, source, date and reading time.
 * @csspart date - Its date.
 * @csspart reason - Why it is here.
 * @csspart controls - The button for more, and those of the carousel.
 */
export class RelatedNews extends FeedElement<RelatedSelection> {
  static override properties: PropertyDeclarations = {
    item: {},
    tags: {},
    maxAge: {attribute: 'max-age', type: Number},
    more: {type: Boolean},
    layout: {converter: keywords, reflect: true},
  };
  static override styles = [FeedElement.styles, cardStyles, relatedStyles];

  /** `id` or `url` of the story being read. */
  item?: string;
  override limit?: number = DEFAULT_LIMIT;
  /** Only stories with one of these tags, separated by commas. */
  tags?: string;
  /** Only stories of so many days. */
  maxAge?: number;
  /** Offers further stories. */
  more = false;
  /** How the stories are laid out. */
  layout: 'grid' | 'list' | 'carousel' | 'compact' = 'grid';

  readonly #others = new OtherLists(this);
  #moreItems: MoreItems | undefined;
  #carousel: Scroller | undefined;
  #reasonsFor: RelatedSelection['reasonsFor'] = () => [];
  /** What `item` asks for in vain, as the page has been told. */
  #missing: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    reading.addEventListener('change', this.#onReading);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    reading.removeEventListener('change', this.#onReading);
  }

  readonly #onReading = () => this.requestUpdate();

  /** The list waits for all that it depends on, so that nothing is put in another order before a reader's eyes. */
  protected override prepare(): Promise<unknown> {
    return Promise.all([
      this.item ? undefined : reading.settled(),
      this.#others.settled(),
      this.#loadControls(),
      this.#hasStory ? loadRanking(this.shows('reason')) : undefined,
    ]);
  }

  /** Where they cannot be loaded, the list does without. */
  async #loadControls(): Promise<void> {
    const [more, carousel] = await Promise.all([
      this.more && !this.#moreItems ? import('./more-items.js').catch(() => undefined) : undefined,
      this.layout === 'carousel' && !this.#carousel ? import('../scroller.js').catch(() => undefined) : undefined,
    ]);
    if (more) this.#moreItems ??= new more.MoreItems(this);
    if (carousel) this.#carousel ??= new carousel.Scroller(this);
    if (more ?? carousel) this.requestUpdate();
  }

  protected override async prepareFeed(feed: Feed): Promise<void> {
    if (this.#hasStory || this.#storyOf(feed)) await prepareRanking(feed.items, this.shows('reason'));
  }

  /** Whether the page shows a story, as far as can be told before the feed is here. */
  get #hasStory(): boolean {
    return Boolean(this.item || reading.item || pageRoot().querySelector('news-article'));
  }

  /** The story being read. */
  #storyOf({items}: Feed): Item | undefined {
    return this.item ? findItem(items, this.item) : (reading.item ?? findItem(items, pageAddress()));
  }

  /** Ranking weighs every story against all others; the newest of a front page are its first. */
  protected override isEnough(feed: Feed): boolean {
    if (!feed.isPartial) return feed.items.filter(wantedBy(this)).length > this.#step;
    if (this.#hasStory || this.more || !isFrontPage(pageAddress(), feed)) return false;
    return (this.itemsOf(feed)?.length ?? 0) >= this.#step;
  }

  protected override select(feed: Feed): RelatedSelection | undefined {
    const current = this.#storyOf(feed);
    const extent = feed === this.feed && this.more ? this.#moreItems?.extent(feed, current?.id) : undefined;
    const items = extent?.items ?? feed.items;
    const choice = {
      limit: Math.max(this.#step, extent?.least ?? 0),
      locale: this.language,
      taken: this.#others.taken(),
      tags: this.tags,
      maxAge: this.maxAge,
      first: extent?.first,
    };
    const ranking = current && rankingOf(items);
    return ranking ? ranking.selectRelated(items, current, choice, explain) : selectNewest(items, choice);
  }

  get #step(): number {
    return this.count(DEFAULT_LIMIT);
  }

  protected override updated(): void {
    super.updated();
    const {feed} = this;
    if (!feed) return;
    void this.#loadControls();
    const story = this.#storyOf(feed);
    // The story has come after the feed.
    if (story && !rankingOf(feed.items))
      void prepareRanking(feed.items).then((isReady) => isReady && this.requestUpdate());
    this.#report(feed, story);
  }

  /** Once for an `item` that the feed lacks. Readers see the newest: better than nothing below a story of its own. */
  #report({url, isPartial}: Feed, story: Item | undefined): void {
    const missing = story || isPartial ? undefined : this.item;
    if (missing && missing !== this.#missing) {
      const message = `The feed has no item “${missing}”, so the newest stories are shown. Compare the item attribute with id and url in the feed; of a story too old for this feed, take a longer one.`;
      this.reports.failed(new FeedError('no-item', message, {url}));
      this.reports.send(true);
    }
    this.#missing = missing;
  }

  protected override defaultHeading({isRelated}: RelatedSelection): string {
    return isRelated ? this.locale.relatedNews : this.locale.latestNews;
  }

  /** Why a story is here, in the reader's language: “Also about Mosul, Tigris”. */
  reasonFor(item: Item): string | undefined {
    const words = this.#reasonsFor(item);
    return words.length ? this.locale.alsoAbout(formatList(words, this.language)) : undefined;
  }

  protected override renderSelection({items, reasonsFor, hasMore}: RelatedSelection, feed: Feed): TemplateResult {
    this.#reasonsFor = reasonsFor;
    const options: CardOptions = {
      locale: this.locale,
      language: this.language,
      feedLanguage: feed.language,
      headingLevel: this.headingLevel + 1,
      shows: (part) => this.shows(part) && !(this.layout === 'compact' && PICTURESQUE.test(part)),
      hrefOf: (item) => this.hrefOf(item),
      formatDate: (date) => this.formatDate(date),
      reasonFor: (item) => this.reasonFor(item),
    };
    const {layout} = this;
    const controls = this.shows('controls');
    return html`<div class="frame">
        ${layout === 'carousel' && controls ? this.#carousel?.render(this.locale) : nothing}
        <ul
          part="list"
          class="cards ${layout} ${layout === 'carousel' ? 'row' : ''}"
          role="list"
          @mousedown=${pressCard}
          @click=${followCard}
          @auxclick=${followCard}
        >
          ${items.map((item, n) => card(item, n, options))}
        </ul>
      </div>
      ${this.more && controls ? this.#moreItems?.render(hasMore, this.#step, this.locale) : nothing}`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<i class="short"></i>
      <div class="frame">
        <div class="cards ${this.layout}">
          ${Array.from({length: Math.min(MOST_BONES, this.#step)}, () => html`<div class="card"><i class="picture"></i><i></i><i class="short"></i></div>`)}
        </div>
      </div>`;
  }
}

define('related-news', RelatedNews);

declare global {
  interface HTMLElementTagNameMap {
    'related-news': RelatedNews;
  }
}
