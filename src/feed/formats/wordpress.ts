import {collectItems, createFeed, createItem, UntrustedHtml} from '../feed.js';
import type {Author, Feed, Image, ImageSize, Item} from '../feed.js';
import {date, field, line, list, positive, text} from '../fields.js';
import {firstPicture, htmlLine} from '../pictures.js';
import {safeUrl} from '../safe-url.js';
import type {ParseContext} from './format.js';

/**
 * What WordPress answers to `/wp-json/wp/v2/posts` (https://developer.wordpress.org/rest-api/reference/posts/), one post
 * or a list, with or without `_embed`, and with as few `_fields` as there are. Its texts are HTML.
 */
export function parseWordPress(json: unknown, {url}: ParseContext): Feed {
  const posts = Array.isArray(json) ? json : [json];
  return createFeed('wordpress', {
    url,
    // The API does not name the site; the widespread Yoast plugin does.
    title: line(field(field(posts[0], 'yoast_head_json'), 'og_site_name')),
    homePageUrl: safeUrl(/^(.*?)(?:wp-json\/|(?:index\.php)?\?rest_route=)/.exec(url ?? '')?.[1]),
    nextUrl: Array.isArray(json) ? nextPage(posts.length, url) : undefined,
    ...collectItems(posts, (post) => readPost(post, url)),
  });
}

/** The answer does not tell how many there are (a header does): a full page has a next one, if only an empty one. */
function nextPage(count: number, url: string | undefined): string | undefined {
  if (!url || !/wp-json|rest_route/.test(url)) return undefined;
  const next = new URL(url);
  if (!count || count < Number(next.searchParams.get('per_page') ?? 10)) return undefined;
  next.searchParams.set('page', String(Number(next.searchParams.get('page') ?? 1) + 1));
  return next.href;
}

function readPost(post: unknown, base: string | undefined): Item | undefined {
  const url = safeUrl(field(post, 'link'), base);
  const id = text(field(post, 'id')) ?? url;
  const title = rendered(post, 'title');
  const html = rendered(post, 'content');
  const embedded = field(post, '_embedded');
  if (!id || !(url || title || html)) return undefined;
  return createItem(id, {
    url,
    title: title && htmlLine(title),
    contentHtml: html ? new UntrustedHtml(html, url ?? base) : undefined,
    // WordPress ends an excerpt that it cut with “[…]”.
    summary: htmlLine(rendered(post, 'excerpt') ?? '')?.replace(/\s*\[…\]$/, '…'),
    image: readImage(post, embedded, base) ?? firstPicture(html, url ?? base),
    datePublished: date(field(post, 'date_gmt')) ?? date(field(post, 'date')),
    dateModified: date(field(post, 'modified_gmt')) ?? date(field(post, 'modified')),
    authors: list(field(embedded, 'author')).flatMap((author) => readAuthor(author, base)),
    tags: readTags(embedded),
  });
}

function rendered(owner: unknown, name: string): string | undefined {
  return text(field(field(owner, name), 'rendered'));
}

/** Categories, tags and a plugin's further kinds of terms, which may have names in common. */
function readTags(embedded: unknown): string[] {
  const terms = list(field(embedded, 'wp:term')).flatMap(list);
  const named = terms.filter((term) => field(term, 'slug') !== 'uncategorized');
  return [...new Set(named.flatMap((term) => htmlLine(text(field(term, 'name')) ?? '') ?? []))];
}

/** What could not be embedded is an error object in its place, which has no name. */
function readAuthor(author: unknown, base: string | undefined): Author | [] {
  const name = htmlLine(text(field(author, 'name')) ?? '');
  const avatars = Object.values(field(author, 'avatar_urls') ?? {});
  return name ? {name, url: safeUrl(field(author, 'link'), base), avatar: safeUrl(avatars.at(-1), base)} : [];
}

function readImage(post: unknown, embedded: unknown, base: string | undefined): Image | undefined {
  const media = list(field(embedded, 'wp:featuredmedia'))[0];
  const url =
    safeUrl(field(media, 'source_url'), base) ??
    safeUrl(field(post, 'jetpack_featured_media_url'), base) ??
    safeUrl(field(list(field(field(post, 'yoast_head_json'), 'og_image'))[0], 'url'), base);
  if (!url || text(field(media, 'media_type')) === 'file') return undefined;
  const details = field(media, 'media_details');
  const width = positive(field(details, 'width'));
  const height = positive(field(details, 'height'));
  return {
    url,
    alt: text(field(media, 'alt_text')),
    caption: htmlLine(rendered(media, 'caption') ?? ''),
    width,
    height,
    sizes: readSizes(field(details, 'sizes'), width && height && width / height, base),
  };
}

/** Sizes of another shape are crops (the square thumbnail), not the same picture. */
function readSizes(sizes: unknown, shape: number | undefined, base: string | undefined): ImageSize[] {
  return Object.values(sizes ?? {}).flatMap((size: unknown) => {
    const url = safeUrl(field(size, 'source_url'), base);
    const width = positive(field(size, 'width'));
    const height = positive(field(size, 'height'));
    return url && width && height && shape && Math.abs(width / height / shape - 1) < 0.02 ? {url, width} : [];
  });
}
