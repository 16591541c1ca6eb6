#!/usr/bin/env node
/**
 * npm run size [-- FOLDER]: what a page downloads of the built script (default `dist/cdn`), against the budgets in
 * `size.json`. Exits with 1 when one is over its limit.
 *
 * A page is opened in Chromium and what it asks for is counted, so that nothing is missed that an import brings along.
 * Sizes are of the files as a server sends them, each compressed by itself: brotli at level 11, gzip at 9.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {jsonFeed, newsItems} from '../test/bench/feeds.js';
import {brotli, sizesOf} from '../test/bench/sizes.js';
import {browserArgs, findBrowser} from '../test/browser/find-browser.js';

const root = join(import.meta.dirname, '..');
const folder = process.argv[2] ?? join(root, 'dist/cdn');
const limits = JSON.parse(readFileSync(join(import.meta.dirname, 'size.json'), 'utf8'));
const fixture = (path) => readFileSync(join(root, 'test/fixtures', path), 'utf8');
const element = (tag, attributes = '') => `<${tag} src="/feed.json" ${attributes}></${tag}>`;

const plain = jsonFeed(newsItems(10, {pictures: true}));
const stories = jsonFeed(newsItems(10, {bodies: true}));
const list = {body: element('related-news'), feed: plain};
const elements = {
  'news-article': {body: element('news-article'), feed: stories},
  'on-this-day': {body: element('on-this-day', 'date="--06-14"'), feed: plain},
  'instagram-strip': {body: element('instagram-strip'), feed: plain},
  'about-us': {body: element('about-us'), feed: plain},
};
const formats = {
  wordpress: fixture('wordpress/embedded.json'),
  wikimedia: fixture('wikimedia/all.json'),
  instagram: fixture('instagram/media.json'),
  behold: fixture('behold/v2.json'),
  mastodon: fixture('mastodon/statuses.json'),
  'schema-org': fixture('schema-org/graph.json'),
  // Its next page is not there: what a failure costs is not the format's.
  atom: fixture('atom/atom-1.0.xml').replace('rel="next"', 'rel="related"'),
  rss: fixture('rss/podcast-and-news.xml'),
};

/** What is measured: name → files of a page, and those of a page that it comes on top of. */
async function measure(filesOf) {
  const base = await filesOf(list);
  const all = await filesOf({
    body:
      list.body +
      Object.values(elements)
        .map(({body}) => body)
        .join(''),
    feed: stories,
  });
  const entries = [
    ['page with related-news', base],
    ['all five elements and JSON Feed in one file', all, [], true],
    ['all.js: every element, format and language', ['all.js']],
  ];
  entries.push(['ranking of related-news', all.filter((file) => /\/select-/.test(file))]);
  for (const [tag, page] of Object.entries(elements))
    entries.push([`${tag} beside related-news`, await filesOf({...page, body: list.body + page.body}), base]);
  for (const [name, feed] of Object.entries(formats))
    entries.push([`format ${name}`, await filesOf({...list, feed}), base]);
  for (const lang of ['ar']) entries.push([`locale ${lang}`, await filesOf({...list, lang}), base]);
  return entries.map(([name, files, onTopOf = [], isOneFile = false]) =>
    sized(
      name,
      files.filter((file) => !onTopOf.includes(file)),
      isOneFile,
    ),
  );
}

function sized(name, files, isOneFile) {
  const contents = files.map((file) => readFileSync(join(folder, file)));
  const sizes = isOneFile ? [sizesOf(Buffer.concat(contents))] : contents.map(sizesOf);
  const total = (encoding) => sizes.reduce((sum, size) => sum + size[encoding], 0);
  const parts = files.map(
    (file, n) => `${file.replace(/^chunks\/|(-[\w-]{8})?\.js$/g, '')} ${brotli(contents[n]).length}`,
  );
  return {name, raw: total('raw'), gzip: total('gzip'), brotli: total('brotli'), parts};
}

/** Opens pages one after the other, and says which of our files each has asked for. */
async function openPages(use) {
  const known = new Set(readdirSync(folder, {recursive: true}).map((file) => file.replaceAll('\\', '/')));
  if (!known.has('news-elements.js')) throw new Error(`${folder} has no news-elements.js: run npm run build first.`);
  let page;
  let asked = [];
  const server = createServer(({url}, response) => {
    const path = new URL(url, 'http://localhost').pathname.slice(1);
    const isOurs = path !== '' && known.has(path);
    if (isOurs) asked.push(path);
    const [type, content] = isOurs
      ? ['text/javascript', readFileSync(join(folder, path))]
      : path === ''
        ? ['text/html', htmlOf(page)]
        : path === 'feed.json'
          ? ['text/plain', page.feed]
          : [];
    response
      .writeHead(content === undefined ? 404 : 200, type && {'content-type': `${type}; charset=utf-8`})
      .end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({executablePath: findBrowser(), args: browserArgs});
  try {
    return await use(async (wanted) => {
      page = wanted;
      asked = [];
      const context = await browser.newContext();
      const tab = await context.newPage();
      await tab.goto(`http://127.0.0.1:${server.address().port}/`);
      await tab.waitForFunction(() =>
        [...document.querySelectorAll('main > *')].every(
          ({state}) => state !== undefined && state !== 'idle' && state !== 'loading',
        ),
      );
      const failed = await tab.$$eval('main > *', (all) =>
        all.filter(({state}) => state === 'error').map(({localName}) => localName),
      );
      if (failed.length) throw new Error(`<${failed.join('>, <')}> cannot show the sample of its feed.`);
      await tab.waitForLoadState('networkidle');
      await context.close();
      return [...new Set(asked)];
    });
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

function htmlOf({body, lang = 'en'}) {
  return `<!doctype html><html lang="${lang}"><title>Size</title><link rel="icon" href="data:,"><script type="module" src="/news-elements.js"></script><main>${body}</main></html>`;
}

const entries = await openPages(measure);
const rows = entries.map(({name, raw, gzip, brotli, parts}) => {
  const {budget, limit = budget, reason} = limits[name] ?? {};
  const isOver = limit === undefined || brotli > limit;
  return {name, raw, gzip, brotli, budget, limit, isOver, reason, parts: parts.join(' + ')};
});
const cells = (row) =>
  [
    row.name,
    row.raw,
    row.gzip,
    row.brotli,
    row.budget ?? '–',
    row.limit ?? '–',
    row.isOver ? 'OVER' : row.brotli > row.budget ? 'raised' : 'ok',
  ].map(String);
const table = [['', 'bytes', 'gzip', 'brotli', 'budget', 'limit', ''], ...rows.map(cells)];
const widths = table[0].map((_, n) => Math.max(...table.map((row) => row[n].length)));
for (const [n, row] of table.entries()) {
  console.log(
    row
      .map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0])))
      .join('  ')
      .trimEnd(),
  );
  if (n) console.log(`    ${rows[n - 1].parts}`);
}
const raised = rows.filter(({isOver, brotli, budget}) => !isOver && brotli > budget);
for (const {name, budget, reason} of raised)
  console.log(`\n${name} is over its budget of ${budget}: ${reason ?? 'NO REASON GIVEN'}`);
const over = rows.filter(({isOver}) => isOver);
for (const {name, brotli, limit} of over)
  console.error(
    limit === undefined
      ? `\n${name} has no budget in size.json.`
      : `\n${name}: ${brotli} bytes, and its limit is ${limit}.`,
  );
const unexplained = raised.filter(({reason}) => !reason);
const failed = over.length + unexplained.length;
console.log(`\n${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
