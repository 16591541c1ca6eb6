import {html, type TemplateResult} from 'lit';

/** Words, and links among them. */
export type LinkedText = (string | TemplateResult)[];

/** @param isWhole for a link that is a text, and not a part of one */
export function link(url: string, words: string, isWhole = false): TemplateResult {
  return html`<a part="link" class=${isWhole ? 'whole' : ''} href=${url}>${words}</a>`;
}
