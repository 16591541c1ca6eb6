import {expect} from '@open-wc/testing';
import {configure, loadFeed, loadNextPage, type Feed, type FeedError} from '../../src/feed/index.js';
import {limits} from '../../src/feed/load.js';
import {elsewhere, feedOf, log, replace, store} from '../browser/fault-page.js';

const defaults = {...limits};
/** So many newest first, numbered on from page to page. */
const itemsFrom = (first: number, count = 2) =>
  Array.from({length: count}, (_, n) => ({
    id: `item ${first + n}`,
    title: `Story number ${first + n}`,
    date_published: new Date(Date.UTC(2026, 0, 100 - first - n)).toISOString(),
  }));
const has = (count: number) => (feed: Feed) => feed.items.length >= count;
const idsOf = (feed: Feed | undefined) => feed?.items.map(({id}) => id);
const requestsOf = async (...addresses: string[]) => (await Promise.all(addresses.map(log))).map(({length}) => length);

/** A feed whose pages name each other in this order; the last one names none. Two items a page. */
async function chain(count: number): Promise<string[]> {
  const addresses = await Promise.all(Array.from({length: count}, () => store({})));
  for (const [n, address] of addresses.entries())
    await replace(address, {body: feedOf(itemsFrom(2 * n), {next_url: addresses[n + 1]})});
  return addresses;
}

