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
  // No lookbehind: WebKit is slow at it.
  return (
    html
      .replace(/([\s"']|[^<]\/)(style|dir|on[a-z]+)(?=\s*[=/>])/gi, `$1${MARK}$2`)
      .replace(/<(\/?)(base|track|noframes)(?=[\s/>])/gi, `<$1$2${MARK}`)
      // It holds text alone, as `style` does. There is no other by now, whose end would end it.
      .replace(/<(\/?)style(?=[\s/>])/gi, `${MARK}<$1noframes`)
  );
}

/** The name of the attribute `style` as {@link parseInert} leaves it. */
export const STYLE = `${MARK}style`;

/** A carriage return comes from a character reference alone; written and read again, it would be a line feed. */
export function asWritten(text: string): string {
  return /[\r\x7f]/.test(text)
    ? text
        .replace(/\x7f(<\/?)noframes/g, '$1style')
        .replaceAll(MARK, '')
        .replaceAll('\r', '\n')
    : text;
}

/**
 * Where elements are made: unlike in the parsed document, no name in the feed's markup hides its methods. Undefined where
 * the page allows no parser.
 */
export const BLANK = openBlank();

function openBlank(): Document | undefined {
  try {
    return parseInert('');
  } catch {
    return undefined;
  }
}
