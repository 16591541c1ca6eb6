import assert from 'node:assert/strict';
import {createReadStream, existsSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {browserArgs, findBrowser} from '../browser/find-browser.js';
import {root} from './packed.js';

const TYPES = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.html': 'text/html',
  '.jpg': 'image/jpeg',
};
const CDN = 'https://cdn.jsdelivr.net/npm/news-elements@';

let browser;
let project;
let site;
/** What a builder has pasted into the page that the site serves. */
let pasted = '';

before(async () => {
  // The project's files, the built ones among them, which any other site may read; and a site of its own, bare.
  project = await serve((path, response) => {
    const file = join(root, path);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain');
    if (existsSync(file)) createReadStream(file).pipe(response);
    else response.writeHead(404).end();
  });
  site = await serve((path, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end(path === '/' ? `<!doctype html><title>A page</title>\n${pasted}` : ''),
  );
  browser = await chromium.launch({executablePath: findBrowser(), args: browserArgs});
});
after(async () => {
  await browser.close();
  project.server.close();
  site.server.close();
});

function serve(answer) {
  const server = createServer((request, response) => answer(new URL(request.url, 'http://x').pathname, response));
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve({server, address: `http://127.0.0.1:${server.address().port}`})),
  );
}

/** The maker in a fresh page, once it has shown its sample. */
async function openMaker() {
  const page = await browser.newPage();
  await page.goto(`${project.address}/stories/snippet/index.html`);
  await page.waitForSelector('.maker-report[data-state=good]');
  return page;
}

async function setFeed(maker, address) {
  await maker.fill('[name=src]', address);
  await maker.press('[name=src]', 'Tab');
}

/** The page with what was pasted, once its element shows the feed or its fallback. */
async function openSite(snippet, setUp) {
  pasted = snippet;
  const page = await browser.newPage();
  const problems = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await setUp?.(page);
  await page.goto(site.address);
  return {page, problems};
}

const FEEDS = {
  'related-news': 'news.json',
  'news-article': 'news.json',
  'on-this-day': 'archive.json',
  'instagram-strip': 'instagram.json',
  'about-us': 'news.json',
};

