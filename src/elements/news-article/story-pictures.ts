import {html, nothing, type TemplateResult} from 'lit';
import type {Image} from '../../feed/feed.js';
import type {Locale} from '../../locales/index.js';
import {picture} from '../picture.js';

/** The picture above the text: the one that a reader sees first, and waits for. */
export function leadPicture(image: Image, {photoCredit}: Locale, showsCaption: boolean): TemplateResult {
  const {caption, credit} = image;
  return html`<figure class="lead">
    ${picture(image, {sizes: '(min-width: 1200px) 50vw, 100vw', eager: true})}
    ${
      showsCaption && (caption || credit)
        ? html`<figcaption part="caption" dir="auto">
            ${caption} ${credit ? html`<small><bdi>${photoCredit(credit)}</bdi></small>` : nothing}
          </figcaption>`
        : nothing
    }
  </figure>`;
}

/** Does the same for the picture that a body begins with, where that is the first one. @param known what the feed says of it */
export function becomeLead(first: HTMLImageElement, known: Image | undefined): void {
  first.loading = 'eager';
  first.fetchPriority = 'high';
  if (!known?.width || !known.height || first.hasAttribute('height')) return;
  first.width = known.width;
  first.height = known.height;
}

/**
 * For the load event, which does not bubble, of what holds pictures. One of unknown size has been given a box of the usual
 * shape; if a reader does not see it yet, as is so for most when they load, it takes its own shape instead. Nothing moves
 * before anybody's eyes.
 */
export function settle({target}: Event): void {
  if (!(target instanceof HTMLImageElement) || target.hasAttribute('height')) return;
  const {naturalWidth, naturalHeight} = target;
  if (target.closest('.body') && target.getBoundingClientRect().top > innerHeight) {
    const width = Number(target.getAttribute('width')) || naturalWidth;
    target.width = width;
    target.height = Math.round((width * naturalHeight) / naturalWidth);
  } else target.toggleAttribute('data-tall', naturalHeight > naturalWidth);
}

/**
 * For the error event of what holds pictures. WebKit and Firefox give a broken picture the size of its words, whatever its
 * attributes and CSS say of its shape.
 */
export function keepPlace({target}: Event): void {
  if (!(target instanceof HTMLImageElement)) return;
  const [width, height] = [target.getAttribute('width'), target.getAttribute('height')].map(Number);
  if (!width || !height) return;
  const {style} = target;
  style.display = 'inline-block';
  style.inlineSize = `min(100%, ${width}px)`;
  style.blockSize = `${(target.clientWidth * height) / width}px`;
}
