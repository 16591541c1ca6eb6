import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {Feed, Item} from '../../feed/feed.js';
import {findItem, isFrontPage} from '../../feed/find-item.js';
import {BLANK} from '../../feed/inert-html.js';
import {hasRareMarkup, mayEmbed, type RareMarkup} from '../../feed/sanitize.js';
import {bodyStyles} from '../../styles/body.styles.js';
import {adoptStyles} from '../adopt-styles.js';
import {define} from '../define.js';
import {keywords} from '../feed-attributes.js';
import {FeedElement} from '../feed-element.js';
import {ItemChangeEvent} from '../feed-events.js';
import {onServer} from '../on-server.js';
import {pageAddress} from '../page.js';
import {reading} from '../reading.js';
import {wordsLanguage} from '../words-language.js';
import {articleBody, loadPlainParagraphs, type ArticleBody} from './article-body.js';
import type {EmbedBoxes} from './embed-box.js';
import {Extras} from './extras.js';
import type {Listening} from './listening.js';
import {articleStyles} from './news-article.styles.js';
import {selectArticle, storyLanguage} from './select.js';
import {story} from './story.js';

interface Selection {
  items: [Item];
}

interface StoryBody {
  item: Item;
  /** Of what else it was made. */
  key: string;
  body: ArticleBody | undefined;
}

/**
 * One story of the feed, to be read.
 *
 * Without `item`, links that change nothing but the page's `?item=` (as those of `<related-news link="?item={id}">`) show
 * their story in place, and so do Back and Forward; a document title that holds the headline holds the next one then.
 *
 * @summary A news story from a feed.
 * @tag news-article
 *
 * @attr {string} src - Address of the feed.
 * @attr {string} item - The story's `id` or `url`. Default: the story that this page is about, else the newest.
 * @attr {boolean} json-ld - Describes the story to search engines: one NewsArticle in the document's head, from what the feed says, unless the page has one.
 * @attr {boolean} listen - Offers to read the story aloud, where the platform has a voice for its language.
 * @attr {string} consent - Providers of embeds that are loaded without asking: `youtube vimeo x instagram tiktok facebook spotify soundcloud datawrapper bluesky mastodon`.
 * @attr {string} omit - Parts to leave out: `kicker headline summary byline image caption date reading-time share body attachments tags source`.
 *
 * @slot - Fallback: shown until the feed has arrived, and when it cannot be loaded.
 * @slot heading - A heading above the story.
 * @slot empty - Instead of the fallback when the feed has no stories.
 * @slot error - Instead of the fallback when loading fails.
 *
 * @fires {FeedLoadEvent} feed-load - The feed has arrived.
 * @fires {FeedErrorEvent} feed-error - The feed cannot be shown, or does not have the story asked for (`no-item`).
 * @fires {ItemChangeEvent} item-change - Another story is shown: the first, or one that the reader or the page has gone to.
 * @fires {ItemClickEvent} item-click - A reader follows a link to the story's source.
 * @fires {ItemViewEvent} item-view - The story has come into view.
 *
 * @csspart base - The whole element.
 * @csspart heading - A heading above the story, where the page gives one.
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
 * @csspart controls - Each button: share, listen, pause, stop.
 */
export class NewsArticle extends FeedElement<Selection> {
  static override properties: PropertyDeclarations = {
    item: {},
    consent: {converter: keywords},
    jsonLd: {type: Boolean, attribute: 'json-ld'},
    listen: {type: Boolean},
  };
  static override styles = [FeedElement.styles, articleStyles, bodyStyles];

  /** The story's `id` or `url`. */
  item?: string;
  /** Providers of embeds that are loaded without asking the reader, separated by spaces: `youtube vimeo`. */
  consent?: string;
  /** Describes the story to search engines, in the document's head. */
  jsonLd = false;
  /** Offers to read the story aloud. */
  listen = false;

  #embeds: EmbedBoxes | undefined;
  #rare: RareMarkup | undefined;
  #attachments: typeof import('./attachments.js') | undefined;
  #listening: Listening | undefined;
  readonly #extras = new Extras(this);
  /** Sanitising costs a parse: once an item, however often the element renders. */
  #body: StoryBody | undefined;
  #shown: Item | undefined;
  /** Another story has the other of two places: no picture, player or place in a table of the last one stays. */
  #isSecond = false;

  /** The story that is shown. */
  get article(): Item | undefined {
    return this.shownItems[0];
  }

  protected override select(feed: Feed): Selection | undefined {
    const item = selectArticle(feed, {item: this.item, pageUrl: pageAddress()});
    return item && {items: [item]};
  }

