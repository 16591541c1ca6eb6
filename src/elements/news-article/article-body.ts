import {html} from 'lit';
import type {Image, Item} from '../../feed/feed.js';
import {sanitize, type SanitizeOptions} from '../../feed/sanitize.js';

export interface ArticleBody {
  /** For a template. */
  content: unknown;
  /** For the builder: what is wrong with the body, and what to do. */
  warning?: string | undefined;
  /** The picture that it begins with, before any words. */
  firstImage?: string | undefined;
}

/** The story's text, ready for the page: its HTML sanitised, else its plain text in paragraphs; undefined without either. */
export function articleBody(item: Item, options: SanitizeOptions): ArticleBody | undefined {
  const {contentHtml, contentText} = item;
  if (contentHtml) {
    const {content, warning} = sanitize(contentHtml, options);
    return {content, warning, firstImage: content && leadingImage(content)};
  }
  if (!contentText) return undefined;
  const paragraphs = contentText.split(/\n\s*\n/);
  return {content: paragraphs.map((text) => html`<p class="plain" dir="auto">${text.trim()}</p>`)};
}

function leadingImage(content: DocumentFragment): string | undefined {
  const image = content.querySelector('img');
  if (!image) return undefined;
  const before = new Range();
  before.setStart(content, 0);
  before.setEndBefore(image);
  return before.toString().trim() ? undefined : image.src;
}

/** Whether two addresses show the same picture: the size that a content system writes into them does not count. */
export function isSamePicture(image: Image, address: string | undefined): boolean {
  const name = (url: string) => new URL(url).pathname.replace(/[-_]\d+x\d+(?=\.\w+$)|-scaled(?=\.\w+$)/, '');
  return address !== undefined && [image, ...image.sizes].some(({url}) => name(url) === name(address));
}
