import {html, nothing, type TemplateResult} from 'lit';
import type {Item} from '../../feed/feed.js';
import type {Locale} from '../../locales/index.js';

/** Shares the story by the platform's own sheet; where there is none, copies its address and says so. */
export function shareButton(item: Item, locale: Locale): TemplateResult | typeof nothing {
  const {title = '', url = item.externalUrl} = item;
  if (!url) return nothing;
  const share = async (event: Event) => {
    const button = event.currentTarget;
    if (!(button instanceof Element)) return;
    try {
      if ('share' in navigator) await navigator.share({title, url});
      else await (await import('../copy-button.js')).copyFrom(button, url, locale.share, locale);
    } catch {
      // The reader has closed the sheet, or is offline: nothing is claimed.
    }
  };
  return html`<button type="button" part="controls" @click=${share}>${locale.share}</button
    ><span class="visually-hidden" role="status"></span>`;
}
