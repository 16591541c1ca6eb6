import {html, type TemplateResult} from 'lit';
import type {Locale} from '../locales/index.js';

/** How long the confirmation stands in the place of the label: milliseconds. */
const CONFIRMATION = 3000;

/** Copies a text and says so in the button's own words, aloud too. Where copying is forbidden, nothing is claimed. */
export async function copyFrom(button: Element, text: string, label: string, locale: Locale): Promise<void> {
  const words = button.querySelector('[role=status]');
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return;
  }
  if (!words) return;
  words.textContent = locale.copied;
  setTimeout(() => (words.textContent = label), CONFIRMATION);
}

export function copyButton(text: string, label: string, locale: Locale): TemplateResult {
  return html`<button
    type="button"
    part="controls"
    @click=${(event: Event) => event.currentTarget instanceof Element && copyFrom(event.currentTarget, text, label, locale)}
  >
    <span role="status" .textContent=${label}></span>
  </button>`;
}
