import {collectItems, createFeed, createItem} from '../feed.js';
import type {Attachment, Feed, Image, Item} from '../feed.js';
import {date, field, line, list, positive, text} from '../fields.js';
import {safeUrl} from '../safe-url.js';
import type {ParseContext} from './format.js';
import {authorOf, kindOf, websiteLink} from './instagram.js';

/**
 * Behold's JSON, v2 (`{username, biography, posts}`) and v1 (the posts alone), as its published types have it; also
 * as sites save it again, with `account` for the name and `image` for the picture.
 */
export function parseBehold(json: unknown, {url}: ParseContext): Feed {
  const username = text(field(json, 'username') ?? field(json, 'account'));
  const author = username ? authorOf(username) : undefined;
  const icon = safeUrl(field(json, 'profilePictureUrl'), url);
  const links = websiteLink(field(json, 'website'), url);
  return createFeed('behold', {
    url,
    title: author?.name,
    description: text(field(json, 'biography')),
    homePageUrl: author?.url ?? links[0]?.url,
    icon,
    authors: author ? [{...author, avatar: icon}] : [],
    links,
    dateModified: date(field(json, 'updatedAt')),
    ...collectItems(beholdPosts(json), (post) => readPost(post, url)),
  });
}

function beholdPosts(json: unknown): unknown[] {
  return list(Array.isArray(json) ? json : field(json, 'posts'));
}

function readPost(post: unknown, base: string | undefined): Item | undefined {
  const id = text(field(post, 'id'));
  const url = safeUrl(field(post, 'permalink'), base);
  const own = readMedia(post, base);
  if (!id || !(url || own)) return undefined;
  const album = list(field(post, 'children')).flatMap((child) => readMedia(child, base) ?? []);
  return createItem(id, {
    url,
    contentText: text(field(post, 'caption') ?? field(post, 'prunedCaption')),
    image: own?.image ?? album.find(({image}) => image)?.image,
    datePublished: date(field(post, 'timestamp')),
    tags: list(field(post, 'hashtags')).flatMap((tag) => line(tag) ?? []),
    kind: kindOf(field(post, 'mediaType')),
    attachments: album.length ? album : own ? [own] : [],
  });
}

function readMedia(media: unknown, base: string | undefined): Attachment | undefined {
  const isVideo = field(media, 'mediaType') === 'VIDEO';
  const file = safeUrl(field(media, 'mediaUrl'), base);
  const image = readImage(media, isVideo ? undefined : file, base);
  const url = file ?? image?.url;
  return url ? {url, mimeType: isVideo && file ? 'video/mp4' : 'image/jpeg', image} : undefined;
}

/** The largest size is the picture; the others go into its `srcset`, and a still of unknown size stands in for them. */
function readImage(media: unknown, file: string | undefined, base: string | undefined): Image | undefined {
  const sizes = ['small', 'medium', 'large', 'full'].flatMap((name) => {
    const size = field(field(media, 'sizes'), name);
    const url = safeUrl(field(size, 'mediaUrl'), base);
    const width = positive(field(size, 'width'));
    return url && width ? {url, width, height: positive(field(size, 'height'))} : [];
  });
  const largest = sizes.at(-1);
  const [url, fallback] = [
    largest?.url,
    safeUrl(field(media, 'thumbnailUrl'), base),
    safeUrl(field(media, 'image'), base),
    file,
  ].filter((url) => url !== undefined);
  return url
    ? {
        url,
        alt: line(field(media, 'altText')),
        width: largest?.width,
        height: largest?.height,
        sizes,
        fallback,
        color: colorOf(field(field(media, 'colorPalette'), 'dominant')),
      }
    : undefined;
}

/** `"12, 34, 56"`: red, green and blue. */
function colorOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^(?:\d{1,3}, ?){2}\d{1,3}$/.test(value) ? `rgb(${value})` : undefined;
}
