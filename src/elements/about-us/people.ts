import {html, nothing, type TemplateResult} from 'lit';
import type {Author} from '../../feed/feed.js';
import {picture} from '../picture.js';

/** A square picture beside words that say all there is to say. */
export function icon(url: string, size: number): TemplateResult {
  return picture({url, alt: '', width: size, height: size, sizes: []});
}

/** Without it, an address that is not known leaves the words. */
export function link(url: string | undefined, words: string): unknown {
  return url ? html`<a part="link" href=${url}>${words}</a>` : words;
}

export function peopleList(people: Author[], label: string): TemplateResult {
  return html`<ul class="people" part="byline" role="list" aria-label=${label}>
    ${people.map(
      ({name = '', url, avatar}) =>
        html`<li>
          ${avatar ? icon(avatar, 32) : nothing}
          <bdi>${link(url, name)}</bdi>
        </li>`,
    )}
  </ul>`;
}
