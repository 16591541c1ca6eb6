#!/usr/bin/env node
/**
 * Is it the right day? Every engine that is installed runs in every zone (by the process' own `TZ`), with the clock set to
 * moments around midnights, and shows today there and in each other zone, before and after midnight.
 *
 * Prints, for each moment and zone, the day expected and the day shown by each engine; fails where one differs, or where
 * another story is shown than those of that day. `ENGINES=chromium,firefox` runs some of the engines.
 */
import {runInEngines} from '../corpus/engines.js';
import {MOMENTS, PUBLISHED, ZONES} from './days.js';

const dayIn = (zone, days) => days.split(' ')[ZONES.indexOf(zone)];
const days = new Set(MOMENTS.flatMap(([, before, after]) => [...before.split(' '), ...Object.values(after)]));
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Days',
  items: [
    ...[...days].map((day) => ({id: `event of ${day}`, title: `event of ${day}`, _news: {event_date: `1996-${day}`}})),
    ...PUBLISHED.map(([moment]) => ({id: moment, title: moment, date_published: moment})),
  ],
};

/** The titles on a day: 29 February comes on the 28th of years that lack it. */
function storiesOf(day, year, zone) {
  const isShort = day === '02-28' && year % 4 !== 0;
  const comesRound = (other) => other === day || (isShort && other === '02-29');
  return feed.items
    .filter(({title, date_published}) =>
      comesRound(date_published ? dayIn(zone, PUBLISHED.find(([moment]) => moment === title)[1]) : title.slice(-5)),
    )
    .map(({title}) => title)
    .sort();
}

/** What is to be seen: `31 December: event of 12-31, …`. */
function expected(day, moment, zone) {
  const year = Number(moment.slice(0, 4)) + (moment.slice(5, 7) === '12' && day === '01-01' ? 1 : 0);
  const [month, date] = day.split('-').map(Number);
  const name = new Date(Date.UTC(2000, month - 1, date)).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
  });
  return `${name}: ${storiesOf(day, year, zone).join(', ')}`;
}

const shown = new Map();
const wrong = [];
let checks = 0;

for (const processZone of ZONES) {
  process.env.TZ = processZone;
  await runInEngines(
    '../days/zones-page.ts',
    {'/feed.json': feed, '/moments.json': {MOMENTS, ZONES}},
    (engine, result) => {
      if (result.error) throw new Error(`${engine}: ${result.error}`);
      if (result.offset !== new Date('2026-07-01T00:00:00Z').getTimezoneOffset())
        throw new Error(`${engine} does not run in ${processZone}.`);
      for (const {moment, attribute, before, after} of result.rows) {
        const [, days, changes] = MOMENTS.find(([other]) => other === moment);
        const zone = attribute ?? processZone;
        const day = dayIn(zone, days);
        for (const [seen, due, when] of [
          [before, day, 'before'],
          [after, changes[zone] ?? day, 'after'],
        ]) {
          checks++;
          const wanted = expected(due, moment, zone);
          if (seen !== wanted)
            wrong.push(
              `${engine} in ${processZone}, ${moment} ${when}, time-zone ${attribute ?? 'none'}:\n  expected ${wanted}\n  shown    ${seen}`,
            );
        }
        const key = `${moment} ${zone}`;
        const seen = `${before.split(':')[0]} → ${after.split(':')[0]}`;
        const engines = shown.get(key) ?? {};
        engines[engine] = new Set([...(engines[engine] ?? []), seen]);
        shown.set(key, engines);
      }
      console.log(`${engine} in ${processZone}: ${result.rows.length} elements`);
    },
  );
}

console.log('');
for (const [moment, days, changes] of MOMENTS)
  for (const zone of ZONES) {
    const day = dayIn(zone, days);
    const due = `${day} → ${changes[zone] ?? day}`;
    const seen = Object.entries(shown.get(`${moment} ${zone}`) ?? {}).map(
      ([engine, texts]) => `${engine}: ${[...texts].join(' / ')}`,
    );
    console.log(`${moment}  ${zone.padEnd(20)} expected ${due}  ${seen.join('  ')}`);
  }
console.log(`\n${checks} checks, ${wrong.length} wrong`);
for (const line of wrong.slice(0, 40)) console.log(line);
process.exit(wrong.length ? 1 : 0);