  /** Where no story is asked for, the page may be one that is further down. */
  protected override isEnough(feed: Feed): boolean {
    const page = pageAddress();
    const isAsked = this.item || new URL(page).searchParams.has('item') || findItem(feed.items, page);
    return Boolean(!feed.isPartial || isAsked || isFrontPage(page, feed)) && super.isEnough(feed);
  }

  #storyAt(pageUrl: string): Item | undefined {
    try {
      return this.feed && selectArticle(this.feed, {item: this.item, pageUrl});
    } catch {
      return undefined;
    }
  }

  /** Nothing is shown before the code that it needs: what came later would move the text. */
  protected override async scheduleUpdate(): Promise<void> {
    const wanted = () => this.#storyAt(location.href) ?? this.article;
    const item = wanted();
    const html = item && this.shows('body') ? item.contentHtml : undefined;
    const extras = this.#extras;
    await Promise.all([
      html &&
        mayEmbed(html) &&
        extras.add('embeds', async () => {
          const {EmbedBoxes} = await import('./embed-box.js');
          this.#embeds = new EmbedBoxes(this, () => ({
            consent: this.consent,
            strings: this.locale,
            language: wordsLanguage(this.language, this.locale),
          }));
        }),
      html &&
        hasRareMarkup(html) &&
        extras.add('rare markup', async () => {
          this.#rare = await import('../../feed/rare-markup.js');
        }),
      html && (this.isServerRendered || !BLANK) && extras.add('plain paragraphs', loadPlainParagraphs),
      item?.attachments.length &&
        extras.add('attachments', async () => {
          this.#attachments = await import('./attachments.js');
          adoptStyles(this.renderRoot, this.#attachments.attachmentStyles);
        }),
    ]);
    this.#body = item && this.shows('body') ? this.#bodyOf(item) : undefined;
    if (this.#body?.body?.hasSpecialBlocks)
      await extras.add('special blocks', async () => new (await import('./special-blocks.js')).SpecialBlocks(this));
    // Meanwhile the page may have chosen another, which needs other code.
    if (wanted() !== item) return this.scheduleUpdate();
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.#body = this.article && this.shows('body') ? this.#bodyOf(this.article) : undefined;
    if (!this.article || onServer) return;
    if (this.#shown && this.#shown.id !== this.article.id) this.#isSecond = !this.#isSecond;
    if (this.jsonLd) void this.#extras.add('json-ld', async () => new (await import('./json-ld.js')).JsonLd(this));
    if (this.listen)
      void this.#extras.add('listen', async () => {
        const {Listening} = await import('./listening.js');
        this.#listening = new Listening(this, () => this.#languageOf(this.article) ?? this.language);
      });
    if (!this.item)
      void this.#extras.add('follow', async () => {
        const {FollowAddress} = await import('./follow-address.js');
        return new FollowAddress(this, (address) => this.#storyAt(address));
      });
  }

  #languageOf(item: Item | undefined): string | undefined {
    return item && this.feed && storyLanguage(item, this.feed);
  }

  protected override renderSelection({items: [item]}: Selection): TemplateResult {
    const {headingLevel, language, locale} = this;
    const shown = story(item, {
      language,
      storyLanguage: this.#languageOf(item),
      locale,
      headingLevel,
      shows: (part) => this.shows(part),
      formatDate: (date, options) => this.formatDate(date, options),
      body: this.#body?.body,
      attachments: this.#body?.body?.isPlain ? undefined : this.#attachments,
      href: this.hrefOf(item),
      listening: this.listen && (this.#listening?.render(locale) ?? nothing),
    });
    return html`${this.#isSecond ? nothing : shown}${this.#isSecond ? shown : nothing}`;
  }

  #bodyOf(item: Item): StoryBody {
    // Where there is no parser, and to take over what was rendered there.
    const isPlain = onServer || this.isServerRendered;
    const key = `${this.headingLevel} ${this.language} ${isPlain}`;
    if (this.#body?.item === item && this.#body.key === key) return this.#body;
    const body = articleBody(item, {
      isPlain,
      headingLevel: this.headingLevel,
      tableLabel: this.locale.table,
      pictureLabel: this.locale.photo,
      embed: this.#embeds?.place,
      rare: this.#rare,
    });
    if (body?.warning) this.warn(body.warning);
    return {item, key, body};
  }

  protected override updated(): void {
    const {article} = this;
    const previous = this.#shown;
    this.#shown = article;
    if (article || reading.item === previous) reading.item = article;
    super.updated();
    if (this.#body?.body?.isPlain) this.requestUpdate();
    if (article && article.id !== previous?.id) this.dispatchEvent(new ItemChangeEvent(article, previous));
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
}

define('news-article', NewsArticle);

declare global {
  interface HTMLElementTagNameMap {
    'news-article': NewsArticle;
  }
}
