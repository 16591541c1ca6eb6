import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Locale} from '../../locales/index.js';
import {chevron} from './icons.js';

interface ScrollerHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** Pixels that rounding may leave at either end. */
const SLACK = 2;

/** The buttons that scroll a row, there only when it has more than it shows. */
export class Scroller implements ReactiveController {
  #hasBefore = false;
  #hasAfter = false;
  #list: Element | undefined;
  #resize: ResizeObserver | undefined;

  constructor(
    private readonly host: ScrollerHost,
    private readonly selector: string,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const list = this.host.renderRoot.querySelector(this.selector) ?? undefined;
    if (list === this.#list && this.#resize) return;
    this.hostDisconnected();
    this.#list = list;
    if (!list) return;
    list.addEventListener('scroll', this.#measure, {passive: true});
    this.#resize = new ResizeObserver(this.#measure);
    this.#resize.observe(list);
  }

  hostDisconnected(): void {
    this.#list?.removeEventListener('scroll', this.#measure);
    this.#resize?.disconnect();
    this.#resize = undefined;
  }

  /** Whether there is more than is shown. */
  get canScroll(): boolean {
    return this.#hasBefore || this.#hasAfter;
  }

  render({previous, next}: Locale): unknown {
    return this.canScroll
      ? html`<div part="controls">
          ${this.#renderButton(-1, previous, this.#hasBefore)}${this.#renderButton(1, next, this.#hasAfter)}
        </div>`
      : nothing;
  }

  /** At an end the button stays, so that it keeps the focus. */
  #renderButton(direction: 1 | -1, label: string, isEnabled: boolean): TemplateResult {
    return html`<button
      type="button"
      class=${direction < 0 ? 'previous' : 'next'}
      aria-label=${label}
      aria-disabled=${isEnabled ? nothing : 'true'}
      @click=${() => this.#scroll(direction)}
    >
      ${chevron}
    </button>`;
  }

  /** By what is shown, in the direction of reading: 1 on, −1 back. */
  #scroll(direction: 1 | -1): void {
    if (!this.#list) return;
    const side = getComputedStyle(this.#list).direction === 'rtl' ? -direction : direction;
    this.#list.scrollBy({left: side * this.#list.clientWidth * 0.9});
  }

  readonly #measure = () => {
    const list = this.#list;
    if (!list) return;
    const position = Math.abs(list.scrollLeft);
    const hasBefore = position > SLACK;
    const hasAfter = position < list.scrollWidth - list.clientWidth - SLACK;
    if (hasBefore === this.#hasBefore && hasAfter === this.#hasAfter) return;
    this.#hasBefore = hasBefore;
    this.#hasAfter = hasAfter;
    this.host.requestUpdate();
  };
}
