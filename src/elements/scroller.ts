import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Locale} from '../locales/index.js';
import {scrollerStyles} from '../styles/scroller.styles.js';
import {adoptStyles} from './adopt-styles.js';

interface ScrollerHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** Points on in the direction of reading, where `scroller.styles.ts` turns it. */
const chevron = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="m9 5 7 7-7 7" fill="none" stroke="currentColor" stroke-width="2.5" />
</svg>`;

/** Pixels that rounding may leave at either end. */
const SLACK = 2;

/**
 * The buttons that scroll a `.row` (see `scroller.styles.ts`) of the host's shadow root, there only when it has more than
 * it shows. They and the row stand in one `.frame`. Made once the host has its shadow root.
 */
export class Scroller implements ReactiveController {
  #hasBefore = false;
  #hasAfter = false;
  #row: Element | null = null;
  #resize: ResizeObserver | undefined;
  #frame = 0;

  constructor(private readonly host: ScrollerHost) {
    adoptStyles(host.renderRoot, scrollerStyles);
    host.addController(this);
  }

  hostUpdated(): void {
    const row = this.host.renderRoot.querySelector('.row');
    if (row === this.#row) return;
    this.hostDisconnected();
    this.#row = row;
    row?.addEventListener('scroll', this.#schedule, {passive: true});
    row?.addEventListener('focusin', this.#reveal);
    this.#resize = new ResizeObserver(this.#schedule);
    if (row) this.#resize.observe(row);
    else this.#schedule();
  }

  hostDisconnected(): void {
    this.#row?.removeEventListener('scroll', this.#schedule);
    this.#row?.removeEventListener('focusin', this.#reveal);
    this.#resize?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#row = null;
  }

  render({previous, next}: Locale): unknown {
    return this.#hasBefore || this.#hasAfter
      ? html`<div part="controls">
          ${this.#renderButton(-1, previous, this.#hasBefore)}${this.#renderButton(1, next, this.#hasAfter)}
        </div>`
      : nothing;
  }

  #renderButton(direction: 1 | -1, label: string, isEnabled: boolean): TemplateResult {
    return html`<button
      type="button"
      class=${direction < 0 ? 'previous' : 'next'}
      aria-label=${label}
      ?disabled=${!isEnabled}
      @click=${() => this.#scroll(direction)}
    >
      ${chevron}
    </button>`;
  }

  /** By what is shown, in the direction of reading: 1 on, −1 back. */
  #scroll(direction: 1 | -1): void {
    if (!this.#row) return;
    const side = getComputedStyle(this.#row).direction === 'rtl' ? -direction : direction;
    this.#row.scrollBy({left: side * this.#row.clientWidth * 0.9});
  }

  /** Chromium leaves what has the focus as it is when a part of it is seen. What a pointer presses must not move. */
  readonly #reveal = () => {
    const row = this.#row?.getBoundingClientRect();
    const item = this.#row?.querySelector('.row > :has(:focus-visible)')?.getBoundingClientRect();
    // The row alone: scrollIntoView() would move the page, too.
    if (row && item) this.#row?.scrollBy(Math.min(item.left - row.left, 0) || Math.max(item.right - row.right, 0), 0);
  };

  /** In the next frame: what an update changes within a ResizeObserver's own turn is an error to the page's `onerror`. */
  readonly #schedule = () => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#measure());
  };

  #measure(): void {
    const {scrollLeft = 0, scrollWidth = 0, clientWidth = 0} = this.#row ?? {};
    const position = Math.abs(scrollLeft);
    const hasBefore = position > SLACK;
    const hasAfter = position < scrollWidth - clientWidth - SLACK;
    if (hasBefore === this.#hasBefore && hasAfter === this.#hasAfter) return;
    this.#hasBefore = hasBefore;
    this.#hasAfter = hasAfter;
    this.#row?.toggleAttribute('data-scrolls', hasBefore || hasAfter);
    const {renderRoot} = this.host;
    const focused = renderRoot.querySelector<HTMLElement>('.frame > [part=controls] :focus');
    this.host.requestUpdate();
    // A button that is disabled loses the focus: at an end, the way back has it.
    void this.host.updateComplete.then(() => {
      if (focused?.matches(':disabled'))
        renderRoot.querySelector<HTMLElement>('.frame > [part=controls] :enabled')?.focus({preventScroll: true});
    });
  }
}
