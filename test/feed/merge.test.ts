import {expect} from '@open-wc/testing';
import {createFeed, createItem, type Feed, type Item} from '../../src/feed/feed.js';
import {configure, FeedError, loadFeed, loadNextPage} from '../../src/feed/index.js';
import {limits} from '../../src/feed/load.js';
import {mergeFeeds} from '../../src/feed/merge.js';
import {fault, feedOf, log, replace, store} from '../browser/fault-page.js';

const defaults = {...limits};
const DAY = new Date('2026-03-04T12:00Z');

function feed(title: string, ...items: (Partial<Item> & {id: string})[]): Feed {
  const host = title.toLowerCase();
  return createFeed('json-feed', {
    title,
    url: `https://${host}.example/feed.json`,
    homePageUrl: `https://${host}.example/`,
    items: items.map(({id, ...item}) => createItem(id, {datePublished: DAY, ...item})),
    dropped: 1,
  });
}
const idsOf = ({items}: Feed) => items.map(({id}) => id);

describe('feeds that are merged', () => {
  it('show their items newest first, each knowing its feed and its language', () => {
    const river = {...feed('River', {id: 'r:1', datePublished: new Date('2026-03-01')}, {id: 'r:2'}), language: 'ar'};
    const hill = feed('Hill', {id: 'h:1', datePublished: new Date('2026-03-03'), language: 'fr'});
    const whole = mergeFeeds([river, hill]);
    expect(idsOf(whole)).to.deep.equal(['r:2', 'h:1', 'r:1']);
    expect(whole.items.map(({source, language}) => [source?.title, source?.url, language])).to.deep.equal([
      ['River', 'https://river.example/feed.json', 'ar'],
      ['Hill', 'https://hill.example/feed.json', 'fr'],
      ['River', 'https://river.example/feed.json', 'ar'],
    ]);
    expect(whole.items[0]?.source).to.equal(whole.items[2]?.source);
    expect(river.items[0], 'the feeds themselves stay as they are').not.to.have.property('source');
  });

  it('say of themselves what the first says, and are expired when all are', () => {
    const [river, hill] = [feed('River'), {...feed('Hill'), expired: true, nextUrl: 'https://hill.example/2'}];
    expect(mergeFeeds([river, hill])).to.include({
      title: 'River',
      url: 'https://river.example/feed.json',
      expired: false,
      dropped: 2,
      nextUrl: 'https://hill.example/2',
    });
    expect(mergeFeeds([hill, {...river, expired: true}]).expired).to.be.true;
  });

  const same: [string, Partial<Item>, Partial<Item>][] = [
    ['id', {id: 'tag:news.example,2026:1'}, {id: 'tag:news.example,2026:1'}],
    [
      'address, whatever counts its readers',
      {url: 'https://news.example/bridge/?utm_source=rss#top'},
      {url: 'http://news.example/bridge'},
    ],
    ['title', {title: 'A new bridge for the river'}, {title: 'A new bridge for the river'}],
    [
      'title in other letters',
      {title: 'Mosul’s new bridge opens at last'},
      {title: "MOSUL'S NEW BRIDGE OPENS, AT LAST!"},
    ],
    [
      'title but for a word',
      {title: 'Governor opens the new bridge over the river in Mosul on Sunday'},
      {title: 'Governor opens new bridge over the river in Mosul on Sunday'},
    ],
    [
      'title in Arabic, with and without marks',
      {title: 'افتتاح جسر جديد في الموصل'},
      {title: 'افتتاح جِسر جديد في المـوصل'},
    ],
    [
      'title without blanks',
      {title: '摩苏尔新桥今日正式通车市民排队等候首批车辆通过'},
      {title: '摩苏尔新桥今日正式通车市民排队等候首批车辆通过'},
    ],
    [
      'title some hours later',
      {title: 'A new bridge for the river', datePublished: new Date('2026-03-04T20:00Z')},
      {title: 'A new bridge for the river', datePublished: new Date('2026-03-05T03:00Z')},
    ],
  ];
  for (const [what, first, second] of same)
    it(`show a story once that has the same ${what}`, () => {
      const whole = mergeFeeds([feed('River', {id: 'r:1', ...first}), feed('Hill', {id: 'h:1', ...second})]);
      expect(whole.items.map(({source}) => source?.title)).to.deep.equal(['River']);
    });

  const different: [string, Partial<Item>, Partial<Item>][] = [
    [
      'numbers that two sites gave',
      {id: '17', url: 'https://river.example/17'},
      {id: '17', url: 'https://hill.example/17'},
    ],
    ['a title of few words', {title: 'Weather today'}, {title: 'Weather today'}],
    [
      'one word of the title changed that matters',
      {title: 'Man killed in Mosul bombing'},
      {title: 'Woman killed in Mosul bombing'},
    ],
    [
      'another day',
      {title: 'A new bridge for the river', datePublished: new Date('2026-03-04')},
      {title: 'A new bridge for the river', datePublished: new Date('2026-03-06')},
    ],
    [
      'no date',
      {title: 'A new bridge for the river', datePublished: undefined},
      {title: 'A new bridge for the river', datePublished: undefined},
    ],
    ['the home page for an address', {url: 'https://river.example/'}, {url: 'https://hill.example/'}],
  ];
  for (const [what, first, second] of different)
    it(`show both stories that differ in: ${what}`, () => {
      const whole = mergeFeeds([feed('River', {id: 'r:1', ...first}), feed('Hill', {id: 'h:1', ...second})]);
      expect(whole.items).to.have.length(2);
      expect(new Set(idsOf(whole)).size, 'ids stay apart').to.equal(2);
    });

  it('compare nothing within one feed, whose publisher knows', () => {
    const twice = feed(
      'River',
      {id: 'r:1', title: 'Live from the river bank'},
      {id: 'r:2', title: 'Live from the river bank'},
    );
    expect(mergeFeeds([twice, feed('Hill')]).items).to.have.length(2);
  });

  it('take no long time, however alike the titles are', () => {
    const many = (title: string) =>
      feed(
        title,
        ...Array.from({length: 2000}, (_, n) => ({
          id: `${title}:${n}`,
          title: `Extraordinary story of number ${n} ${title}`,
        })),
      );
    const start = performance.now();
    expect(mergeFeeds([many('River'), many('Hill')]).items).to.have.length(2000);
    expect(performance.now() - start).to.be.below(2000);
  });
});

