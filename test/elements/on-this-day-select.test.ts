import {expect} from '@open-wc/testing';
import {calendarNamed} from '../../src/elements/on-this-day/calendar.js';
import {choose} from '../../src/elements/on-this-day/choose.js';
import {dayOf, isoDay, parseDay, today} from '../../src/elements/on-this-day/day.js';
import {onThisDay, selectDay, type DayOptions} from '../../src/elements/on-this-day/select.js';
import {addresses} from '../../src/elements/on-this-day/address.js';
import {mergeFeeds} from '../../src/feed/merge.js';
import {worldItems} from '../../src/elements/on-this-day/world.js';
import {createFeed, createItem, type Item} from '../../src/feed/feed.js';

const event = (year: number | undefined, month?: number, day?: number, fields: Partial<Item> = {}): Item =>
  createItem([year, month, day].join('-'), {eventDate: {year, month, day}, ...fields});
const published = (date: string, fields: Partial<Item> = {}): Item =>
  createItem(date, {datePublished: new Date(date), ...fields});
const ids = (...args: Parameters<typeof onThisDay>) => onThisDay(...args).map(({item}) => item.id);
const november13 = dayOf(2026, 11, 13);
/** The zones at both ends of the day, those of the first readers, and UTC. */
const ZONES = ['UTC', 'Asia/Baghdad', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Niue'];

describe('on this day: which items belong to a day', () => {
  it('finds events of any year, the newest first, and counts the years', () => {
    const items = [event(-330, 11, 13), event(2002, 11, 13), event(1957, 11, 13), event(1957, 11, 14)];
    expect(onThisDay(items, november13).map(({year, yearsAgo}) => [year, yearsAgo])).to.deep.equal([
      [2002, 24],
      [1957, 69],
      [-330, 2356],
    ]);
  });

  it('counts through the year 1 BC, and bears years that no Date can hold', () => {
    const items = [event(0, 11, 13), event(1, 11, 13), event(-271900, 11, 13), event(275760, 9, 13)];
    expect(onThisDay(items, november13).map(({yearsAgo}) => yearsAgo)).to.deep.equal([2025, 2026, 273926]);
    expect(ids(items.slice(2), november13, {calendar: calendarNamed('persian')})).to.deep.equal([]);
  });

  it('gives a year alone, or a month, no day', () => {
    const dated = createItem('x', {eventDate: {year: 2002}, datePublished: new Date('2020-11-13T12:00:00Z')});
    expect(ids([event(2002), event(2002, 11), dated], november13)).to.deep.equal([]);
  });

  it('shows what comes every year last, without a year', () => {
    const [first, second] = onThisDay([event(undefined, 11, 13), event(1957, 11, 13)], november13);
    expect(first?.year).to.equal(1957);
    expect(second).to.have.keys('item');
  });

  it('leaves out what is of this very day, or later', () => {
    expect(ids([event(2026, 11, 13), event(2027, 11, 13), event(275760, 11, 13)], november13)).to.deep.equal([]);
    expect(ids([event(2026, 11, 13)], dayOf(2027, 11, 13))).to.have.length(1);
  });

  it('shows 29 February on 28 February of years that lack it, and on no other day', () => {
    const leap = [event(1996, 2, 29), event(undefined, 2, 29)];
    expect(ids(leap, dayOf(2026, 2, 28))).to.have.length(2);
    expect(ids(leap, dayOf(2026, 3, 1))).to.deep.equal([]);
    expect(ids(leap, dayOf(2028, 2, 28))).to.deep.equal([]);
    expect(ids(leap, dayOf(2028, 2, 29))).to.have.length(2);
    expect(ids([event(1996, 2, 28)], dayOf(2028, 2, 29))).to.deep.equal([]);
    expect(ids(leap, dayOf(2100, 2, 28))).to.have.length(2);
  });

  for (const [moment, days] of Object.entries({
    '2020-11-12T22:30:00Z': [12, 13, 12, 13, 12],
    '2020-11-13T10:30:00Z': [13, 13, 13, 14, 12],
    '2020-11-13T22:30:00Z': [13, 14, 13, 14, 13],
    // Half past one, twice, on the night when summer time ended in Los Angeles; and an hour that summer time skipped.
    '2020-11-01T09:30:00Z': [1, 1, 1, 1, 0],
    '2020-11-01T08:30:00Z': [1, 1, 1, 1, 0],
    '2020-03-08T10:00:00Z': [8, 8, 8, 9, 7],
  }))
    ZONES.forEach((timeZone, n) => {
      it(`reads ${moment} in ${timeZone} as the publisher's day`, () => {
        const month = Number(moment.slice(5, 7));
        const day = dayOf(2026, month, days[n] ?? NaN);
        for (const apart of [-1, 0, 1]) {
          const candidate = new Date(day.getTime() + apart * 86_400_000);
          expect(ids([published(moment)], candidate, {timeZone}), isoDay(candidate)).to.have.length(apart ? 0 : 1);
        }
      });
    });

  it('reads the year of a text that begins as the seed page’s does', () => {
    const text = (contentText: string) => published('2026-11-13T06:00:00Z', {contentText});
    const years = (item: Item, phrase = 'On this day') =>
      onThisDay([item], november13, {timeZone: 'UTC', phrase}).map(({year}) => year);
    expect(years(text('On this day, 2002, the government accepted the right of inspectors.'))).to.deep.equal([2002]);
    expect(years(text('في مثل هذا اليوم من عام ٢٠٠٢، قبلت الحكومة'), 'في مثل هذا اليوم')).to.deep.equal([2002]);
    expect(years(text('On this day, 1500 people met.'))).to.deep.equal([]);
    expect(years(text('Later, 2002, it rained.'))).to.deep.equal([]);
  });
});

describe('on this day: other calendars', () => {
  it('compares the day and the event in the Persian calendar', () => {
    // 22 Aban is 13 November in most years, 12 or 14 in others.
    const items = [event(2002, 11, 13), event(2004, 11, 12), event(2004, 11, 13), event(1957, 11, 13)];
    const found = onThisDay(items, november13, {calendar: calendarNamed('persian')});
    expect(found.map(({item, yearsAgo}) => [item.id, yearsAgo])).to.deep.equal([
      ['2004-11-12', 22],
      ['2002-11-13', 24],
      ['1957-11-13', 69],
    ]);
  });

  it('shows 30 Esfand on 29 Esfand of years that lack it', () => {
    const esfand30 = [event(2025, 3, 20)];
    expect(ids(esfand30, dayOf(2026, 3, 20), {calendar: calendarNamed('persian')})).to.have.length(1);
    expect(ids(esfand30, dayOf(2026, 3, 21), {calendar: calendarNamed('persian')})).to.deep.equal([]);
  });

  it('compares the day and the event in the Umm al-Qura calendar, and counts its years', () => {
    // 1 Ramadan of 1446, 1445 and 1420.
    const items = [event(2024, 3, 11), event(1999, 12, 9), event(2024, 3, 1)];
    const found = onThisDay(items, dayOf(2025, 3, 1), {calendar: calendarNamed('islamic-umalqura')});
    expect(found.map(({item, yearsAgo}) => [item.id, yearsAgo])).to.deep.equal([
      ['2024-3-11', 1],
      ['1999-12-9', 26],
    ]);
  });

  it('finds Adar of common Hebrew years in Adar II, and Adar I in Adar', () => {
    const hebrew = {calendar: calendarNamed('hebrew')};
    const [adar, adarI, adarII] = [event(2023, 3, 3), event(2024, 2, 19), event(2024, 3, 20)];
    expect(ids([adar], dayOf(2024, 3, 20), hebrew), '10 Adar II').to.have.length(1);
    expect(ids([adar, adarII], dayOf(2027, 2, 17), hebrew), '10 Adar I').to.deep.equal([]);
    expect(ids([adarI, adarII], dayOf(2025, 3, 10), hebrew), '10 Adar').to.deep.equal(['2024-3-20', '2024-2-19']);
    expect(ids([adarI], dayOf(2027, 3, 19), hebrew), '10 Adar II').to.deep.equal([]);
  });

  it('reads publications in the publisher’s zone and then in the calendar', () => {
    const items = [published('2002-11-12T22:30:00Z')];
    expect(ids(items, november13, {calendar: calendarNamed('persian'), timeZone: 'Asia/Baghdad'})).to.have.length(1);
    expect(ids(items, november13, {calendar: calendarNamed('persian'), timeZone: 'UTC'})).to.deep.equal([]);
  });
});

describe('on this day: what of a day is shown', () => {
  const archive = (...items: Item[]) => createFeed('json-feed', {title: 'Archive', items, dropped: 0});
  const world = (...items: Item[]) => createFeed('wikimedia', {title: 'Wikipedia', items, dropped: 0});
  const select = (
    feed: ReturnType<typeof archive>,
    {types = [], ...options}: Partial<DayOptions> & {types?: string[]} = {},
    day = november13,
  ) =>
    selectDay(feed, day, {
      limit: 5,
      timeZone: 'UTC',
      worldItems: (feed, day) => worldItems(feed, day, types),
      ...options,
    });
  const kind = (...tags: string[]) => ({tags});

  it('balances the centuries when there is more than its limit', () => {
    const years = [2020, 2019, 2018, 2017, 1990, 1980, 1850, 1700, 300, -330];
    const entries = years.map((year) => ({item: event(year), year, yearsAgo: 2026 - year}));
    const chosen = (limit: number) => choose(entries, limit).map(({year}) => year);
    expect(chosen(10)).to.deep.equal(years);
    expect(chosen(6)).to.deep.equal([2020, 1990, 1850, 1700, 300, -330]);
    expect(chosen(8)).to.deep.equal([2020, 2019, 1990, 1980, 1850, 1700, 300, -330]);
    expect(chosen(3)).to.deep.equal([2020, 1700, -330]);
    expect(chosen(1)).to.deep.equal([2020]);
    expect(chosen(0)).to.deep.equal([]);
  });

  it('puts the site’s own first and fills up with the world', () => {
    const feed = mergeFeeds([
      archive(event(1957, 11, 13), event(2002, 11, 13)),
      world(event(2015, 11, 13, kind('events')), event(1835, 11, 13, kind('events'))),
    ]);
    expect(select(feed).items.map(({id}) => id)).to.deep.equal([
      '2002-11-13',
      '1957-11-13',
      '2015-11-13',
      '1835-11-13',
    ]);
    expect(
      select(feed, {limit: 3})
        .items.map(({id}) => id)
        .slice(0, 2),
    ).to.deep.equal(['2002-11-13', '1957-11-13']);
    expect(select(feed, {limit: 3}).items).to.have.length(3);
  });

  it('chooses among Wikimedia’s lists, and never leaves out the site’s own', () => {
    const feed = mergeFeeds([
      archive(event(1957, 11, 13, kind('railway'))),
      world(
        event(2015, 11, 13, kind('events')),
        event(1901, 11, 13, kind('births')),
        event(undefined, 11, 13, kind('holidays')),
      ),
    ]);
    const years = (types: string[]) => select(feed, {types}).entries.map(({year}) => year);
    expect(years([])).to.deep.equal([1957, 2015]);
    expect(years(['births', 'holidays'])).to.deep.equal([1957, 1901, undefined]);
    const births = world(event(1901, 11, 13, kind('births')));
    expect(select(births).items, 'a source of births alone').to.have.length(1);
  });

  it('shows an event once that an editor has told in other words', () => {
    const on = (path: string) => [{title: path, url: `https://en.wikipedia.org/wiki/${path}`}];
    const told = (id: string, year: number, path: string, ...tags: string[]) =>
      createItem(id, {eventDate: {year, month: 11, day: 13}, tags, links: [...on('Somewhere'), ...on(path)]});
    const feed = world(
      told('chosen', 1918, 'Armistice', 'selected'),
      told('again', 1918, 'Armistice', 'events'),
      told('both', 1957, 'Bridge', 'selected', 'events'),
      told('next year', 1919, 'Armistice', 'events'),
      createItem('other', {eventDate: {year: 1918, month: 11, day: 13}, tags: ['events'], links: on('Flood')}),
    );
    expect(select(feed).items.map(({id}) => id)).to.deep.equal(['both', 'next year', 'chosen', 'other']);
    expect(select(feed, {types: ['events']}).items.map(({id}) => id)).to.include('again');
  });

  it('takes a Wikimedia list that names no day for the day that was asked for', () => {
    expect(select(world(event(1901, undefined, undefined, kind('events')))).items).to.have.length(1);
    expect(select(archive(event(1901))).items).to.deep.equal([]);
  });

  it('finds the nearest day that has something, over the turn of the year too', () => {
    const feed = archive(event(1957, 12, 30), event(1957, 1, 4), event(1957, 7, 1));
    const on = (day: Date) => isoDay(select(feed, {nearest: true}, day).day);
    expect(on(dayOf(2026, 1, 1))).to.equal('2025-12-30');
    expect(on(dayOf(2026, 1, 2))).to.equal('2026-01-04');
    expect(on(dayOf(2026, 1, 4))).to.equal('2026-01-04');
    expect(on(dayOf(2026, 10, 1))).to.equal('2026-12-30');
    expect(isoDay(select(feed, {}, dayOf(2026, 1, 1)).day)).to.equal('2026-01-01');
    expect(select(archive(), {nearest: true}).items).to.deep.equal([]);
    expect(select(archive(event(2026, 11, 12)), {nearest: true}).items, 'yesterday’s news').to.deep.equal([]);
  });

  it('shows one alone, the same for everybody, another one each year', () => {
    const feed = archive(event(2002, 11, 13), event(1957, 11, 13), event(1900, 11, 13));
    const shown = [2024, 2025, 2026].map((year) => select(feed, {single: true}, dayOf(year, 11, 13)).items);
    expect(shown.map(({length}) => length)).to.deep.equal([1, 1, 1]);
    expect(new Set(shown.map(([item]) => item?.id)).size).to.equal(3);
  });
});

describe('on this day: days', () => {
  const AT_MIDNIGHT = [
    // Before, at and after midnight in Baghdad, of 31 December and 29 February.
    ['2026-12-31T20:59:59Z', 'Asia/Baghdad', '2026-12-31'],
    ['2026-12-31T21:00:00Z', 'Asia/Baghdad', '2027-01-01'],
    ['2028-02-28T21:00:00Z', 'Asia/Baghdad', '2028-02-29'],
    ['2028-02-29T21:00:00Z', 'Asia/Baghdad', '2028-03-01'],
    ['2026-12-31T09:59:59Z', 'Pacific/Kiritimati', '2026-12-31'],
    ['2026-12-31T10:00:00Z', 'Pacific/Kiritimati', '2027-01-01'],
    ['2027-01-01T10:59:59Z', 'Pacific/Niue', '2026-12-31'],
    ['2027-01-01T11:00:00Z', 'Pacific/Niue', '2027-01-01'],
    ['2026-12-31T23:59:59Z', 'UTC', '2026-12-31'],
    ['2027-01-01T00:00:00Z', 'UTC', '2027-01-01'],
    // Summer time begins on 8 March and ends on 1 November.
    ['2026-03-08T07:59:59Z', 'America/Los_Angeles', '2026-03-07'],
    ['2026-03-08T08:00:00Z', 'America/Los_Angeles', '2026-03-08'],
    ['2026-03-09T06:59:59Z', 'America/Los_Angeles', '2026-03-08'],
    ['2026-03-09T07:00:00Z', 'America/Los_Angeles', '2026-03-09'],
    ['2026-11-02T07:59:59Z', 'America/Los_Angeles', '2026-11-01'],
    ['2026-11-02T08:00:00Z', 'America/Los_Angeles', '2026-11-02'],
  ] as const;
  for (const [moment, zone, day] of AT_MIDNIGHT)
    it(`is ${day} at ${moment} in ${zone}`, () => {
      expect(isoDay(today(zone, Date.parse(moment)))).to.equal(day);
    });

  it('is the browser’s own day without a zone', () => {
    const noon = new Date(2026, 10, 13, 12).getTime();
    expect(isoDay(today(undefined, noon))).to.equal('2026-11-13');
    expect(isoDay(today(undefined, new Date(2026, 11, 31, 23, 59, 59).getTime()))).to.equal('2026-12-31');
    expect(isoDay(today(undefined, new Date(2027, 0, 1).getTime()))).to.equal('2027-01-01');
  });

  it('reads ISO dates and days of any year, and nothing else', () => {
    const parse = (text: string) => {
      const day = parseDay(text, november13);
      return day && isoDay(day);
    };
    expect(parse('2024-02-29')).to.equal('2024-02-29');
    expect(parse(' --12-24 ')).to.equal('2026-12-24');
    expect(parse('--02-29'), 'in a common year').to.equal('2026-02-28');
    expect(isoDay(parseDay('--02-29', dayOf(2028, 5, 1)) ?? november13)).to.equal('2028-02-29');
    expect(parse('0001-01-01')).to.equal('0001-01-01');
    expect(parse('9999-12-31')).to.equal('9999-12-31');
    const wrong = [
      '2026-02-29',
      '2026-02-30',
      '2026-13-01',
      '--00-10',
      '--11-31',
      '--02-30',
      'yesterday',
      '13 Nov',
      '0',
    ];
    for (const text of [...wrong, '0000-01-01', '275760-09-13', '+275760-09-13', '-0044-03-15', '---11-13'])
      expect(parse(text), text).to.equal(undefined);
  });
});

describe('on this day: addresses', () => {
  const world = 'https://api.wikimedia.org/feed/v1/wikipedia/{lang}/onthisday/all/{MM}/{DD}';

  it('fills month, day and language', () => {
    expect(addresses(`/archive.json ${world}`, dayOf(2026, 3, 9), 'ar-IQ-u-nu-arab')).to.deep.equal([
      '/archive.json',
      'https://api.wikimedia.org/feed/v1/wikipedia/ar/onthisday/all/03/09',
    ]);
  });

  it('does not ask Wikimedia in a language that it does not have', () => {
    expect(addresses(`/a/{lang}.json ${world}`, november13, 'ckb')).to.deep.equal(['/a/ckb.json']);
    expect(addresses(world.replace('{lang}', 'en'), november13, 'ckb')).to.have.length(1);
  });
});
