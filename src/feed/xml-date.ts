import {date, dateOf} from './fields.js';

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** Minutes east of Greenwich. A name that is not here is UTC (RFC 5322 §4.3). */
const ZONES: Partial<Record<string, number>> = {
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
  bst: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180, jst: 540, aest: 600, aedt: 660,
}; // prettier-ignore

/** `12:16:00 +0100`, `, at 04:42 PM`, `10:00 GMT+2:00`: wherever it stands. */
const CLOCK =
  /(?:,?\s+at|,)?\s+(\d\d?):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:\s*([ap])\.?m\.?)?(?:\s*(?:gmt|utc)?(?:([+-]\d\d?):?(\d\d)|([a-z]{1,5})))?(?=\s|$)/;

/** `Tue, 22 Nov 2022`, `22-Nov-22`, `Friday, January 29, 2021` */
const NAMED = /^(?:[a-z]+\.?,?\s+)?(?:(\d\d?)[\s-]+)?([a-z]{3})[a-z]*\.?[\s-]+(?:(\d\d?),?\s+)?(\d{4}|\d\d)$/;

/** `22.11.2022`. The like with slashes is the month first in some countries, so that it is none. */
const POINTED = /^(\d\d?)\.(\d\d?)\.(\d{4}|\d\d)$/;

/** `2003-12`, `2003` (https://www.w3.org/TR/NOTE-datetime) */
const SHORT = /^(\d{4})(?:-(\d\d))?$/;

/** As {@link date}, and what else XML feeds have. A time without a zone is UTC. */
export function xmlDate(markup: string): Date | undefined {
  const text = (/datetime\s*=\s*["']([^"']+)/.exec(markup)?.[1] ?? markup).trim().toLowerCase();
  const [clock = '', hour = 0, minute = 0, second = 0, half, hours = '', minutes = '', zone = ''] =
    CLOCK.exec(text) ?? [];
  const rest = text.replace(clock, '');
  const [, before, name = '', after, namedYear] = NAMED.exec(rest) ?? [];
  const [, day = 1, number, pointedYear] = POINTED.exec(rest) ?? [];
  const [, shortYear, shortMonth = 1] = SHORT.exec(rest) ?? [];
  const year = namedYear ?? pointedYear ?? shortYear;
  if (!year) return date(text);
  return dateOf(
    Number(year) + (year.length > 2 ? 0 : Number(year) < 70 ? 2000 : 1900),
    // Of letters that are no month there is no whole number.
    name ? MONTHS.indexOf(name) / 3 + 1 : Number(number ?? shortMonth),
    Number(before ?? after ?? day),
    half ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : Number(hour),
    Number(minute),
    Number(second),
    hours ? Number(hours) * 60 + Number(hours.charAt(0) + minutes) : ZONES[zone],
  );
}
