import {html, nothing, type TemplateResult} from 'lit';
import type {Alternate} from '../../feed/feed.js';
import type {Locale} from '../../locales/index.js';
import {copyButton} from '../copy-button.js';
import type {About} from './select.js';

export {subscribeStyles} from './subscribe.styles.js';

/** How to subscribe: what a feed's address is for, a button that copies it, and the same news in other formats. */
export function subscription({feedUrl = '', alternates}: About, locale: Locale): TemplateResult {
  return html`<p>${locale.subscribeHelp}</p>
    <code aria-label=${locale.feedAddress}>${feedUrl}</code>
    ${copyButton(feedUrl, locale.copyAddress, locale)}
    ${
      alternates.length
        ? html`<p>${locale.otherFormats}</p>
            <ul class="links" role="list">
              ${alternates.map((alternate) => html`<li><bdi>${formatLink(alternate)}</bdi></li>`)}
            </ul>`
        : nothing
    }`;
}

function formatLink({url, mimeType}: Alternate): TemplateResult {
  const name = mimeType.includes('rss') ? 'RSS' : mimeType.includes('atom') ? 'Atom' : 'JSON Feed';
  return html`<a part="link" href=${url} type=${mimeType}>${name}</a>`;
}
