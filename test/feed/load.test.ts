import {expect} from '@open-wc/testing';
import {configure, FeedError, loadFeed} from '../../src/feed/index.js';
import {limits} from '../../src/feed/load.js';
import {fault, log, store} from '../browser/fault-page.js';

const defaults = {...limits};
const failure = (url: string) =>
  loadFeed(url).then(
    () => expect.fail('It loaded.'),
    (error: unknown) => (error instanceof FeedError ? error : expect.fail(String(error))),
  );

describe('loadFeed', () => {
  beforeEach(() => configure({backoff: 5, maxBackoff: 10}));
  afterEach(() => configure(defaults));

  it('loads a feed, once for all who want it and while it is fresh', async () => {
    const url = fault('ok');
    const feeds = await Promise.all([loadFeed(url), loadFeed(url), loadFeed(`${url}#fragment`)]);
    feeds.push(await loadFeed(url));
    expect(new Set(feeds).size).to.equal(1);
    expect(feeds[0].title).to.equal('River Post');
    expect(await log(url)).to.have.length(1);
  });

  it('gives the same object again when nothing has changed', async () => {
    const url = fault('ok');
    expect(await loadFeed(url, {maxAge: 0})).to.equal(await loadFeed(url, {maxAge: 0}));
    expect(await log(url)).to.have.length(2);
  });

  it('rejects with the reason of a signal, and with it alone', async () => {
    const controller = new AbortController();
    const url = fault('ok', {delay: '100'});
    const [left, stayed] = [loadFeed(url, {signal: controller.signal}), loadFeed(url)];
    const reason = new Error('Left');
    controller.abort(reason);
    expect(await left.catch((error: unknown) => error)).to.equal(reason);
    expect((await stayed).items).to.have.length(3);
    expect(await loadFeed(url, {signal: controller.signal}).catch((error: unknown) => error)).to.equal(reason);
  });

  it('ends the request when the last of its users leaves', async () => {
    const controllers = [new AbortController(), new AbortController()];
    const url = fault('hang,ok');
    const loads = controllers.map(({signal}) => loadFeed(url, {signal}).catch(() => 'aborted'));
    for (const controller of controllers) controller.abort();
    expect(await Promise.all(loads)).to.deep.equal(['aborted', 'aborted']);
    const again = fault('ok');
    expect((await loadFeed(again)).items).to.have.length(3);
  });

  it('says in a FeedError what is wrong, how often it was tried, and whether a try may help', async () => {
    const final = await failure(fault('404'));
    expect([final.code, final.status, final.attempts, final.isTransient]).to.deep.equal(['http', 404, 1, false]);
    const passing = await failure(fault('503'));
    expect([passing.code, passing.status, passing.attempts, passing.isTransient]).to.deep.equal(['http', 503, 3, true]);
  });

  it('refuses what is no address of the web, without a request', async () => {
    for (const url of [
      'ftp://river.example/',
      'javascript:alert(1)',
      'data:text/plain,x',
      'https://',
      'file:///feed.json',
    ])
      expect((await failure(url)).attempts).to.equal(0);
  });

  it('forgets a failure: the next call asks again', async () => {
    const url = fault('404,ok');
    await failure(url);
    expect((await loadFeed(url)).items).to.have.length(3);
  });

  it('asks no second time where the server knows not how (501)', async () => {
    const url = fault('501,ok');
    expect(await failure(url)).to.include({status: 501, attempts: 1});
    expect(await log(url)).to.have.length(1);
  });

  it('asks a second time for JSON that was cut off, and not for what is broken', async () => {
    configure({backoff: 10, maxBackoff: 20});
    for (const [body, attempts] of [
      ['{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "a', 2],
      [`{"title": "${'\\"'.repeat(100_000)}`, 2],
      ['{"version": "https://jsonfeed.org/version/1.1", "items": [}]}', 1],
    ] as const) {
      const url = await store({body});
      expect(await failure(url)).to.include({code: 'parse', attempts});
      expect(await log(url)).to.have.length(attempts);
    }
  });

  it('keeps the last twenty feeds in memory', async () => {
    const urls = Array.from({length: 21}, () => fault('ok'));
    for (const url of urls) await loadFeed(url);
    await loadFeed(urls[20] ?? '');
    await loadFeed(urls[0] ?? '');
    expect(await log(urls[20] ?? '')).to.have.length(1);
    expect(await log(urls[0] ?? '')).to.have.length(2);
  });
});
