import type {Item} from '../feed/feed.js';
import {ItemClickEvent} from './feed-events.js';
import {itemNodes} from './item-views.js';

interface ItemHost extends EventTarget {
  readonly renderRoot: ParentNode;
  readonly shownItems: readonly Item[];
  /** Why an item is shown, in the reader's language. */
  reasonFor?(item: Item): string | undefined;
}

/** Whether a press asks for a tab or a window of its own. */
export function wantsTab({button, ctrlKey, metaKey, shiftKey}: MouseEvent): boolean {
  return button === 1 || ctrlKey || metaKey || shiftKey;
}

/**
 * Dispatches `item-click` when a reader follows an item; the page may cancel it to open the item in its own way, unless the
 * reader has asked for a tab of its own.
 */
export function reportClick(host: ItemHost, event: MouseEvent): void {
  const link = event.target instanceof Element && event.target.closest('[part~=link]');
  const node = link && link.closest('[part~=item]');
  // The middle button presses links alone, and the third nothing.
  if (!node || event.button > (link.matches('a') ? 1 : 0)) return;
  const position = itemNodes(host.renderRoot).indexOf(node);
  const item = host.shownItems[position];
  if (!item) return;
  const cancelable = !wantsTab(event) && !link.hasAttribute('target');
  const click = new ItemClickEvent(item, position, host.reasonFor?.(item), cancelable);
  if (!host.dispatchEvent(click)) event.preventDefault();
}
