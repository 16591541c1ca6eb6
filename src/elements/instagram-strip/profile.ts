import {html, nothing, type TemplateResult} from 'lit';
import type {Author} from '../../feed/feed.js';
import type {Locale} from '../../locales/index.js';
import {picture} from '../picture.js';
import type {Strip} from './select.js';

/** An account's name, and the way to it. */
export function accountLink({name, url}: Author): TemplateResult {
  return html`<bdi>${url ? html`<a part="link" href=${url}>${name}</a>` : name}</bdi>`;
}

/** Who posts: picture, name, biography and where to follow, as far as the feed says. */
export function profile({account, biography}: Strip, locale: Locale, isUsable: (url: string) => boolean): unknown {
  if (!account) return nothing;
  const {avatar, url} = account;
  return html`<div class="profile" part="profile">
    ${avatar && isUsable(avatar) ? picture({url: avatar, alt: '', width: 64, height: 64, sizes: []}) : nothing}
    <div>
      <p part="headline">${accountLink(account)}</p>
      ${biography ? html`<p part="summary" dir="auto">${biography}</p>` : nothing}
    </div>
    ${url ? html`<a part="link" class="follow" href=${url}>${locale.follow}</a>` : nothing}
  </div>`;
}
