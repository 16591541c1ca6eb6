/** A body without a parser: on a server, to take over what it has rendered, and where the page allows none. */
import {UntrustedHtml} from './feed.js';
import {textOf} from './plain-text.js';
import {NO_PARSER} from './trusted-types.js';

/** For the builder, where the page allows no parser. */
export const WARNING = `A story shows as plain text. ${NO_PARSER}`;

/** Its words, in paragraphs where its blocks end. */
export function plainParagraphs(body: UntrustedHtml): string[] {
  return UntrustedHtml.reveal(body)
    .replace(/<(script|style|svg|math)\b[^]*?(<\/\1\s*>|$)/gi, '')
    .split(/<(?:\/(?:p|div|h[1-6]|li|tr|dt|dd|blockquote|figure|pre)|br)\b[^<>]*>/i)
    .map((part) => textOf(part))
    .filter(Boolean);
}
