/** What formats that carry HTML need of it: its words on one line, and the first picture in it. */
import {UntrustedHtml, type Image} from './feed.js';
import {positive} from './fields.js';
import {decodeEntities, plainText} from './plain-text.js';
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
