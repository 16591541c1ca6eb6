import {html} from 'lit';

/** Drawn on 24 units. */
export const play = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5v14l11-7z" /></svg>`;
export const pages = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M5 3h11v2H6v11H4V4a1 1 0 0 1 1-1zm4 4h10a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z" />
</svg>`;
