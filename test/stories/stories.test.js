/**
 * Every story of the built Storybook (`npm run build-storybook`), in Chromium: nothing fails, its `play` passes, axe finds
 * nothing in any theme and direction, and the first story of each element looks as it did.
 *
 * `STORIES=carousel` tries those whose id holds that word; `UPDATE_BASELINES=1` takes how they look now as right.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {browserArgs, findBrowser} from '../browser/find-browser.js';
import {findings} from './accessibility.js';
import {serve} from './serve.js';
import {listen, StoryPage} from './story-page.js';
import {LookChecks, looks} from './look.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const index = `${root}storybook-static/index.json`;
if (!existsSync(index)) throw new Error('There is no built Storybook: run `npm run build-storybook` first.');
const entries = Object.values(JSON.parse(readFileSync(index, 'utf8')).entries);
/** Pages of documentation last: they hold many stories, also those that fail. */
const stories = entries
  .sort((a, b) => (a.type === 'docs') - (b.type === 'docs'))
  .filter(({id}) => id.includes(process.env.STORIES ?? ''));
const themes = readdirSync(`${root}src/themes`)
  .filter((file) => file.endsWith('.css'))
  .map((file) => file.slice(0, -4));
const firstStories = [
  ...new Map(
    entries
      .filter(({type, title}) => type === 'story' && title.startsWith('Elements/'))
      .map((story) => [story.title, story])
      .reverse(),
  ).values(),
];

const asBegun = {theme: 'default', scheme: 'light', locale: 'en', direction: 'auto', width: '100%'};
/** Light and dark take turns, so that each theme and each direction is seen in both. */
const variants = themes.flatMap((theme, n) =>
  ['ltr', 'rtl'].map((direction, m) => ({theme, direction, scheme: (n + m) % 2 ? 'dark' : 'light'})),
);

let server, browser, page, checks;

before(async () => {
  server = await serve(`${root}storybook-static`);
  browser = await chromium.launch({executablePath: findBrowser(), args: browserArgs});
  const context = await browser.newContext({
    viewport: {width: 1280, height: 900},
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  await context.addInitScript(listen);
  // No other site is needed. A frame that a story opens on purpose gets an empty page.
  await context.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) =>
    route.fulfill({contentType: 'text/html', body: '<title>Elsewhere</title>'}),
  );
  page = new StoryPage(await context.newPage(), server.origin, firstStories[0].id);
  checks = new LookChecks(browser, server.origin);
});

after(async () => {
  await browser?.close();
  server?.close();
});

describe('every story', () => {
  for (const story of stories)
    it(`${story.title}: ${story.name}`, async (t) => {
      await page.open(story, asBegun);
      const {failures, storyGlobals} = await page.heard();
      assert.deepEqual(failures, [], 'the story, or its play function, has failed');
      assert.deepEqual(
        page.problems
          .filter((problem) => !isExpected(problem, story))
          .map(({kind, text, url}) => `${kind}: ${text} ${url ?? ''}`),
        [],
        'the console has something to say',
      );
      if (story.type !== 'story') return;
      assert.equal((await page.page.locator('#storybook-root .story').count()) > 0, true, 'nothing is shown');
      const isPage = story.title === 'Page';
      await t.test('axe', async () => assert.deepEqual(await findings(page.page, {isPage}), []));
      for (const variant of variants) {
        if (Object.entries(storyGlobals).some(([name, value]) => variant[name] && variant[name] !== value)) continue;
        await t.test(`axe, ${Object.values(variant).join(', ')}`, async () => {
          await page.change(variant);
          assert.deepEqual(await findings(page.page, {onlyStyle: true}), []);
        });
      }
    });
});

for (const locale of ['ar', 'de'])
  describe(`what a reader does in a story, with the toolbar at ${locale}`, () => {
    for (const story of stories.filter(({type, tags}) => type === 'story' && tags.includes('play-fn')))
      it(`${story.title}: ${story.name}`, async () => {
        await page.open(story, {...asBegun, locale});
        assert.deepEqual((await page.heard()).failures, []);
      });
  });

describe('the first story of each element looks as it did', () => {
  for (const story of firstStories.filter((story) => stories.includes(story)))
    for (const look of looks) it(`${story.title}: ${Object.values(look).join(', ')}`, () => checks.check(story, look));
  if (firstStories.some((story) => stories.includes(story)))
    it('with the fonts of the baselines, or by geometry alone', (t) => checks.sayHow((words) => t.diagnostic(words)));
});

/** A story about a failure may say so; nothing else may warn, and nothing may throw. */
function isExpected({kind, text, url = ''}, {tags, type}) {
  return (
    (tags.includes('fails') || type === 'docs') &&
    (kind === 'warning' || (kind === 'error' && text.startsWith('Failed to load resource') && url.includes('/feeds/')))
  );
}
