import {html, type TemplateResult} from 'lit';
import type {Locale} from '../../locales/index.js';
import {addDays, isoDay, parseDay} from './day.js';
import {dayControlsStyles} from './day-controls.styles.js';

interface DayControls {
  /** Midnight UTC. */
  day: Date;
  /** What a screen reader says when it changes. */
  announcement: string;
  locale: Locale;
  /** Told of an ISO date, empty when the field was cleared. */
  onDay: (day: string) => void;
  /** Where they stand. */
  root: ShadowRoot | null;
}

/** The day before, any day, the day after. */
export function dayControls({day, announcement, locale, onDay, root}: DayControls): TemplateResult {
  const {styleSheet} = dayControlsStyles;
  if (root && styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  const step = (days: number, label: string, sign: string) => {
    const to = isoDay(addDays(day, days));
    // The years end where the date field's do.
    const isDisabled = !parseDay(to, day);
    return html`<button
      type="button"
      aria-label=${label}
      title=${label}
      ?disabled=${isDisabled}
      @click=${() => onDay(to)}
    >
      ${sign}
    </button>`;
  };
  const onChange = ({currentTarget}: Event) => currentTarget instanceof HTMLInputElement && onDay(currentTarget.value);
  return html`<div part="controls" class="days">
    ${step(-1, locale.previousDay, '‹')}
    <input type="date" aria-label=${locale.chooseDay} .value=${isoDay(day)} @change=${onChange} />
    ${step(1, locale.nextDay, '›')}
    <span role="status" class="visually-hidden">${announcement}</span>
  </div>`;
}
