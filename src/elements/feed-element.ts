import {html, nothing, type CSSResultGroup, type TemplateResult} from 'lit';
import {FeedError} from '../feed/feed-error.js';
import type {Feed, Item} from '../feed/feed.js';
import {baseStyles} from '../styles/base.styles.js';
import {version} from './define.js';
import {hasFallback} from './fallback.js';
import {FeedSource} from './feed-source.js';
import {FollowNearest} from './follow-nearest.js';
import {heading} from './heading.js';
import {reportClick} from './item-clicks.js';
import {ItemViews} from './item-views.js';
import {focusItem, newItems, newItemsStyles} from './new-items.js';
import {onServer} from './on-server.js';
import {ReflectState, type FeedState} from './reflect-state.js';
import {Refresh} from './refresh.js';

export type {FeedState} from './reflect-state.js';

/**
 * What all elements have in common: `src` → load → select → render, and what shows meanwhile or instead.
 *
 * A subclass says what of a feed it shows (`select`) and how (`renderSelection`).
 *
 * @csspart error - With `debug`, why the feed cannot be shown.
 *
 * @cssState idle - Nothing has been asked for yet.
 * @cssState loading - The feed is on its way, and nothing is shown yet.
 * @cssState ready - What the feed has is shown.
 * @cssState stale - A reload has failed: the last good feed is shown.
 * @cssState empty - The feed has nothing to show.
 * @cssState error - The feed cannot be shown.
 */
export abstract class FeedElement<Selection extends {items: readonly Item[]}> extends FeedSource {
  static override styles: CSSResultGroup = [baseStyles, newItemsStyles];
  /** This library's version. */
  static readonly version = version;

  #selection: Selection | undefined;
  /** What was asked for of the feed that is shown, and is not there. */
  #missing: FeedError | undefined;

  constructor() {
    super();
    new ReflectState(this);
    new ItemViews(this);
    new Refresh(this);
    new FollowNearest(this);
  }

  /** What of the feed is shown; undefined for nothing. Throws a FeedError when what was asked for is not there. */
  protected abstract select(feed: Feed): Selection | undefined;
  protected abstract renderSelection(selection: Selection, feed: Feed): unknown;
  /** The heading where the page gives none. */
  protected defaultHeading?(selection: Selection, feed: Feed): string;
  /** Beside the heading, at the end of its line. */
  protected renderAside?(selection: Selection, feed: Feed): unknown;
  /** The shape of what is coming, while there is neither content nor a fallback. */
  protected abstract renderSkeleton(): unknown;

  /** What is shown: what `:state()` matches in CSS. */
  override get state(): FeedState {
    const {shown, failure, isLoading} = this.loader;
    if (!shown) return failure ? 'error' : isLoading ? 'loading' : 'idle';
    if (this.#missing) return 'error';
    return failure ? 'stale' : this.#selection ? 'ready' : 'empty';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Also before its first update, which may have been called off by a removal.
    this.requestUpdate();
  }

  override get shownItems(): readonly Item[] {
    return this.#selection?.items ?? [];
  }

  protected override itemsOf(feed: Feed): readonly Item[] | undefined {
    try {
      return this.select(feed)?.items ?? [];
    } catch {
      return undefined;
    }
  }

  protected override willUpdate(): void {
    super.willUpdate();
    // The rest is on its way: what is on show stays until then.
    if (this.loader.isShort && this.#selection) return;
    this.#selection = undefined;
    const before = this.#missing;
    this.#missing = undefined;
    try {
      this.#selection = this.feed && this.select(this.feed);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      this.#missing = error;
      if (error.message !== before?.message) this.reports.failed(error);
    }
  }

  protected override render(): TemplateResult {
    return html`<div part="base" @click=${this.#onClick} @auxclick=${this.#onClick}>${this.#renderContent()}</div>`;
  }

  #onClick(event: MouseEvent): void {
    reportClick(this, event);
  }

  #renderContent(): unknown {
    const feed = this.feed;
    if (this.#selection && feed)
      return html`${this.#renderNew()}${this.renderHeading(this.#selection, feed)}${this.renderSelection(this.#selection, feed)}`;
    const {state} = this;
    const fallback = html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
    if (state === 'empty') return html`<slot name="empty">${fallback}</slot>`;
    if (state === 'error')
      return html`<slot name="error">${fallback}</slot
        >${this.debug ? html`<p part="error">${(this.#missing ?? this.loader.failure)?.message}</p>` : nothing}`;
    // Without a script, nothing would come in its place.
    const skeleton =
      this.loader.source && !onServer
        ? html`<div class="skeleton" ?data-covered=${hasFallback(this)} aria-hidden="true">
            ${this.renderSkeleton()}
          </div>`
        : nothing;
    return html`<div class="waiting">
      <div>${fallback}</div>
      ${skeleton}
    </div>`;
  }

  #renderNew(): TemplateResult {
    const {held} = this.loader;
    return newItems({
      count: held ? this.newIn(held.feed).length : 0,
      locale: this.locale,
      language: this.language,
      onShow: () => {
        if (held) this.loader.show(held);
        void this.updateComplete.then(() => focusItem(this.renderRoot));
      },
    });
  }

  /** The box's heading in a line of its own. An element whose heading stands elsewhere renders nothing here. */
  protected renderHeading(selection: Selection, feed: Feed): unknown {
    const text = this.heading ?? this.defaultHeading?.(selection, feed);
    const aside = this.renderAside?.(selection, feed);
    return text
      ? html`<div class="rule">
          <slot name="heading">${heading(this.headingLevel, 'heading', text)}</slot>${aside ?? nothing}
        </div>`
      : html`<slot name="heading"></slot>`;
  }
}
