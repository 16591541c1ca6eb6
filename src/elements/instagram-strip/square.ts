import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../../locales/index.js';
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
  locale: Locale;
  isUsable: (url: string) => boolean;
  onShow: () => void;
}

/** A post in the strip: its first picture, or its words, as a link. */
export function square(post: Post, options: SquareOptions): TemplateResult {
  const {href, alt, badge, opensDialog, locale, isUsable, onShow} = options;
  const [cover] = post.media;
  const image = cover && pictureOf(cover, isUsable);
  const words = html`<span class="words" part="caption" dir="auto"
    >${post.isCovered ? post.caption || locale.sensitive : alt}</span
  >`;
  const content = html`${image ? picture({...image, alt}, {sizes: SIZES}) : words}${
    badge
      ? html`<span part="badge" role="img" aria-label=${badge}>${post.kind === 'video' ? play : pages}</span>`
      : nothing
  }`;
  const popup = opensDialog ? 'dialog' : nothing;
  return html`<li part="item">
    ${
      post.isCovered
        ? html`<button type="button" @click=${onShow}>${words}<span class="show">${locale.show}</span></button>`
        : href
          ? html`<a part="link" href=${href} aria-haspopup=${popup}>${content}</a>`
          : opensDialog
            ? html`<button type="button" part="link" aria-haspopup="dialog">${content}</button>`
            : html`<span>${content}</span>`
    }
  </li>`;
}

/** By way of the style object: a page's policy may forbid style attributes. */
export function tint(node: HTMLElement, {media: [cover]}: Post): void {
  const {color = '', focus} = cover?.pictures[0] ?? {};
  node.style.setProperty('--_color', color);
  node.style.setProperty('--_focus', focus ? `${focus.x}% ${focus.y}%` : '');
}
