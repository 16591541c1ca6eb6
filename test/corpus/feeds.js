#!/usr/bin/env node
/**
 * Reads every file of a folder of feeds in a real browser and prints, by kind (the folder's subfolders), what became
 * of them; then how far we agree with what gofeed and feedparser expect of their own test feeds.
 *
 *     node test/corpus/feeds.js <folder> [--list] [--only <text in the path>] [--sample <n>]
 *
 * `--list` names the refused and the disagreeing, `--sample` shows so many items of random feeds for the eye.
 */
import {readdir, readFile} from 'node:fs/promises';
import {join, relative, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {createServer} from 'vite';
import {browserArgs, findBrowser} from '../browser/find-browser.js';
import {expectationsOf} from './expectations.js';

const {values: options, positionals} = parseArgs({
  allowPositionals: true,
  options: {list: {type: 'boolean'}, only: {type: 'string'}, sample: {type: 'string'}},
});
const folder = resolve(positionals[0] ?? '.');
const MOST_TIME = 20_000;

/** Not feeds, nor meant to look like some. */
const IGNORED =
  /README|PROVENANCE|\.(tsv|csv|txt|md|markdown|d\.ts)$|^(relatedness|article-html|spec)\/|gofeed.*(?<!translator__json.*|parser__json.*)\.json$|_expected\.json$/;

/**
 * In these folders for contrast, and no feeds in a format that we promise: pages and parts of feeds; OPML, KML, OpenSearch
 * and AtomPub documents; JSON Schemas; Bluesky; of the APIs, what answers something else than posts. They are to be refused.
 */
const OTHERS =
  /\.html$|opml|__(?:kml|opensearch|ext__app)__|^(?:not-a-feed|json-other|bluesky)\/|schema-v1|rss_empty_document|empty_feed|missing_rss2|etc__promo|DuplicateContentAtomFeed|pgrimaud|__(?:comments_p\d|insights|user_fields)\.json|(?:ontext|conversations|scheduled_status_with_poll)\.json|wikimedia\/.*(?:mostread|news_\d|page_summary|related_pages)/;

const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  logLevel: 'error',
  server: {port: 0, host: '127.0.0.1', hmr: false, watch: null},
  optimizeDeps: {noDiscovery: true},
  plugins: [{name: 'corpus', configureServer: ({middlewares}) => void middlewares.use(answer)}],
});
await server.listen();
const origin = server.resolvedUrls.local[0];
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArgs});
const page = await openPage();

const results = [];
for (const path of await filesBelow(folder)) {
  if (IGNORED.test(path) || !path.includes(options.only ?? '')) continue;
  results.push(await read(path));
}
await browser.close();
await server.close();

report(results);

