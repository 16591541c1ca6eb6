/** The days that it is, and was, in each zone. Written by hand, since a calculation could share the fault that it looks for. */

/** UTC, +3, −8 with summer time, +14, −11: both ends of the day, and the first readers. */
export const ZONES = ['UTC', 'Asia/Baghdad', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Niue'];

/**
 * A moment, the last second before some midnight; the day then, in the order of the zones; the day one second later, where
 * that differs.
 */
export const MOMENTS = [
  // The turn of the year, as it goes round the earth.
  ['2026-12-31T09:59:59Z', '12-31 12-31 12-31 12-31 12-30', {'Pacific/Kiritimati': '01-01'}],
  ['2026-12-31T10:59:59Z', '12-31 12-31 12-31 01-01 12-30', {'Pacific/Niue': '12-31'}],
  ['2026-12-31T20:59:59Z', '12-31 12-31 12-31 01-01 12-31', {'Asia/Baghdad': '01-01'}],
  ['2026-12-31T23:59:59Z', '12-31 01-01 12-31 01-01 12-31', {UTC: '01-01'}],
  ['2027-01-01T07:59:59Z', '01-01 01-01 12-31 01-01 12-31', {'America/Los_Angeles': '01-01'}],
  // The end of February in a common year, and in a leap year.
  ['2027-02-28T07:59:59Z', '02-28 02-28 02-27 02-28 02-27', {'America/Los_Angeles': '02-28'}],
  ['2027-02-28T20:59:59Z', '02-28 02-28 02-28 03-01 02-28', {'Asia/Baghdad': '03-01'}],
  ['2028-02-28T20:59:59Z', '02-28 02-28 02-28 02-29 02-28', {'Asia/Baghdad': '02-29'}],
  ['2028-02-29T23:59:59Z', '02-29 03-01 02-29 03-01 02-29', {UTC: '03-01'}],
  ['2028-03-01T10:59:59Z', '03-01 03-01 03-01 03-02 02-29', {'Pacific/Niue': '03-01'}],
  // Summer time begins in Los Angeles: before that day, at the hour that is skipped, after a day of 23 hours.
  ['2026-03-08T07:59:59Z', '03-08 03-08 03-07 03-08 03-07', {'America/Los_Angeles': '03-08'}],
  ['2026-03-08T09:59:59Z', '03-08 03-08 03-08 03-08 03-07', {'Pacific/Kiritimati': '03-09'}],
  ['2026-03-09T06:59:59Z', '03-09 03-09 03-08 03-09 03-08', {'America/Los_Angeles': '03-09'}],
  // It ends: before that day, at the hour that comes twice, after a day of 25 hours.
  ['2026-11-01T06:59:59Z', '11-01 11-01 10-31 11-01 10-31', {'America/Los_Angeles': '11-01'}],
  ['2026-11-01T08:59:59Z', '11-01 11-01 11-01 11-01 10-31', {}],
  ['2026-11-02T07:59:59Z', '11-02 11-02 11-01 11-02 11-01', {'America/Los_Angeles': '11-02'}],
  // Baghdad has no summer time any more.
  ['2026-09-30T20:59:59Z', '09-30 09-30 09-30 10-01 09-30', {'Asia/Baghdad': '10-01'}],
];

/** When stories were published, and the day that it was in each zone. */
export const PUBLISHED = [
  ['2020-12-31T20:59:59Z', '12-31 12-31 12-31 01-01 12-31'],
  ['2020-12-31T21:00:00Z', '12-31 01-01 12-31 01-01 12-31'],
  ['2021-01-01T10:59:59Z', '01-01 01-01 01-01 01-02 12-31'],
  ['2020-03-08T07:59:59Z', '03-08 03-08 03-07 03-08 03-07'],
  ['2020-03-09T06:59:59Z', '03-09 03-09 03-08 03-09 03-08'],
  ['2020-11-01T06:59:59Z', '11-01 11-01 10-31 11-01 10-31'],
  ['2020-11-02T07:59:59Z', '11-02 11-02 11-01 11-02 11-01'],
  ['2024-02-29T10:59:59Z', '02-29 02-29 02-29 03-01 02-28'],
  ['2024-02-29T21:00:00Z', '02-29 03-01 02-29 03-01 02-29'],
  // Baghdad had summer time then: it was half past midnight.
  ['2006-09-30T20:30:00Z', '09-30 10-01 09-30 10-01 09-30'],
];
