import type {Item} from '../feed/feed.js';
import {pause} from '../feed/next-task.js';
import {pageRoot} from './page.js';

/** How long others wait for the page's `<news-article>` before they do without: milliseconds. */
const PATIENCE = 4000;

/** The story that the page's `<news-article>` shows. It is how `<related-news>` knows what to relate to. */
class Reading extends EventTarget {
  #item: Item | undefined;

  get item(): Item | undefined {
    return this.#item;
  }

  set item(item: Item | undefined) {
    if (item === this.#item) return;
    this.#item = item;
    this.dispatchEvent(new Event('change'));
  }

  /** Resolves when the page's story is there, has failed, or takes too long; at once on a page without one. */
  async settled(): Promise<void> {
    const article = pageRoot().querySelector('news-article');
    if (this.#item || !article) return;
    const loaded = customElements
      .whenDefined('news-article')
      .then(() => article.feedComplete)
      // It may be the element of another copy of the library, which has told its own.
      .then(() => (this.item ??= article.article));
    await Promise.race([loaded, pause(PATIENCE)]);
  }
}

export const reading = new Reading();
