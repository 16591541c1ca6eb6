/**
 * The script tag as a careful site uses it: from another origin, with a hash for the script and for all that it loads.
 * After a build.
 */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {browserArgs, findBrowser} from '../browser/find-browser.js';

const dist = join(import.meta.dirname, '../../dist');
const read = (path) => readFileSync(join(dist, path), 'utf8');
const HOME = '/news-elements/';
/** Where the other origin keeps our folder `cdn`. */
const FOLDER = '/libraries/news/';
const feed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The River Post',
  items: [{id: '1', url: 'https://news.example/1', title: 'River towns prepare', content_text: 'Sandbags went up.'}],
});

let browser, site, cdn, page, html, tampered, asked, problems;

const listen = async (listener) => {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => (server.close(), server.closeAllConnections()),
  };
};

before(async () => {
  site = await listen(({url}, response) => {
    const isPage = url.startsWith('/news/');
    response.writeHead(200, {'content-type': isPage ? 'text/html; charset=utf-8' : 'application/feed+json'});
    response.end(isPage ? html : feed);
  });
  cdn = await listen(({url}, response) => {
    const path = join(dist, 'cdn', url.slice(FOLDER.length));
    const isThere = url.startsWith(FOLDER) && existsSync(path);
    asked.push(url);
    response.writeHead(isThere ? 200 : 404, {
      'content-type': extname(path) === '.js' ? 'text/javascript' : 'text/plain',
      'access-control-allow-origin': '*',
    });
    response.end(
      isThere ? `${readFileSync(path, 'utf8')}${tampered?.test(url) ? '\n;window.isTampered = true;' : ''}` : '',
    );
  });
  browser = await chromium.launch({executablePath: findBrowser(), args: browserArgs});
});
after(async () => {
  await browser?.close();
  site.close();
  cdn.close();
});
beforeEach(async () => {
  [tampered, asked, problems] = [undefined, [], []];
  page = await (await browser.newContext()).newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
});
afterEach(() => page.context().close());

const script = (integrity) =>
  `<script type="module" src="${cdn.origin}${FOLDER}news-elements.js" ${integrity ? `integrity="${integrity}" crossorigin` : ''}></script>`;
/** What the README tells: our import map, with the place where the folder is. */
const importMap = () =>
  `<script type="importmap">${read('importmap.json').replaceAll(`"${HOME}`, `"${cdn.origin}${FOLDER}`)}</script>`;
const careful = () => importMap() + script(JSON.parse(read('sri.json'))['cdn/news-elements.js']);
const list = '<related-news src="/feed.json" lang="ar"><p>Our newest stories</p></related-news>';

/** Opens a page of a sub-folder, so that no address is right by chance. */
async function visit(head, body) {
  html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title><link rel="icon" href="data:,">${head}<body>${body}`;
  await page.goto(`${site.origin}/news/today/page.html`);
}
const showsStory = (where = page) => where.getByText('River towns prepare').first().waitFor();
const scripts = () => asked.filter((url) => url.endsWith('.js'));

describe('a script tag from another origin', () => {
  it('loads its chunks from where it is, wherever the page is', async () => {
    await visit(script(), list);
    await showsStory();
    assert.ok(scripts().length > 2);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(FOLDER) || !existsSync(join(dist, 'cdn', url.slice(FOLDER.length)))),
      [],
    );
    assert.deepEqual(problems, []);
  });

  it('finds elements that are added later', async () => {
    await visit(script(), list);
    await showsStory();
    await page.evaluate(() => {
      const box = document.createElement('div');
      box.innerHTML = '<about-us src="/feed.json"></about-us>';
      document.body.append(box);
    });
    await page.locator('about-us [part~=headline]').filter({hasText: 'The River Post'}).waitFor();
  });
});

describe('an open shadow root of the page', () => {
  const open = () =>
    page.evaluate(() => {
      const box = document.createElement('section');
      document.body.append(box);
      box.attachShadow({mode: 'open'}).innerHTML = '<div><about-us src="/feed.json"></about-us></div>';
    });
  const ask = () =>
    page.evaluate(async (url) => {
      const {discoverIn} = await import(url);
      discoverIn(document.querySelector('section').shadowRoot);
    }, `${cdn.origin}${FOLDER}news-elements.js`);

  beforeEach(async () => {
    await visit(script(), '');
    await open();
  });

  it('is left alone until it asks', async () => {
    await page.waitForLoadState('networkidle');
    assert.deepEqual(scripts(), [`${FOLDER}news-elements.js`]);
  });

  it('has its elements found, now and later, when it asks', async () => {
    await ask();
    await page.locator('about-us [part~=headline]').filter({hasText: 'The River Post'}).waitFor();
    await page.evaluate((list) => {
      document.querySelector('section').shadowRoot.firstChild.insertAdjacentHTML('beforeend', list);
    }, list);
    await showsStory();
    assert.deepEqual(problems, []);
  });
});

describe('integrity', () => {
  it('has a hash of every script', () => {
    const hashes = JSON.parse(read('sri.json'));
    const {integrity} = JSON.parse(read('importmap.json'));
    assert.deepEqual(
      Object.entries(integrity).map(([url, hash]) => [url.replace(HOME, 'cdn/'), hash]),
      Object.entries(hashes),
    );
    assert.ok(hashes['cdn/news-elements.js'] && hashes['cdn/all.js']);
    assert.ok(Object.keys(hashes).every((path) => existsSync(join(dist, path))));
  });

  it('lets through what was built', async () => {
    await visit(careful(), list);
    await showsStory();
    const {integrity} = JSON.parse(read('importmap.json'));
    for (const url of scripts()) assert.ok(integrity[url.replace(FOLDER, HOME)], `${url} has no hash`);
    assert.deepEqual(problems, []);
  });

  for (const [name, pattern] of [
    ['the script', /news-elements\.js$/],
    ['an element', /\/related-news-[^/]+\.js$/],
    ['what the elements share', /\/core-[^/]+\.js$/],
  ])
    it(`stops ${name} when it was tampered with, and the fallback stays`, async () => {
      tampered = pattern;
      await visit(careful(), list);
      await page.waitForLoadState('networkidle');
      assert.ok(
        scripts().some((url) => pattern.test(url)),
        'the script was asked for',
      );
      assert.ok(
        problems.some((text) => /integrity|digest/i.test(text)),
        problems.join('\n'),
      );
      assert.equal(await page.evaluate(() => window.isTampered), undefined);
      assert.ok(await page.getByText('Our newest stories').isVisible());
    });

  it('would not be noticed without hashes', async () => {
    tampered = /\/related-news-[^/]+\.js$/;
    await visit(script(), list);
    await showsStory();
    assert.equal(await page.evaluate(() => window.isTampered), true);
  });

  it('stops a tampered language, and the words are English', async () => {
    tampered = /\/ar-[^/]+\.js$/;
    await visit(careful(), list);
    await showsStory();
    assert.equal(await page.evaluate(() => window.isTampered), undefined);
    assert.match(await page.locator('related-news [part~=heading]').innerText(), /^[A-Za-z ]+$/);
  });
});
