import type {Attachment, Author, Feed, Image, Item} from '../../feed/feed.js';
import {itemText} from '../../feed/plain-text.js';
import {asLetters} from './alt-text.js';

/** One page of a post. */
export interface Medium {
  /** The picture, or the video's still: the best first, then what can stand in for it. */
  pictures: Image[];
  video: string | undefined;
}

export interface Post {
  item: Item;
  kind: 'photo' | 'video' | 'album';
  /** Every picture and video in order; none when the feed has only words, or the reader has not asked to see them. */
  media: Medium[];
  /** As written, line breaks kept, in ordinary letters. Empty when there is none. */
  caption: string;
  /** True while the reader has not asked for what its author has marked as sensitive: the caption is then the warning. */
  isCovered: boolean;
  author: Author | undefined;
}

export interface Strip {
  posts: Post[];
  account: Author | undefined;
  title: string | undefined;
  biography: string | undefined;
  items: Item[];
}

/**
 * The newest posts that have a picture, a video or at least words to stand in for them.
 *
 * @param revealed ids of sensitive posts that the reader has asked to see
 */
export function selectStrip(feed: Feed, limit: number, revealed: ReadonlySet<string> = new Set()): Strip {
  const account = accountOf(feed);
  const posts: Post[] = [];
  for (const item of feed.items) {
    if (posts.length >= limit) break;
    const isCovered = Boolean(item.sensitive) && !revealed.has(item.id);
    const post = readPost(item, item.authors[0] ?? account, isCovered);
    if (isCovered || post.media.length || post.caption) posts.push(post);
  }
  return {posts, account, title: feed.title, biography: feed.description, items: posts.map(({item}) => item)};
}

function accountOf({authors: [author], title, homePageUrl, icon}: Feed): Author | undefined {
  const name = author?.name ?? title;
  return name ? {name, url: author?.url ?? homePageUrl, avatar: author?.avatar ?? icon} : undefined;
}

function readPost(item: Item, author: Author | undefined, isCovered: boolean): Post {
  const media = mediaOf(item);
  const words = isCovered ? item.title : itemText(item) || (item.summary ?? item.title ?? item.image?.caption);
  return {
    item,
    author,
    isCovered,
    media: isCovered ? [] : media,
    caption: asLetters(words ?? ''),
    kind: media.length > 1 ? 'album' : (item.kind ?? (media[0]?.video ? 'video' : 'photo')),
  };
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
