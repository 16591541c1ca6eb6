import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {adoptStyles} from '../adopt-styles.js';
import {specialBlockStyles} from './special-blocks.styles.js';

/** Pixels that rounding may leave at either end. */
const SLACK = 2;
const WIDE = '.body :is([role=region], pre)';

/** Brings their styles. What is wider than the column scrolls in it: CSS is told at which ends there is more. */
export class SpecialBlocks implements ReactiveController {
  readonly #resize = new ResizeObserver((entries) => {
    for (const {target} of entries) if (target instanceof HTMLElement) measure(target);
  });
  #root: EventTarget | undefined;

  constructor(private readonly host: ReactiveControllerHost & {readonly renderRoot: ParentNode & EventTarget}) {
    host.addController(this);
    adoptStyles(host.renderRoot, specialBlockStyles);
  }

  hostUpdated(): void {
    const {renderRoot} = this.host;
    for (const block of renderRoot.querySelectorAll(WIDE)) this.#resize.observe(block);
    // Scrolling does not bubble.
    if (!this.#root) renderRoot.addEventListener('scroll', onScroll, {capture: true, passive: true});
    this.#root = renderRoot;
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
  }
}

function onScroll({target}: Event): void {
  if (target instanceof HTMLElement && target.matches(WIDE)) measure(target);
}

/** The keyboard stops at what scrolls, and at nothing else. */
function measure(block: HTMLElement): void {
  const {scrollLeft, scrollWidth, clientWidth} = block;
  const position = Math.abs(scrollLeft);
  const start = position > SLACK ? 'start' : '';
  const end = position < scrollWidth - clientWidth - SLACK ? 'end' : '';
  block.dataset.more = `${start} ${end}`.trim();
  if (start || end) block.tabIndex = 0;
  else block.removeAttribute('tabindex');
}
