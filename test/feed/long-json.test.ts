import {expect, waitUntil} from '@open-wc/testing';
import {configure, FeedError, loadFeed, loadNextPage, parseFeed, type Feed} from '../../src/feed/index.js';
import {limits} from '../../src/feed/load.js';
import '../../src/feed/long-json.js';
import {request} from '../../src/feed/request.js';
import {log, replace, store} from '../browser/fault-page.js';

const defaults = {...limits};
const HEAD = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'River Post',
  home_page_url: 'https://river.example/',
};
const ITEMS = Array.from({length: 300}, (_, n) => ({
  id: `story-${n}`,
  title: `Story ${n}`,
  content_text: `“Ferry” \\ ${'ساعة قديمة '.repeat(60)}`,
  date_published: new Date(Date.UTC(2026, 1, 1) - n * 3_600_000).toISOString(),
}));
const LONG = JSON.stringify({...HEAD, items: ITEMS});
/** Of what is in no cache, Chromium asks for no rest. */
const SLOW = {every: 20, headers: {'cache-control': 'no-store'}};
const ten = ({items}: Feed) => items.length >= 10;
const titlesOf = ({items}: Feed) => items.map(({title}) => title);

describe('A long JSON feed', () => {
  beforeEach(() => configure({backoff: 5, maxBackoff: 10}));
  afterEach(() => configure(defaults));

  it('ends with what is enough, when it is newest first', async () => {
    const url = await store({body: LONG, ...SLOW});
    const feed = await loadFeed(url, {isEnough: ten});
    expect(feed).to.include({isPartial: true, title: 'River Post', dropped: 0});
    expect(titlesOf(feed)).to.deep.equal(titlesOf(await parseFeed(LONG)).slice(0, feed.items.length));
    expect(feed.items.length).to.be.within(10, 100);
    await waitUntil(async () => (await log(url))[0]?.wasCutOff, undefined, {timeout: 10_000});
    const [exchange] = await log(url);
    expect(exchange?.sent).to.be.below(new TextEncoder().encode(LONG).length / 2);
  });

  it('of WordPress too, where nothing stands round the posts', async () => {
    const posts = ITEMS.map(({title, content_text, date_published}, id) => ({
      id,
      date_gmt: date_published.slice(0, 19),
      title: {rendered: title},
      content: {rendered: `<p>${content_text}</p>`},
    }));
    const url = await store({body: JSON.stringify(posts), ...SLOW});
    expect(await loadFeed(url, {isEnough: ten})).to.include({isPartial: true, format: 'wordpress'});
  });

  it('is read whole when it is not newest first, or says below its items what it is', async () => {
    const [first, ...rest] = ITEMS;
    const undated = {...first, date_published: undefined};
    for (const body of [
      {...HEAD, items: [...rest.slice(0, 3), first, ...rest.slice(3)]},
      {...HEAD, items: [undated, ...rest]},
      {...HEAD, items: [...ITEMS].reverse()},
      {items: ITEMS, ...HEAD},
      {...HEAD, home_page_url: undefined, items: ITEMS, authors: [{name: 'Ada'}]},
    ]) {
      const json = JSON.stringify(body);
      const feed = await loadFeed(await store({body: json}), {isEnough: ten});
      expect(feed.isPartial).to.be.undefined;
      expect(titlesOf(feed)).to.deep.equal(titlesOf(await parseFeed(json)));
    }
  });

  it('is read whole for who does not say what is enough, for who wants more, and when that cannot be told', async () => {
    for (const isEnough of [
      undefined,
      ({isPartial}: Feed) => !isPartial,
      () => {
        throw new Error('Odd');
      },
    ]) {
      const feed = await loadFeed(await store({body: LONG}), {isEnough});
      expect([feed.isPartial, feed.items.length]).to.deep.equal([undefined, 300]);
    }
  });

  it('is one download for all who wait, as long as one of them wants more', async () => {
    const url = await store({body: LONG, ...SLOW});
    const [some, all] = await Promise.all([loadFeed(url, {isEnough: ten}), loadFeed(url)]);
    expect(some).to.equal(all);
    expect(all.items).to.have.length(300);
    expect(await loadFeed(url, {isEnough: ten})).to.equal(all);
    expect(await log(url)).to.have.length(1);
  });

  it('is one download for all who have enough, and goes on no longer for who has left', async () => {
    const url = await store({body: LONG, ...SLOW});
    const controller = new AbortController();
    const all = loadFeed(url, {signal: controller.signal}).catch(() => 'left');
    const some = [loadFeed(url, {isEnough: ten}), loadFeed(url, {isEnough: () => true})];
    controller.abort();
    expect(await all).to.equal('left');
    const [first, second] = await Promise.all(some);
    expect(first).to.equal(second);
    expect(first?.isPartial).to.be.true;
    expect(await log(url)).to.have.length(1);
  });

  it('is loaded again for who wants more than there is in memory', async () => {
    const url = await store({body: LONG, ...SLOW});
    const feed = await loadFeed(url, {isEnough: ten});
    expect(await loadFeed(url, {isEnough: ten})).to.equal(feed);
    const whole = await loadFeed(url);
    expect(whole.items).to.have.length(300);
    expect(await loadFeed(url, {isEnough: ten})).to.equal(whole);
    expect(await log(url)).to.have.length(2);
  });

  it('is the same object after a reload that brings nothing new, and another one after one that does', async () => {
    const url = await store({body: LONG, ...SLOW});
    const load = () => loadFeed(url, {isEnough: ten, maxAge: 0});
    const feed = await load();
    expect(await load()).to.equal(feed);
    await waitUntil(async () => (await log(url)).every(({wasCutOff}) => wasCutOff), undefined, {timeout: 10_000});
    const news = JSON.stringify({...HEAD, items: [{...ITEMS[0], id: 'news', title: 'News'}, ...ITEMS]});
    await replace(url, {body: news, ...SLOW});
    const changed = await load();
    expect(changed.items[0]?.title).to.equal('News');
    expect(changed.isPartial).to.be.true;
    const whole = await loadFeed(url, {maxAge: 0});
    expect(await load()).to.equal(whole);
    await replace(url, {body: LONG, ...SLOW});
    expect((await load()).items[0]?.title).to.equal('Story 0');
  });

  it('has its whole page behind a beginning, for loadNextPage', async () => {
    const feed = await loadFeed(await store({body: LONG, ...SLOW}), {isEnough: ten});
    const longer = await loadNextPage(feed);
    expect(longer?.items).to.have.length(300);
    expect(longer?.isPartial).to.be.undefined;
  });

  it('that is broken is told as a short one is, and mended where that is no guess', async () => {
    const broken = LONG.slice(0, -500).replace('Story 250', 'Story \n 250') + '"}],}';
    const failure = (load: Promise<Feed>) => load.then(String, String);
    const url = new URL(await store({body: LONG.replace('"story-250"', 'story-250')}), location.href).href;
    const expected = await failure(parseFeed(LONG.replace('"story-250"', 'story-250'), {url}));
    expect(expected).to.contain('broken JSON at line 1, column');
    expect(await failure(loadFeed(url))).to.equal(expected);
    expect((await loadFeed(await store({body: broken}), {isEnough: () => false})).items).to.have.length.above(290);
  });

  it('that is cut off is asked for again, and told when it stays so', async () => {
    const url = await store({body: LONG.slice(0, -100)});
    const error = await loadFeed(url).catch((error: unknown) => error);
    expect(error).to.be.an.instanceof(FeedError).and.to.include({code: 'parse', attempts: 2});
    expect(await log(url)).to.have.length(2);
  });

  it('may have any charset', async () => {
    const latin = JSON.stringify({
      ...HEAD,
      items: ITEMS.map((item) => ({...item, content_text: `café ${'x'.repeat(600)}`})),
    });
    const escape = latin.replaceAll('é', '\u001b');
    expect((await loadFeed(await store({body: latin}))).items[9]?.contentText).to.contain('café');
    // A control character within a string is one of the slips that are mended.
    expect((await loadFeed(await store({body: escape}))).items).to.have.length(300);
  });

  it('is read when it is whole, where the code that reads it as it comes cannot be loaded', async () => {
    const options = {credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'default'} as const;
    const {signal} = new AbortController();
    const answer = await request(await store({body: LONG}), options, signal, () => Promise.resolve(undefined));
    expect(answer.body).to.equal(LONG);
    expect(answer.value).to.be.undefined;
  });
});