describe('a snippet', () => {
  for (const [tag, feed] of Object.entries(FEEDS))
    it(`shows <${tag}> on a bare page of another site`, async () => {
      const maker = await openMaker();
      await maker.check(`[name=tag][value=${tag}]`);
      await maker.fill('[name=folder]', `${project.address}/dist/cdn`);
      await maker.check('[name=preload]');
      await setFeed(maker, `${project.address}/stories/feeds/${feed}`);
      await maker.waitForSelector('.maker-report[data-state=good]');
      if (tag === 'on-this-day') await maker.check('[name=option-nearest]');
      await maker.waitForFunction(
        (tag) => document.querySelector('.maker pre').textContent.includes(`${tag}:not(:defined)`),
        tag,
      );
      const {page, problems} = await openSite(await maker.textContent('.maker pre'));
      await page.waitForFunction((tag) => document.querySelector(tag)?.feed, tag);
      assert.ok(
        await page.evaluate(
          (tag) =>
            document.querySelector(tag).shadowRoot.querySelector('[part~=headline], [part~=item], [part~=image]'),
          tag,
        ),
      );
      assert.deepEqual(
        problems.filter((problem) => !/favicon/.test(problem)),
        [],
      );
      await page.close();
      await maker.close();
    });

  it('asks for a feed that it preloads once', async () => {
    const maker = await openMaker();
    await maker.fill('[name=folder]', `${project.address}/dist/cdn`);
    await maker.check('[name=preload]');
    await setFeed(maker, `${project.address}/stories/feeds/news.json`);
    await maker.waitForFunction(() => document.querySelector('.maker pre').textContent.includes('min-block-size'));
    const asked = [];
    const {page} = await openSite(await maker.textContent('.maker pre'), (page) =>
      page.on('request', (request) => request.url().endsWith('news.json') && asked.push(request.url())),
    );
    await page.waitForFunction(() => document.querySelector('related-news')?.feed);
    assert.equal(asked.length, 1);
    await page.close();
    await maker.close();
  });

  it('that is pinned runs only what was published: a changed file leaves the fallback', async () => {
    const maker = await openMaker();
    await maker.selectOption('[name=from]', 'pinned');
    await maker.check('[name=chunks]');
    await setFeed(maker, `${project.address}/stories/feeds/news.json`);
    await maker.waitForFunction(() => document.querySelector('.maker pre').textContent.includes('min-block-size'));
    const text = await maker.textContent('.maker pre');
    await maker.close();
    assert.match(text, /"integrity":.*<script type="module" [^>]*integrity="sha384-[^"]+" crossorigin>/s);
    // The network of copies that a pinned address names is not to be reached from a test: its files are those of `dist`.
    const fromDist = (changed) => (page) =>
      page.route(`${CDN}**`, async (route) => {
        const path = new URL(route.request().url()).pathname.replace(/^\/npm\/news-elements@[^/]+/, '');
        const response = await route.fetch({url: project.address + path});
        const body = await response.text();
        await route.fulfill({response, body: changed?.test(path) ? `${body}\n;changed=1` : body});
      });

    const asked = [];
    const whole = await openSite(text, async (page) => {
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await fromDist()(page);
    });
    await whole.page.waitForFunction(() => document.querySelector('related-news')?.feed);
    // At once, and each once.
    const chunks = asked.filter((path) => /chunks\/(core|related-news)-/.test(path));
    assert.equal(chunks.length, 2);
    assert.ok(asked.indexOf(chunks[1]) < asked.findIndex((path) => path.endsWith('news.json')));
    assert.deepEqual(whole.problems, []);
    await whole.page.close();

    const broken = await openSite(text, fromDist(/chunks\/related-news/));
    await broken.page.waitForFunction(() => performance.getEntriesByType('resource').length > 1);
    while (!broken.problems.some((problem) => /integrity/i.test(problem))) await broken.page.waitForEvent('console');
    assert.equal(await broken.page.evaluate(() => customElements.get('related-news')), undefined);
    assert.ok(await broken.page.isVisible('related-news a'));
    await broken.page.close();
  });

  it('is not made without saying what is wrong with the feed', async () => {
    const maker = await openMaker();
    await setFeed(maker, `${project.address}/README.md`);
    await maker.waitForSelector('.maker-report[data-state=bad]');
    assert.match(await maker.textContent('.maker-report'), /feed/i);
    await setFeed(maker, `${project.address}/stories/feeds/none.json`);
    await maker.waitForFunction(() => /404/.test(document.querySelector('.maker-report').textContent));
    await maker.close();
  });

  it('keeps an element as tall as its feed will make it until that has come, and cuts no longer fallback off', async () => {
    const {snippet} = await import('../../stories/snippet/snippet.js');
    const [style] = /<style>.*<\/style>/.exec(snippet({tag: 'a-feed', src: '/x', script: '/s.js', height: 100}));
    const page = await browser.newPage();
    await page.setContent(
      `${style}<a-feed><a href="/">x</a></a-feed><a-feed><ul style="block-size: 300px"></ul></a-feed>`,
    );
    const heights = () =>
      page.evaluate(() => [...document.querySelectorAll('a-feed')].map((node) => node.offsetHeight));
    const [before] = await heights();
    assert.equal(before, 100);
    await page.evaluate(() => {
      class AFeed extends HTMLElement {
        constructor() {
          super();
          this.internals = this.attachInternals();
          this.internals.states.add('loading');
          // Its skeleton is taller than what comes.
          this.attachShadow({mode: 'open'}).innerHTML =
            '<style>:host { display: block } div { min-block-size: 200px }</style><div><slot></slot></div>';
        }
      }
      customElements.define('a-feed', AFeed);
    });
    const [own, longer] = await heights();
    assert.equal(own, 100);
    assert.ok(longer >= 300);
    await page.evaluate(() => document.querySelector('a-feed').internals.states.delete('loading'));
    assert.equal((await heights())[0], 200);
    await page.close();
  });

  it('keeps what a feed says of itself from becoming markup', async () => {
    const {snippet} = await import('../../stories/snippet/snippet.js');
    const text = snippet({
      tag: 'about-us',
      src: '/a?b=1&c="2"',
      script: '/s.js',
      fallback: {text: '</a><script>alert(1)</script>', url: '"><img>'},
    });
    assert.ok(!/<script>|<img>/.test(text.replace(/^<script type="module" src="\/s\.js"><\/script>/, '')));
    assert.match(text, /src="\/a\?b=1&amp;c=&#34;2&#34;"/);
  });
});
