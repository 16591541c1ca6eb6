import {html, type TemplateResult} from 'lit';
import type {Locale} from '../../locales/index.js';
import {addDays, isoDay} from './day.js';

/**
 * The day before, any day, the day after.
 *
 * @param day midnight UTC
 * @param announcement what a screen reader says when it changes
 * @param onDay told of an ISO date, empty when the field was cleared
 */
export function dayControls(
  day: Date,
  announcement: string,
  locale: Locale,
  onDay: (day: string) => void,
): TemplateResult {
  const step = (days: number, label: string, sign: string) =>
    html`<button type="button" aria-label=${label} title=${label} @click=${() => onDay(isoDay(addDays(day, days)))}>
      ${sign}
    </button>`;
  const onChange = ({currentTarget}: Event) => currentTarget instanceof HTMLInputElement && onDay(currentTarget.value);
  return html`<div part="controls" class="days">
    ${step(-1, locale.previousDay, '‹')}
    <input type="date" aria-label=${locale.chooseDay} .value=${isoDay(day)} @change=${onChange} />
    ${step(1, locale.nextDay, '›')}
    <span role="status" class="visually-hidden">${announcement}</span>
  </div>`;
}
