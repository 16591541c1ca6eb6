import {html, type TemplateResult} from 'lit';
import type {Author} from '../../feed/feed.js';

/** An account's name, and the way to it. */
export function accountLink({name, url}: Author): TemplateResult {
  return html`<bdi>${url ? html`<a part="link" href=${url}>${name}</a>` : name}</bdi>`;
}
