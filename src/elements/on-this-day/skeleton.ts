import {html, nothing, type TemplateResult} from 'lit';

/** Rows: what is further down stands in nobody's view. */
const MAX_ROWS = 8;

/** As tall as what is coming usually is, so that what stands below the element moves as little as can be. */
export function skeleton(layout: string, limit: number, hasControls: boolean): TemplateResult {
  const [rows, lines] = layout === 'single' ? [1, 8] : [Math.min(limit, MAX_ROWS), 4];
  const line = html`<i></i>`;
  const row = html`<li class="entry">
    <p class="when">${line}</p>
    <div class="words">${Array(lines).fill(line)}</div>
    <i class="picture"></i>
  </li>`;
  return html`<div class="rule"><i class="short"></i></div>
    ${hasControls ? html`<div class="days"></div>` : nothing}
    <ol class=${layout}>
      ${Array(rows).fill(row)}
    </ol>`;
}
