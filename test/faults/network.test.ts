import {expect} from '@open-wc/testing';
import {waitUntil} from '../browser/until.js';
import {configure} from '../../src/feed/index.js';
import {
  browser,
  elsewhere,
  fault,
  gaps,
  isFallbackShown,
  log,
  next,
  put,
  list,
  sentences,
  setOnline,
  shownText,
  TAGS,
  titles,
  underInvariants,
} from '../browser/fault-page.js';

const quick = {timeout: 15_000, interval: 20};

describe('network faults', () => {
  underInvariants();

  it('has the limits that it promises', async () => {
    const {limits} = await import('../../src/feed/load.js');
    configure({backoff: 500, maxBackoff: 8_000, minRefresh: 5_000, onlineDelay: 2_000});
    expect(limits).to.deep.equal({
      tries: 3,
      timeout: 10_000,
      stall: 5_000,
      maxBytes: 10 * 2 ** 20,
      backoff: 500,
      maxBackoff: 8_000,
      maxRetryAfter: 60_000,
      patience: 5_000,
      maxPages: 5,
      maxAge: 300_000,
      minRefresh: 5_000,
      onlineDelay: 2_000,
    });
  });

  describe('N1: the connection is refused', () => {
    it('gives up after three tries with one event, in every element', async () => {
      for (const tag of TAGS) {
        const element = put(tag, {src: 'http://localhost:1/feed.json'});
        const event = await next(element, 'feed-error');
        expect([event.code, event.attempts, event.status, event.cancelable]).to.deep.equal([
          'network',
          3,
          undefined,
          true,
        ]);
        expect(event.url).to.equal('http://localhost:1/feed.json');
        expect(isFallbackShown(element)).to.be.true;
        element.remove();
      }
    });

    it('is asked three times on the wire too, when the connection is reset', async () => {
      const src = fault('reset');
      const event = await next(list(src), 'feed-error');
      expect([event.code, event.attempts]).to.deep.equal(['network', 3]);
      // Browsers repeat a request whose connection was closed by themselves: Firefox up to ten times.
      expect((await log(src)).length).to.be.within(3, 33);
    });

    it('spreads the first retries over the whole window', async () => {
      configure({tries: 2, backoff: 1000, maxBackoff: 8000});
      const addresses = Array.from({length: 100}, () => fault('503,410', {cors: 'yes'}));
      const elements = addresses.map((src) => put('about-us', {src}));
      await Promise.all(elements.map((element) => element.feedComplete));
      const waits = (await Promise.all(addresses.map(log))).map((exchanges) => gaps(exchanges)[0] ?? NaN);
      expect(waits).to.have.length(100);
      expect(Math.max(...waits) - Math.min(...waits)).to.be.at.least(500);
    });

    it('draws each wait from the whole of backoff · 2ⁿ, capped', async () => {
      const {random} = Math;
      const setTimeout = window.setTimeout.bind(window);
      const waits: number[] = [];
      Math.random = () => 0.5;
      window.setTimeout = ((handler: () => void, time?: number) => {
        if (time && time < 9000 && time > 100) waits.push(time);
        return setTimeout(handler, time && time < 9000 ? 0 : time);
      }) as typeof window.setTimeout;
      configure({tries: 7, backoff: 500, maxBackoff: 8000, stall: 9999});
      try {
        await list(fault('503')).feedComplete;
      } finally {
        Math.random = random;
        window.setTimeout = setTimeout;
      }
      // The last is the failure's, for its words.
      expect(waits.slice(0, -1)).to.deep.equal([250, 500, 1000, 2000, 4000, 4000]);
    });
  });

  it('N2: aborts each try at the deadline when no byte ever comes', async () => {
    configure({timeout: 300});
    const src = fault('hang');
    const start = performance.now();
    const event = await next(list(src), 'feed-error');
    expect(performance.now() - start).to.be.within(3 * 295, 3 * 300 + 1500);
    expect([event.code, event.attempts]).to.deep.equal(['timeout', 3]);
    await waitUntil(async () => (await log(src)).every(({closed}) => closed !== undefined), '', quick);
    const exchanges = await log(src);
    expect(exchanges).to.have.length(3);
    for (const {time, closed, wasCutOff} of exchanges) {
      expect(wasCutOff).to.be.true;
      expect((closed ?? NaN) - time).to.be.below(1500);
    }
    expect(sentences()[0]).to.match(/took too long/);
  });

  it('N3: the deadline covers a body that trickles', async () => {
    configure({timeout: 500, stall: 400, tries: 1});
    const src = fault('trickle', {every: '50'});
    const event = await next(list(src), 'feed-error');
    expect([event.code, event.attempts]).to.deep.equal(['timeout', 1]);
    await waitUntil(async () => (await log(src))[0]?.closed !== undefined);
    const [exchange] = await log(src);
    expect(exchange?.wasCutOff).to.be.true;
    expect((exchange?.closed ?? NaN) - (exchange?.time ?? NaN)).to.be.within(350, 1500);
  });

  it('N3: shows a slow feed that keeps coming', async () => {
    configure({stall: 2000});
    const element = list(fault('trickle', {every: '1', items: '1'}), {limit: '1'});
    await element.feedComplete;
    expect(titles(element)).to.deep.equal(['Council chooses bridge design']);
  });

  it('N4: aborts a body that stalls, before the deadline', async () => {
    configure({stall: 200, timeout: 10_000, tries: 1});
    const src = fault('stall');
    const start = performance.now();
    const event = await next(list(src), 'feed-error');
    expect(event.code).to.equal('timeout');
    expect(performance.now() - start).to.be.below(5000);
    await waitUntil(async () => (await log(src))[0]?.wasCutOff === true);
  });

  describe('N5: the answer is cut off', () => {
    it('is never parsed and never shown in part', async () => {
      const src = fault('cut');
      const element = list(src);
      const event = await next(element, 'feed-error');
      expect([event.code, event.attempts]).to.deep.equal(['network', 3]);
      expect(shownText(element)).to.equal('');
      expect((await log(src)).length).to.be.at.least(3);
    });

    it('is asked for again, and shown when it comes whole', async () => {
      const src = fault('cut,ok');
      const element = list(src, {limit: '3'});
      await element.feedComplete;
      expect(titles(element)).to.deep.equal([
        'Council chooses bridge design',
        'Ferry captain retires today 1',
        'School garden wins prize 2',
      ]);
      expect(sentences()).to.deep.equal([]);
    });
  });

  describe('N6: the server does not let the page read it', () => {
    it('says CORS to the builder, and nothing to the reader', async () => {
      const src = await elsewhere(fault('ok', {cors: 'no'}));
      const element = list(src);
      const event = await next(element, 'feed-error');
      expect([event.code, event.attempts]).to.deep.equal(['network', 3]);
      expect(sentences()).to.have.length(1);
      expect(sentences()[0]).to.contain('CORS').and.to.contain(`Access-Control-Allow-Origin: ${location.origin}`);
      expect(await log(src)).to.have.length(3);
    });

    it('refuses an answer for another origin alike', async () => {
      const src = await elsewhere(
        fault('ok', {cors: 'no', header: 'Access-Control-Allow-Origin: https://river.example'}),
      );
      expect((await next(list(src), 'feed-error')).code).to.equal('network');
    });

    it('sends no cookie, no preflight, and of the page no more than its origin', async () => {
      const src = await elsewhere(fault('ok'));
      await list(src).feedComplete;
      const [exchange, ...more] = await log(src);
      expect(more).to.deep.equal([]);
      expect(exchange?.method).to.equal('GET');
      expect(exchange?.headers.cookie).to.be.undefined;
      expect([undefined, `${location.origin}/`]).to.include(exchange?.headers.referer);
      const here = fault('ok');
      await list(here).feedComplete;
      expect((await log(here))[0]?.headers.cookie).to.be.undefined;
      const unnamed = await elsewhere(fault('ok'));
      await list(unnamed, {referrerpolicy: 'no-referrer'}).feedComplete;
      expect((await log(unnamed))[0]?.headers.referer).to.be.undefined;
    });

    it('takes a referrer policy that does not exist for the default', async () => {
      const src = fault('ok');
      const element = list(src, {referrerpolicy: 'hm'});
      await element.feedComplete;
      expect(element.state).to.equal('ready');
    });

    it('sends cookies when it is asked to', async () => {
      const src = await elsewhere(fault('ok', {cors: 'credentials'}));
      await list(src, {crossorigin: 'use-credentials'}).feedComplete;
      // WebKit keeps cookies from another port, as for another site.
      if (browser !== 'WebKit') expect((await log(src))[0]?.headers.cookie).to.contain('host=1');
    });
  });

  describe('N7: the browser is offline', () => {
    it('asks nothing, then once for each address within the delay', async () => {
      setOnline(false);
      const [one, two] = [fault('ok', {items: '1'}), fault('ok', {items: '2'})];
      const elements = [one, one, one, two, two].map((src) => put('about-us', {src}));
      const events = await Promise.all(elements.map((element) => next(element, 'feed-error')));
      expect(events.map(({code, attempts}) => [code, attempts])).to.deep.equal(events.map(() => ['network', 0]));
      expect([...(await log(one)), ...(await log(two))]).to.deep.equal([]);
      configure({onlineDelay: 500});
      const start = performance.now();
      setOnline(true);
      await waitUntil(() => elements.every(({state}) => state === 'ready'), '', quick);
      expect(performance.now() - start).to.be.below(500 + 3000);
      expect((await log(one)).length).to.equal(1);
      expect((await log(two)).length).to.equal(1);
    });

    it('keeps a feed on show, stale, and asks once when it is back', async () => {
      const src = fault('ok');
      const elements = [list(src), list(src)];
      await Promise.all(elements.map((element) => element.feedComplete));
      setOnline(false);
      await Promise.all(elements.map((element) => element.reload()));
      await Promise.all(elements.map((element) => element.updateComplete));
      expect(elements.map(({state}) => state)).to.deep.equal(['stale', 'stale']);
      setOnline(true);
      await waitUntil(() => elements.every(({state}) => state === 'ready'), '', quick);
      expect(await log(src)).to.have.length(2);
    });

    it('does not take onLine for a proof: a dead server is an error', async () => {
      setOnline(true);
      expect((await next(list(fault('reset')), 'feed-error')).code).to.equal('network');
    });
  });

  it('N8: burns no retries while offline, and completes by itself when it is back', async () => {
    const src = fault('503,ok', {delay: '100'});
    const element = list(src);
    await waitUntil(async () => (await log(src)).length === 1, '', quick);
    setOnline(false);
    const event = await next(element, 'feed-error');
    expect(event.attempts).to.equal(1);
    expect(await log(src)).to.have.length(1);
    setOnline(true);
    await next(element, 'feed-load');
    expect(await log(src)).to.have.length(2);
    expect(titles(element)).to.contain('Council chooses bridge design');
  });
});
