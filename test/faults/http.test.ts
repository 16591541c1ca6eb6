import {expect} from '@open-wc/testing';
import {waitUntil} from '../browser/until.js';
import {configure, loadFeed} from '../../src/feed/index.js';
import {
  browser,
  elsewhere,
  fault,
  feedOf,
  gaps,
  isFallbackShown,
  list,
  log,
  next,
  replace,
  sentences,
  shownText,
  store,
  titles,
  underInvariants,
} from '../browser/fault-page.js';

describe('HTTP faults', () => {
  underInvariants();

  describe('H1: the server asks for a pause', () => {
    for (const status of ['429', '503'])
      it(`waits as long as Retry-After says, and no less (${status})`, async () => {
        const src = await elsewhere(
          fault(`${status},ok`, {header: ['Retry-After: 1', 'Access-Control-Expose-Headers: Retry-After']}),
        );
        await list(src).feedComplete;
        const [gap] = gaps(await log(src));
        expect(gap).to.be.at.least(995);
      });

    it('takes a date, by the server’s own clock', async () => {
      const now = Date.UTC(2031, 4, 5, 6, 7, 8);
      const header = [
        `Date: ${new Date(now).toUTCString()}`,
        `Retry-After: ${new Date(now + 1000).toUTCString()}`,
        'Access-Control-Expose-Headers: Retry-After, Date',
      ];
      const src = await elsewhere(fault('503,ok', {header}));
      await list(src).feedComplete;
      expect(gaps(await log(src))[0]).to.be.within(995, 5000);
    });

    it('does not ask again in this page view when the pause is too long', async () => {
      for (const value of ['61', '99999999999999999999', new Date(Date.now() + 7_200_000).toUTCString()]) {
        const src = fault('503,ok', {header: `Retry-After: ${value}`});
        const element = list(src);
        const event = await next(element, 'feed-error');
        expect([event.code, event.status, event.attempts]).to.deep.equal(['http', 503, 1]);
        element.refreshIfOlder(0);
        window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
        // Had it asked, the request would stand in the log before this one's.
        await loadFeed(fault('ok'));
        expect(await log(src)).to.have.length(1);
        expect(element.state).to.equal('error');
      }
    });

    it('ignores a pause that is none', async () => {
      for (const value of ['-7', 'NaN', '1e99', 'soon', '0', new Date(Date.now() - 1e7).toUTCString()]) {
        const src = fault('503,ok', {header: `Retry-After: ${value}`});
        await list(src).feedComplete;
        expect(gaps(await log(src))[0], value).to.be.below(900);
      }
    });
  });

  it('H2: backs off with jitter when the pause cannot be read across origins', async () => {
    const src = await elsewhere(fault('429', {header: 'Retry-After: 30'}));
    const event = await next(list(src), 'feed-error');
    expect([event.code, event.status, event.attempts]).to.deep.equal(['http', 429, 3]);
    const exchanges = await log(src);
    expect(exchanges).to.have.length(3);
    expect(Math.max(...gaps(exchanges))).to.be.below(3000);
  });

  describe('H3: what passes by itself is tried three times', () => {
    for (const status of ['500', '502', '503', '504', '425'])
      it(status, async () => {
        const src = fault(status);
        const event = await next(list(src), 'feed-error');
        expect([event.code, event.status, event.attempts]).to.deep.equal(['http', Number(status), 3]);
        expect(await log(src)).to.have.length(3);
        expect(sentences()[0]).to.match(new RegExp(`error ${status}.*server has a problem`));
      });

    it('408', async () => {
      const src = fault('408');
      const event = await next(list(src), 'feed-error');
      expect([event.code, event.status, event.attempts]).to.deep.equal(['http', 408, 3]);
      // Browsers may repeat a request by themselves after a 408.
      expect((await log(src)).length).to.be.at.least(3);
    });

    it('is shown when a later try succeeds, past every cache', async () => {
      const src = fault('503,503,ok', {header: 'Cache-Control: max-age=600'});
      const element = list(src);
      await element.feedComplete;
      expect(titles(element)).to.have.length(3);
      expect(await log(src)).to.have.length(3);
    });
  });

  describe('H4: what is final is asked for once', () => {
    const advice: Partial<Record<string, RegExp>> = {
      '401': /token in it may have expired/,
      '403': /token in it may have expired/,
      '404': /is the address right/,
      '410': /is the address right/,
    };
    for (const status of ['400', '401', '403', '404', '410', '451'])
      it(status, async () => {
        const src = fault(status);
        const element = list(src);
        const event = await next(element, 'feed-error');
        expect([event.code, event.status, event.attempts]).to.deep.equal(['http', Number(status), 1]);
        expect(isFallbackShown(element)).to.be.true;
        const [exchange, ...more] = await log(src);
        expect(more).to.deep.equal([]);
        expect(exchange?.url).to.contain(status);
        expect(sentences()[0]).to.match(advice[status] ?? /refuses the request/);
      });

    it('is an error within 100 ms of the headers', async () => {
      const src = fault('404');
      const element = list(src);
      const fetch = window.fetch.bind(window);
      let answered = NaN;
      window.fetch = async (...request) => {
        const response = await fetch(...request);
        answered = performance.now();
        return response;
      };
      await next(element, 'feed-error');
      window.fetch = fetch;
      expect(performance.now() - answered).to.be.below(100);
    });

    it('shows the sentence in place with debug', async () => {
      const element = list(fault('401'), {debug: ''});
      await next(element, 'feed-error');
      expect(shownText(element)).to.contain('error 401').and.contain('token');
    });

    it('keeps quiet when the page cancels the event', async () => {
      const element = list(fault('404'));
      element.addEventListener('feed-error', (event) => event.preventDefault());
      await next(element, 'feed-error');
      expect(sentences()).to.deep.equal([]);
    });
  });

  describe('H5: nothing', () => {
    it('an empty body is no feed', async () => {
      const event = await next(list(fault('empty')), 'feed-error');
      expect([event.code, event.attempts]).to.deep.equal(['format', 1]);
    });
    it('neither is status 204', async () => {
      const event = await next(list(fault('204')), 'feed-error');
      expect([event.code, event.attempts]).to.deep.equal(['format', 1]);
    });
    it('a feed without items is one, and empty', async () => {
      const element = list(fault('none'));
      await next(element, 'feed-load');
      expect(element.state).to.equal('empty');
      expect(isFallbackShown(element)).to.be.true;
      expect(sentences()).to.deep.equal([]);
    });
  });

  it('H6: nothing of a captive portal’s page reaches the DOM', async () => {
    const element = list(fault('html'));
    const event = await next(element, 'feed-error');
    expect([event.code, event.attempts]).to.deep.equal(['format', 1]);
    expect(element.shadowRoot?.querySelector('form, input, script, title')).to.be.null;
    expect(Reflect.has(window, 'captive')).to.be.false;
    expect(sentences()[0]).to.contain('a web page, not a feed');
  });

  describe('H7: redirects', () => {
    it('resolves relative addresses against the final one', async () => {
      const to = await elsewhere(fault('ok'));
      const element = list(fault('redirect', {to}));
      const feed = await element.feedComplete;
      expect(feed?.url).to.equal(to);
      expect(feed?.items[0]?.url).to.equal(new URL('/stories/0', to).href);
    });

    it('gives up on a loop as on a dead server', async () => {
      const src = fault('loop');
      const event = await next(list(src), 'feed-error');
      expect([event.code, event.attempts]).to.deep.equal(['network', 3]);
    });
  });

  describe('H8: a feed that has not changed', () => {
    it('is revalidated without a preflight, and keeps its nodes', async () => {
      const src = await elsewhere(fault('etag'));
      const element = list(src);
      let loads = 0;
      element.addEventListener('feed-load', () => loads++);
      const feed = await element.feedComplete;
      const nodes = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
      await element.reload();
      await element.updateComplete;
      const exchanges = await log(src);
      expect(exchanges.map(({method}) => method)).to.deep.equal(['GET', 'GET']);
      // WebKitGTK keeps no HTTP cache when it is automated: it gets the same body again.
      if (browser !== 'WebKit') expect(exchanges[1]?.headers['if-none-match']).to.equal('"1"');
      expect(element.feed).to.equal(feed);
      expect([...(element.shadowRoot?.querySelectorAll('*') ?? [])]).to.deep.equal(nodes);
      expect(loads).to.equal(1);
    });

    it('serves further elements from memory while it is fresh', async () => {
      const src = fault('ok');
      await list(src).feedComplete;
      await list(src).feedComplete;
      expect(await log(src)).to.have.length(1);
      configure({maxAge: 0});
      await list(src).feedComplete;
      expect(await log(src)).to.have.length(2);
    });
  });

  describe('H9: bytes', () => {
    const sizes: [string, string][] = [
      ['bom', 'River Post'],
      ['utf16', 'Größe'],
      ['charset', 'Größe'],
      ['latin1', 'Größe'],
    ];
    for (const [name, title] of sizes)
      it(`are text whatever the header says: ${name}`, async () => {
        expect((await list(fault(name)).feedComplete)?.title).to.equal(title);
      });

    it('that are no text are no feed', async () => {
      const event = await next(list(fault('bytes')), 'feed-error');
      expect(event.code).to.equal('format');
    });

    it('are counted as decoded: a compression bomb is too large', async () => {
      const event = await next(list(fault('bomb')), 'feed-error');
      expect([event.code, event.attempts]).to.deep.equal(['too-large', 1]);
    });
  });

  it('keeps what was good on show, stale, when a reload fails, and is ready again after it succeeds', async () => {
    const src = await store({body: feedOf([{id: 1, title: 'One'}])});
    const element = list(src);
    await element.feedComplete;
    await replace(src, {status: 500});
    await element.reload();
    await element.updateComplete;
    expect(element.state).to.equal('stale');
    expect(titles(element)).to.deep.equal(['One']);
    await replace(src, {body: feedOf([{id: 2, title: 'Two'}])});
    await element.reload();
    await waitUntil(() => element.matches(':state(ready)'));
    expect(titles(element)).to.deep.equal(['Two']);
  });
});
