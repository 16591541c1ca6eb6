import {collectItems, createFeed, createItem, UntrustedHtml} from '../feed.js';
import type {Attachment, Author, Feed, Image, ImageSize, Item} from '../feed.js';
import {date, field, line, list, positive, text} from '../fields.js';
import {htmlLine} from '../pictures.js';
import {safeUrl} from '../safe-url.js';
import type {ParseContext} from './format.js';

/**
 * Statuses as Mastodon's API answers them (https://docs.joinmastodon.org/entities/Status/), a list or one. They have no
 * title but the warning that an author put above; what is marked as sensitive gives no picture for cards, and says so.
 */
export function parseMastodon(json: unknown, {url}: ParseContext): Feed {
  const statuses = Array.isArray(json) ? json : [json];
  const accounts = statuses.map((status) => field(status, 'account'));
  const isOnes = new Set(accounts.map((account) => field(account, 'acct'))).size === 1;
  const account = isOnes ? accounts[0] : undefined;
  const author = readAuthor(account, url);
  return createFeed('mastodon', {
    url,
    title: author?.name,
    homePageUrl: author?.url,
    description: htmlLine(text(field(account, 'note')) ?? ''),
    icon: author?.avatar,
    authors: author ? [author] : [],
    nextUrl: nextPage(statuses, url),
    ...collectItems(statuses, (status) => readStatus(status, url)),
  });
}

/** https://docs.joinmastodon.org/api/guidelines/#pagination: older statuses are those below the last id. */
function nextPage(statuses: unknown[], url: string | undefined): string | undefined {
  const last = text(field(statuses.at(-1), 'id'));
  if (!last || !url?.includes('/api/v1/') || statuses.length < 2) return undefined;
  const next = new URL(url);
  next.searchParams.set('max_id', last);
  return next.href;
}

function readStatus(status: unknown, base: string | undefined): Item | undefined {
  const id = text(field(status, 'id'));
  const boosted = field(status, 'reblog') ?? status;
  const html = text(field(boosted, 'content'));
  const url = safeUrl(field(boosted, 'url'), base) ?? safeUrl(field(boosted, 'uri'), base);
  if (!id || !(html || url)) return undefined;
  const author = readAuthor(field(boosted, 'account'), base);
  const card = field(boosted, 'card');
  const sensitive = field(boosted, 'sensitive') === true || undefined;
  const attachments = list(field(boosted, 'media_attachments')).flatMap((media) => readMedia(media, base) ?? []);
  const image = attachments.find(({image}) => image)?.image ?? readCardImage(card, base);
  return createItem(id, {
    url,
    externalUrl: safeUrl(field(card, 'url'), base),
    title: line(field(boosted, 'spoiler_text')),
    contentHtml: html ? new UntrustedHtml(html, url ?? base) : undefined,
    image: sensitive ? undefined : image,
    sensitive,
    datePublished: date(field(status, 'created_at')),
    dateModified: date(field(boosted, 'edited_at')),
    authors: author ? [author] : [],
    tags: list(field(boosted, 'tags')).flatMap((tag) => line(field(tag, 'name')) ?? []),
    language: text(field(boosted, 'language')),
    attachments,
  });
}

function readAuthor(account: unknown, base: string | undefined): Author | undefined {
  const name = line(field(account, 'display_name')) ?? text(field(account, 'acct'));
  return name
    ? {name, url: safeUrl(field(account, 'url'), base), avatar: safeUrl(field(account, 'avatar'), base)}
    : undefined;
}

function readMedia(media: unknown, base: string | undefined): Attachment | undefined {
  const url = safeUrl(field(media, 'url'), base) ?? safeUrl(field(media, 'remote_url'), base);
  const type = text(field(media, 'type')) ?? '';
  const mimeType = MIME_TYPES[type];
  if (!url || !mimeType) return undefined;
  const meta = field(media, 'meta');
  const small = field(meta, 'small');
  const full = field(meta, 'original');
  const preview = safeUrl(field(media, 'preview_url'), base);
  const isImage = type === 'image';
  const shown = isImage ? full : small;
  const picture = isImage ? url : preview;
  const width = positive(field(shown, 'width'));
  return {
    url,
    mimeType,
    durationInSeconds: positive(field(full, 'duration')),
    image: picture
      ? {
          url: picture,
          alt: line(field(media, 'description')),
          width,
          height: positive(field(shown, 'height')),
          sizes: isImage ? sizesOf([preview, positive(field(small, 'width'))], [url, width]) : [],
          fallback: isImage ? preview : undefined,
          focus: focusOf(field(meta, 'focus')),
        }
      : undefined,
  };
}

/** All, or none: a browser that is told of one size never asks for another. */
function sizesOf(...sizes: [url: string | undefined, width: number | undefined][]): ImageSize[] {
  const known = sizes.flatMap(([url, width]) => (url && width ? {url, width} : []));
  return known.length === sizes.length ? known : [];
}

/** https://docs.joinmastodon.org/api/guidelines/#focal-points: from the middle, −1 to 1, right and up. */
function focusOf(focus: unknown): Image['focus'] {
  const [x, y] = [field(focus, 'x'), field(focus, 'y')];
  return typeof x === 'number' && typeof y === 'number' && Math.abs(x) <= 1 && Math.abs(y) <= 1
    ? {x: Math.round(50 + x * 50), y: Math.round(50 - y * 50)}
    : undefined;
}

/** `gifv` is a video without sound, and what is `unknown` cannot be shown. */
const MIME_TYPES: Partial<Record<string, string>> = {
  image: 'image/jpeg',
  gifv: 'video/mp4',
  video: 'video/mp4',
  audio: 'audio/mpeg',
};

function readCardImage(card: unknown, base: string | undefined): Image | undefined {
  const url = safeUrl(field(card, 'image'), base);
  return url
    ? {
        url,
        alt: line(field(card, 'image_description')),
        width: positive(field(card, 'width')),
        height: positive(field(card, 'height')),
        sizes: [],
      }
    : undefined;
}
