/**
 * Elements rendered by `@lit-labs/ssr` in Node, and taken over in Chromium: the same nodes before and after, no shift, no
 * error, whatever has become of the feed in between. `node --test test/server`
 */
import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {build} from 'vite';
import {browserArgs, findBrowser} from '../browser/find-browser.js';
import {compile, root} from './compile.js';

const SUPPORT = '@lit-labs/ssr-client/lit-element-hydrate-support.js';
const TAGS = ['news-article', 'related-news', 'on-this-day', 'instagram-strip', 'about-us'];
let compiled, server, browser, base, renderToString, html, parseFeed;
const pages = new Map();

const url = (name) => String(pathToFileURL(join(compiled.folder, name)));
const fixture = (path) => readFile(join(root, 'test/fixtures', path), 'utf8');

/** What a site's own bundler makes of the elements, with Lit's support for hydration before them or without. */
async function bundle(name, imports) {
  const entry = join(compiled.folder, `${name}.entry.js`);
  await writeFile(entry, imports.map((from) => `import '${from}';`).join('\n'));
  await build({
    root: compiled.folder,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(compiled.folder, 'site', name),
      target: 'es2022',
      minify: false,
      lib: {entry, formats: ['es'], fileName: 'client'},
    },
  });
}

before(async () => {
  compiled = await compile();
  await import(url('index.js'));
  const ssr = await import('@lit-labs/ssr');
  const {collectResult} = await import('@lit-labs/ssr/lib/render-result.js');
  ({html} = await import('lit'));
  ({parseFeed} = await import(url('feed/index.js')));
  await (await import(url('server.js'))).prepareServer({languages: ['ar']});
  renderToString = (template) => collectResult(ssr.render(template));
  await bundle('hydrating', [SUPPORT, './index.js']);
  await bundle('plain', ['./index.js']);
  server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({executablePath: findBrowser(), args: browserArgs});
});

after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
  await compiled?.remove();
});

async function answer({url}, response) {
  const {pathname} = new URL(url, base);
  const page = pages.get(pathname);
  if (page) return response.setHeader('content-type', page.type).end(page.body);
  const script = /^\/(?:hydrating|plain)\/[\w./-]+\.js$/.test(pathname)
    ? await readFile(join(compiled.folder, 'site', pathname)).catch(() => undefined)
    : undefined;
  if (script) return response.setHeader('content-type', 'text/javascript').end(script);
  response.writeHead(404).end();
}

/** Remembers what the server sent before any script of ours runs, and what moves after that. */
function remember() {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const {value, sources} of list.getEntries())
      globalThis.shifts.push([value, String(sources[0]?.node?.nodeName)]);
  }).observe({type: 'layout-shift', buffered: true});
  globalThis.elements = [...document.querySelectorAll('main > *')];
  globalThis.sent = globalThis.elements.map(({shadowRoot}) => [
    ...shadowRoot.querySelectorAll('[part~=item], [part~=headline]'),
  ]);
  globalThis.events = [];
  for (const type of ['feed-load', 'feed-error', 'item-click', 'item-view'])
    document.addEventListener(type, (event) => {
      globalThis.events.push(`${event.target.localName} ${event.type}`);
      if (type === 'item-click') event.preventDefault();
    });
}

let serial = 0;

