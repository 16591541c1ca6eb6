import {expect, waitUntil} from '@open-wc/testing';
import '../../src/feed/long-json.js';
import {log, put, store, titles, underInvariants} from '../browser/fault-page.js';

/** Of what is in no cache, Chromium asks for no rest. */
const SLOW = {every: 20, headers: {'cache-control': 'no-store'}};
const WORDS = 'bridge ferry garden market clay wheat library final tower heat river lamp stone bread'.split(' ');
const items = Array.from({length: 400}, (_, n) => ({
  id: `story-${n}`,
  url: `https://river.example/story-${n}`,
  title: `Story ${n} ${WORDS[n % WORDS.length] ?? ''}${n}`,
  content_text: `${WORDS[n % WORDS.length] ?? ''}${n} `.repeat(60),
  image: 'https://river.example/photo.jpg',
  date_published: new Date(Date.UTC(2026, 1, 1) - n * 3_600_000).toISOString(),
}));
const head = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'River Post',
  home_page_url: 'https://river.example/',
  feed_url: 'https://river.example/feed.json',
  authors: [{name: 'Ada'}],
};
const feed = (fields: object = {}) => store({body: JSON.stringify({...head, items, ...fields}), ...SLOW});

/** A feed of this page's own site: the page could be a story further down. */
const ON_PAGE = {items: items.map((item) => ({...item, url: `/${item.id}`}))};

describe('A long feed that is newest first', () => {
  underInvariants();

  for (const [tag, attributes] of [
    ['news-article', {}],
    ['news-article', {item: 'story-5'}],
    ['related-news', {limit: '10'}],
    ['instagram-strip', {}],
    ['about-us', {}],
  ] as const)
    it(`is loaded as far as <${tag} ${Object.keys(attributes).join(' ')}> shows it`, async () => {
      const src = await feed();
      const element = put(tag, {...attributes, src});
      expect(await element.feedComplete).to.have.property('isPartial', true);
      expect(element.state).to.equal('ready');
      await waitUntil(async () => (await log(src))[0]?.wasCutOff, undefined, {timeout: 10_000});
      expect(await log(src)).to.have.length(1);
    });

  for (const [tag, attributes, fields] of [
    ['on-this-day', {date: '--02-01'}, {}],
    ['related-news', {item: 'story-5'}, {}],
    ['related-news', {more: ''}, {}],
    ['related-news', {}, ON_PAGE],
    ['news-article', {}, ON_PAGE],
    ['about-us', {}, {authors: undefined}],
  ] as const)
    it(`is loaded whole for <${tag} ${Object.keys(attributes).join(' ')}> where ${Object.keys(fields).join(' ')}`, async () => {
      const src = await feed(fields);
      const loaded = await put(tag, {...attributes, src}).feedComplete;
      expect(loaded?.isPartial).to.be.undefined;
      expect(loaded?.items).to.have.length(400);
    });

  it('is one download, whole, for an article and what is related to it', async () => {
    const src = await feed();
    const elements = [put('news-article', {src, item: 'story-5'}), put('related-news', {src})];
    const feeds = await Promise.all(elements.map(({feedComplete}) => feedComplete));
    expect(new Set(feeds).size).to.equal(1);
    expect(feeds[0]?.items).to.have.length(400);
    expect(await log(src)).to.have.length(1);
  });

  it('goes on for an element of the page whose code has not come yet', async () => {
    const src = await feed();
    const late = document.createElement('news-late');
    late.setAttribute('src', src);
    document.querySelector('#host')?.append(late);
    const loaded = await put('news-article', {src}).feedComplete;
    late.remove();
    expect(loaded?.items).to.have.length(400);
  });

  it('is loaded further when more is asked for, and what is on show stays until it is there', async () => {
    const src = await feed();
    const article = put('news-article', {src});
    const failures: unknown[] = [];
    article.addEventListener('feed-error', (event) => failures.push(event.error));
    await article.feedComplete;
    expect(titles(article)).to.deep.equal(['Story 0 bridge0']);
    article.setAttribute('item', 'story-300');
    await article.updateComplete;
    expect(titles(article)).to.deep.equal(['Story 0 bridge0']);
    expect(article.shadowRoot?.querySelector('[part=body]')?.textContent).to.contain('bridge0');
    await article.feedComplete;
    expect(titles(article)).to.deep.equal(['Story 300 library300']);
    expect(failures).to.deep.equal([]);
    expect(await log(src)).to.have.length(2);
  });

  it('says that an item is not there when the whole of it has come, and not before', async () => {
    const src = await feed();
    const article = put('news-article', {src});
    await article.feedComplete;
    article.setAttribute('item', 'none');
    await waitUntil(() => article.state === 'error');
    expect(article.feed?.items).to.have.length(400);
    expect(await log(src)).to.have.length(2);
  });

  it('has as many items for a list as it is asked for', async () => {
    const src = await feed();
    const list = put('related-news', {src, limit: '5'});
    await list.feedComplete;
    list.setAttribute('limit', '120');
    await waitUntil(() => list.shownItems.length === 120);
    await list.feedComplete;
    expect(list.shownItems.map(({id}) => id)).to.deep.equal(items.slice(0, 120).map(({id}) => id));
  });
});
