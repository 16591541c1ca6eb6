import type {Feed, Item} from '../feed/feed.js';
import type {FeedError, FeedErrorCode} from '../feed/feed-error.js';

/** A feed has arrived and is shown (or is empty). Bubbles and is composed, as all our events. */
export class FeedLoadEvent extends Event {
  static readonly type = 'feed-load';

  constructor(readonly feed: Feed) {
    super(FeedLoadEvent.type, {bubbles: true, composed: true});
  }
}

/** A feed cannot be shown. Cancel it to keep the sentence for the builder out of the console. */
export class FeedErrorEvent extends Event {
  static readonly type = 'feed-error';
  readonly code: FeedErrorCode;
  /** HTTP status, for `http`. */
  readonly status: number | undefined;
  readonly url: string | undefined;
  /** How many requests were made. */
  readonly attempts: number;

  constructor(readonly error: FeedError) {
    super(FeedErrorEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.code = error.code;
    this.status = error.status;
    this.url = error.url;
    this.attempts = error.attempts;
  }
}

/**
 * A reader has followed an item. Cancel it to open the item in your own way: where the reader asks for a tab of its own, it
 * is not `cancelable`.
 */
export class ItemClickEvent extends Event {
  static readonly type = 'item-click';

  constructor(
    readonly item: Item,
    /** From 0, in the order shown. */
    readonly position: number,
    /** Why the item was shown, in the reader's language: “Also about Mosul, Tigris”. Of `<related-news>` alone. */
    readonly reason?: string,
    cancelable = true,
  ) {
    super(ItemClickEvent.type, {bubbles: true, composed: true, cancelable});
  }
}

/** An item has come into view: once an item and element. */
export class ItemViewEvent extends Event {
  static readonly type = 'item-view';

  constructor(
    readonly item: Item,
    /** From 0, in the order shown. */
    readonly position: number,
  ) {
    super(ItemViewEvent.type, {bubbles: true, composed: true});
  }
}

/** `<news-article>` shows another story: its first, one that the reader has gone to, or one that the page has chosen. */
export class ItemChangeEvent extends Event {
  static readonly type = 'item-change';

  constructor(
    readonly item: Item,
    /** What was shown before, if anything. */
    readonly previous: Item | undefined,
  ) {
    super(ItemChangeEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [FeedLoadEvent.type]: FeedLoadEvent;
    [FeedErrorEvent.type]: FeedErrorEvent;
    [ItemClickEvent.type]: ItemClickEvent;
    [ItemViewEvent.type]: ItemViewEvent;
    [ItemChangeEvent.type]: ItemChangeEvent;
  }
}
