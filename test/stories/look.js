/**
 * How the first stories look, beside how they looked: pixels where the machine has the fonts that the baselines were made
 * with, and the boxes of the parts everywhere.
 */
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import {listen, StoryPage} from './story-page.js';

const baselines = fileURLToPath(new URL('baselines/', import.meta.url));
const scratch = fileURLToPath(new URL('../../.scratch-visual/', import.meta.url));
const isUpdate = Boolean(process.env.UPDATE_BASELINES);

export const looks = [320, 768, 1280].flatMap((width) =>
  ['light', 'dark'].flatMap((scheme) => ['ltr', 'rtl'].map((direction) => ({width, scheme, direction}))),
);

/** Long stories are compared as far down as this. */
const HEIGHT = 900;
/** Of a picture's pixels, how many may differ: antialiasing, never a line that has moved. */
const TOLERANCE = 0.0015;
/** Pixels by which a box may be elsewhere. */
const SLACK = 2;

/**
 * Photographs are drawn flat, with a cross: how they are cropped is seen all the same, and no decoder's rounding.
 */
const photo = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="853" viewBox="0 0 1280 853" preserveAspectRatio="none">
<rect width="1280" height="853" fill="#8fa3b0"/><path d="M0 0 1280 853M1280 0 0 853" stroke="#33434e" stroke-width="6"/></svg>`;

/** Text of every script in the stacks that the stories use: as wide as it was, the fonts are the same. */
const samples = {
  text: ["1rem system-ui, 'Noto Sans', sans-serif", 'Hamburgefonstiv 0123456789'],
  headline: [
    "600 1rem ui-serif, 'Iowan Old Style', 'Source Serif 4', 'Noto Serif', Georgia, serif",
    'Hamburgefonstiv 0123456789',
  ],
  arabic: ["1rem 'Noto Sans Arabic', system-ui, sans-serif", 'صباح الخير ٠١٢٣'],
  naskh: ["600 1rem 'Noto Naskh Arabic', 'Amiri', 'Geeza Pro', serif", 'صباح الخير ٠١٢٣'],
};

export class LookChecks {
  #browser;
  #origin;
  #page;
  #hasFonts;

  constructor(browser, origin) {
    this.#browser = browser;
    this.#origin = origin;
  }

  async check(story, {width, scheme, direction}) {
    const tab = await this.#tab(story);
    const {page} = tab;
    await page.setViewportSize({width, height: HEIGHT});
    await tab.open(story, {
      theme: 'default',
      scheme,
      direction,
      locale: direction === 'rtl' ? 'ar' : 'en',
      width: '100%',
    });
    const place = `${story.id.replace(/^elements-/, '')}-${width}-${direction}`;
    // A scheme changes no box.
    this.#compareBoxes(place, await page.evaluate(boxesOf));
    const {height} = await page.locator('#storybook-root').boundingBox();
    const picture = PNG.sync.read(
      await page.screenshot({
        clip: {x: 0, y: 0, width, height: Math.min(Math.ceil(height) + 32, HEIGHT)},
        scale: 'css',
        animations: 'disabled',
        caret: 'hide',
      }),
    );
    if (this.#hasFonts) comparePictures(`${place}-${scheme}`, picture);
  }

  /** Says what was compared, so that nobody takes one for the other. */
  sayHow(say) {
    assert.notEqual(this.#hasFonts, undefined, 'no look has been compared');
    say(
      this.#hasFonts
        ? 'Pixels and boxes were compared.'
        : 'This machine has other fonts than the baselines: only the boxes of the parts were compared, no pixels.',
    );
  }

  /** A tab of its own, whose clock stands still: words like “24 years ago” must not depend on the day. */
  async #tab(first) {
    if (this.#page) return this.#page;
    const context = await this.#browser.newContext({
      viewport: {width: 1280, height: HEIGHT},
      reducedMotion: 'reduce',
      locale: 'en-US',
      timezoneId: 'UTC',
    });
    await context.addInitScript(listen);
    await context.route(/\.jpg$/, (route) => route.fulfill({contentType: 'image/svg+xml', body: photo}));
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-11-13T09:00:00Z');
    this.#compareFonts(await page.evaluate(widthsOf, samples));
    this.#page = new StoryPage(page, this.#origin, first.id);
    return this.#page;
  }

  #compareFonts(widths) {
    mkdirSync(baselines, {recursive: true});
    const file = `${baselines}fonts.json`;
    if (isUpdate) writeFileSync(file, `${JSON.stringify(widths, null, 2)}\n`);
    const known = JSON.parse(readFileSync(file, 'utf8'));
    this.#hasFonts = Object.entries(known).every(([name, width]) => Math.abs(widths[name] - width) < 0.5);
  }

  #compareBoxes(name, boxes) {
    const file = `${baselines}boxes.json`;
    const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    if (isUpdate) {
      writeFileSync(
        file,
        `${JSON.stringify({...known, [name]: boxes}, null, 1)
          .replace(/\n {3,}/g, ' ')
          .replace(/\n {2}\]/g, ' ]')}\n`,
      );
      return;
    }
    assert.ok(known[name], `There is no baseline of ${name}: look at it, and run with UPDATE_BASELINES=1.`);
    assert.deepEqual(
      boxes.map(({part}) => part),
      known[name].map(({part}) => part),
      'the parts are others',
    );
    const moved = boxes.filter(
      ({x, width}, n) => Math.abs(x - known[name][n].x) > SLACK || Math.abs(width - known[name][n].width) > SLACK,
    );
    assert.deepEqual(moved, [], 'these parts are elsewhere, or of another width');
  }
}

function comparePictures(name, picture) {
  const file = `${baselines}${name}.png`;
  if (isUpdate) {
    // Sixteen steps a channel are a third of the bytes, and less than what counts as a difference.
    picture.data.forEach((value, n) => (picture.data[n] = n % 4 === 3 ? value : value & 0xf0));
    writeFileSync(file, PNG.sync.write(picture, {colorType: 2, deflateLevel: 9}));
    return;
  }
  assert.ok(existsSync(file), `There is no baseline ${file}: look at the story, and run with UPDATE_BASELINES=1.`);
  const known = PNG.sync.read(readFileSync(file));
  const {width, height} = known;
  const isOfSize = picture.width === width && picture.height === height;
  const diff = new PNG({width, height});
  const count = isOfSize ? pixelmatch(known.data, picture.data, diff.data, width, height, {threshold: 0.15}) : Infinity;
  if (count <= width * height * TOLERANCE) return;
  mkdirSync(scratch, {recursive: true});
  writeFileSync(`${scratch}${name}.png`, PNG.sync.write(picture));
  if (isOfSize) writeFileSync(`${scratch}${name}-diff.png`, PNG.sync.write(diff));
  assert.fail(
    `${isOfSize ? `${count} pixels differ` : `${width} × ${height} has become ${picture.width} × ${picture.height}`}: ` +
      `see .scratch-visual/${name}*.png. If that is right, run with UPDATE_BASELINES=1.`,
  );
}

/** Runs in the page. Only parts whose place does not follow from how wide a font is. */
function boxesOf() {
  const elements = [...document.querySelectorAll('news-article,related-news,on-this-day,instagram-strip,about-us')];
  return elements.flatMap(({renderRoot}) =>
    [...renderRoot.querySelectorAll('[part=base],[part=list],[part=item],[part=item] > [part=image],[part=body]')].map(
      (node) => {
        const {x, width} = node.getBoundingClientRect();
        return {part: node.getAttribute('part'), x: Math.round(x), width: Math.round(width)};
      },
    ),
  );
}

/** Runs in the page. */
function widthsOf(samples) {
  return Object.fromEntries(
    Object.entries(samples).map(([name, [font, text]]) => {
      const span = document.createElement('span');
      span.style.cssText = `font: ${font}; position: absolute; white-space: pre`;
      span.textContent = text;
      document.body.append(span);
      return [name, Math.round(span.getBoundingClientRect().width * 100) / 100];
    }),
  );
}
