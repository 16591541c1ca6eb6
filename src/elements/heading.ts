import {html, type TemplateResult} from 'lit';

/** A heading of the level asked for, 1–6. Real heading elements, since assistive tools and reader modes look for them. */
export function heading(level: number, part: string, content: unknown): TemplateResult {
  switch (Math.min(level, 6)) {
    case 1:
      return html`<h1 part=${part} dir="auto">${content}</h1>`;
    case 2:
      return html`<h2 part=${part} dir="auto">${content}</h2>`;
    case 3:
      return html`<h3 part=${part} dir="auto">${content}</h3>`;
    case 4:
      return html`<h4 part=${part} dir="auto">${content}</h4>`;
    case 5:
      return html`<h5 part=${part} dir="auto">${content}</h5>`;
    default:
      return html`<h6 part=${part} dir="auto">${content}</h6>`;
  }
}