describe('several addresses in one src', () => {
  beforeEach(() => configure({backoff: 10, maxBackoff: 20}));
  afterEach(() => configure(defaults));

  const items = (title: string, day: number) => [
    {id: `${title}:${day}`, title, date_published: `2026-03-0${day}T00:00:00Z`},
  ];

  it('are loaded at once and merged, each asked for once', async () => {
    const [a, b] = [
      await store({body: feedOf(items('a', 1))}),
      await store({body: feedOf(items('b', 2), {title: 'Hill'})}),
    ];
    const [whole, again] = await Promise.all([loadFeed(` ${a}\n${b} ${a}`), loadFeed(`${a} ${b}`), loadFeed(a)]);
    expect(whole.items.map(({id, source}) => [id, source?.title])).to.deep.equal([
      ['b:2', 'Hill'],
      ['a:1', 'River Post'],
    ]);
    expect(again).to.equal(whole);
    expect([(await log(a)).length, (await log(b)).length]).to.deep.equal([1, 1]);
  });

  it('cost only themselves when they fail', async () => {
    const good = await store({body: feedOf(items('good', 1))});
    const [bad, none] = [fault('404'), 'ftp://river.example/'];
    const failures: FeedError[] = [];
    const whole = await loadFeed(`${bad} ${good} ${none}`, {onFailure: (error) => failures.push(error)});
    expect(idsOf(whole)).to.deep.equal(['good:1']);
    expect(failures.map(({code}) => code)).to.deep.equal(['http', 'network']);
    expect(failures[0]?.message).to.contain(bad);
  });

  it('fail with the first one’s error when all fail', async () => {
    const failures: FeedError[] = [];
    const error = await loadFeed(`${fault('404')} ${fault('410')}`, {onFailure: (error) => failures.push(error)}).catch(
      (error: unknown) => error,
    );
    expect(error).to.be.instanceOf(FeedError).and.to.include({code: 'http', status: 404});
    expect(failures).to.deep.equal([]);
  });

  it('are shown as they were when they fail later on', async () => {
    const [a, b] = [await store({body: feedOf(items('a', 1))}), await store({body: feedOf(items('b', 2))})];
    const whole = await loadFeed(`${a} ${b}`);
    await replace(b, {status: 404});
    const failures: FeedError[] = [];
    expect(await loadFeed(`${a} ${b}`, {maxAge: 0, onFailure: (error) => failures.push(error)})).to.equal(whole);
    expect(failures).to.have.length(1);
    await replace(a, {body: feedOf(items('a', 3))});
    expect(idsOf(await loadFeed(`${a} ${b}`, {maxAge: 0}))).to.deep.equal(['a:3', 'b:2']);
  });

  it('do not wait for one that hangs', async () => {
    configure({patience: 100});
    const good = await store({body: feedOf(items('good', 1))});
    const slow = fault('held');
    const failures: FeedError[] = [];
    const whole = await loadFeed(`${slow} ${good}`, {onFailure: (error) => failures.push(error)});
    expect(idsOf(whole)).to.deep.equal(['good:1']);
    expect(failures.map(({code, url}) => [code, url])).to.deep.equal([['timeout', slow]]);
  });

  it('are all given up when the reader goes away', async () => {
    const controller = new AbortController();
    const reason = new Error('gone');
    const end = loadFeed(`${fault('held')} ${fault('held')}`, {signal: controller.signal}).catch(
      (error: unknown) => error,
    );
    controller.abort(reason);
    expect(await end).to.equal(reason);
  });

  it('go on with the next page of each', async () => {
    const next = await store({body: feedOf(items('a', 1))});
    const a = await store({body: feedOf(items('a', 5), {next_url: next})});
    const b = await store({body: feedOf(items('b', 3))});
    const gone = await store({body: feedOf(items('c', 4), {next_url: fault('404')})});
    const first = await loadFeed(`${a} ${b} ${gone}`);
    const failures: FeedError[] = [];
    const longer = await loadNextPage(first, {onFailure: (error) => failures.push(error)});
    expect(longer && idsOf(longer)).to.deep.equal(['a:5', 'c:4', 'b:3', 'a:1']);
    expect(longer?.nextUrl).to.be.undefined;
    expect(failures).to.have.length(1);
    expect(longer && (await loadNextPage(longer))).to.be.undefined;
    const whole = await loadFeed(`${a} ${b} ${gone}`, {isEnough: () => false, onFailure: () => undefined});
    expect(whole).to.equal(longer);
  });
});
