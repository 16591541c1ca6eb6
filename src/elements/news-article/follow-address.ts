import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Item} from '../../feed/feed.js';
import {createElement} from '../page.js';

interface StoryHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode & Node;
  readonly item?: string | undefined;
  /** The story that is shown. */
  readonly article: Item | undefined;
}

/**
 * Shows another story in place when the page goes to an address that differs from its own in `?item=` alone: by a link, a
 * script, Back or Forward. All other ways to follow a link, and stories that the feed lacks, are left to the browser.
 *
 * What a page that loads does for a reader is done here: history, scrolling, focus, a title, and word to assistive tools.
 */
export class FollowAddress implements ReactiveController {
  #status: HTMLElement | undefined;

  /** @param storyAt the story that the host would show on a page at an address, if its feed has that */
  constructor(
    private readonly host: StoryHost,
    private readonly storyAt: (address: string) => Item | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Engines without the Navigation API tell of clicks and of Back alone.
    if ('navigation' in globalThis) navigation.addEventListener('navigate', this.#onNavigate);
    else addEventListener('click', this.#onClick);
    addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    if ('navigation' in globalThis) navigation.removeEventListener('navigate', this.#onNavigate);
    removeEventListener('click', this.#onClick);
    removeEventListener('popstate', this.#onPopState);
  }

  hostUpdated(): void {
    if (this.#status) return;
    // There before it is filled: assistive tools tell what changes in it.
    this.#status = createElement('p');
    this.#status.role = 'status';
    this.#status.className = 'visually-hidden';
    this.host.renderRoot.appendChild(this.#status);
  }

  /** Whether an address is this page's with another story. */
  #leadsToStory(address: string): boolean {
    const {item, article} = this.host;
    if (item || !article || pageOf(address) !== pageOf(location.href)) return false;
    const story = this.storyAt(address);
    return story !== undefined && story.id !== article.id;
  }

  readonly #onNavigate = (event: NavigateEvent) => {
    const {canIntercept, hashChange, downloadRequest, formData, navigationType, destination} = event;
    const isOrdinary = canIntercept && !hashChange && downloadRequest === null && !formData;
    if (!isOrdinary || navigationType === 'reload' || !this.#leadsToStory(destination.url)) return;
    const {article} = this.host;
    event.intercept({
      focusReset: 'manual',
      scroll: 'manual',
      handler: () => this.#show(article, navigationType === 'traverse', () => event.scroll()),
    });
  };

  readonly #onClick = (event: MouseEvent) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const isModified = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || isModified || !link?.href || link.download || !/^(_self)?$/i.test(link.target))
      return;
    if (!this.#leadsToStory(link.href)) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    void this.#show(this.host.article, false, () => scrollTo({top: 0, behavior: 'instant'}));
  };

  readonly #onPopState = () => {
    if ('navigation' in globalThis || this.host.item) this.host.requestUpdate();
    else void this.#show(this.host.article, true, () => undefined);
  };

  /**
   * @param before the story that was shown
   * @param isReturn the browser puts the reader back to where they were
   */
  async #show(before: Item | undefined, isReturn: boolean, scroll: () => void): Promise<void> {
    const {host} = this;
    host.requestUpdate();
    await host.updateComplete;
    const {article} = host;
    if (!article || article.id === before?.id) return;
    renamePage(before?.title, article.title);
    scroll();
    const find = (part: string) => host.renderRoot.querySelector<HTMLElement>(`[part~=${part}]`);
    const target = find('headline') ?? find('item');
    if (target) target.tabIndex = -1;
    target?.focus({preventScroll: isReturn});
    // Focus alone is not told by every tool, and the headline may be left out.
    if (this.#status) this.#status.textContent = article.title ?? '';
  }
}

/** What of an address names the page, whichever story it shows. */
function pageOf(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('item');
  url.searchParams.sort();
  url.hash = '';
  return url.href;
}

/** A page that is titled after the story it came with is so after the next one. Any other title is the page's own affair. */
function renamePage(before: string | undefined, after: string | undefined): void {
  // By way of the prototype, since an image named title would stand in the title's place.
  const title = Reflect.get(Document.prototype, 'title', document);
  if (before && after && title.includes(before))
    Reflect.set(
      Document.prototype,
      'title',
      title.replace(before, () => after),
      document,
    );
}
