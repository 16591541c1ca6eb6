import {html} from 'lit';

/** Points on in the direction of reading, where `scroller.styles.ts` turns it. */
export const chevron = html`<svg class="chevron" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m9 5 7 7-7 7" fill="none" stroke="currentColor" stroke-width="2.5" />
</svg>`;
