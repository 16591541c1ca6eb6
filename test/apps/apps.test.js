/**
 * The packed library in small applications of other people's frameworks: type-checked, built, and used in Chromium.
 * `npm ci --prefix test/apps`, then `node --test test/apps/apps.test.js`, after a build of the library.
 */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {chromium} from 'playwright-core';
import {browserArgs, findBrowser} from '../browser/find-browser.js';
import {pack} from '../package/packed.js';

const run = promisify(execFile);
const here = import.meta.dirname;
const shell = process.platform === 'win32';
const feed = readFileSync(join(here, 'feed.json'), 'utf8');

/** How each is checked and built: commands of its own folder. The first that fails ends it. */
const apps = {
  React: {folder: 'react', commands: [['tsc'], ['vite', 'build']]},
  Preact: {folder: 'preact', commands: [['tsc'], ['vite', 'build']]},
  Solid: {folder: 'solid', commands: [['tsc'], ['vite', 'build']]},
  Vue: {folder: 'vue', commands: [['vue-tsc'], ['vite', 'build']]},
  Svelte: {
    folder: 'svelte',
    commands: [
      ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
      ['vite', 'build'],
    ],
  },
  Angular: {folder: 'angular', commands: [['ng', 'build']]},
  Astro: {folder: 'astro', commands: [['astro', 'build']]},
};

let browser;
before(async () => {
  assert.ok(existsSync(join(here, 'node_modules')), 'npm ci --prefix test/apps comes first.');
  const packed = pack();
  try {
    await run('npm', ['install', '--no-save', '--prefer-offline', '--no-audit', '--no-fund', packed.tarball], {
      cwd: here,
      shell,
    });
  } finally {
    packed.remove();
  }
  browser = await chromium.launch({executablePath: findBrowser(), args: browserArgs});
});
after(() => browser?.close());

async function build({folder, commands}) {
  const env = {...process.env, ASTRO_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false'};
  for (const [command, ...args] of commands)
    try {
      await run(join(here, 'node_modules/.bin', command), args, {cwd: join(here, folder), env, shell});
    } catch (error) {
      throw new Error(`${command} ${args.join(' ')} in ${folder}\n${error.stdout}\n${error.stderr}`, {cause: error});
    }
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.json': 'application/feed+json',
};

/** Serves what was built, and the feed, until `use` is done. */
async function serve(folder, use) {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    const path = join(folder, pathname === '/' ? 'index.html' : pathname);
    const body = pathname === '/feed.json' ? feed : existsSync(path) ? readFileSync(path) : undefined;
    response.writeHead(body === undefined ? 404 : 200, {'content-type': types[extname(path)] ?? 'text/plain'});
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Opens a page, and says what went wrong on it. */
async function withPage(use, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  try {
    await use(page);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

async function drive(page) {
  const items = page.locator('related-news [part~=item]');
  await page.locator('related-news h3').waitFor();
  assert.equal(await items.count(), 2, 'the feed that was handed in, but for the story that the page shows');
  assert.equal(await page.locator('related-news').getAttribute('class'), 'aside');
  const article = page.locator('news-article [part~=headline]');
  await article.waitFor();
  assert.match(await article.innerText(), /The old bridge opens again/);
  const log = page.locator('output');
  await log.filter({hasText: 'loaded The River Post'}).waitFor();

  await page.getByRole('button', {name: 'Fewer'}).click();
  await items.nth(1).waitFor({state: 'detached'});
  assert.equal(await items.count(), 1, 'a changed limit');

  const address = page.url();
  await items.getByRole('link').first().click();
  await log.filter({hasText: 'clicked flood'}).waitFor();
  assert.equal(page.url(), address, 'a canceled item-click leaves the page where it is');

  await page.getByRole('button', {name: 'Remove'}).click();
  await page.locator('related-news, news-article').first().waitFor({state: 'detached'});
  assert.equal(await page.locator('related-news, news-article').count(), 0);
}

describe('the elements in an application of', {concurrency: 2}, () => {
  for (const [name, app] of Object.entries(apps))
    it(name, async () => {
      await build(app);
      await serve(join(here, app.folder, 'dist'), (address) =>
        withPage(async (page) => {
          await page.goto(address);
          await drive(page);
        }),
      );
    });
});

describe('a page that Astro has rendered', () => {
  const folder = join(here, 'astro/dist');

  it('has the fallback for readers without JavaScript', () =>
    serve(folder, (address) =>
      withPage(
        async (page) => {
          await page.goto(address);
          assert.ok(await page.getByRole('link', {name: 'The old bridge opens again'}).isVisible());
        },
        {javaScriptEnabled: false},
      ),
    ));

  it('shows fallback or feed in each frame while the elements come to life', () =>
    serve(folder, (address) =>
      withPage(async (page) => {
        await page.addInitScript(() => {
          window.frames = {fallback: 0, feed: 0, nothing: 0};
          const look = () => {
            const list = document.querySelector('related-news');
            if (list) {
              const fallback = list
                .querySelector('a')
                ?.checkVisibility({opacityProperty: true, visibilityProperty: true});
              const shows = list.shadowRoot?.querySelector('[part~=item]') ? 'feed' : fallback ? 'fallback' : 'nothing';
              window.frames[shows]++;
            }
            requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        });
        // Slow enough for frames to be drawn between the page, its script and its feed.
        await page.route('**/*.{js,json}', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 100));
          await route.continue();
        });
        await page.goto(address);
        await page.waitForFunction(() => window.frames.feed > 2);
        const {fallback, nothing} = await page.evaluate(() => window.frames);
        assert.ok(fallback > 0);
        assert.equal(nothing, 0);
      }),
    ));
});