describe('the pages of a feed', () => {
  before(() => configure({backoff: 10, maxBackoff: 20}));
  afterEach(() => configure(defaults));

  it('are loaded only as far as they are wanted', async () => {
    const pages = await chain(4);
    expect((await loadFeed(pages[0] ?? '')).items).to.have.length(2);
    expect((await loadFeed(pages[0] ?? '', {isEnough: has(2)})).items).to.have.length(2);
    expect(await requestsOf(...pages)).to.deep.equal([1, 0, 0, 0]);
    const feed = await loadFeed(pages[0] ?? '', {isEnough: has(5)});
    expect(idsOf(feed)).to.deep.equal(['item 0', 'item 1', 'item 2', 'item 3', 'item 4', 'item 5']);
    expect(feed).to.include({title: 'River Post', nextUrl: new URL(pages[3] ?? '', location.href).href});
    expect(await requestsOf(...pages)).to.deep.equal([1, 1, 1, 0]);
  });

  it('are five at most, whatever is wanted', async () => {
    const pages = await chain(7);
    const feed = await loadFeed(pages[0] ?? '', {isEnough: () => false});
    expect(feed.items).to.have.length(10);
    expect(await requestsOf(...pages)).to.deep.equal([1, 1, 1, 1, 1, 0, 0]);
  });

  it('never lead in a circle: to itself, to the first, to the one before', async () => {
    for (const back of [0, 1, 2]) {
      const pages = await chain(3);
      const last = {body: feedOf(itemsFrom(4), {next_url: pages[back]})};
      await replace(pages[2] ?? '', last);
      // What is in memory would hide that it is asked for again.
      const feed = await loadFeed(pages[0] ?? '', {isEnough: () => false, maxAge: 0});
      expect(feed.items).to.have.length(6);
      expect(feed.nextUrl).to.be.undefined;
      expect(await requestsOf(...pages)).to.deep.equal([1, 1, 1]);
    }
    const own = await store({});
    await replace(own, {body: feedOf(itemsFrom(0), {next_url: own})});
    expect(await loadFeed(own, {isEnough: () => false, maxAge: 0})).to.include({nextUrl: undefined});
    expect(await requestsOf(own)).to.deep.equal([1]);
  });

  it('end with one that brings nothing new, and show what stands on two of them once', async () => {
    const pages = await chain(3);
    await replace(pages[1] ?? '', {body: feedOf([...itemsFrom(1), ...itemsFrom(2)], {next_url: pages[2]})});
    await replace(pages[2] ?? '', {body: feedOf(itemsFrom(0, 3), {next_url: `${pages[2] ?? ''}&page=4`})});
    const feed = await loadFeed(pages[0] ?? '', {isEnough: () => false});
    expect(idsOf(feed)).to.deep.equal(['item 0', 'item 1', 'item 2', 'item 3']);
    expect(feed.nextUrl).to.be.undefined;
    expect(await requestsOf(...pages)).to.deep.equal([1, 1, 1]);
  });

  it('that fail cost only themselves, once told', async () => {
    const pages = await chain(3);
    await replace(pages[1] ?? '', {status: 404});
    const failures: FeedError[] = [];
    const feed = await loadFeed(pages[0] ?? '', {isEnough: has(5), onFailure: (error) => failures.push(error)});
    expect(feed.items).to.have.length(2);
    expect(failures.map(({status, url}) => [status, url])).to.deep.equal([[404, feed.nextUrl]]);
  });

  it('that fail later on are shown as they were', async () => {
    const pages = await chain(2);
    const first = await loadFeed(pages[0] ?? '', {isEnough: has(4)});
    await replace(pages[1] ?? '', {status: 404});
    const failures: FeedError[] = [];
    const options = {isEnough: has(4), maxAge: 0, onFailure: (error: FeedError) => failures.push(error)};
    expect(await loadFeed(pages[0] ?? '', options)).to.equal(first);
    expect(failures).to.have.length(1);
  });

  it('make the same feed again when nothing has changed, and another one when something has', async () => {
    const pages = await chain(2);
    const load = () => loadFeed(pages[0] ?? '', {isEnough: has(4), maxAge: 0});
    const feed = await load();
    expect(await load()).to.equal(feed);
    await replace(pages[1] ?? '', {body: feedOf(itemsFrom(2, 3))});
    expect(idsOf(await load())).to.have.length(5);
  });

  it('stop when the reader goes away', async () => {
    const pages = await chain(3);
    const controller = new AbortController();
    const reason = new Error('gone');
    const isEnough = () => {
      controller.abort(reason);
      return false;
    };
    const end = await loadFeed(pages[0] ?? '', {isEnough, signal: controller.signal}).catch((error: unknown) => error);
    expect(end).to.equal(reason);
    expect(await requestsOf(...pages)).to.deep.equal([1, 0, 0]);
  });

  it('are asked one by one by loadNextPage, which has no limit but the end', async () => {
    const pages = await chain(7);
    const first = await loadFeed(pages[0] ?? '');
    let feed: Feed | undefined = first;
    for (let page = 2; page <= 7; page++) {
      feed = feed && (await loadNextPage(feed));
      expect(feed?.items).to.have.length(2 * page);
    }
    expect(first.items, 'the feed that was given stays as it is').to.have.length(2);
    expect(feed?.nextUrl).to.be.undefined;
    expect(feed && (await loadNextPage(feed))).to.be.undefined;
  });

  it('can be asked for again by loadNextPage when one has failed', async () => {
    const pages = await chain(2);
    await replace(pages[1] ?? '', {status: 404});
    const feed = await loadFeed(pages[0] ?? '');
    const error = await loadNextPage(feed).catch((error: unknown) => error);
    expect(error).to.include({code: 'http', status: 404});
    await replace(pages[1] ?? '', {body: feedOf(itemsFrom(2))});
    expect((await loadNextPage(feed))?.items).to.have.length(4);
  });

  it('are numbered in WordPress, and end with its error 400', async () => {
    const posts = (first: number) => ({
      body: JSON.stringify(
        itemsFrom(first).map(({id, title, date_published}, n) => ({
          id: first + n,
          link: `https://news.example/${encodeURIComponent(id)}`,
          title: {rendered: title},
          date_gmt: date_published.slice(0, 19),
        })),
      ),
    });
    const address = `${await store(posts(0))}&rest_route=/wp/v2/posts&per_page=2`;
    const key = new URLSearchParams(address.split('?')[1]).get('n') ?? '';
    const failures: FeedError[] = [];
    const asked: (string | null)[] = [];
    const isEnough = () => {
      asked.push('');
      return false;
    };
    const first = await loadFeed(address);
    await replace(`/stored?n=${key}`, posts(2));
    const second = await loadNextPage(first);
    expect(second?.items.map(({id}) => id)).to.deep.equal(['0', '1', '2', '3']);
    await replace(`/stored?n=${key}`, {status: 400, body: '{"code": "rest_post_invalid_page_number"}'});
    expect(second && (await loadNextPage(second))).to.be.undefined;
    const whole = await loadFeed(address, {isEnough, onFailure: (error) => failures.push(error)});
    expect(whole).to.deep.include({nextUrl: undefined, items: second?.items});
    expect(failures).to.deep.equal([]);
    expect((await log(address)).map(({url}) => new URL(url, location.href).searchParams.get('page'))).to.deep.equal([
      null,
      '2',
      '3',
      '3',
    ]);
  });

  it('are named by rel="next" in Atom and RSS, and by archives, relative to the feed', async () => {
    const last = await store({body: '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>2</id></entry></feed>'});
    const href = last.replace('/stored', '');
    const link = `rel="next" href="${href}"`;
    const archive = `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="prev-archive" href="${href}"/>
      <entry><id>1</id></entry></feed>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><link ${link}/><entry><id>1</id></entry></feed>`;
    const rss = `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><a:link ${link}/>
      <item><guid>1</guid></item></channel></rss>`;
    for (const body of [atom, rss, archive])
      expect(idsOf(await loadFeed(await store({body}), {isEnough: has(2)}))).to.deep.equal(['1', '2']);
  });

  it('of another site get no cookies', async () => {
    const last = await elsewhere(`${await store({body: feedOf(itemsFrom(2))})}&cors=credentials`);
    document.cookie = 'reader=ann';
    const address = await store({body: feedOf(itemsFrom(0), {next_url: last})});
    const feed = await loadFeed(address, {isEnough: has(4), crossOrigin: 'use-credentials'});
    document.cookie = 'reader=; max-age=0';
    expect(feed.items).to.have.length(4);
    expect((await log(address))[0]?.headers.cookie).to.contain('reader=ann');
    expect((await log(last))[0]?.headers.cookie).to.be.undefined;
  });
});
