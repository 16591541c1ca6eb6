import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {AboutUs} from '../../src/elements/about-us/about-us.js';
import type {FeedErrorEvent, FeedLoadEvent, ItemClickEvent} from '../../src/elements/feed-events.js';
import {RelatedNews} from '../../src/elements/related-news/related-news.js';
import {configure} from '../../src/feed/index.js';
import {feedOf, ItemList, log, replace, store, titles} from '../browser/fault-page.js';
import {en} from '../../src/locales/en.js';
import {registerLocale} from '../../src/locales/index.js';
import {countRequests, find, restoreConsole, warnings} from '../browser/page.js';
import {until} from '../browser/until.js';

const NEWS = '/feeds/elements/news.json';
/** An address of its own for each test, so that no test is served from another's memory. */
let serial = 0;
const unique = (address: string) => `${address}${address.includes('?') ? '&' : '?'}n=${serial++}`;

const shadowText = (element: Element) => element.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const isShown = (node: Element | null | undefined) => node?.checkVisibility() === true;

async function related(src: string, attributes: Record<string, string> = {}): Promise<RelatedNews> {
  const element = new RelatedNews();
  element.innerHTML = '<p id="fallback">Fallback</p>';
  for (const [name, value] of Object.entries({src, ...attributes})) element.setAttribute(name, value);
  await fixture(html`<div>${element}</div>`);
  return element;
}

