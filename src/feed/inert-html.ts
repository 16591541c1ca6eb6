/** Markup read in a document that runs nothing and loads nothing, and that no policy of the page has to hear of. */
import {names} from './allowlist.js';
import {policy} from './trusted-types.js';

/** DEL, which no text has. */
const MARK = '\x7f';

/** In standards mode and with the body open, so that what follows is read as it would be inside any page. Throws where the page allows no parser. */
export function parseInert(html: string): Document {
  const markup = `<!doctype html><body>${quiet(html)}`;
  return new DOMParser().parseFromString(policy ? policy.createHTML(markup) : markup, 'text/html');
}

/**
 * Keeps Chromium from acting on markup that is only parsed: it reports inline styles, handlers, `<style>` and `<base>` to
 * the page's Content-Security-Policy, asks for a `<track>`, and works out `dir=auto` over and over. None of them is ever
 * built as it stands; {@link asWritten} gives text its own words back.
 */
function quiet(html: string): string {
  let textOnly: string | undefined;
  // No lookbehind: WebKit is slow at it.
  return html
    .replace(/([\s"']|[^<]\/)(style|dir|on[a-z]+)(?=\s*[=/>])/gi, `$1${MARK}$2`)
    .replace(/<(?:base|track|(\/?)style)(?=[\s/>])/gi, (tag, end?: string) => {
      if (end === undefined) return tag + MARK;
      // Elements that hold text alone, as `style` does: one that the body does not have, or its end would end the other.
      textOnly ??= /noframes/i.test(html) ? 'noembed' : 'noframes';
      return `${MARK}<${end}${textOnly}`;
    });
}

/** The name of the attribute `style` as {@link parseInert} leaves it. */
export const STYLE = `${MARK}style`;

/** A carriage return comes from a character reference alone; written and read again, it would be a line feed. */
export function asWritten(text: string): string {
  return /[\r\x7f]/.test(text)
    ? text
        .replace(/\x7f(<\/?)no(?:embed|frames)/g, '$1style')
        .replaceAll(MARK, '')
        .replaceAll('\r', '\n')
    : text;
}

/** Bytes of UTF-8. */
const MAX_BYTES = 512 * 1024;
export const MAX_NODES = 20_000;
/** 20,000 elements that lie 40 deep, say. */
const MAX_STEPS = 1_600_000;
export const TOO_LARGE = `A story's body has more than ${MAX_BYTES / 1024} KiB or ${MAX_NODES} nodes and is left out. Shorten it, or link to it.`;

/** Elements without an end tag, with one that is often left out, and the leaves of drawings. */
const CLOSED_BY_ITSELF = names(
  'area base br col embed hr image img input link meta param source track wbr',
  'p li dt dd tr td th thead tbody tfoot colgroup caption option rt rp',
  'path circle ellipse rect line polyline polygon use stop',
);

/**
 * Too many bytes, or too much work for a parser, which it would do at one go: each tag may cost it as many steps as elements
 * are open. A few thousand unclosed elements keep Chromium busy for minutes.
 */
export function isTooLarge(html: string): boolean {
  // A UTF-16 unit takes three bytes at the most.
  if (html.length * 3 > MAX_BYTES && new TextEncoder().encode(html).length > MAX_BYTES) return true;
  // So few tags cannot take too many steps.
  if (html.split('<').length ** 2 < MAX_STEPS) return false;
  let tags = 0;
  let open = 0;
  let steps = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][^\s/<>]*)/gi)) {
    if (!CLOSED_BY_ITSELF.has(name.toLowerCase())) open = Math.max(0, open + (end ? -1 : 1));
    if (!end) tags++;
    steps += open;
  }
  return tags > MAX_NODES || steps > MAX_STEPS;
}
