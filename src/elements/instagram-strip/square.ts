import {html, nothing, type TemplateResult} from 'lit';
import {picture} from '../picture.js';
import {pages, play} from './icons.js';
import {pictureOf} from './pictures.js';
import type {Post} from './select.js';

/** How wide a square is shown, for browsers that cannot find out themselves. */
const SIZES = 'auto, (max-width: 640px) 38vw, 15rem';

export interface SquareOptions {
  href: string | undefined;
  alt: string;
  /** What kind of post it is, where that is to be said. */
  badge: string | undefined;
  opensDialog: boolean;
  isUsable: (url: string) => boolean;
}

/** A post in the strip: its first picture, or its words, as a link. */
export function square(post: Post, {href, alt, badge, opensDialog, isUsable}: SquareOptions): TemplateResult {
  const [cover] = post.media;
  const image = cover && pictureOf(cover, isUsable);
  const content = html`${
    image ? picture({...image, alt}, {sizes: SIZES}) : html`<span class="words" part="caption" dir="auto">${alt}</span>`
  }${badge ? html`<span part="badge" role="img" aria-label=${badge}>${post.kind === 'video' ? play : pages}</span>` : nothing}`;
  const popup = opensDialog ? 'dialog' : nothing;
  return html`<li part="item">
    ${
      href
        ? html`<a part="link" href=${href} aria-haspopup=${popup}>${content}</a>`
        : opensDialog
          ? html`<button type="button" part="link" aria-haspopup="dialog">${content}</button>`
          : html`<span>${content}</span>`
    }
  </li>`;
}
