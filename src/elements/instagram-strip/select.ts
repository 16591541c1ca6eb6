import type {Attachment, Author, Feed, Image, Item} from '../../feed/feed.js';
import {itemText} from '../../feed/plain-text.js';
import {asLetters} from './alt-text.js';

export type PostKind = 'photo' | 'video' | 'album';

/** One page of a post. */
export interface Medium {
  /** The picture, or the video's still: the best first, then what can stand in for it. */
  pictures: Image[];
  video: string | undefined;
}

export interface Post {
  item: Item;
  kind: PostKind;
  /** Every picture and video in order; none when the feed has only words. */
  media: Medium[];
  /** As written, line breaks kept, in ordinary letters. Empty when there is none. */
  caption: string;
  author: Author | undefined;
}

export interface Strip {
  posts: Post[];
  account: Author | undefined;
  biography: string | undefined;
  items: Item[];
}

/** The newest posts that have a picture, a video or at least words to stand in for them. */
export function selectStrip(feed: Feed, limit: number): Strip {
  const account = accountOf(feed);
  const posts: Post[] = [];
  for (const item of feed.items) {
    if (posts.length >= limit) break;
    const post = readPost(item, item.authors[0] ?? account, isBehindWarning(item, feed));
    if (post.media.length || post.caption) posts.push(post);
  }
  return {posts, account, biography: feed.description, items: posts.map(({item}) => item)};
}

function accountOf({authors: [author], title, homePageUrl, icon}: Feed): Author | undefined {
  const name = author?.name ?? title;
  return name ? {name, url: author?.url ?? homePageUrl, avatar: author?.avatar ?? icon} : undefined;
}

/** Mastodon's sensitive pictures are attachments of a status that offers no picture. */
function isBehindWarning({image}: Item, {format}: Feed): boolean {
  return format === 'mastodon' && !image;
}

function readPost(item: Item, author: Author | undefined, isBehindWarning: boolean): Post {
  const media = isBehindWarning ? [] : mediaOf(item);
  const words =
    (isBehindWarning && item.title) || itemText(item) || (item.summary ?? item.title ?? item.image?.caption);
  return {item, media, caption: asLetters(words ?? ''), author, kind: kindOf(item, media)};
}

/** An album's pages are attachments; where there are none, the post's own picture is its only page. */
function mediaOf({image, attachments}: Item): Medium[] {
  const media = attachments.flatMap(readMedium);
  const [first] = media;
  if (!first) return image ? [{pictures: [image], video: undefined}] : [];
  if (image && (media.length === 1 || !first.pictures.length) && !first.pictures.some(({url}) => url === image.url))
    first.pictures.unshift(image);
  return media;
}

function readMedium({url, mimeType, title, image}: Attachment): Medium[] {
  const pictures = image ? [image] : [];
  if (mimeType.startsWith('video/')) return [{pictures, video: url}];
  if (!mimeType.startsWith('image/')) return [];
  if (image?.url !== url) pictures.push({url, alt: image?.alt ?? title, sizes: []});
  return [{pictures, video: undefined}];
}

/** A video whose file the feed may not name, for the music in it, is told by its address. */
function kindOf({url = ''}: Item, media: Medium[]): PostKind {
  if (media.length > 1) return 'album';
  return media[0]?.video || /^https:\/\/www\.instagram\.com\/(reel|tv)\//.test(url) ? 'video' : 'photo';
}