/** @param feed what the page's browser is given at `/feed-<n>`, if anything */
async function open(template, feed, {client = 'hydrating', script = '', lang = 'en', timezoneId} = {}) {
  const path = `/page-${++serial}`;
  const src = `/feed-${serial}`;
  const body = await renderToString(template(src));
  if (feed) pages.set(src, {type: 'application/json', body: feed});
  pages.set(path, {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><title>Page</title>
<link rel="icon" href="data:,"><body><main>${body}</main><p id="below">Below</p>
<script>(${remember})(); ${script}</script><script type="module" src="/${client}/client.js"></script>`,
  });
  const context = await browser.newContext({timezoneId});
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', ({message}) => problems.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  await page.goto(base + path);
  await page.waitForFunction(
    () => globalThis.elements.every(({state}) => state && !['idle', 'loading'].includes(state)),
    undefined,
    {timeout: 20_000},
  );
  await page.evaluate(() => Promise.all(globalThis.elements.map(({updateComplete}) => updateComplete)));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return {page, problems, html: body, close: () => context.close()};
}

const isKept = () =>
  globalThis.elements.map(({shadowRoot}, n) => {
    const now = [...shadowRoot.querySelectorAll('[part~=item], [part~=headline]')];
    return (
      now.length > 0 &&
      now.length === globalThis.sent[n].length &&
      now.every((node, m) => node === globalThis.sent[n][m])
    );
  });

const news = () => fixture('elements/news.json');
/** Dates are the same in every time zone. */
const plainFeed = async () => parseFeed(await news(), {url: `${base}/feed`});

describe('on a server', () => {
  it('renders every element with its content, its styles and its reflected attributes, and keeps the fallback', async () => {
    const feed = await plainFeed();
    const out = await renderToString(
      html`<news-article .feed=${feed}><a href="/news">News</a></news-article>
        <related-news .feed=${feed} layout="list"></related-news>
        <on-this-day .feed=${feed} date="2026-03-02"></on-this-day>
        <instagram-strip .feed=${feed}></instagram-strip>
        <about-us .feed=${feed}></about-us>`,
    );
    const shadowOf = (tag) =>
      new RegExp(`<${tag}[^>]*><template[^>]*shadowrootmode="open"[^>]*>([^]*?)</template>`).exec(out)?.[1];
    for (const tag of TAGS) assert.match(shadowOf(tag), /^<style>[^]*:host/, tag);
    assert.match(shadowOf('news-article'), /<h2[^>]*>(?:<!--.*?-->)*A new bridge for the river/);
    assert.match(shadowOf('news-article'), /The council has chosen a design for the river bridge\./);
    assert.match(shadowOf('news-article'), /datetime="2024-03-02T08:00:00.000Z"[^]*March 2, 2024/);
    assert.match(out, /<\/template><a href="\/news">News<\/a><\/news-article>/);
    assert.match(shadowOf('related-news'), /<a part="link" href="https:\/\/river\.example\/ferry"/);
    assert.match(out, /<related-news [^>]*layout="list"/);
    assert.match(out, /<about-us [^>]*layout="box"/);
    assert.match(shadowOf('on-this-day'), /2 years ago/);
    assert.match(shadowOf('instagram-strip'), /<li part="item"/);
    assert.match(shadowOf('about-us'), /River Post/);
  });

  it('speaks the language of the element’s own lang', async () => {
    const out = await renderToString(html`<related-news .feed=${await plainFeed()} lang="ar"></related-news>`);
    assert.match(out, /آخر الأخبار[^]*مارس/);
  });

  it('renders the fallback alone while it has no feed', async () => {
    const out = await renderToString(html`<related-news src="/feed.json"><a href="/">News</a></related-news>`);
    assert.match(out, /<slot[^>]*><\/slot>/);
    assert.doesNotMatch(out, /class="skeleton"/);
    assert.match(out, /<a href="\/">News<\/a>/);
  });

  it('lets nothing of a hostile feed become markup', async () => {
    const hostile = {
      version: 'https://jsonfeed.org/version/1.1',
      title: '</style><script>alert(1)</script>',
      items: [{id: '1', url: 'javascript:alert(1)', title: '<img src=x onerror=alert(1)> &lt;b&gt;', content_html: '<p>Words</p><script>alert(1)</script><img src=x onerror=alert(1)>', tags: ['"><script>alert(1)</script>']}],
    }; // prettier-ignore
    const feed = await parseFeed(JSON.stringify(hostile), {url: base});
    const out = await renderToString(
      html`<news-article .feed=${feed}></news-article><about-us .feed=${feed}></about-us>`,
    );
    assert.doesNotMatch(out, /<script|onerror=alert\(1\)>|javascript:/);
    assert.match(out, /Words/);
  });
});

describe('in the browser', () => {
  const all = (feed) => (src) =>
    html`<news-article .feed=${feed} src=${src}></news-article>
      <related-news .feed=${feed} src=${src} item="bridge"></related-news>
      <on-this-day .feed=${feed} src=${src} date="2026-03-02"></on-this-day>
      <instagram-strip .feed=${feed} src=${src}></instagram-strip>
      <about-us .feed=${feed} src=${src}></about-us>`;
  const kept = TAGS.map(() => true);
  const replaced = TAGS.map(() => false);
  const headline = (page, tag) => page.locator(`${tag} [part=headline]`).first().textContent();

  it('takes over what the server sent: the same nodes, no shift, no error, and events', async () => {
    const {page, problems, close} = await open(all(await plainFeed()), await news());
    assert.deepEqual(await page.evaluate(isKept), kept);
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
    assert.equal(await page.locator('news-article [part=body] em').textContent(), 'design');
    await page.locator('related-news [part=link]').first().click();
    await page.locator('about-us [part=controls]').first().click();
    await page.locator('about-us .subscription code').waitFor();
    const events = await page.evaluate(() => globalThis.events);
    for (const tag of TAGS) assert.ok(events.includes(`${tag} feed-load`), tag);
    assert.ok(events.includes('related-news item-click'));
    assert.deepEqual(problems, []);
    await close();
  });

  it('renders on as ever afterwards: another limit, another feed', async () => {
    const feed = await plainFeed();
    const {page, problems, close} = await open(
      (src) => html`<related-news .feed=${feed} src=${src}></related-news>`,
      await news(),
    );
    const items = page.locator('related-news [part=item]');
    assert.equal(await items.count(), 3);
    await page.evaluate(async () => {
      const [list] = globalThis.elements;
      list.limit = 1;
      await list.updateComplete;
    });
    assert.equal(await items.count(), 1);
    await page.evaluate(
      async (json) => {
        const [list] = globalThis.elements;
        list.feed = json;
        await list.feedComplete;
      },
      (await news()).replace('A new bridge for the river', 'Another story'),
    );
    assert.equal(await headline(page, 'related-news'), 'Another story');
    assert.equal(await page.locator('related-news style').count(), 0);
    assert.deepEqual(problems, []);
    await close();
  });

  it('takes over in Arabic, with words and dates', async () => {
    const feed = await plainFeed();
    const {page, problems, close} = await open(
      (src) => html`<about-us .feed=${feed} src=${src} lang="ar" omit="date"></about-us>`,
      await news(),
    );
    assert.equal(await page.locator('about-us [part=heading]').textContent(), 'من نحن');
    assert.deepEqual(await page.evaluate(isKept), [true]);
    assert.deepEqual(problems, []);
    await close();
  });

  it('takes a feed that the page hands in before the element is known', async () => {
    const feed = await plainFeed();
    const script = `document.querySelector('related-news').feed = ${await news()};`;
    const {page, problems, close} = await open(() => html`<related-news .feed=${feed}></related-news>`, undefined, {
      script,
    });
    assert.deepEqual(await page.evaluate(isKept), [true]);
    assert.deepEqual(problems, []);
    await close();
  });

  it('shows what has changed in the feed since, in its place and whole', async () => {
    const next = (await news())
      .replaceAll('A new bridge for the river', 'The bridge has fallen')
      .replace('"School garden wins', '"A school garden wins');
    const {page, problems, close} = await open(all(await plainFeed()), next);
    assert.equal(await headline(page, 'news-article'), 'The bridge has fallen');
    assert.equal(await page.locator('related-news [part=item]').count(), 2);
    assert.equal(await page.locator('news-article article').count(), 1);
    assert.deepEqual(problems, []);
    await close();
  });

  it('shows the reader’s own time zone, where that makes another day', async () => {
    const feed = await plainFeed();
    const {page, problems, close} = await open(
      (src) => html`<related-news .feed=${feed} src=${src}></related-news>`,
      await news(),
      {timezoneId: 'Pacific/Honolulu'},
    );
    assert.equal(await page.locator('related-news time').first().textContent(), 'March 1, 2024');
    assert.equal(await page.locator('related-news [part=item]').count(), 3);
    assert.deepEqual(problems, []);
    await close();
  });

  it('shows everything once where Lit’s support for hydration is not on the page', async () => {
    const {page, problems, close} = await open(all(await plainFeed()), await news(), {client: 'plain'});
    assert.deepEqual(await page.evaluate(isKept), replaced);
    for (const tag of TAGS) assert.equal(await page.locator(`${tag} [part=base]`).count(), 1, tag);
    assert.equal(await headline(page, 'news-article'), 'A new bridge for the river');
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
    assert.deepEqual(problems, []);
    await close();
  });

  it('leaves what the server sent where the feed cannot be loaded, and says so', async () => {
    const {page, problems, close} = await open(all(await plainFeed()), undefined);
    assert.deepEqual(await page.evaluate(isKept), kept);
    assert.equal(await headline(page, 'news-article'), 'A new bridge for the river');
    const events = await page.evaluate(() => globalThis.events);
    for (const tag of TAGS) assert.ok(events.includes(`${tag} feed-error`), tag);
    assert.ok(problems.some((problem) => problem.includes('404')));
    await close();
  });
});
