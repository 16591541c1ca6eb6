/** What formats need of HTML (its words on one line, the first picture in it), and what few entries of a JSON Feed have. */
import {UntrustedHtml, type Attachment, type Image, type Item} from './feed.js';
import {field, line, list, positive, text} from './fields.js';
import {mimeTypeOf} from './mime-type.js';
import {bodyMarkup, decodeEntities, plainText} from './plain-text.js';
import {safeUrl} from './safe-url.js';

/** A line of HTML (a title, an excerpt) as words. */
export function htmlLine(html: string): string | undefined {
  return plainText(new UntrustedHtml(html)) || undefined;
}

/** What surrounds a story: share buttons, smileys, counters. */
const FURNITURE =
  /(?:^|[^a-z])(?:icon|emoji|smiley|smilies|pixel|spacer|blank|avatar|gravatar|badge)s?(?![a-z])|feedburner\.com/i;

/** The first picture of a body that is one to look at: no tracking pixel, no smiley. */
export function firstPicture(html: string | undefined, base: string | undefined): Image | undefined {
  for (const [tag] of html?.matchAll(/<img\b[^<>]*>/gi) ?? []) {
    const attribute = (name: string) =>
      decodeEntities(
        new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)?.slice(1).join('') ?? '',
      );
    const url = safeUrl(attribute('src'), base);
    const width = positive(attribute('width'));
    const height = positive(attribute('height'));
    if (url && !FURNITURE.test(url.replace(/[?#].*/, '')) && !((width ?? 99) < 50 || (height ?? 99) < 50))
      return {url, alt: attribute('alt').trim() || undefined, width, height, sizes: [], inBody: true};
  }
  return undefined;
}

/** What few entries of a JSON Feed have: a picture in the body alone, and attachments. */
export function addMedia(item: Item, entry: unknown, base: string | undefined): void {
  item.image ??= firstPicture(bodyMarkup(text(field(entry, 'content_html')) ?? ''), base);
  item.attachments = readAttachments(list(field(entry, 'attachments')), base);
}

/** Rule 42: a missing MIME type is told by the file's ending. Rule 44: what has one title is one thing. */
function readAttachments(entries: readonly unknown[], base: string | undefined): Attachment[] {
  const titled = new Map<string, Attachment>();
  return entries.flatMap((entry) => {
    const url = safeUrl(field(entry, 'url'), base);
    if (!url) return [];
    const mimeType = text(field(entry, 'mime_type')) ?? mimeTypeOf(url) ?? 'application/octet-stream';
    const title = line(field(entry, 'title'));
    const same = title && titled.get(title);
    if (same) {
      (same.sources ??= []).push({url, mimeType});
      return [];
    }
    const attachment = {
      url,
      mimeType,
      title,
      sizeInBytes: positive(field(entry, 'size_in_bytes')),
      durationInSeconds: positive(field(entry, 'duration_in_seconds')),
    };
    if (title) titled.set(title, attachment);
    return attachment;
  });
}
