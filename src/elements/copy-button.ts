import {html, type TemplateResult} from 'lit';
import type {Locale} from '../locales/index.js';

/** How long the confirmation stands in the place of the label: milliseconds. */
const CONFIRMATION = 3000;

/**
 * Copies a text and says so in the button's own words, and aloud in the status behind it: inside it, a status would take the
 * button's name away. Where copying is forbidden, nothing is claimed.
 */
export async function copyFrom(button: Element, text: string, label: string, locale: Locale): Promise<void> {
  // The text alone: its neighbours are how Lit finds it again.
  const words = [...button.childNodes].filter((node) => node instanceof Text).find(({data}) => data.trim());
  const status = button.nextElementSibling;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return;
  }
  if (!words || !status) return;
  status.textContent = words.data = locale.copied;
  setTimeout(() => {
    words.data = label;
    status.textContent = '';
  }, CONFIRMATION);
}

export function copyButton(text: string, label: string, locale: Locale): TemplateResult {
  return html`<button
      type="button"
      part="controls"
      @click=${(event: Event) => event.currentTarget instanceof Element && copyFrom(event.currentTarget, text, label, locale)}
    >
      ${label}</button
    ><span class="visually-hidden" role="status"></span>`;
}
