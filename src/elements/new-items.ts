import {css, html, nothing, type TemplateResult} from 'lit';
import {formatNumber} from '../locales/dates.js';
import type {Locale} from '../locales/index.js';

interface NewItemsOptions {
  locale: Locale;
  language: string;
  onShow: () => void;
}

/**
 * Tells politely that a refresh has brought something, in a status line that assistive tools read out when they are
 * done. It takes no room, so that nothing moves; the reader decides when to see it.
 */
export function newItems(count: number, {locale, language, onShow}: NewItemsOptions): TemplateResult {
  return html`<div class="new" role="status">
    ${count ? html`<button part="controls" @click=${onShow}>${locale.showNew(formatNumber(count, language))}</button>` : nothing}
  </div>`;
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
    border-radius: 999px;
    color: var(--_button-text);
    cursor: pointer;
    font-size: max(0.8125em, 12px);
    padding: 0.4em 1em;
  }
`;
