/**
 * Middleware of the test server: real answers for real requests, among them the faulty ones.
 *
 * `/feeds/<name>` is a file of `test/fixtures`. Query parameters change the answer: `status`, `type` (Content-Type),
 * `delay` (milliseconds before the headers), `once` (the first request only; later ones get a 404), `header` (`Name: value`, repeatable), `body` (instead of the file).
 * `/requests?url=…` tells how often an address was asked for.
 *
 * `/faults/…`, `/stored` and `/log` are described in `faults.js` and below; they are served on a second port too, which
 * `/second-origin` names: another origin, for what CORS forbids and allows.
 */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {setTimeout as pause} from 'node:timers/promises';
import {bundle} from './bundle.js';
import {faultOf} from './faults.js';

const fixtures = new URL('../fixtures/', import.meta.url);
const requests = new Map();

export async function faultServer(context, next) {
  const {path, query, url} = context;
  if (path === '/requests') {
    context.body = {count: requests.get(query.url) ?? 0};
    return;
  }
  if (path === '/second-origin') {
    context.body = await secondOrigin();
    return;
  }
  if (isOurs(path)) {
    context.respond = false;
    // Else the runner lists each of them as a 404, since the framework never learns what was answered.
    context.status = 200;
    await handle(context.req, context.res);
    return;
  }
  if (!path.startsWith('/feeds/')) return next();
  const count = (requests.get(url) ?? 0) + 1;
  requests.set(url, count);
  if (query.delay) await pause(Number(query.delay));
  context.status = query.once && count > 1 ? 404 : Number(query.status ?? 200);
  context.type = query.type ?? 'application/feed+json';
  for (const header of [query.header ?? []].flat()) {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(header);
    context.set(name, value);
  }
  context.body = query.body ?? (await readFile(new URL(path.slice('/feeds/'.length), fixtures), 'utf8'));
}

function isOurs(path) {
  return /^\/(?:faults\/|bundle\/|stored$|log$|release$)/.test(path);
}

/** Parts of the script that have failed once. */
const failed = new Set();

let second;
const PIECE = 2 ** 14;

/** Starts the second port when it is first asked for; it does not keep the process alive. */
export function secondOrigin() {
  second ??= new Promise((resolve) => {
    const server = createServer((request, response) => void handle(request, response));
    server.listen(0, 'localhost', () => resolve(`http://localhost:${server.address().port}`)).unref();
  });
  return second;
}

/** By key: what was asked for, in order. */
const logs = new Map();
/** By key: an answer that a test has described, `{body, status, headers}`; with `every`, 16 KiB in so many milliseconds. */
const stored = new Map();

/** The same on both ports, on Node's own request and response: some faults are below what a framework offers. */
export async function handle(request, response) {
  const {pathname, searchParams: query} = new URL(request.url, 'http://localhost');
  const key = query.get('n') ?? '';
  if (pathname === '/log') return json(response, logs.get(key) ?? []);
  if (pathname === '/release') {
    for (const {release} of logs.get(key) ?? []) release?.();
    return json(response, {});
  }
  if (pathname.startsWith('/bundle/')) return sendBundle(pathname.slice('/bundle/'.length), response);
  if (pathname === '/stored' && request.method === 'POST') {
    stored.set(key, JSON.parse(await textOf(request)));
    return json(response, {});
  }

  const log = logs.get(key) ?? [];
  logs.set(key, log);
  const {method, url, headers} = request;
  const entry = {method, url, headers, time: performance.now(), sent: 0, wasCutOff: false};
  log.push(entry);
  response.on('close', () => {
    entry.closed = performance.now();
    entry.wasCutOff = !response.writableFinished;
  });
  if (query.get('cors') !== 'no') {
    response.setHeader('access-control-allow-origin', headers.origin ?? '*');
    if (query.get('cors') === 'credentials') response.setHeader('access-control-allow-credentials', 'true');
  }
  for (const header of query.getAll('header')) {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(header);
    response.setHeader(name, value);
  }
  if (pathname === '/stored') {
    const {body = '', status = 200, headers = {}, every} = stored.get(key) ?? {status: 404};
    response.writeHead(status, headers);
    const bytes = Buffer.from(body);
    for (; every && entry.sent < bytes.length && !response.destroyed; entry.sent += PIECE) {
      response.write(bytes.subarray(entry.sent, entry.sent + PIECE));
      await pause(every);
    }
    response.end(every ? undefined : bytes);
    return;
  }
  const names = pathname.slice('/faults/'.length).split(',');
  const count = log.filter((other) => other.method !== 'OPTIONS' && other.url === url).length;
  faultOf(names[Math.min(count, names.length) - 1])({request, response, query, entry});
}

function json(response, value) {
  response.writeHead(200, {'content-type': 'application/json', 'access-control-allow-origin': '*'});
  response.end(JSON.stringify(value));
}

async function textOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/**
 * `/bundle/tag/news-elements.js`, `/bundle/all/all.js`; `/bundle/tag-2/…` is the same at other addresses, as a second
 * copy is. Of `/bundle/tag-flaky/…` an element's own part fails the first time.
 */
async function sendBundle(path, response) {
  const [, mode, copy, file] = /^(all|tag)([^/]*)\/(.+)$/.exec(path) ?? [];
  const isBroken = copy === '-flaky' && file.includes('about-us') && !failed.has(path);
  failed.add(path);
  const code = mode && !isBroken ? (await bundle(mode)).get(file) : undefined;
  response.writeHead(code === undefined ? 404 : 200, {
    'content-type': 'text/javascript',
    'access-control-allow-origin': '*',
  });
  response.end(code ?? '');
}
