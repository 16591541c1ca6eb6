/**
 * Runs a page of this folder in every engine that is installed: bundles it, serves it with files beside it, opens it, and
 * waits for what it posts to `/result`.
 *
 * Chromium is found as for the tests, Firefox by `FIREFOX_PATH` or in its usual places, WebKit as `WebKitWebDriver` with
 * WebKitGTK's MiniBrowser (under Xvfb where there is no display). `ENGINES=chromium,firefox` runs some of them.
 */
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {createServer} from 'node:http';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {build} from 'vite';
import {browserArgs, findBrowser} from '../browser/find-browser.js';

const POLICY =
  "default-src 'self' 'unsafe-inline'; img-src data:; media-src 'none'; frame-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'";
// Each run has its own, so that two do not meet.
const WEBDRIVER = `http://127.0.0.1:${20_000 + (process.pid % 10_000)}`;
const DISPLAY = `:${100 + (process.pid % 10_000)}`;

const engines = {chromium, firefox, webkit};

/**
 * @param page file name of a page of this folder
 * @param files served beside it: path → value to send as JSON
 * @param onResult called with each engine's name and what the page has posted
 */
export async function runInEngines(page, files, onResult) {
  const script = await bundle(page);
  let deliver;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (path === '/result') {
      const chunks = (await Array.fromAsync?.(request)) ?? (await readAll(request));
      deliver(JSON.parse(Buffer.concat(chunks).toString()));
      response.end();
    } else if (path in files) answer(response, 'application/json', JSON.stringify(files[path]));
    else if (path === '/page.js') answer(response, 'text/javascript', script);
    else if (path === '/')
      answer(
        response,
        'text/html',
        '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>',
      );
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const wanted = process.env.ENGINES?.split(',') ?? Object.keys(engines);
  let ran = 0;
  try {
    for (const name of wanted) {
      const result = new Promise((resolve) => (deliver = resolve));
      const close = await engines[name]?.(url);
      if (!close) {
        console.log(`${name}: not installed`);
        continue;
      }
      ran++;
      onResult(
        name,
        await Promise.race([result, pause(1_800_000, {error: 'no result in half an hour'}, {ref: false})]),
      );
      await close();
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
  if (!ran) throw new Error('No engine to run in: install Chromium, Firefox or WebKitGTK.');
}

async function readAll(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks;
}

function answer(response, type, body) {
  response.writeHead(200, {'Content-Type': `${type}; charset=utf-8`, 'Content-Security-Policy': POLICY}).end(body);
}

async function bundle(page) {
  const [{output}] = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {entry: fileURLToPath(new URL(page, import.meta.url)), formats: ['es'], fileName: 'page'},
      rolldownOptions: {output: {codeSplitting: false}},
    },
  });
  return output[0].code;
}

async function chromium(url) {
  const executablePath = findBrowser();
  return executablePath && openWithPuppeteer({executablePath, args: browserArgs}, url);
}

async function firefox(url) {
  const executablePath = [
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ].find((path) => path && existsSync(path));
  return executablePath && openWithPuppeteer({browser: 'firefox', executablePath}, url);
}

async function openWithPuppeteer(options, url) {
  const browser = await puppeteer.launch({headless: true, ...options});
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(url, {waitUntil: 'commit'}).catch(() => page.goto(url));
  return () => browser.close();
}

/** WebDriver by hand: one session, one address. */
async function webkit(url) {
  const driver = ['/usr/bin/WebKitWebDriver', '/usr/local/bin/WebKitWebDriver'].find(existsSync);
  const browser = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib64']
    .flatMap((folder) => ['4.1', '6.0', '4.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`))
    .find(existsSync);
  if (!driver || !browser) return undefined;
  const children = [];
  const env = {
    ...process.env,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    LANG: 'C.UTF-8',
  };
  if (!env.DISPLAY) {
    env.DISPLAY = DISPLAY;
    children.push(spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {stdio: 'ignore'}));
  }
  children.push(spawn(driver, ['--host=127.0.0.1', `--port=${new URL(WEBDRIVER).port}`], {env, stdio: 'ignore'}));
  const stop = () => children.forEach((child) => child.kill());
  process.on('exit', stop);
  const {sessionId} = await untilAnswered(() =>
    command('/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {binary: browser, args: ['--automation']},
        },
      },
    }),
  );
  await command(`/session/${sessionId}/url`, {url});
  return async () => {
    await fetch(`${WEBDRIVER}/session/${sessionId}`, {method: 'DELETE'}).catch(() => undefined);
    stop();
  };
}

async function command(path, body) {
  const response = await fetch(WEBDRIVER + path, {method: 'POST', body: JSON.stringify(body)});
  const {value} = await response.json();
  if (!response.ok) throw new Error(`WebDriver: ${value.message}`);
  return value;
}

async function untilAnswered(ask) {
  for (let left = 240; ; left--)
    try {
      return await ask();
    } catch (error) {
      if (!left) throw error;
      await pause(250);
    }
}
