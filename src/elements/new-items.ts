import {css, html, nothing, type TemplateResult} from 'lit';
import {formatNumber} from '../locales/dates.js';
import type {Locale} from '../locales/index.js';
import {itemNodes} from './item-views.js';

interface NewItemsOptions {
  count: number;
  locale: Locale;
  language: string;
  onShow: () => void;
}

/**
 * Tells politely that a refresh has brought something, in a status line that assistive tools read out when they are
 * done. It takes no room, so that nothing moves; the reader decides when to see it.
 */
export function newItems({count, locale, language, onShow}: NewItemsOptions): TemplateResult {
  return html`<div class="new" role="status">
    ${count ? html`<button part="controls" @click=${onShow}>${locale.showNew(formatNumber(count, language))}</button>` : nothing}
  </div>`;
}

/** The button is gone once it has been used: the keyboard goes on at the first item. */
export function focusItem(root: ParentNode): void {
  itemNodes(root)[0]?.querySelector<HTMLElement>('a, button')?.focus();
}

export const newItemsStyles = css`
  .new {
    block-size: 0;
    inset-block-start: 0.5em;
    position: sticky;
    text-align: center;
    z-index: 1;
  }
  .new button {
    background: var(--_button);
    border: 0;
    color: var(--_button-text);
    font-size: max(0.8125em, 12px);
    padding: 0.4em 1em;
  }
`;
