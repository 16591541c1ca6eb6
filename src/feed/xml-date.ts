import {date, dateOf} from './fields.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Minutes east of Greenwich. A name that is not here is UTC (RFC 5322 §4.3). */
const ZONES: Partial<Record<string, number>> = {
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
  bst: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180, jst: 540, aest: 600, aedt: 660,
}; // prettier-ignore

const WEEKDAY = String.raw`(?:[a-z]+\.?,?\s+)?`;
const MONTH = String.raw`(?<month>[a-z]{3})[a-z]*\.?`;
const TIME = String.raw`(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d(?:\.\d+)?))?(?:\s*(?<half>[ap])\.?m\.?)?`;
const ZONE = String.raw`(?:\s*(?:gmt|utc)?(?<zone>[+-]\d\d?:?\d\d|[a-z]{1,5}))?`;
const YEAR = String.raw`(?<year>\d{4}|\d\d)`;
const TIME_OF_DAY = String.raw`(?:,?\s+(?:at\s+)?${TIME}${ZONE})?`;

const PATTERNS = [
  // RFC 822 and its relatives: `Tue, 22 Nov 2022 12:16:00 +0100`, `22-Nov-22`
  String.raw`${WEEKDAY}(?<day>\d\d?)[\s-]+${MONTH}[\s-]+${YEAR}${TIME_OF_DAY}`,
  // `Friday, January 29, 2021 04:42 PM`
  String.raw`${WEEKDAY}${MONTH}\s+(?<day>\d\d?),?\s+(?<year>\d{4})${TIME_OF_DAY}`,
  // C's asctime: `Fri Jan 29 16:42:00 2021`
  String.raw`${WEEKDAY}${MONTH}\s+(?<day>\d\d?)\s+${TIME}${ZONE}\s+${YEAR}`,
  // `22.11.2022 12:16:00`. The like with slashes is the month first in some countries, so that it is none.
  String.raw`(?<day>\d\d?)\.(?<month>\d\d?)\.${YEAR}${TIME_OF_DAY}`,
  // `2003-12`, `2003` (https://www.w3.org/TR/NOTE-datetime)
  String.raw`(?<year>\d{4})(?:-(?<month>\d\d))?`,
].map((pattern) => new RegExp(`^${pattern}$`, 'i'));

/** As {@link date}, and what else XML feeds have. A time without a zone is UTC. */
export function xmlDate(markup: string): Date | undefined {
  const text = (/datetime\s*=\s*["']([^"']+)/.exec(markup)?.[1] ?? markup).trim();
  const parts = PATTERNS.map((pattern) => pattern.exec(text)?.groups).find(Boolean);
  if (!parts) return date(text);
  const {year = '', month = '1', day = 1, hour = 0, minute = 0, second = 0, half, zone = ''} = parts;
  return dateOf(
    Number(year) + (year.length > 2 ? 0 : Number(year) < 70 ? 2000 : 1900),
    Number(month) || MONTHS.indexOf(month.toLowerCase()) + 1,
    Number(day),
    half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour),
    Number(minute),
    Number(second),
    offsetOf(zone),
  );
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d?):?(\d\d)$/.exec(zone) ?? [];
  return sign ? Number(sign + '1') * (Number(hours) * 60 + Number(minutes)) : (ZONES[zone.toLowerCase()] ?? 0);
}
