import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isTimeZone} from '../../locales/days.js';
import {parseDay, today} from './day.js';

interface AskedDayOptions {
  /** As written: an ISO date, `--11-13`, or empty for today. */
  date: () => string;
  timeZone: () => string | undefined;
  /** Tells the builder what is wrong, in words, once. */
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
  /** The last one that was looked at, which is slow. */
  #zone: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: AskedDayOptions,
  ) {
    host.addController(this);
  }

  /** Midnight UTC. What is no day is today, and what is no time zone UTC, with a warning. */
  get day(): Date {
    const {options} = this;
    const date = options.date();
    const zone = options.timeZone();
    const now = today(zone);
    const day = date ? parseDay(date, now) : now;
    if (zone && zone !== this.#zone && !isTimeZone(zone))
      options.warn(`There is no time zone “${zone}”, so UTC is used. Write a name like Asia/Baghdad.`);
    if (!day) options.warn(`“${date}” is no day. Write 2026-11-13, or --11-13 for that day of this year.`);
    this.#zone = zone;
    this.#today = now.getTime();
    return day ?? now;
  }

  hostConnected(): void {
    this.look();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Updates the host if another day has begun since it asked for today. */
  readonly look = () => {
    const {host, options} = this;
    if (!options.date() && this.#today && this.#today !== today(options.timeZone()).getTime()) host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.look, MINUTE - (Date.now() % MINUTE));
  };
}