describe('every element', () => {
  before(() => configure({backoff: 10, maxBackoff: 20}));
  after(() => configure({backoff: 500, maxBackoff: 8000}));
  afterEach(restoreConsole);

  describe('given a feed', () => {
    it('shows it, says so once, and is then ready', async () => {
      const element = new RelatedNews();
      const loads: FeedLoadEvent[] = [];
      element.addEventListener('feed-load', (event) => loads.push(event));
      element.src = unique(NEWS);
      await fixture(html`<div>${element}</div>`);
      const feed = await element.feedComplete;
      expect(feed?.title).to.equal('River Post');
      expect(loads.map(({feed}) => feed)).to.deep.equal([feed]);
      expect(element.matches(':state(ready)')).to.be.true;
      expect(element.hasAttribute('aria-busy')).to.be.false;
      expect(shadowText(element)).to.contain('A new bridge for the river');
    });

    it('is busy while it loads, and shows the fallback meanwhile', async () => {
      const element = await related(unique(`${NEWS}?delay=300`));
      expect(element.getAttribute('aria-busy')).to.equal('true');
      expect(element.matches(':state(loading)')).to.be.true;
      expect(isShown(element.querySelector('#fallback'))).to.be.true;
      await element.feedComplete;
      expect(isShown(element.querySelector('#fallback'))).to.be.false;
    });

    it('takes a feed as a property: JSON, its text, or a Feed', async () => {
      const value = {version: 'https://jsonfeed.org/version/1.1', title: 'Given', items: [{id: 1, title: 'By hand'}]};
      for (const feed of [value, JSON.stringify(value)]) {
        const element = await fixture<ItemList>(html`<item-list .feed=${feed}></item-list>`);
        expect((await element.feedComplete)?.title).to.equal('Given');
        const copy = await fixture<ItemList>(html`<item-list .feed=${{...element.feed}}></item-list>`);
        await copy.feedComplete;
        expect(shadowText(copy)).to.contain('By hand');
      }
    });

    it('lets the last set of src and feed win', async () => {
      const element = await related(unique(NEWS));
      element.feed = {version: 'https://jsonfeed.org/version/1.1', title: 'Given', items: []};
      expect((await element.feedComplete)?.title).to.equal('Given');
      element.src = unique(NEWS);
      expect((await element.feedComplete)?.title).to.equal('River Post');
    });

    it('keeps values that were set before its definition arrived', async () => {
      const element = Object.assign(document.createElement('late-news'), {
        feed: {version: 'https://jsonfeed.org/version/1.1', title: 'Early', items: [{id: 'a', title: 'Early bird'}]},
      });
      await fixture(html`<div>${element}</div>`);
      customElements.define('late-news', class extends RelatedNews {});
      await waitUntil(() => shadowText(element).includes('Early bird'));
    });

    it('selects again without a request when limit changes', async () => {
      const src = unique(NEWS);
      const element = await related(src, {limit: '3'});
      await element.feedComplete;
      expect(element.shownItems).to.have.length(3);
      element.limit = 1;
      await element.updateComplete;
      expect(element.shownItems).to.have.length(1);
      expect(await countRequests(src)).to.equal(1);
    });

    it('asks once for an address, however many elements want it', async () => {
      const src = unique(NEWS);
      const page = await fixture(html`${Array.from({length: 20}, () => html`<about-us src=${src}></about-us>`)}`);
      await Promise.all(
        [...(page.parentElement ?? page).querySelectorAll('about-us')].map((element) => element.feedComplete),
      );
      expect(await countRequests(src)).to.equal(1);
    });

    it('asks again at reload()', async () => {
      const src = unique(NEWS);
      const element = await related(src);
      await element.feedComplete;
      await element.reload();
      expect(await countRequests(src)).to.equal(2);
    });

    it('costs no request and loses nothing when it is moved', async () => {
      const src = unique(`${NEWS}?delay=100`);
      const element = await related(src);
      document.body.append(element);
      await element.feedComplete;
      element.remove();
      document.body.append(element);
      await element.updateComplete;
      expect(shadowText(element)).to.contain('A new bridge');
      expect(await countRequests(src)).to.equal(1);
      element.remove();
    });

    it('shows only the last of several addresses', async () => {
      const [a, b] = [unique(`${NEWS}?delay=200`), unique('/feeds/elements/empty.json?delay=50')];
      const element = await related(a);
      const titles: unknown[] = [];
      element.addEventListener('feed-load', ({feed}) => titles.push(feed.title));
      element.src = b;
      await element.updateComplete;
      element.src = a;
      await element.updateComplete;
      await element.feedComplete;
      expect(titles).to.deep.equal(['River Post']);
      expect(element.src).to.equal(a);
    });

    it('fetches nothing with loading=lazy until it comes near the viewport', async () => {
      const src = unique(NEWS);
      const page = await fixture(
        html`<div>
          <p></p>
          <about-us loading="lazy" src=${src}></about-us>
        </div>`,
      );
      const space = find(page, 'p');
      const element = find(page, 'about-us');
      space.style.height = '5000px';
      await element.updateComplete;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect(await countRequests(src)).to.equal(0);
      expect(element.state).to.equal('idle');
      space.style.height = '0';
      await waitUntil(() => element.state === 'ready');
      expect(await countRequests(src)).to.equal(1);
    });

    it('reads the names of things in capitals too, as HTML does', async () => {
      const attributes = {
        loading: 'LAZY',
        crossorigin: 'Use-Credentials',
        referrerpolicy: 'Origin',
        format: 'JSON-Feed',
      };
      const element = await related(unique(NEWS), {...attributes, layout: 'List', omit: 'SUMMARY Date'});
      await waitUntil(() => element.state === 'ready');
      const {loading, crossOrigin, referrerPolicy} = element;
      expect([loading, crossOrigin, referrerPolicy]).to.deep.equal(['lazy', 'use-credentials', 'origin']);
      expect(element.renderRoot.querySelector('[part=list]')?.classList.contains('list')).to.be.true;
      expect(element.renderRoot.querySelector('[part=summary], [part=date]')).to.equal(null);
      const about = await fixture<AboutUs>(html`<about-us layout="FOOTER" src=${unique(NEWS)}></about-us>`);
      await about.feedComplete;
      expect(getComputedStyle(about.renderRoot.querySelector('.about') ?? about).borderTopStyle).to.equal('solid');
    });
  });

  describe('given no items', () => {
    it('is empty, which is no error', async () => {
      const seen: string[] = [];
      const element = await related(unique('/feeds/elements/empty.json?delay=200'));
      element.addEventListener('feed-load', () => seen.push('load'));
      element.addEventListener('feed-error', () => seen.push('error'));
      await element.feedComplete;
      expect(element.matches(':state(empty)')).to.be.true;
      expect(seen).to.deep.equal(['load']);
      expect(isShown(element.querySelector('#fallback'))).to.be.true;
    });

    it('prefers what the page has put into slot=empty', async () => {
      const element = await fixture<RelatedNews>(
        html`<related-news src=${unique('/feeds/elements/empty.json')}
          ><p>Fallback</p>
          <b slot="empty">None yet</b></related-news
        >`,
      );
      await element.feedComplete;
      expect(isShown(element.querySelector('b'))).to.be.true;
      expect(isShown(element.querySelector('p'))).to.be.false;
    });

    it('is shown as any other by about-us', async () => {
      const element = await fixture<AboutUs>(html`<about-us src=${unique('/feeds/elements/empty.json')}></about-us>`);
      await element.feedComplete;
      expect(shadowText(element)).to.contain('Nothing yet');
    });
  });

  describe('when the feed cannot be shown', () => {
    const faults: [string, string, string, RegExp][] = [
      ['a 404', `${NEWS}?status=404`, 'http', /error 404.*is the address right/i],
      [
        'a web page',
        `${NEWS}?type=text/html&body=${encodeURIComponent('<!doctype html><title>Hello</title>')}`,
        'format',
        /web page, not a feed/,
      ],
      [
        'broken JSON',
        `${NEWS}?body=${encodeURIComponent('{"version": "https://jsonfeed.org/version/1.1", "items": [}')}`,
        'parse',
        /JSON/,
      ],
      ['some other JSON', `${NEWS}?body=${encodeURIComponent('{"hello": "world"}')}`, 'format', /no feed/],
      ['an empty answer', `${NEWS}?status=204`, 'format', /nothing/],
      ['an address that is none', 'ftp://river.example/feed.json', 'network', /must begin with https/],
      ['a server that is down', 'http://localhost:9/feed.json', 'network', /cannot be reached/],
    ];
    for (const [name, src, code, sentence] of faults)
      it(`keeps the fallback and warns the builder once: ${name}`, async () => {
        const console = warnings();
        const element = new RelatedNews();
        element.innerHTML = '<p id="fallback">Fallback</p>';
        const failed = new Promise<FeedErrorEvent>((resolve) => element.addEventListener('feed-error', resolve));
        element.src = src.startsWith('/') ? unique(src) : src;
        await fixture(html`<div>${element}</div>`);
        expect((await failed).code).to.equal(code);
        expect(element.matches(':state(error)')).to.be.true;
        expect(isShown(element.querySelector('#fallback'))).to.be.true;
        expect(shadowText(element)).to.equal('');
        expect(await element.feedComplete).to.be.undefined;
        expect(console.sentences()).to.have.length(1);
        expect(console.sentences()[0]).to.match(sentence);
      });

    it('shows the sentence in place with debug', async () => {
      const console = warnings();
      const element = await related(unique(`${NEWS}?status=404`), {debug: ''});
      await element.feedComplete;
      expect(element.shadowRoot?.querySelector('[part=error]')?.textContent).to.contain('error 404');
      console.sentences();
    });

    it('warns once, and throws nothing, without src', async () => {
      const console = warnings();
      const element = await fixture<RelatedNews>(html`<related-news><p>Fallback</p></related-news>`);
      element.requestUpdate();
      await element.updateComplete;
      expect(isShown(element.querySelector('p'))).to.be.true;
      expect(element.matches(':state(idle)')).to.be.true;
      expect(console.sentences()).to.have.length(1);
      expect(console.sentences()[0]).to.match(/no src/);
    });

    it('keeps the last good feed on show when a reload fails', async () => {
      const console = warnings();
      const element = await related(`/feeds/elements/news.json?once=${serial++}`);
      await element.feedComplete;
      await element.reload();
      await element.updateComplete;
      expect(element.matches(':state(stale)')).to.be.true;
      expect(shadowText(element)).to.contain('A new bridge');
      expect(console.sentences()).to.have.length(1);
    });

    it('leaves sibling elements alone', async () => {
      const console = warnings();
      const page = await fixture(
        html`<div>
          <about-us src=${unique(`${NEWS}?status=500`)}></about-us><related-news src=${unique(NEWS)}></related-news>
        </div>`,
      );
      await find(page, 'about-us').feedComplete;
      expect((await find(page, 'related-news').feedComplete)?.title).to.equal('River Post');
      expect(console.sentences()).to.have.length(1);
    });
  });

  describe('given several addresses', () => {
    const story = (title: string, day: number) => ({
      id: `${title}:${day}`,
      title,
      date_published: `2026-03-0${day}T00:00:00Z`,
    });
    const one = (...items: object[]) => store({body: feedOf(items)});

    async function show(src: string, limit = 10): Promise<{element: ItemList; loads: FeedLoadEvent[]}> {
      const element = new ItemList();
      const loads: FeedLoadEvent[] = [];
      element.addEventListener('feed-load', (event) => loads.push(event));
      Object.assign(element, {src, limit});
      await fixture(html`<div>${element}</div>`);
      await element.feedComplete;
      return {element, loads};
    }

    it('shows their items as one feed, and says so once', async () => {
      const [a, b] = [await one(story('River', 1), story('Hill', 3)), await one(story('Lake', 2), story('Hill', 3))];
      const {element, loads} = await show(`${a} ${b}`);
      expect(titles(element)).to.deep.equal(['Hill', 'Lake', 'River']);
      expect(loads.map(({feed}) => feed)).to.deep.equal([element.feed]);
      expect(element.src).to.equal(`${a} ${b}`);
      expect(element.state).to.equal('ready');
    });

    it('warns of one that fails by its name, once, and shows the others', async () => {
      const console = warnings();
      const [good, bad] = [await one(story('River', 1)), '/feeds/elements/news.json?status=404'];
      const {element} = await show(`${bad} ${good}`);
      await element.reload();
      expect(titles(element)).to.deep.equal(['River']);
      expect(element.state).to.equal('ready');
      expect(console.sentences()).to.have.length(1);
      expect(console.sentences()[0]).to.contain(bad).and.to.contain('error 404');
    });

    it('fails when all fail, and keeps what it shows when that is later on', async () => {
      const console = warnings();
      const [a, b] = [await one(story('River', 1)), await one(story('Lake', 2))];
      const {element, loads} = await show(`${a} ${b}`);
      for (const address of [a, b]) await replace(address, {status: 404});
      await element.reload();
      await element.updateComplete;
      expect(element.state).to.equal('stale');
      expect(titles(element)).to.deep.equal(['Lake', 'River']);
      const {element: other} = await show(`${await store({status: 404})} ${await store({status: 410})}`);
      expect(other.state).to.equal('error');
      expect(console.sentences().map((sentence) => /error \d+/.exec(sentence)?.[0])).to.deep.equal([
        'error 404',
        'error 404',
      ]);
      for (const address of [a, b]) await replace(address, {body: feedOf([story('Sea', 4)])});
      await element.reload();
      await element.updateComplete;
      expect(titles(element)).to.deep.equal(['Sea']);
      expect(loads).to.have.length(2);
    });

    it('asks all again at reload(), and shows the same when nothing has changed', async () => {
      const [a, b] = [await one(story('River', 1)), await one(story('Lake', 2))];
      const {element, loads} = await show(`${a} ${b}`);
      const {feed} = element;
      await element.reload();
      expect(element.feed).to.equal(feed);
      expect(loads).to.have.length(1);
      expect([(await log(a)).length, (await log(b)).length]).to.deep.equal([2, 2]);
      element.refreshIfOlder(60_000);
      await element.feedComplete;
      expect((await log(a)).length, 'what is young enough').to.equal(2);
    });

    it('loads further pages for its limit, and none for a limit that is raised later', async () => {
      const next = await one(story('Lake', 2), story('River', 1));
      const first = await store({body: feedOf([story('Sea', 4), story('Hill', 3)], {next_url: next})});
      const {element} = await show(first, 2);
      expect(titles(element)).to.deep.equal(['Sea', 'Hill']);
      element.limit = 3;
      await element.updateComplete;
      expect(titles(element)).to.deep.equal(['Sea', 'Hill']);
      expect(await log(next)).to.have.length(0);
      const {element: longer} = await show(first, 3);
      expect(titles(longer)).to.deep.equal(['Sea', 'Hill', 'Lake']);
      expect(await log(next)).to.have.length(1);
    });
  });

  describe('tells the page', () => {
    it('which item a reader follows, and lets the page take over', async () => {
      const element = await related(unique(NEWS), {link: '#{id}', limit: '2'});
      await element.feedComplete;
      const clicks: ItemClickEvent[] = [];
      element.addEventListener('item-click', (event) => {
        clicks.push(event);
        event.preventDefault();
      });
      const hash = location.hash;
      element.shadowRoot?.querySelectorAll<HTMLElement>('a[part=link]')[1]?.click();
      expect(clicks.map(({item, position}) => [item.id, position])).to.deep.equal([[element.shownItems[1]?.id, 1]]);
      expect(location.hash).to.equal(hash);
    });

    it('which items have come into view, once each', async () => {
      const seen: string[] = [];
      const element = new RelatedNews();
      element.addEventListener('item-view', ({item}) => seen.push(item.id));
      element.src = unique(NEWS);
      await fixture(html`<div>${element}</div>`);
      await element.feedComplete;
      await waitUntil(() => seen.length === 3);
      element.limit = 2;
      await element.updateComplete;
      expect(new Set(seen).size).to.equal(3);
    });
  });

  it('tells of a story of any height when it fills half of the view', async () => {
    const seen: string[] = [];
    const page = await fixture(html`<div></div>`);
    const element = new ItemList();
    const heard = new AbortController();
    document.addEventListener('item-view', ({item}) => seen.push(item.id), heard);
    element.feed = feedOf([{id: 'long', title: 'Long'}]);
    page.append(element);
    await element.feedComplete;
    const story = element.shadowRoot?.querySelector<HTMLElement>('[part=item]') ?? expect.fail();
    story.style.cssText = `display: block; block-size: ${innerHeight * 40}px; margin-block-start: ${innerHeight * 2}px`;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(seen).to.deep.equal([]);
    story.scrollIntoView();
    await until(() => seen.join() === 'long', 'it is told of');
    heard.abort();
    scrollTo(0, 0);
  });

  it('makes links from the template', async () => {
    const element = await related(unique(NEWS), {link: '/read/{slug}?item={id}&from={url}', limit: '1'});
    await element.feedComplete;
    expect(element.shadowRoot?.querySelector('a[part=link]')?.getAttribute('href')).to.equal(
      '/read/bridge?item=bridge&from=https%3A%2F%2Friver.example%2Fbridge',
    );
    element.link = '{url}?utm_source=widget';
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('a[part=link]')?.getAttribute('href')).to.equal(
      'https://river.example/bridge?utm_source=widget',
    );
  });

  it('goes back to its defaults when attributes are taken away, or set to nothing', async () => {
    const element = await related(unique(NEWS), {link: '#{id}', omit: 'headline', limit: '1', 'heading-level': '4'});
    await element.feedComplete;
    for (const name of ['link', 'omit', 'limit', 'heading-level']) element.removeAttribute(name);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('a[part=link]')?.getAttribute('href')).to.equal(
      'https://river.example/bridge',
    );
    expect(element.shownItems).to.have.length(3);
    expect(element.shadowRoot?.querySelector('h2[part=heading]')).to.not.equal(null);
    Object.assign(element, {omit: undefined, link: null});
    await element.updateComplete;
    expect(shadowText(element)).to.contain('A new bridge for the river');
  });

  it('shows as many as by default where limit is no number of items, in every element that has one', async () => {
    const date = '2020-06-14T08:00:00Z';
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Many',
      items: Array.from({length: 20}, (_, n) => ({
        id: `${n}`,
        title: `Story ${n}`,
        image: `/pictures/${n}.jpg`,
        date_published: date,
      })),
    };
    for (const [tag, most] of [
      ['related-news', 4],
      ['on-this-day', 5],
      ['instagram-strip', 12],
    ] as const) {
      const element = document.createElement(tag);
      element.setAttribute('date', '--06-14');
      element.feed = feed;
      await fixture(html`<div>${element}</div>`);
      const counts: number[] = [];
      for (const limit of ['abc', '-1', '2', undefined]) {
        if (limit === undefined) element.removeAttribute('limit');
        else element.setAttribute('limit', limit);
        await element.feedComplete;
        counts.push(element.shownItems.length);
      }
      expect(counts, tag).to.deep.equal([most, most, 2, most]);
      element.remove();
    }
  });

  it('has headings of whole levels from 1 to 6, whatever is asked for', async () => {
    const levels = async (level: string) => {
      const element = await related(unique(NEWS), {'heading-level': level, limit: '1'});
      await element.feedComplete;
      const names = ['heading', 'headline'].map(
        (part) => element.shadowRoot?.querySelector(`[part=${part}]`)?.localName,
      );
      // A later list shows other stories.
      element.remove();
      return names;
    };
    for (const odd of ['', 'abc', '0']) expect(await levels(odd), odd).to.deep.equal(['h2', 'h3']);
    expect(await levels('2.5')).to.deep.equal(['h2', 'h3']);
    expect(await levels('-3')).to.deep.equal(['h1', 'h2']);
    expect(await levels('9')).to.deep.equal(['h6', 'h6']);
  });

  it('loads when it was taken out and put back before it had begun', async () => {
    const page = await fixture(html`<div style="margin-block-start: 400vh"></div>`);
    const element = new AboutUs();
    element.src = unique(NEWS);
    page.append(element);
    element.remove();
    await element.updateComplete;
    page.append(element);
    expect((await element.feedComplete)?.title).to.equal('River Post');
  });

  it('speaks the language of the place that it is moved to', async () => {
    const page = await fixture(
      html`<div>
        <p lang="en"></p>
        <p lang="fr"></p>
      </div>`,
    );
    const element = new RelatedNews();
    element.src = unique(NEWS);
    page.firstElementChild?.append(element);
    await element.feedComplete;
    page.lastElementChild?.append(element);
    await until(() => shadowText(element).startsWith('Dernières actualités'), 'it speaks French');
  });

  it('knows a language that is written with an underscore', async () => {
    const page = await fixture(html`<div lang="ar_IQ"><about-us src=${unique(NEWS)}></about-us></div>`);
    const element = find(page, 'about-us');
    await element.feedComplete;
    expect(shadowText(element)).to.contain('من نحن');
  });

  it('speaks the language of its nearest lang', async () => {
    const page = await fixture(html`<div lang="ar"><about-us src=${unique(NEWS)}></about-us></div>`);
    const element = find(page, 'about-us');
    await element.feedComplete;
    expect(shadowText(element)).to.contain('من نحن');
  });

  it('follows a change of the nearest lang, out of shadow roots too, in words that are loaded for it', async () => {
    const page = await fixture(html`<div lang="en"><section></section></div>`);
    const element = new AboutUs();
    element.src = unique(NEWS);
    page.querySelector('section')?.attachShadow({mode: 'open'}).append(element);
    await element.feedComplete;
    expect(shadowText(element)).to.contain('About us');
    page.setAttribute('lang', 'de');
    await until(() => shadowText(element).includes('Über uns'), 'it speaks German');
    element.setAttribute('lang', 'tr');
    await until(() => shadowText(element).includes('Hakkımızda'), 'it speaks Turkish');
  });

  it('follows a change of the nearest time-zone', async () => {
    const page = await fixture(html`<div time-zone="Pacific/Kiritimati"></div>`);
    const element = new RelatedNews();
    element.feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [{id: '1', title: 'A', date_published: '2026-03-01T20:00:00Z'}],
    };
    page.append(element);
    await element.feedComplete;
    expect(shadowText(element)).to.contain('March 2');
    page.setAttribute('time-zone', 'Pacific/Pago_Pago');
    await until(() => shadowText(element).includes('March 1'), 'the date is that of the other zone');
  });

  it('takes up a language that the site registers later', async () => {
    const page = await fixture(html`<div lang="tlh"><about-us src=${unique(NEWS)}></about-us></div>`);
    const element = find(page, 'about-us');
    await element.feedComplete;
    expect(shadowText(element)).to.contain('About us');
    registerLocale('tlh', {...en, aboutUs: 'maH'});
    await until(() => shadowText(element).includes('maH'), 'it has the site’s words');
  });

  it('leaves out what omit names', async () => {
    const element = await fixture<AboutUs>(html`<about-us omit="links address" src=${unique(NEWS)}></about-us>`);
    await element.feedComplete;
    expect(shadowText(element)).to.contain('River Post').and.not.contain('Contact').and.not.contain('Quay');
  });

  it('is accessible', async () => {
    const element = await related(unique(NEWS));
    await element.feedComplete;
    await expect(element).to.be.accessible();
  });
});
