import {html, nothing, type TemplateResult} from 'lit';
import type {Image} from '../feed/feed.js';

export interface PictureOptions {
  /** What `sizes` says: how wide the picture is shown. */
  sizes?: string;
  /** The one picture that a reader sees first: not lazy, and fetched before others. */
  eager?: boolean;
}

/**
 * A picture of the feed. Its box is kept by width and height where the feed gives them, else by the element's CSS; when
 * it cannot be loaded, the tinted box stays, with the alternative text.
 */
export function picture(image: Image, {sizes = '100vw', eager = false}: PictureOptions = {}): TemplateResult {
  const {url, alt = '', width, height} = image;
  const srcset = image.sizes.map((size) => `${size.url} ${size.width}w`).join(', ');
  return html`<img
    part="image"
    loading=${eager ? 'eager' : 'lazy'}
    src=${url}
    srcset=${srcset || nothing}
    sizes=${srcset ? sizes : nothing}
    alt=${alt}
    width=${width ?? nothing}
    height=${height ?? nothing}
    fetchpriority=${eager ? 'high' : nothing}
    decoding="async"
    referrerpolicy="no-referrer"
  />`;
}
