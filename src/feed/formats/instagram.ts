import {collectItems, createFeed, createItem} from '../feed.js';
import type {Attachment, Feed, Item, Link} from '../feed.js';
import {date, field, line, list, text} from '../fields.js';
import {safeUrl} from '../safe-url.js';
import type {ParseContext} from './format.js';

/**
 * What the Instagram API answers to `/me/media`, served by the site itself: `{data: [post, …]}`, or the posts alone,
 * as `{media: [post, …]}` or a bare array, which is how sites save it; also one post, and posts by id.
 *
 * An album's pictures and videos are its attachments, in order; a single picture or video is its only one. Who the
 * account is may stand beside the posts, as the API answers it to `/me`.
 */
export function parseInstagram(json: unknown, {url}: ParseContext): Feed {
  const posts = instagramPosts(json);
  const username = [json, ...posts].map((owner) => text(field(owner, 'username'))).find(Boolean);
  const author = username ? authorOf(username) : undefined;
  const icon = safeUrl(field(json, 'profile_picture_url'), url);
  return createFeed('instagram', {
    url,
    title: line(field(json, 'name')) ?? author?.name,
    description: text(field(json, 'biography')),
    homePageUrl: author?.url,
    icon,
    authors: author ? [{...author, avatar: icon}] : [],
    links: websiteLink(field(json, 'website'), url),
    dateModified: date(field(json, 'last_updated')),
    ...collectItems(posts, (post) => readPost(post, url)),
  });
}

function instagramPosts(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  const posts = field(json, 'data') ?? field(json, 'media');
  if (Array.isArray(posts)) return posts;
  return field(json, 'media_type') ? [json] : Object.values(json ?? {}).filter((post) => field(post, 'media_type'));
}

export function authorOf(username: string): {name: string; url: string} {
  return {name: `@${username}`, url: `https://www.instagram.com/${encodeURIComponent(username)}/`};
}

/** The account's own site, named by its host. */
export function websiteLink(website: unknown, base: string | undefined): Link[] {
  const url = safeUrl(website, base);
  return url ? [{title: new URL(url).hostname.replace(/^www\./, ''), url}] : [];
}

export function kindOf(mediaType: unknown): Item['kind'] {
  return KINDS.get(mediaType);
}

/** What Instagram and Behold call the kinds of posts. */
const KINDS = new Map<unknown, Item['kind']>([
  ['IMAGE', 'photo'],
  ['VIDEO', 'video'],
  ['CAROUSEL_ALBUM', 'album'],
]);

/** A post without any picture still has its caption and its page; without these too it is none. */
function readPost(post: unknown, base: string | undefined): Item | undefined {
  const id = text(field(post, 'id'));
  const url = safeUrl(field(post, 'permalink'), base);
  const own = readMedia(post, base);
  if (!id || !(url || own)) return undefined;
  const children = field(post, 'children');
  const album = list(field(children, 'data') ?? children).flatMap((child) => readMedia(child, base) ?? []);
  const attachments = album.length ? album : own ? [own] : [];
  const username = text(field(post, 'username'));
  return createItem(id, {
    url,
    contentText: text(field(post, 'caption')),
    image: own?.image ?? attachments.find(({image}) => image)?.image,
    datePublished: date(field(post, 'timestamp')),
    authors: username ? [authorOf(username)] : [],
    kind: kindOf(field(post, 'media_type')),
    attachments,
  });
}

/** A video with licensed sound has no `media_url`: its still is then all there is to show. */
function readMedia(media: unknown, base: string | undefined): Attachment | undefined {
  const isVideo = text(field(media, 'media_type')) === 'VIDEO';
  const file = safeUrl(field(media, 'media_url'), base);
  const picture = isVideo ? safeUrl(field(media, 'thumbnail_url'), base) : file;
  const url = file ?? picture;
  const alt = line(field(media, 'alt_text'));
  return url
    ? {
        url,
        mimeType: isVideo && file ? 'video/mp4' : 'image/jpeg',
        image: picture ? {url: picture, alt, sizes: []} : undefined,
      }
    : undefined;
}
