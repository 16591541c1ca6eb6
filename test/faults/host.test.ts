import {expect} from '@open-wc/testing';
import {waitUntil} from '../browser/until.js';
import {version as packaged} from '../../package.json';
import {define, version} from '../../src/elements/define.js';
import {FeedElement} from '../../src/elements/feed-element.js';
import {
  browser,
  elsewhere,
  fault,
  find,
  isFallbackShown,
  ItemList,
  list,
  log,
  next,
  openPage,
  SCRIPT,
  sentences,
  shownText,
  store,
  TAGS,
  titles,
  underInvariants,
  expectWarnings,
  type AnyElement,
} from '../browser/fault-page.js';

const quick = {timeout: 15_000, interval: 20};

interface Watched extends Window {
  seen?: string[];
}

/** A script that notes what happens on its page; a file, since policies forbid inline ones. */
async function watcher(more = ''): Promise<string> {
  const body = `window.seen = [];
    addEventListener('securitypolicyviolation', (event) => seen.push('violation ' + event.violatedDirective + ' ' + event.blockedURI));
    addEventListener('error', (event) => seen.push('error ' + event.message));
    addEventListener('unhandledrejection', (event) => seen.push('rejection ' + event.reason));
    console.warn = (words) => seen.push('warning ' + words);
    console.error = (words) => seen.push('console error ' + words);
    ${more}`;
  return `<script src="${await store({body, headers: {'content-type': 'text/javascript'}})}"></script>`;
}

const all = (src: string, attributes = '') =>
  TAGS.map((tag) => `<${tag} src="${src}" nearest ${attributes}><p class="fallback">Fallback</p></${tag}>`).join('');

async function settled(page: Window): Promise<AnyElement[]> {
  const elements = TAGS.map((tag) => find(page, tag));
  const hasEnded = (element: AnyElement) => element.matches(':defined') && !['idle', 'loading'].includes(element.state);
  await waitUntil(() => elements.every(hasEnded), '', {timeout: 10_000, interval: 20}).catch(() => {
    const waiting = elements
      .filter((element) => !hasEnded(element))
      .map(({localName, state}) => `${localName} ${state}`);
    throw new Error(`Still waiting: ${waiting.join(', ')}. ${seen(page)?.join('\n') ?? ''}`);
  });
  return elements;
}

const seen = (page: Window) => (page as Watched).seen;

