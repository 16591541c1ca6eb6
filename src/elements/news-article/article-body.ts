import {html} from 'lit';
import type {Image, Item} from '../../feed/feed.js';
import {BLANK} from '../../feed/inert-html.js';
import {sanitize, type SanitizeOptions} from '../../feed/sanitize.js';
import {onServer} from '../on-server.js';

export interface ArticleBody {
  /** For a template. */
  content: unknown;
  /** True for words that stand in for HTML, until it can be shown. */
  isPlain?: boolean;
  /** For the builder: what is wrong with the body, and what to do. */
  warning?: string | undefined;
  /** The picture that it begins with, before any words. */
  firstImage?: HTMLImageElement | undefined;
  /** Whether it has what `special-blocks.ts` is for. */
  hasSpecialBlocks?: boolean;
}

export interface BodyOptions extends SanitizeOptions {
  /** Accessible name of a link that is nothing but a picture without words. */
  pictureLabel: string;
  /** Makes words of the HTML. */
  isPlain: boolean;
}

let plain: typeof import('../../feed/plain-paragraphs.js') | undefined;

/** Brings what makes words of HTML, which is needed for {@link BodyOptions.isPlain} and where the page allows no parser. */
export async function loadPlainParagraphs(): Promise<void> {
  plain = await import('../../feed/plain-paragraphs.js');
}

// A server waits for nothing while it renders.
if (onServer) void loadPlainParagraphs();

/** The story's text, ready for the page: its HTML sanitised, else its plain text in paragraphs; undefined without either. */
export function articleBody(item: Item, options: BodyOptions): ArticleBody | undefined {
  const {contentHtml, contentText} = item;
  const {isPlain} = options;
  if (contentHtml && !isPlain && BLANK) {
    const {content, warning} = sanitize(contentHtml, options);
    if (content) mend(content, options);
    return {
      content,
      warning,
      firstImage: content && leadingImage(content),
      hasSpecialBlocks: Boolean(content?.querySelector('table, pre, code, dl, details, ol[type]')),
    };
  }
  const paragraphs = contentHtml ? plain?.plainParagraphs(contentHtml) : contentText?.split(/\n\s*\n/);
  return (
    paragraphs && {
      content: paragraphs.map((text) => html`<p class="plain" dir="auto">${text.trim()}</p>`),
      isPlain: isPlain && Boolean(contentHtml),
      warning: contentHtml && !isPlain ? plain?.WARNING : undefined,
    }
  );
}

/** What the feed leaves out and assistive tools need: levels between headings, names of links, names that tell tables apart. */
function mend(content: DocumentFragment, {headingLevel, pictureLabel, tableLabel}: BodyOptions): void {
  let level = headingLevel;
  for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const own = Number(heading.localName[1]);
    level = Math.min(own, level + 1);
    if (level < own) heading.ariaLevel = String(level);
    for (const link of heading.querySelectorAll('a')) if (SELF_LINK.test(link.textContent)) link.remove();
  }
  for (const link of content.querySelectorAll('a:has(img[alt=""]):not(:has(img:not([alt=""])))'))
    if (!link.textContent.trim()) link.ariaLabel = pictureLabel;
  const tables = content.querySelectorAll('[role=region]:not(:has(caption))');
  if (tables.length > 1) tables.forEach((table, n) => (table.ariaLabel = `${tableLabel} ${n + 1}`));
}

/** The mark by which site generators let a heading link to itself: in the element it would lead nowhere. */
const SELF_LINK = /^\s*[#¶§🔗]\ufe0f?\s*$/u;

function leadingImage(content: DocumentFragment): HTMLImageElement | undefined {
  const image = content.querySelector('img');
  if (!image) return undefined;
  const before = new Range();
  before.setStart(content, 0);
  before.setEndBefore(image);
  return before.toString().trim() ? undefined : image;
}

/** Whether two addresses show the same picture: the size that a content system writes into them does not count. */
export function isSamePicture(image: Image, address: string | undefined): boolean {
  const name = (url: string) => new URL(url).pathname.replace(/[-_]\d+x\d+(?=\.\w+$)|-scaled(?=\.\w+$)/, '');
  return address !== undefined && [image, ...image.sizes].some(({url}) => name(url) === name(address));
}
