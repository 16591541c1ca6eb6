import {expect} from '@open-wc/testing';
import {waitUntil} from '../browser/until.js';
import {configure, loadFeed} from '../../src/feed/index.js';
import {
  browser,
  checkState,
  expectWarnings,
  fault,
  feedOf,
  find,
  globalNames,
  isFallbackShown,
  list,
  log,
  next,
  openPage,
  put,
  release,
  replace,
  SCRIPT,
  sentences,
  setHidden,
  shownText,
  store,
  titles,
  underInvariants,
  type AnyElement,
} from '../browser/fault-page.js';

const quick = {timeout: 15_000, interval: 20};
/** Well before a deadline would end a request by itself. */
const soon = {timeout: 5000, interval: 20};
const host = () => document.querySelector('#host') ?? document.body;

describe('lifecycle faults', () => {
  underInvariants();

  describe('L1: src is changed while loading', () => {
    it('shows the last alone, with one feed-load, whatever order the answers have', async () => {
      const a = fault('ok', {items: '1', title: 'A', delay: '150'});
      const b = fault('ok', {items: '2', title: 'B', delay: '50'});
      const element = list(a);
      const loads: unknown[] = [];
      element.addEventListener('feed-load', ({feed}) => loads.push(feed.title));
      await element.updateComplete;
      element.src = b;
      await element.updateComplete;
      element.src = a;
      await element.feedComplete;
      expect(loads).to.deep.equal(['A']);
      expect(titles(element)).to.have.length(1);
      // Firefox may not even have sent it.
      await waitUntil(async () => (await log(b)).every(({closed}) => closed !== undefined), '', quick);
      expect(loads).to.deep.equal(['A']);
    });

    it('aborts what nobody waits for any more', async () => {
      const a = fault('hang');
      const element = list(a);
      await waitUntil(async () => (await log(a)).length === 1, '', quick);
      element.src = fault('ok');
      await element.feedComplete;
      await waitUntil(async () => (await log(a))[0]?.wasCutOff === true, '', soon);
    });

    it('forgets the failure of an earlier src', async () => {
      const element = list(fault('404'));
      await next(element, 'feed-error');
      element.src = fault('ok', {delay: '50'});
      await element.updateComplete;
      expect(element.state).to.equal('loading');
      await element.feedComplete;
      expect(element.state).to.equal('ready');
    });

    it('shows nothing of an earlier src when the later one fails', async () => {
      const element = list(fault('ok'));
      await element.feedComplete;
      element.src = fault('404');
      await next(element, 'feed-error');
      expect([element.state, shownText(element)]).to.deep.equal(['error', '']);
      expect(isFallbackShown(element)).to.be.true;
    });

    it('shows the fallback again when src is taken away', async () => {
      const element = list(fault('ok'));
      await element.feedComplete;
      expectWarnings(1);
      element.removeAttribute('src');
      await waitUntil(() => element.state === 'idle');
      await element.updateComplete;
      expect(isFallbackShown(element)).to.be.true;
    });
  });

  describe('L2: an element is taken out', () => {
    it('aborts the request that it alone waited for', async () => {
      const src = fault('hang');
      const element = list(src);
      await waitUntil(async () => (await log(src)).length === 1, '', quick);
      element.remove();
      await waitUntil(async () => (await log(src))[0]?.wasCutOff === true, '', soon);
      expect(sentences()).to.deep.equal([]);
    });

    it('and put back elsewhere in one task, it costs no request', async () => {
      const src = fault('ok', {delay: '100'});
      const element = list(src);
      await waitUntil(async () => (await log(src)).length === 1, '', quick);
      const box = document.createElement('div');
      host().append(box);
      box.append(element);
      await element.feedComplete;
      host().append(element);
      await element.feedComplete;
      box.remove();
      expect(await log(src)).to.have.length(1);
      expect(titles(element)).to.have.length(3);
    });

    // WebKit has no moveBefore.
    if ('moveBefore' in Element.prototype)
      it('and moved with moveBefore, it costs no request (not in WebKit)', async () => {
        const src = fault('ok', {delay: '100'});
        const element = list(src);
        await waitUntil(async () => (await log(src)).length === 1, '', quick);
        (host() as Element & {moveBefore(node: Node, child: Node | null): void}).moveBefore(element, host().firstChild);
        await element.feedComplete;
        expect(await log(src)).to.have.length(1);
        host().append(element);
      });

    it('and put back later, it loads what was aborted', async () => {
      for (const tasks of [1, 2, 3, 10]) {
        const src = fault('ok', {delay: '50'});
        const element = list(src);
        await waitUntil(async () => (await log(src)).length === 1, '', quick);
        element.remove();
        for (let n = 0; n < tasks; n++) await Promise.resolve();
        host().append(element);
        await element.feedComplete;
        expect(element.state, `${tasks}`).to.equal('ready');
        expect(titles(element)).to.have.length(3);
      }
    });

    it('while it loads another src, it shows that one when it is back', async () => {
      const element = list(fault('ok', {title: 'A'}));
      await element.feedComplete;
      element.src = fault('ok', {items: '1', title: 'B', delay: '50'});
      await element.updateComplete;
      element.remove();
      await new Promise(requestAnimationFrame);
      host().append(element);
      await element.feedComplete;
      expect(element.feed?.title).to.equal('B');
      expect(titles(element)).to.have.length(1);
    });

    it('during a refresh, it is not stale', async () => {
      const src = fault('ok,hang,ok');
      const element = list(src);
      await element.feedComplete;
      void element.reload();
      await waitUntil(async () => (await log(src)).length === 2, '', quick);
      element.remove();
      await waitUntil(async () => (await log(src))[1]?.wasCutOff === true, '', soon);
      expect(element.state).to.equal('ready');
      host().append(element);
      await element.feedComplete;
      expect(element.state).to.equal('ready');
    });

    it('loads nothing while it is out', async () => {
      const element = list(fault('ok'));
      await element.feedComplete;
      element.remove();
      const src = fault('ok', {items: '1'});
      element.src = src;
      await element.updateComplete;
      await loadFeed(fault('ok'));
      expect(await log(src)).to.deep.equal([]);
      host().append(element);
      await element.feedComplete;
      expect(titles(element)).to.have.length(1);
    });
  });

  describe('L3: many elements, one address', () => {
    it('make one request, and one that leaves takes nothing from the others', async () => {
      const src = fault('ok', {delay: '200'});
      const elements: AnyElement[] = [];
      for (let n = 0; n < 20; n++) {
        elements.push(put('about-us', {src}));
        if (n % 5 === 0) await new Promise(requestAnimationFrame);
      }
      elements[0]?.remove();
      const rest = elements.slice(1);
      await Promise.all(rest.map((element) => element.feedComplete));
      expect(rest.every(({state}) => state === 'ready')).to.be.true;
      expect(await log(src)).to.have.length(1);
    });

    it('are each told once when it fails', async () => {
      const src = fault('410', {delay: '50'});
      const elements = Array.from({length: 20}, () => put('about-us', {src}));
      let events = 0;
      for (const element of elements) element.addEventListener('feed-error', () => events++);
      await Promise.all(elements.map((element) => element.feedComplete));
      expect(events).to.equal(20);
      expect(await log(src)).to.have.length(1);
    });
  });

  describe('L4: the script is late, or does not come', () => {
    it('the fallback is seen meanwhile, and what was set before is kept', async () => {
      const src = fault('ok', {title: 'River Post'});
      const page = await openPage({body: `<about-us src="${src}"><p class="fallback">Fallback</p></about-us>`});
      const element = find(page, 'about-us');
      const height = element.getBoundingClientRect().height;
      expect(isFallbackShown(element)).to.be.true;
      expect(height).to.be.above(10);
      Object.assign(element, {heading: 'Set early', omit: 'image'});
      const script = page.document.createElement('script');
      Object.assign(script, {type: 'module', src: '/bundle/tag/news-elements.js'});
      page.document.head.append(script);
      await waitUntil(() => element.matches(':defined') && element.state === 'ready', '', quick);
      expect(shownText(element)).to.contain('Set early');
      expect(element.omit).to.equal('image');
    });

    it('the fallback stays when the script is not found', async () => {
      const page = await openPage({
        head: '<script type="module" src="/bundle/tag/none.js"></script>',
        body: `<about-us src="${fault('ok')}"><p class="fallback">Fallback</p></about-us>`,
      });
      expect(isFallbackShown(find(page, 'about-us'))).to.be.true;
    });
  });

  it('H4 and L4: a failure before the page’s load event is not asked for again at it', async () => {
    const [src, picture] = [fault('410'), fault('held')];
    const opened = openPage({
      head: SCRIPT,
      body: `<about-us src="${src}"></about-us><img alt="" src="${picture}">`,
    });
    const inside = () => document.querySelector('iframe')?.contentDocument;
    await waitUntil(() => inside()?.querySelector('about-us')?.state === 'error', '', quick);
    expect(inside()?.readyState).not.to.equal('complete');
    await release(picture);
    const page = await opened;
    // Its own pageshow follows in the same task as load.
    await new Promise((resolve) => page.requestAnimationFrame(resolve));
    await loadFeed(fault('ok'));
    expect(await log(src)).to.have.length(1);
  });

  describe('L6: polling', () => {
    it('asks nothing while the tab is hidden, and once on return', async () => {
      const src = fault('ok');
      const element = list(src, {refresh: '0.1'});
      await element.feedComplete;
      setHidden(true);
      const asked = (await log(src)).length;
      const waited = list(fault('503,503,ok'));
      configure({backoff: 400, maxBackoff: 400});
      await waited.feedComplete;
      expect((await log(src)).length).to.be.at.most(asked + 1);
      const before = (await log(src)).length;
      element.refresh = 3600;
      await element.updateComplete;
      configure({maxAge: 0});
      element.removeAttribute('refresh');
      await element.updateComplete;
      setHidden(false);
      window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
      await waitUntil(async () => (await log(src)).length === before + 1, '', quick);
      await element.feedComplete;
      expect(await log(src)).to.have.length(before + 1);
    });

    it('asks nothing on return while the feed is fresh', async () => {
      const src = fault('ok');
      await list(src).feedComplete;
      setHidden(true);
      setHidden(false);
      await loadFeed(fault('ok'));
      expect(await log(src)).to.have.length(1);
    });

    it('goes on as long as refresh says, with ±10 % jitter', async () => {
      const {random} = Math;
      const setTimeout = window.setTimeout.bind(window);
      const waits: number[] = [];
      window.setTimeout = ((handler: () => void, time = 0) => {
        if (time > 50_000) waits.push(time);
        return setTimeout(handler, time);
      }) as typeof window.setTimeout;
      try {
        for (const value of [0, 0.5, 0.999]) {
          Math.random = () => value;
          await list(fault('ok'), {refresh: '60'}).feedComplete;
        }
      } finally {
        Math.random = random;
        window.setTimeout = setTimeout;
      }
      const rounded = [...new Set(waits.map((wait) => Math.round(wait / 100) * 100))];
      expect(rounded).to.deep.equal([54_000, 60_000, 66_000]);
    });

    it('sets no timer that is longer than a timer can be, and so would end at once', async () => {
      const setTimeout = window.setTimeout.bind(window);
      const waits: number[] = [];
      window.setTimeout = ((handler: () => void, time = 0) => {
        waits.push(time);
        return setTimeout(handler, time);
      }) as typeof window.setTimeout;
      try {
        await list(fault('ok'), {refresh: '1e9'}).feedComplete;
      } finally {
        window.setTimeout = setTimeout;
      }
      expect(Math.max(...waits)).to.equal(2 ** 31 - 1);
    });

    it('asks no server more often than the limit, whatever refresh says', async () => {
      configure({minRefresh: 60_000});
      const src = fault('ok');
      const element = list(src, {refresh: '0.001'});
      await element.feedComplete;
      await list(fault('503,503,ok')).feedComplete;
      expect(await log(src)).to.have.length(1);
    });

    it('two elements of one address share what either brings', async () => {
      const src = fault('ok');
      const elements = [list(src, {refresh: '0.5'}), list(src, {refresh: '0.5'})];
      await Promise.all(elements.map((element) => element.feedComplete));
      await waitUntil(async () => (await log(src)).length >= 4, '', quick);
      const exchanges = await log(src);
      for (let n = 2; n < exchanges.length; n++)
        expect((exchanges[n]?.time ?? 0) - (exchanges[n - 1]?.time ?? 0)).to.be.above(200);
    });
  });

  describe('a refresh that brings something new', () => {
    const one = feedOf([{id: 1, title: 'One'}]);
    const two = feedOf([
      {id: 2, title: 'Two'},
      {id: 1, title: 'One'},
    ]);

    it('moves nothing that is being read: it says how many are new, and the reader decides', async () => {
      const src = await store({body: one});
      const element = list(src);
      await element.feedComplete;
      const nodes = [...(element.shadowRoot?.querySelectorAll('li, a') ?? [])];
      const {height} = element.getBoundingClientRect();
      await replace(src, {body: two});
      element.refreshIfOlder(0);
      await waitUntil(() => element.shadowRoot?.querySelector('[role=status] button'), '', quick);
      const button = element.shadowRoot?.querySelector<HTMLElement>('[role=status] button');
      expect(button?.textContent).to.equal('Show 1 new');
      expect([...(element.shadowRoot?.querySelectorAll('li, a') ?? [])]).to.deep.equal(nodes);
      expect(titles(element)).to.deep.equal(['One']);
      expect(element.getBoundingClientRect().height).to.equal(height);
      const load = next(element, 'feed-load');
      button?.click();
      await load;
      expect(titles(element)).to.deep.equal(['Two', 'One']);
      await element.updateComplete;
      expect(element.shadowRoot?.activeElement?.textContent).to.equal('Two');
      expect(element.shadowRoot?.querySelector('[role=status] button')).to.be.null;
      document.querySelector<HTMLElement>('#field')?.focus({preventScroll: true});
    });

    it('shows corrections and withdrawals at once: there is nothing new to ask for', async () => {
      const src = await store({body: two});
      const element = list(src);
      await element.feedComplete;
      await replace(src, {body: feedOf([{id: 1, title: 'One, corrected'}])});
      element.refreshIfOlder(0);
      await next(element, 'feed-load');
      expect(titles(element)).to.deep.equal(['One, corrected']);
      expect(element.shadowRoot?.querySelector('[role=status] button')).to.be.null;
    });

    it('is shown at once below what the reader sees', async () => {
      const src = await store({body: one});
      const element = list(src);
      element.style.marginBlockStart = '300vh';
      await element.feedComplete;
      await replace(src, {body: two});
      element.refreshIfOlder(0);
      await next(element, 'feed-load');
      expect(titles(element)).to.deep.equal(['Two', 'One']);
    });

    it('is shown at once by reload()', async () => {
      const src = await store({body: one});
      const element = list(src);
      await element.feedComplete;
      await replace(src, {body: two});
      await element.reload();
      await element.updateComplete;
      expect(titles(element)).to.deep.equal(['Two', 'One']);
    });
  });

  describe('L7: unusual places', () => {
    it('a template loads nothing', async () => {
      const src = fault('ok');
      const template = document.createElement('template');
      template.innerHTML = `<about-us src="${src}"></about-us>`;
      host().append(template);
      await loadFeed(fault('ok'));
      template.remove();
      expect(await log(src)).to.deep.equal([]);
    });

    it('display: none loads as any other, and lazily not at all', async () => {
      const box = document.createElement('div');
      box.style.display = 'none';
      const [eager, lazy] = [fault('ok'), fault('ok')];
      const elements = [list(eager), list(lazy, {loading: 'lazy'})];
      box.append(...elements);
      host().append(box);
      await elements[0]?.feedComplete;
      expect(elements[0]?.state).to.equal('ready');
      expect(await log(lazy)).to.deep.equal([]);
      expect(elements[1]?.state).to.equal('idle');
      box.style.display = 'block';
      await waitUntil(() => elements[1]?.state === 'ready', '', quick);
      host().append(...elements);
      box.remove();
    });

    it('a sandboxed frame of no origin: loads, and touches no storage', async () => {
      const src = fault('ok');
      const report = await store({
        body: `addEventListener('error', (event) => parent.postMessage(event.message, '*'));
          addEventListener('unhandledrejection', (event) => parent.postMessage(String(event.reason), '*'));
          addEventListener('feed-load', () => setTimeout(() => parent.postMessage('loaded', '*')));`,
        headers: {'content-type': 'text/javascript'},
      });
      const message = new Promise((resolve) => {
        addEventListener('message', ({data}) => resolve(data), {once: true});
      });
      await openPage({
        sandbox: 'allow-scripts',
        head: `<script src="${report}"></script>${SCRIPT}`,
        body: `<news-article src="${src}"></news-article>`,
      });
      expect(await message).to.equal('loaded');
    });

    it('another document: adopted, it still loads', async () => {
      const page = await openPage({body: '<main></main>'});
      const element = list(fault('ok'));
      await element.feedComplete;
      page.document.querySelector('main')?.append(element);
      element.src = new URL(fault('ok', {items: '1'}), location.href).href;
      await element.feedComplete;
      expect(titles(element)).to.have.length(1);
      checkState(element);
      element.remove();
    });

    it('an XHTML page: nothing is thrown, and the fallback stays', async () => {
      const src = fault('ok');
      const frame = document.createElement('iframe');
      frame.src = await store({
        headers: {'content-type': 'application/xhtml+xml'},
        body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Page</title><script>window.errors = []; addEventListener('error', (event) => errors.push(event.message)); addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));</script>
          <script type="module" src="/bundle/tag/news-elements.js"></script></head><body><about-us src="${src}"><p class="fallback">Fallback</p></about-us></body></html>`,
      });
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const page = frame.contentWindow as Window & {errors?: string[]};
      await loadFeed(fault('503,ok'));
      expect(page.errors).to.deep.equal([]);
      const element = page.document.querySelector('about-us');
      expect(element && isFallbackShown(element)).to.be.true;
      expect(await log(src)).to.deep.equal([]);
    });
  });

  it('L8: time grows with the number of elements alone, and one request serves 1,000', async () => {
    const src = fault('ok');
    await loadFeed(src);
    const time = async (count: number) => {
      const start = performance.now();
      const elements = Array.from({length: count}, () => put('item-list', {src}));
      await Promise.all(elements.map((element) => element.feedComplete));
      const taken = performance.now() - start;
      for (const element of elements) element.remove();
      return taken;
    };
    await time(50);
    const few = (await time(50)) / 50;
    const many = (await time(1000)) / 1000;
    // Were each to look at all others, it would be twenty times as much.
    expect(many).to.be.below(6 * few);
    expect(await log(src)).to.have.length(1);
  });

  it('L8: takes 1,000 times in and out, and loads once', async () => {
    const src = fault('ok');
    const element = list(src);
    await element.feedComplete;
    for (let n = 0; n < 1000; n++) {
      element.remove();
      if (n % 100 === 0) await Promise.resolve();
      host().append(element);
    }
    await element.feedComplete;
    expect(titles(element)).to.have.length(3);
    expect(await log(src)).to.have.length(1);
  });

  it(`I3: the script puts nothing on the window but what Lit keeps there (${browser})`, async () => {
    const page = await openPage({body: `<about-us src="${fault('ok')}"></about-us>`});
    const before = new Set(globalNames(page));
    const script = page.document.createElement('script');
    Object.assign(script, {type: 'module', src: '/bundle/tag/news-elements.js'});
    page.document.head.append(script);
    const element = find(page, 'about-us');
    await waitUntil(() => element.matches(':defined') && element.state === 'ready', '', quick);
    const added = globalNames(page).filter((name) => !before.has(name));
    const allowed =
      /\.(litHtmlVersions|litElementVersions|reactiveElementVersions|reactiveElementPolyfillSupport|litPropertyMetadata|Symbol\(news-elements\))$/;
    expect(added.filter((name) => !allowed.test(name))).to.deep.equal([]);
  });
});
