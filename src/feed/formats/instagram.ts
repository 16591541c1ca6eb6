import {collectItems, createFeed, createItem} from '../feed.js';
import type {Attachment, Feed, Item} from '../feed.js';
import {date, field, line, list, text} from '../fields.js';
import {safeUrl} from '../safe-url.js';
import type {ParseContext} from './format.js';

/**
 * What the Instagram API answers to `/me/media`, served by the site itself: `{data: [post, …]}`, or the posts alone,
 * as `{media: [post, …]}` or a bare array, which is how sites save it; also one post, and posts by id.
 *
 * An album's pictures and videos are its attachments, in order; a single picture or video is its only one.
 */
export function parseInstagram(json: unknown, {url}: ParseContext): Feed {
  const posts = instagramPosts(json);
  const username = posts.map((post) => text(field(post, 'username'))).find(Boolean);
  const homePageUrl = username && profileUrl(username);
  return createFeed('instagram', {
    url,
    title: username && `@${username}`,
    homePageUrl,
    authors: username ? [{name: `@${username}`, url: homePageUrl}] : [],
    ...collectItems(posts, (post) => readPost(post, url)),
  });
}

function instagramPosts(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  const posts = field(json, 'data') ?? field(json, 'media');
  if (Array.isArray(posts)) return posts;
  return field(json, 'media_type') ? [json] : Object.values(json ?? {}).filter((post) => field(post, 'media_type'));
}

export function profileUrl(username: string): string {
  return `https://www.instagram.com/${encodeURIComponent(username)}/`;
}

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
    authors: username ? [{name: `@${username}`, url: profileUrl(username)}] : [],
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
