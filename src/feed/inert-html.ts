/** Markup read in a document that runs nothing and loads nothing, and that no policy of the page has to hear of. */
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