async function filesBelow(directory) {
  const entries = await readdir(directory, {withFileTypes: true, recursive: true});
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(directory, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** An empty page, and the bytes of the folder's files. */
async function answer({url}, response, next) {
  const {pathname} = new URL(url, 'http://localhost');
  if (pathname === '/empty.html') return response.end('<!doctype html><title>corpus</title>');
  if (!pathname.startsWith('/corpus/')) return next();
  response.end(withoutHeaders(await readFile(join(folder, decodeURIComponent(pathname.slice('/corpus/'.length))))));
}

/** A recorded answer has its status line and headers before the feed. */
function withoutHeaders(bytes) {
  if (bytes.subarray(0, 5).toString('latin1') !== 'HTTP/') return bytes;
  const end = /\r?\n\r?\n/.exec(bytes.toString('latin1'));
  return end ? bytes.subarray(end.index + end[0].length) : bytes;
}

async function openPage() {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error('The page has an error:', error));
  await page.goto(`${origin}empty.html`);
  await page.evaluate(async () => {
    const [{parseFeed}, {UntrustedHtml}] = await Promise.all([
      import('/src/feed/parse.ts'),
      import('/src/feed/feed.ts'),
    ]);
    const words = (html) => {
      const {body} = new DOMParser().parseFromString(html, 'text/html');
      for (const element of body.querySelectorAll('script, style')) element.remove();
      return body.textContent;
    };
    window.words = (html) => words(html);
    window.readFeed = async (address, url) => {
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      const start = performance.now();
      try {
        const feed = await parseFeed(bytes, {url});
        const time = performance.now() - start;
        return {
          time,
          feed: {
            ...feed,
            items: feed.items.map(({contentHtml, ...item}) => ({
              ...item,
              body: contentHtml && words(UntrustedHtml.reveal(contentHtml)),
            })),
          },
        };
      } catch (error) {
        const time = performance.now() - start;
        return {time, code: error.code ?? 'CRASH', message: error.code ? error.message : String(error.stack)};
      }
    };
  });
  return page;
}

/** The address that a file would have on the web: some formats are told by it. */
function addressOf(path) {
  return `https://feeds.example/${path.replaceAll('__', '/').split('/').map(encodeURIComponent).join('/')}`;
}

async function read(path) {
  const kind = /^conformance\/[^/]+/.exec(path)?.[0] ?? path.split('/')[0];
  const result = page.evaluate(
    ([address, url]) => window.readFeed(address, url),
    [`/corpus/${path.split('/').map(encodeURIComponent).join('/')}`, addressOf(path)],
  );
  const late = new Promise((resolve) => setTimeout(resolve, MOST_TIME, {time: MOST_TIME, code: 'HANG'}).unref());
  const outcome = {path, kind, ...(await Promise.race([result, late]))};
  outcome.isJson = isJson(await readFile(join(folder, path)));
  outcome.checks = outcome.feed ? await compare(outcome) : [];
  return outcome;
}

function isJson(bytes) {
  try {
    return typeof JSON.parse(new TextDecoder().decode(withoutHeaders(bytes))) === 'object';
  } catch {
    return false;
  }
}

async function compare({path, feed}) {
  const expectations = await expectationsOf(join(folder, path));
  const checks = [];
  for (const {item, field, value} of expectations) {
    const owners = item === undefined ? [feed] : feed.items.length > 1 ? feed.items : [feed.items[item]];
    // A title or summary of a picture alone says nothing in words, which is all that our model keeps of it.
    if (!(await page.evaluate((html) => window.words(html), value)).trim()) continue;
    const expected = [value, await page.evaluate((html) => window.words(html), value)];
    const agrees = owners.some(
      (owner) => owner && expected.some((value) => same(field, owner, value, addressOf(path))),
    );
    checks.push({
      path,
      field: item === undefined ? `feed ${field}` : field,
      value,
      agrees,
      found: owners.map((owner) => owner && found(field, owner)).join(' | '),
    });
  }
  return checks;
}

function found(field, owner) {
  switch (field) {
    case 'summary':
      return [owner.summary, owner.description, owner.body, owner.contentText].filter((text) => text !== undefined);
    case 'link':
      return [owner.url, owner.homePageUrl, owner.externalUrl].filter(Boolean);
    case 'date':
      return [owner.datePublished, owner.dateModified].filter(Boolean).map((date) => date.toISOString());
    case 'author':
      return owner.authors.map(({name}) => name);
    default:
      return [owner[field]];
  }
}

function same(field, owner, value, base) {
  const fold = (text) =>
    String(text ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const href = (url) => (URL.canParse(url, base) ? new URL(url, base).href : fold(url));
  const canonical = field === 'link' ? href : field === 'date' ? (date) => new Date(date).getTime() : fold;
  return found(field, owner).some((text) => canonical(text) === canonical(value));
}

function report(results) {
  const kinds = [...new Set(results.map(({kind}) => kind))];
  console.table(
    Object.fromEntries(
      kinds.map((kind) => {
        const all = results.filter((result) => result.kind === kind);
        const feeds = all.filter(({feed, path}) => feed || !OTHERS.test(path));
        const parsed = all.filter(({feed}) => feed);
        const items = parsed.flatMap(({feed}) => feed.items);
        const codes = Map.groupBy?.(all, ({code}) => code) ?? group(all, 'code');
        codes.delete(undefined);
        return [
          kind,
          {
            files: all.length,
            'of them feeds': feeds.length,
            parsed: parsed.length,
            'share of feeds': percent(feeds.filter(({feed}) => feed).length, feeds.length),
            'of valid JSON': percent(
              feeds.filter(({feed, isJson}) => feed && isJson).length,
              feeds.filter(({isJson}) => isJson).length,
            ),
            refused: [...codes].map(([code, {length}]) => `${code} ${length}`).join(', '),
            items: items.length,
            dropped: parsed.reduce((sum, {feed}) => sum + feed.dropped, 0),
            'no title': items.filter(({title}) => !title).length,
            'no date': items.filter(({datePublished}) => !datePublished).length,
            'no picture': items.filter(({image}) => !image).length,
            ms: Math.round(all.reduce((sum, {time}) => sum + time, 0)),
            slowest: Math.round(Math.max(...all.map(({time}) => time))),
          },
        ];
      }),
    ),
  );
  const checks = results.flatMap(({checks, kind}) => checks.map((check) => ({...check, kind})));
  console.table(
    Object.fromEntries(
      [...group(checks, 'kind')].map(([kind, checks]) => [
        kind,
        {
          ...Object.fromEntries([...group(checks, 'field')].sort().map(([field, checks]) => [field, share(checks)])),
          all: share(checks),
        },
      ]),
    ),
  );
  console.log('Agreement in all:', share(checks));
  if (options.list) {
    for (const {path, code, message} of results) if (code) console.log(`${code}\t${path}\n\t${message}`);
    for (const {path, field, value, agrees, found} of checks)
      if (!agrees)
        console.log(`${path}\n\t${field}: expected ${JSON.stringify(value)}, found ${JSON.stringify(found)}`);
  }
  for (const {path, feed} of pick(
    results.filter(({feed}) => feed?.items.length),
    Number(options.sample ?? 0),
  ))
    console.log(
      path,
      JSON.stringify(
        {...feed, items: feed.items.slice(0, 1)},
        (key, value) => (typeof value === 'string' ? value.slice(0, 160) : value),
        1,
      ),
    );
  if (results.some(({code}) => code === 'CRASH' || code === 'HANG')) process.exitCode = 1;
}

function group(list, key) {
  const groups = new Map();
  for (const entry of list) groups.set(entry[key], [...(groups.get(entry[key]) ?? []), entry]);
  return groups;
}

function percent(part, whole) {
  return whole ? `${((100 * part) / whole).toFixed(1)} %` : '–';
}

function share(checks) {
  const agreeing = checks.filter(({agrees}) => agrees).length;
  return `${agreeing} / ${checks.length} = ${percent(agreeing, checks.length)}`;
}

function pick(list, count) {
  return list
    .map((entry) => [Math.random(), entry])
    .sort(([a], [b]) => a - b)
    .slice(0, count)
    .map(([, entry]) => entry);
}
