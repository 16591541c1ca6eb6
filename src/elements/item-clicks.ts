import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Item} from '../feed/feed.js';
import {ItemClickEvent} from './feed-events.js';
import {itemNodes} from './item-views.js';

interface ItemHost extends ReactiveControllerHost, EventTarget {
  readonly renderRoot: ParentNode & EventTarget;
  readonly shownItems: readonly Item[];
  /** Why an item is shown, in the reader's language. */
  reasonFor?(item: Item): string | undefined;
}

/** Dispatches `item-click` when a reader follows an item; the page may cancel it to open the item in its own way. */
export class ItemClicks implements ReactiveController {
  #root: EventTarget | undefined;

  constructor(private readonly host: ItemHost) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#root) return;
    this.#root = this.host.renderRoot;
    this.#root.addEventListener('click', this.#onClick);
  }

  readonly #onClick = (event: Event) => {
    const link = event.target instanceof Element && event.target.closest('a[part~=link], button[part~=link]');
    const node = link && link.closest('[part~=item]');
    if (!node) return;
    const position = itemNodes(this.host.renderRoot).indexOf(node);
    const item = this.host.shownItems[position];
    if (!item) return;
    const click = new ItemClickEvent(item, position, this.host.reasonFor?.(item));
    if (!this.host.dispatchEvent(click)) event.preventDefault();
  };
}
