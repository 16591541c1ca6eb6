import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isTimeZone} from '../../locales/dates.js';
import {parseDay, today} from './day.js';

interface AskedDayOptions {
  /** As written: an ISO date, `--11-13`, or empty for today. */
  date: () => string;
  timeZone: () => string | undefined;
  /** Tells the builder what is wrong, in words. */
  warn: (sentence: string) => void;
}

const MINUTE = 60_000;

/**
 * The day that a host was asked for. Where that is today, the host is updated when a new day begins: this looks at every
 * full minute instead of computing the next midnight, since daylight saving moves that, and a computer's sleep stops
 * timers but not the clock.
 */
export class AskedDay implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the host last asked: milliseconds. */
  #today: number | undefined;
  #zone: string | undefined;
  readonly #warnings = new Set<string>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: AskedDayOptions,
  ) {
    host.addController(this);
  }

  /** Midnight UTC. What is no day is today, and what is no time zone UTC, with a warning. */
  get day(): Date {
    const date = this.options.date();
    const zone = this.options.timeZone();
    if (zone && zone !== this.#zone && !isTimeZone(zone))
      this.#warn(`There is no time zone “${zone}”, so UTC is used. Write a name like Asia/Baghdad.`);
    this.#zone = zone;
    const now = today(zone);
    this.#today = now.getTime();
    const day = date ? parseDay(date, now) : now;
    if (!day) this.#warn(`“${date}” is no day. Write 2026-11-13, or --11-13 for that day of this year.`);
    return day ?? now;
  }

  #warn(sentence: string): void {
    if (!this.#warnings.has(sentence)) this.options.warn(sentence);
    this.#warnings.add(sentence);
  }

  hostConnected(): void {
    addEventListener('visibilitychange', this.#look);
    addEventListener('pageshow', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('visibilitychange', this.#look);
    removeEventListener('pageshow', this.#look);
    clearTimeout(this.#timer);
  }

  readonly #look = () => {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    const {date, timeZone} = this.options;
    if (!date() && this.#today !== undefined && this.#today !== today(timeZone()).getTime()) this.host.requestUpdate();
    this.#timer = setTimeout(this.#look, MINUTE - (Date.now() % MINUTE));
  };
}
