import {html, nothing} from 'lit';
import type {Locale} from '../../locales/index.js';
import {adoptStyles} from '../adopt-styles.js';
import {picture} from '../picture.js';
import {accountLink} from './account-link.js';
import {profileStyles} from './profile.styles.js';
import type {Strip} from './select.js';

/** @returns what renders the profile, with its styles in place */
export function styledProfile(root: ParentNode): typeof profile {
  adoptStyles(root, profileStyles);
  return profile;
}

/** Who posts: picture, name, biography and where to follow, as far as the feed says. */
function profile({account, title, biography}: Strip, locale: Locale, isUsable: (url: string) => boolean): unknown {
  if (!account) return nothing;
  const {name, avatar, url} = account;
  const isNamed = title && title !== name;
  return html`<div class="profile" part="profile">
    ${avatar && isUsable(avatar) ? picture({url: avatar, alt: '', width: 64, height: 64, sizes: []}) : nothing}
    <div>
      <p part="headline">${isNamed ? html`<bdi>${title}</bdi>` : accountLink(account)}</p>
      ${isNamed ? html`<p class="handle">${accountLink(account)}</p>` : nothing}
      ${biography ? html`<p part="summary" dir="auto">${biography}</p>` : nothing}
    </div>
    ${url ? html`<a part="link" class="follow" href=${url}>${locale.follow}</a>` : nothing}
  </div>`;
}
