import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Item} from '../feed/feed.js';
import {ItemViewEvent} from './feed-events.js';

interface ItemHost extends ReactiveControllerHost, EventTarget {
  readonly renderRoot: ParentNode;
  readonly shownItems: readonly Item[];
}

/** The nodes that show an item, in order: the part `item` of every element. */
export function itemNodes(root: ParentNode): Element[] {
  return [...root.querySelectorAll('[part~=item]')];
}

/** ½, ¼, ⅛ …: of an item of any height, one of them is passed while it comes to fill half of the view. */
const THRESHOLDS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => 0.5 ** n);

/** Dispatches `item-view` when half of an item has come into view, or so much of a long one that it fills half of it. */
export class ItemViews implements ReactiveController {
  readonly #seen = new Set<string>();
  #observer?: IntersectionObserver;

  constructor(private readonly host: ItemHost) {
    host.addController(this);
  }

  hostUpdated(): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#onIntersect(entries), {
      threshold: THRESHOLDS,
    });
    for (const node of itemNodes(this.host.renderRoot)) this.#observer.observe(node);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #onIntersect(entries: IntersectionObserverEntry[]): void {
    const nodes = itemNodes(this.host.renderRoot);
    for (const {intersectionRatio, intersectionRect, target} of entries) {
      const position = nodes.indexOf(target);
      const isSeen = intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2;
      const item = isSeen ? this.host.shownItems[position] : undefined;
      if (!item) continue;
      this.#observer?.unobserve(target);
      if (!this.#seen.has(item.id)) this.host.dispatchEvent(new ItemViewEvent(item, position));
      this.#seen.add(item.id);
    }
  }
}
