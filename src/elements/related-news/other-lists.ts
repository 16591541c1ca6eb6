import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Item} from '../../feed/feed.js';
import {pause} from '../../feed/next-task.js';
import {keyOf} from './newest.js';

interface List extends ReactiveControllerHost, Element {
  readonly shownItems: readonly Item[];
  readonly feedComplete: Promise<unknown>;
}

/** How long a list waits for those before it: milliseconds. */
const PATIENCE = 4000;

const lists = new Set<OtherLists>();

/**
 * What the lists of a page show, so that none repeats another. The one that comes first in the document chooses first:
 * whatever changes, each list looks only at those before it and tells only those behind it, so that all come to rest.
 */
export class OtherLists implements ReactiveController {
  #told = '';

  constructor(private readonly host: List) {
    host.addController(this);
  }

  hostConnected(): void {
    lists.add(this);
  }

  hostDisconnected(): void {
    lists.delete(this);
    this.#told = '';
    for (const {host} of lists) host.requestUpdate();
  }

  hostUpdated(): void {
    const shows = this.host.shownItems.map(keyOf).join('\n');
    if (shows === this.#told) return;
    this.#told = shows;
    for (const {host} of lists) if (precedes(this.host, host)) host.requestUpdate();
  }

  /** Keys of the items that the lists before this one show. What is hidden shows nothing. */
  taken(): Set<string> {
    return new Set(this.#before().flatMap((list) => (list.checkVisibility() ? list.shownItems.map(keyOf) : [])));
  }

  /** Resolves when the lists before this one have chosen, or take too long. */
  async settled(): Promise<void> {
    const before = this.#before();
    if (!before.length) return;
    const chosen = Promise.all(before.map((list) => list.feedComplete));
    await Promise.race([chosen, pause(PATIENCE)]);
  }

  #before(): List[] {
    return [...lists].map(({host}) => host).filter((list) => precedes(list, this.host));
  }
}

/** Whether an element comes before another in the document, whatever shadow roots they stand in. */
function precedes(one: Element, other: Element): boolean {
  const path = pathTo(other);
  const [a, b] = pathTo(one).flatMap((node, level) => (node === path[level] ? [] : [node, path[level]]));
  return Boolean(a && b && a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The hosts of the shadow roots that an element stands in, from the document down, and the element. */
function pathTo(node: Element): Element[] {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? [...pathTo(root.host), node] : [node];
}
