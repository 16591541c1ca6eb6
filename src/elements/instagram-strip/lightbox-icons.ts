import {html, type TemplateResult} from 'lit';

/** Drawn on 24 units. The scroller has a chevron of its own: shared, it would be a file more before the strip is whole. */
export const cross = drawn('m5 5 14 14M19 5 5 19');
/** Points on in the direction of reading, where the dialog's CSS turns it. */
export const chevron = drawn('m9 5 7 7-7 7');

function drawn(path: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">
    <path d=${path} fill="none" stroke="currentColor" stroke-width="2.5" />
  </svg>`;
}
