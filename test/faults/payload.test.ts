import {expect} from '@open-wc/testing';
import {waitUntil} from '../browser/until.js';
import {configure} from '../../src/feed/index.js';
import {
  checkState,
  expectWarnings,
  fault,
  feedOf,
  isFallbackShown,
  list,
  log,
  next,
  put,
  replace,
  sentences,
  shownText,
  store,
  TAGS,
  titles,
  underInvariants,
} from '../browser/fault-page.js';

describe('faults of the payload', () => {
  underInvariants();

  it('P1: stops reading at the limit and hangs up', async () => {
    const src = fault('flood');
    const event = await next(list(src), 'feed-error');
    expect([event.code, event.attempts]).to.deep.equal(['too-large', 1]);
    expect(sentences()[0]).to.contain('more than 10 MiB');
    await waitUntil(async () => (await log(src))[0]?.closed !== undefined, '', {timeout: 10_000, interval: 20});
    const [exchange] = await log(src);
    expect(exchange?.wasCutOff).to.be.true;
    // Of 200 MB; what has left the server may lie in buffers on the way.
    expect(exchange?.sent).to.be.below(100 * 2 ** 20);
  });

  it('P1: takes what is just within the limit', async () => {
    const body = feedOf([{id: 1, title: 'One'}]);
    configure({maxBytes: body.length});
    expect(await list(await store({body})).feedComplete).to.exist;
    configure({maxBytes: body.length - 1});
    expect((await next(list(await store({body})), 'feed-error')).code).to.equal('too-large');
  });

  describe('P2: broken JSON is an error, and nothing of it is shown', () => {
    const broken: [string, string, number][] = [
      ['invalid', '{"version": "https://jsonfeed.org/version/1.1", "items": [}]}', 1],
      ['lines of JSON', '{"id": 1}\n{"id": 2}', 1],
      ['for a script', 'callback({"items": []})', 1],
      ['guarded', `)]}'\n{"items": []}`, 1],
      [
        'cut off within a list',
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "title": "One"},',
        2,
      ],
      ['cut off within a string', '{"version": "https://jsonfeed.org/version/1.1", "title": "Ri', 2],
      ['cut off, brackets in strings aside', '{"version": "]}]}]}\\"", "items": [{"id": 1}', 2],
    ];
    for (const [name, body, count] of broken)
      it(`${name}: ${count === 2 ? 'asked for once more' : 'not asked for again'}`, async () => {
        const src = await store({body, headers: {'cache-control': 'max-age=600'}});
        const element = list(src);
        const event = await next(element, 'feed-error');
        expect([event.code, event.attempts]).to.deep.equal(['parse', count]);
        expect((await log(src)).filter(({method}) => method === 'GET')).to.have.length(count);
        expect(shownText(element)).to.equal('');
      });

    it('is shown when it comes whole the second time, past the cache', async () => {
      const whole = feedOf([{id: 1, title: 'One'}]);
      const src = await store({body: whole.slice(0, 60), headers: {'cache-control': 'max-age=600'}});
      const element = list(src);
      await waitUntil(async () => (await log(src)).length === 1, '', {interval: 1});
      await replace(src, {body: whole});
      await element.feedComplete;
      if (element.state === 'error') await element.reload();
      expect(titles(element)).to.deep.equal(['One']);
    });
  });

  it('P3: whatever stands at the top, nothing is thrown', async () => {
    for (const body of [
      'null',
      '7',
      '"text"',
      '[]',
      '{}',
      'true',
      '[null]',
      '{"version": "https://jsonfeed.org/version/9"}',
      '{"items": 7}',
    ])
      for (const tag of TAGS) {
        const src = await store({body});
        const element = put(tag, {src});
        await element.feedComplete;
        await element.updateComplete;
        expect(['error', 'empty', 'ready'], `${tag} ${body}`).to.include(element.state);
        if (tag !== 'about-us') expect(isFallbackShown(element), `${tag} ${body}`).to.be.true;
        element.remove();
      }
  });

  it('P4: drops bad items alone, keeps the order, and says once how many', async () => {
    expectWarnings(1);
    const items = [{id: 'a', title: 'A'}, null, 7, 'x', [], {title: 'No id'}, {id: {}, title: 'Odd id'}, {id: 'b', url: 7, title: 'B'}, {id: 'c'}, {id: 'd', title: ['D'], summary: 'Deed'}, {id: 'e', title: 'E', authors: 7, tags: {}, attachments: 'x', image: {}}]; // prettier-ignore
    const src = await store({body: feedOf(items)});
    const elements = [list(src), list(src)];
    const feed = await elements[0]?.feedComplete;
    await elements[1]?.feedComplete;
    expect(feed?.items.map(({id}) => id)).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
    expect(feed?.dropped).to.equal(6);
    expect(sentences()).to.have.length(1);
    expect(sentences()[0]).to.match(/\b6\b.*left out/);
  });

  describe('P5: much of everything', () => {
    it('considers 2,000 items and shows as many as the limit says', async () => {
      const items = Array.from({length: 100_000}, (_, id) => ({id, title: `T${id}`}));
      const element = list(await store({body: feedOf(items)}));
      const feed = await element.feedComplete;
      expect(feed?.items).to.have.length(2000);
      expect(titles(element)).to.have.length(10);
    });

    it('shows a story of 5 MB as title and link', async () => {
      const item = {
        id: 1,
        url: 'https://river.example/long',
        title: 'Long',
        content_html: '<p>word</p>'.repeat(500_000),
      };
      const element = put('news-article', {src: await store({body: feedOf([item])})});
      expectWarnings(1);
      await element.feedComplete;
      expect(titles(element)).to.deep.equal(['Long']);
      expect(element.shadowRoot?.querySelector('a[href="https://river.example/long"]')).to.exist;
      expect(element.shadowRoot?.querySelectorAll('*').length).to.be.below(200);
    });

    it('survives JSON 10,000 levels deep, and HTML 1,500', async () => {
      const deep = '['.repeat(10_000) + ']'.repeat(10_000);
      const json = list(
        await store({
          body: `{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "title": "Deep", "_x": ${deep}}]}`,
        }),
      );
      await json.feedComplete;
      expect(titles(json)).to.deep.equal(['Deep']);
      expectWarnings(1);
      for (const levels of [1000, 1500]) {
        const pairs = levels / 2;
        const html = `${'<div><em>'.repeat(pairs)}The bottom${'</em></div>'.repeat(pairs)}`;
        const src = await store({body: feedOf([{id: 1, title: 'Deep', content_html: html, summary: 'The summary'}])});
        const element = put('news-article', {src});
        await element.feedComplete;
        // So deep that reading it would hold the page up, it is left out.
        await waitUntil(() => shownText(element).includes('The bottom') || sentences().length, '', {timeout: 10_000});
        if (levels === 1000) expect(shownText(element)).to.contain('The bottom');
        expect(shownText(element)).to.contain('Deep');
        expect(depth(element.shadowRoot?.querySelector('[part~=body]') ?? null)).to.be.at.most(70);
      }
    });
  });

  it('P6: names from Object.prototype pollute nothing', async () => {
    const long = 'k'.repeat(2 ** 20);
    const body = `{"version": "https://jsonfeed.org/version/1.1", "__proto__": {"polluted": 1, "title": "Bad"}, "constructor": {"prototype": {"polluted": 1}}, "${long}": 1,
      "items": [{"id": "__proto__", "title": "One", "__proto__": {"polluted": 1, "summary": "Bad"}}, {"id": "constructor", "title": "Two", "toString": 1, "hasOwnProperty": 1}]}`;
    const element = list(await store({body}));
    const feed = await element.feedComplete;
    expect(Reflect.has({}, 'polluted')).to.be.false;
    expect(feed?.title).to.be.undefined;
    expect(titles(element)).to.deep.equal(['One', 'Two']);
    expect(feed?.items[0]?.summary).to.be.undefined;
    expect(Object.getPrototypeOf(feed?.items[0])).to.equal(Object.prototype);
  });

  it('P7: shows once what stands there twice by id, and both of two ids at one address', async () => {
    const items = [
      {id: 1, title: 'First', url: 'https://river.example/a'},
      {id: 1, title: 'Again', url: 'https://river.example/b'},
      {id: 2, title: 'Second', url: 'https://river.example/a'},
    ];
    const element = list(await store({body: feedOf(items)}));
    await element.feedComplete;
    expect(titles(element)).to.deep.equal(['First', 'Second']);
  });

  describe('P8: hostile text', () => {
    const texts = [
      '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">',
      '\u202eltr desrever\u202c \u2066isolate',
      'nul \0 byte',
      'lone \ud800 surrogate',
      'x'.repeat(15_000),
      `zalgo ${'e\u0301\u0316\u0350'.repeat(300)}`,
      '${alert(1)} {{constructor}} <!--lit-->?lit$123$',
    ];
    for (const tag of [...TAGS, 'item-list' as const])
      it(`stays text and within its box at 320 px: ${tag}`, async () => {
        const items = texts.map((text, id) => ({
          id,
          url: 'javascript:window.hacked=1',
          title: text,
          summary: text,
          tags: [text],
          authors: [{name: text, url: 'javascript:window.hacked=1'}],
          content_text: text,
          date_published: new Date().toISOString(),
          _news: {kicker: text, place: text},
        }));
        const [first] = texts;
        const body = feedOf(items, {title: first, description: first, authors: [{name: texts[4]}]});
        const element = put(tag, {src: await store({body}), item: '0'});
        element.style.cssText = 'display: block; inline-size: 320px';
        await element.feedComplete;
        expect(Reflect.has(window, 'hacked')).to.be.false;
        const root = element.shadowRoot;
        expect(root?.querySelector('script, img[onerror], [href^="javascript" i]')).to.be.null;
        const base = root?.querySelector('[part=base]');
        expect((base?.scrollWidth ?? NaN) - (base?.clientWidth ?? NaN)).to.be.at.most(1);
        if (element.state === 'ready') expect(shownText(element).length).to.be.above(10);
        checkState(element);
      });
  });
});

function depth(element: Element | null): number {
  return element ? 1 + Math.max(0, ...[...element.children].map(depth)) : 0;
}
