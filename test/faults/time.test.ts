import {expect} from '@open-wc/testing';
import {waitUntil} from '../browser/until.js';
import {configure} from '../../src/feed/index.js';
import {
  expectWarnings,
  fault,
  feedOf,
  list,
  log,
  next,
  put,
  shownText,
  store,
  TAGS,
  underInvariants,
} from '../browser/fault-page.js';

const YEARS = 10 * 365 * 86_400_000;

/** Sets the wall clock for the rest of the test; the monotonic one goes on. */
function setClock(offset: number): () => void {
  const now = Date.now.bind(Date);
  const Original = Date;
  Date.now = () => now() + offset;
  window.Date = new Proxy(Original, {
    construct: (target, values: unknown[]) =>
      Reflect.construct(target, values.length ? values : [now() + offset]) as object,
  });
  return () => {
    window.Date = Original;
    Date.now = now;
  };
}

describe('clock, time zone and locale', () => {
  underInvariants();

  describe('T1: the wall clock is wrong, or jumps', () => {
    for (const [name, offset] of [
      ['ten years ahead', YEARS],
      ['ten years behind', -YEARS],
    ] as const)
      it(`deadlines, waits and freshness are as ever: ${name}`, async () => {
        const restore = setClock(offset);
        try {
          const src = fault('503,ok');
          const element = list(src);
          await element.feedComplete;
          expect(element.state).to.equal('ready');
          element.refreshIfOlder();
          await list(src).feedComplete;
          expect(await log(src)).to.have.length(2);
          configure({timeout: 200, tries: 1});
          expect((await next(list(fault('hang')), 'feed-error')).code).to.equal('timeout');
        } finally {
          restore();
        }
      });

    it('a jump of an hour during a load changes nothing', async () => {
      const src = fault('ok', {delay: '100'});
      const element = list(src);
      await waitUntil(async () => (await log(src)).length === 1, '', {interval: 5});
      const restore = setClock(3_600_000);
      await element.feedComplete;
      element.refreshIfOlder();
      restore();
      expect(element.state).to.equal('ready');
      expect(await log(src)).to.have.length(1);
    });

    it('no element tells of a time that is still to come as of the past', async () => {
      const item = {
        id: 1,
        title: 'Later',
        date_published: new Date(Date.now() + YEARS).toISOString(),
        content_text: 'x',
      };
      for (const tag of TAGS) {
        const element = put(tag, {src: await store({body: feedOf([item])})});
        await element.feedComplete;
        expect(shownText(element), tag).not.to.match(/-\d+ (second|minute|hour|day|year)|\bago\b/);
      }
    });
  });

  it('T2: an item with any date is shown, and time has a datetime only when it is valid', async () => {
    const dates: [unknown, string | undefined][] = [
      [undefined, undefined],
      ['', undefined],
      [0, undefined],
      ['yesterday', undefined],
      ['2024-13-45', undefined],
      ['+275760-09-13T00:00:01Z', undefined],
      ['Sat, 02 Mar 2024 08:00:00 +0300', '2024-03-02T05:00:00.000Z'],
      ['2024-03-02T08:00:00', '2024-03-02T08:00:00.000Z'],
      ['2024-03-02', '2024-03-02T00:00:00.000Z'],
    ];
    for (const [date_published, expected] of dates) {
      const items = [{id: 1, title: 'Dated', content_text: 'Text.', date_published}];
      const element = put('news-article', {src: await store({body: feedOf(items)})});
      await element.feedComplete;
      expect(shownText(element)).to.contain('Dated').and.not.contain('Invalid');
      const times = [...(element.shadowRoot?.querySelectorAll('time') ?? [])].map((time) => time.dateTime);
      expect(times, String(date_published)).to.deep.equal(expected ? [expected] : []);
      element.remove();
    }
  });

  it('T4: an unknown language or time zone falls back, and throws nothing', async () => {
    const item = {
      id: 1,
      title: 'Story',
      content_text: 'Text.',
      date_published: '2024-03-02T08:00:00Z',
      _news: {event_date: '--03-02'},
    };
    // An element may tell the builder of the zone.
    expectWarnings(7 * 3 * TAGS.length);
    for (const lang of ['x', 'xx-Unknown', 'not a tag', 'ar', 'en-u-ca-nonsense', 'i-klingon', ''])
      for (const timeZone of ['Mars/Olympus', 'Asia/Baghdad', '+99:99'])
        for (const tag of TAGS) {
          const element = put(tag, {
            src: await store({body: feedOf([item])}),
            lang,
            'time-zone': timeZone,
            date: '2025-03-02',
          });
          await element.feedComplete;
          expect(['ready', 'empty'], `${tag} ${lang} ${timeZone}`).to.include(element.state);
          element.remove();
        }
  }).timeout(60_000);
});
