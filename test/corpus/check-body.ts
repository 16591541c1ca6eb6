/** Everything that is asserted of one hostile body, in whatever engine this runs. */
import {frameEmbed, quoteEmbed} from '../../src/feed/embeds.js';
import {UntrustedHtml} from '../../src/feed/feed.js';
import * as rare from '../../src/feed/rare-markup.js';
import {sanitize, type SanitizeOptions} from '../../src/feed/sanitize.js';
import {audit} from './audit.js';
import {BASE, differential} from './differential.js';

/** Nothing stands for an embed but what the feed quotes of it, so that all that is checked is made by the sanitizer. */
export const plainOptions = {
  headingLevel: 2,
  tableLabel: 'Table',
  rare,
  embed: (source, quote) => ((quote ? quoteEmbed : frameEmbed)(source) ? (quote ?? new Text()) : undefined),
} satisfies SanitizeOptions;

/** A fragment of what `sanitize` keeps; empty when it keeps nothing. */
export function sanitized(html: string, options: SanitizeOptions = plainOptions): DocumentFragment {
  return sanitize(new UntrustedHtml(html, BASE), options).content ?? new DocumentFragment();
}

function serialised(content: DocumentFragment): string {
  const holder = document.createElement('template');
  holder.content.append(content);
  return holder.innerHTML;
}

/** As a page would read the markup, but inert: in standards mode, inside an element. */
function reparsed(html: string): DocumentFragment {
  const page = new DOMParser().parseFromString(`<!doctype html><body><div></div>`, 'text/html');
  const holder = page.querySelector('div');
  if (!holder) throw new Error('the parser has lost the holder');
  holder.innerHTML = html;
  const content = new DocumentFragment();
  content.append(...holder.childNodes);
  return content;
}

/** What is wrong with the outcome, in words: rows C2, C3 and C4 of the fault table. */
export function checkBody(html: string, options?: SanitizeOptions): string[] {
  const clean = (markup: string) => sanitized(markup, options);
  const findings = audit(clean(html)).map((finding) => `C2 ${finding}`);
  const once = serialised(clean(html));
  const again = reparsed(once);
  findings.push(...audit(again).map((finding) => `C3 after reparsing: ${finding}`));
  const twice = serialised(again);
  if (twice !== once) findings.push(`C3 mutates when parsed again: ${firstDifference(once, twice)}`);
  // Nodes are compared: the order of attributes says nothing.
  if (!clean(once).isEqualNode(clean(html)))
    findings.push(`C3 a second pass differs: ${firstDifference(once, serialised(clean(once)))}`);
  findings.push(...differential(html, clean(html)).map((finding) => `C4 ${finding}`));
  return findings;
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at] && at < a.length) at++;
  return `${JSON.stringify(a.slice(Math.max(0, at - 60), at + 80))} → ${JSON.stringify(b.slice(Math.max(0, at - 60), at + 80))}`;
}