describe('faults of the host page', () => {
  underInvariants();

  describe('G1: the script is there twice', () => {
    it('the first definition wins, nothing throws, and one warning names both versions', async () => {
      const page = await openPage({
        head: `${await watcher()}${SCRIPT}<script type="module" src="/bundle/tag-2/news-elements.js"></script>`,
        body: all(fault('ok')),
      });
      await settled(page);
      await waitUntil(() => seen(page)?.length, '', quick);
      expect(seen(page)).to.have.length(1);
      expect(seen(page)?.[0]).to.match(new RegExp(`news-elements ${version}.*news-elements ${version}`));
    });

    it('a tag that somebody else has defined stays theirs; the others are registered', async () => {
      const theirs = `customElements.define('about-us', class extends HTMLElement { connectedCallback() { this.title = 'theirs'; } });`;
      const page = await openPage({
        head: `${await watcher(theirs)}${SCRIPT}`,
        body: `<about-us></about-us><related-news src="${fault('ok')}"></related-news>`,
      });
      await waitUntil(
        () => find(page, 'related-news').matches(':defined') && find(page, 'related-news').state === 'ready',
        '',
        quick,
      );
      expect(find(page, 'about-us').title).to.equal('theirs');
      await waitUntil(() => seen(page)?.length, '', quick);
      expect(seen(page)).to.have.length(1);
      expect(seen(page)?.[0]).to.contain('another script').and.contain(`news-elements ${version}`);
    });

    it('define() warns once, whatever comes again', () => {
      expectWarnings(1);
      for (const tag of ['item-list', 'item-list', 'about-us']) define(tag, class extends ItemList {});
      expect(customElements.get('item-list')).to.equal(ItemList);
      expect(sentences()).to.have.length(1);
      define('late-list', class extends ItemList {});
      expect(customElements.get('late-list')).to.exist;
      expect(FeedElement.version).to.equal(version);
    });

    it('the version is that of the package', () => {
      expect(version).to.equal(packaged);
    });
  });

  it('G2: the strictest policy that names our addresses sees no violation, and all is styled', async () => {
    const page = await openPage({
      headers: {
        'content-security-policy': `default-src 'none'; script-src ${location.origin}; style-src 'nonce-x'; connect-src ${location.origin}; img-src ${location.origin}`,
      },
      head: `${await watcher()}${SCRIPT}`,
      body: all(fault('ok')),
    });
    const elements = await settled(page);
    expect(elements.filter(({state}) => state === 'error')).to.deep.equal([]);
    expect(seen(page)).to.deep.equal([]);
    const base = find(page, 'related-news').shadowRoot?.querySelector('[part=list]');
    expect(base && page.getComputedStyle(base).listStyleType).to.equal('none');
    expect(page.document.querySelectorAll('style').length).to.equal(0);
    for (const element of elements) expect(element.shadowRoot?.querySelector('style, [style]')).to.be.null;
  });

  describe('G3: Trusted Types', () => {
    it('only our policy is allowed', async () => {
      const page = await openPage({
        headers: {'content-security-policy': "require-trusted-types-for 'script'; trusted-types news-elements"},
        head: `${await watcher()}${SCRIPT}`,
        body: all(fault('ok')),
      });
      const elements = await settled(page);
      expect(seen(page)).to.deep.equal([]);
      expect(shownText(elements[0] ?? list(''))).to.contain('Council chooses bridge design');
    });

    it('another Lit and another DOMPurify have taken their names', async () => {
      const others = await store({
        body: `import '/node_modules/lit/index.js'; import '/node_modules/dompurify/dist/purify.es.mjs'; window.others = true;`,
        headers: {'content-type': 'text/javascript'},
      });
      const page = await openPage({
        headers: {
          'content-security-policy':
            "require-trusted-types-for 'script'; trusted-types news-elements lit-html dompurify",
        },
        head: `${await watcher()}<script type="module" src="${others}"></script>${SCRIPT}`,
        body: all(fault('ok')),
      });
      await settled(page);
      expect(Reflect.get(page, 'others')).to.equal(true);
      expect(seen(page)?.filter((event) => !/Multiple versions of Lit/.test(event))).to.deep.equal([]);
    });
  });

  it('G4: the page’s CSS does not reach in', async () => {
    const src = fault('ok');
    const hostile = `html { font-size: 5px } * { display: inline !important; color: red !important; font-size: 40px !important; border: 9px solid !important; float: left !important }
      div, p, li, h2, h3, img { display: none !important } :root { --_text: red; --_gap: 99px; --_accent: red }`;
    const read = async (css: string) => {
      const page = await openPage({
        head: `<style>${css}</style>${SCRIPT}`,
        body: `<related-news src="${src}" item="story-0"></related-news>`,
      });
      const element = find(page, 'related-news');
      await waitUntil(() => element.matches(':defined') && element.state === 'ready', '', quick);
      const list = element.shadowRoot?.querySelector('[part=list]');
      const item = element.shadowRoot?.querySelector('[part~=item]');
      return [list, item].map((node) => {
        const style = page.getComputedStyle(node ?? element);
        return [style.display, style.float, style.borderTopStyle, style.fontSize, style.color].join(' ');
      });
    };
    const [plain, attacked] = [await read(''), await read(hostile)];
    // The colour and the font are the page's to give; the box model within is not.
    const shape = (styles: string[]) => styles.map((style) => style.split(' ').slice(0, 3).join(' '));
    expect(shape(attacked)).to.deep.equal(shape(plain));
  });

  describe('G5: the page’s JavaScript', () => {
    const patches: [string, string][] = [
      [
        'prototype.js',
        `Array.from = function (list) { const out = []; for (let n = 0; n < (list?.length ?? 0); n++) out.push(list[n]); return out; };`,
      ],
      ['enumerable Array.prototype', `Array.prototype.foo = function () { return 'foo'; };`],
      [
        'polluted Object.prototype',
        `Object.assign(Object.prototype, {src: 'javascript:seen.push("run")', method: 'POST', body: 'x', format: 'atom', maxAge: 0, cache: 'only-if-cached', href: 'javascript:seen.push("run")', title: 'Polluted', polluted: 1});`,
      ],
      [
        'window.name and trustedTypes',
        `window.name = '<img src=x onerror=seen.push("run")>'; Object.defineProperty(window, 'trustedTypes', {value: {createPolicy: 7}});`,
      ],
      [
        'patched fetch, Promise and JSON',
        `{ const {fetch} = window; window.fetch = function (...request) { return fetch.apply(window, request); };
        const {parse} = JSON; JSON.parse = (text, ...rest) => parse(text, ...rest); const then = Promise.prototype.then; Promise.prototype.then = function (...handlers) { return then.apply(this, handlers); }; }`,
      ],
    ];
    for (const [name, patch] of patches)
      it(`all is shown under it: ${name}`, async () => {
        const src = fault('ok');
        const page = await openPage({head: `${await watcher(patch)}${SCRIPT}`, body: all(src)});
        const elements = await settled(page);
        expect(elements.filter(({state}) => state === 'error').map(({localName}) => localName)).to.deep.equal([]);
        expect(shownText(find(page, 'news-article')))
          .to.contain('Council chooses bridge design')
          .and.not.contain('Polluted');
        expect(seen(page)).to.deep.equal([]);
        const exchanges = await log(src);
        expect(exchanges.map(({method}) => method)).to.deep.equal(['GET']);
        expect(page.document.querySelector('[href^=javascript], [src^=javascript]')).to.be.null;
      });

    it('a fetch that throws is a dead server', async () => {
      const page = await openPage({
        head: `${await watcher(`window.fetch = () => { throw new Error('No'); };`)}${SCRIPT}`,
        body: `<about-us src="${fault('ok')}"><p class="fallback">Fallback</p></about-us>`,
      });
      const element = find(page, 'about-us');
      await waitUntil(() => element.matches(':defined') && element.state === 'error', '', quick);
      expect(isFallbackShown(element)).to.be.true;
      expect(seen(page)).to.have.length(1);
      expect(seen(page)?.[0]).to.contain('cannot be reached');
    });
  });

  it('G6: images and forms named like properties of the document and window replace nothing', async () => {
    const names = 'querySelector querySelectorAll getElementById head body readyState activeElement currentScript baseURI hidden visibilityState defaultView addEventListener removeEventListener location cookie contentType documentElement title lang'.split(' '); // prettier-ignore
    const ids = 'customElements fetch navigator performance origin trustedTypes news-elements addEventListener Text'.split(' '); // prettier-ignore
    const body = [
      ...names.map((name) => `<img name="${name}" alt="">`),
      ...ids.map((id) => `<form id="${id}" name="${id}"></form><a id="${id}" href="#"></a>`),
    ].join('');
    const src = fault('ok');
    const page = await openPage({head: await watcher(), body: `${body}${all(src, 'json-ld')}${SCRIPT}`});
    const elements = await settled(page);
    expect(elements.filter(({state}) => state === 'error').map(({localName}) => localName)).to.deep.equal([]);
    expect(seen(page)).to.deep.equal([]);
    // The list knows what the article shows, and both of the blocks for machines are in the page's real head.
    expect(titles(find(page, 'related-news'))).not.to.contain('Council chooses bridge design');
    const root = find(page, 'news-article').closest('html');
    await waitUntil(() => root?.querySelectorAll('head script[type="application/ld+json"]').length === 2, '', quick);
    page.dispatchEvent(new Event('online'));
    expect(await log(src)).to.have.length(1);
  });

  for (const name of ['createElement', 'createComment', 'createTreeWalker', 'importNode'])
    it(`G6: a page that hides from Lit what it renders with keeps its fallbacks: ${name}`, async () => {
      const page = await openPage({
        head: await watcher(),
        body: `<img name="${name}" alt="">${all(fault('ok'))}${SCRIPT}`,
      });
      await waitUntil(() => seen(page)?.length, '', quick);
      for (const event of seen(page) ?? []) expect(event).to.match(/^warning /);
      for (const tag of TAGS) expect(isFallbackShown(find(page, tag)), tag).to.be.true;
    });

  describe('G7: the script does not arrive', () => {
    it('a wrong integrity hash blocks it, and the fallback stays', async () => {
      const page = await openPage({
        head: `<script type="module" integrity="sha384-${'A'.repeat(64)}" src="/bundle/tag/news-elements.js"></script>`,
        body: all(fault('ok')),
      });
      for (const tag of TAGS) {
        expect(find(page, tag).matches(':defined')).to.be.false;
        expect(isFallbackShown(find(page, tag))).to.be.true;
      }
    });

    it('its host is blocked, and the fallback stays', async () => {
      const page = await openPage({
        headers: {'content-security-policy': "script-src 'none'"},
        head: SCRIPT,
        body: all(fault('ok')),
      });
      for (const tag of TAGS) expect(isFallbackShown(find(page, tag))).to.be.true;
    });

    it('a part of it fails once: the next tag on the page fetches it again', async () => {
      const page = await openPage({
        head: `${await watcher()}<script type="module" src="/bundle/tag-flaky/news-elements.js"></script>`,
        body: '<main></main>',
      });
      const add = () => {
        const element = page.document.createElement('about-us');
        element.setAttribute('src', fault('ok'));
        page.document.querySelector('main')?.append(element);
        return element;
      };
      add();
      await waitUntil(() => seen(page)?.some((event) => event.includes('could not be loaded')), '', quick);
      expect(seen(page)).to.have.length(1);
      // Firefox and WebKit remember a module that failed for as long as the page lives.
      if (browser !== 'Chromium') return;
      const element = add();
      await waitUntil(() => element.matches(':defined'), '', quick);
    });
  });

  it('G7: an engine that does not know :state() shows all the same', async () => {
    const old = "CustomStateSet.prototype.add = () => { throw new SyntaxError('The state must begin with --'); };";
    const page = await openPage({
      head: `${await watcher(old)}${SCRIPT}`,
      body: `<about-us src="${fault('ok')}"></about-us>`,
    });
    const element = find(page, 'about-us');
    await waitUntil(() => element.matches(':defined') && element.state === 'ready', '', quick);
    await waitUntil(() => shownText(element).includes('River Post'), '', quick);
    expect(seen(page)).to.deep.equal([]);
  });

  describe('G8: the page misbehaves in our events', () => {
    it('a listener that throws, or takes the element away, stops nothing', async () => {
      const page = await openPage({
        head: `${await watcher(`
          addEventListener('feed-load', (event) => { event.target.dataset.told = 'yes'; throw new Error('the page’s own'); });
          addEventListener('feed-error', (event) => event.target.remove());`)}${SCRIPT}`,
        body: `<about-us src="${fault('ok')}"></about-us><related-news src="${fault('404')}"></related-news>`,
      });
      const [element, failing] = [find(page, 'about-us'), find(page, 'related-news')];
      await waitUntil(() => element.dataset.told === 'yes' && !failing.isConnected, '', quick);
      await element.feedComplete;
      await failing.feedComplete;
      expect([element.state, failing.state]).to.deep.equal(['ready', 'error']);
      expect(element.matches(':state(ready)')).to.be.true;
      expect(seen(page)?.filter((event) => !event.includes('own'))).to.have.length(1);
    });

    it('another src set in feed-error is loaded', async () => {
      const good = fault('ok');
      const element = list(fault('404'));
      element.addEventListener('feed-error', () => {
        element.src = good;
      });
      await next(element, 'feed-load');
      expect(titles(element)).to.have.length(3);
    });

    it('slotted content may change at any time', async () => {
      const element = list(fault('404'));
      await next(element, 'feed-error');
      element.innerHTML = '<p class="fallback">Other</p><i slot="heading">Heading</i>';
      element.querySelector('i')?.remove();
      await element.updateComplete;
      expect(isFallbackShown(element)).to.be.true;
    });
  });

  it('G9: listens to few events of the window, and to none when the last element is gone', async () => {
    const spy = `{ const add = EventTarget.prototype.addEventListener, remove = EventTarget.prototype.removeEventListener;
      window.listening = [];
      EventTarget.prototype.addEventListener = function (type, ...rest) { if ((this ?? window) === window || this === document || this === document.body || this === document.documentElement) if (!listening.some(([other, handler]) => other === type && handler === rest[0])) listening.push([type, rest[0]]); return add.call(this ?? window, type, ...rest); };
      EventTarget.prototype.removeEventListener = function (type, ...rest) { listening = listening.filter(([other, handler]) => other !== type || handler !== rest[0]); return remove.call(this ?? window, type, ...rest); }; }`;
    const page = await openPage({head: `${await watcher(spy)}${SCRIPT}`, body: all(fault('ok'))});
    const elements = await settled(page);
    // A consent manager's own event is no event of the browser: it says what the reader has agreed to. An article follows
    // the page's address, from when it shows a story.
    const types = () =>
      [...new Set((Reflect.get(page, 'listening') as [string][]).map(([type]) => type))]
        .sort()
        .filter((type) => !['news-consent', 'click', 'popstate'].includes(type));
    expect(types()).to.deep.equal(['online', 'pageshow', 'visibilitychange']);
    for (const element of elements) element.remove();
    await Promise.resolve();
    const left = (Reflect.get(page, 'listening') as [string][]).filter(([type]) => type !== 'news-consent');
    expect(left).to.deep.equal([]);
  });

  describe('N9: the page’s own policy forbids the feed', () => {
    for (const [where, src] of [
      ['the same origin', () => Promise.resolve(fault('ok'))],
      ['another origin', () => elsewhere(fault('ok'))],
    ] as const)
      it(`is told as such, without a second try: ${where}`, async () => {
        const address = await src();
        const page = await openPage({
          headers: {'content-security-policy': 'connect-src https://river.example'},
          head: `${await watcher(`window.violations = 0; addEventListener('securitypolicyviolation', () => violations++);`)}${SCRIPT}`,
          body: `<about-us src="${address}"><p class="fallback">Fallback</p></about-us>`,
        });
        const element = find(page, 'about-us');
        const failed = new Promise<{code: string}>((resolve) =>
          element.addEventListener('feed-error', resolve as unknown as EventListener, {once: true}),
        );
        if (!element.matches(':defined') || element.state !== 'error') expect((await failed).code).to.equal('blocked');
        await waitUntil(() => element.state === 'error', '', quick);
        expect(isFallbackShown(element)).to.be.true;
        expect(Reflect.get(page, 'violations')).to.equal(1);
        expect(seen(page)?.filter((event) => event.startsWith('warning'))).to.have.length(1);
        expect(seen(page)?.find((event) => event.startsWith('warning'))).to.contain('connect-src');
        expect(await log(address)).to.deep.equal([]);
      });

    it('a policy that only reports forbids nothing', async () => {
      const page = await openPage({
        headers: {'content-security-policy-report-only': "connect-src 'none'"},
        head: SCRIPT,
        body: `<about-us src="${fault('ok')}"></about-us>`,
      });
      const element = find(page, 'about-us');
      await waitUntil(() => element.matches(':defined') && element.state === 'ready', '', quick);
    });

    it('what cancels the request, as an ad blocker does, is a dead server: three tries', async () => {
      const page = await openPage({
        head: `${await watcher(`window.tries = 0; window.fetch = () => { tries++; return Promise.reject(new TypeError('Failed to fetch')); };`)}${SCRIPT}`,
        body: `<about-us src="${fault('ok')}"></about-us>`,
      });
      const element = find(page, 'about-us');
      await waitUntil(() => element.matches(':defined') && element.state === 'error', '', quick);
      expect(Reflect.get(page, 'tries')).to.equal(3);
    });
  });
});
