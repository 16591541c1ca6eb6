/**
 * The elements look the same on whatever page they stand: with the CSS of well-known systems, with resets that spare
 * nothing, in quirks mode, in a sandboxed frame. Each page is compared, picture against picture, with a clean one.
 */
import assert from 'node:assert/strict';
import {createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import pixelmatch from 'pixelmatch';
import {chromium} from 'playwright-core';
import {PNG} from 'pngjs';
import {browserArgs, findBrowser} from '../browser/find-browser.js';

const root = join(import.meta.dirname, '../..');
const css = (path) => readFileSync(join(root, path), 'utf8');
const TYPES = {'.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.jpg': 'image/jpeg'};
/** Of the pixels, so many may differ: where an edge falls between two of them. */
const TOLERANCE = 0.001;
const NOW = '2026-11-13T12:00:00Z';

const TAGS = {
  'news-article':
    '<news-article src="/stories/feeds/news.json" item="us-iraq-agreement"><p>Fallback</p></news-article>',
  'related-news': '<related-news src="/stories/feeds/news.json" item="us-iraq-agreement"></related-news>',
  'on-this-day': '<on-this-day src="/stories/feeds/archive.json" date="2026-11-13" browse></on-this-day>',
  'instagram-strip': '<instagram-strip src="/stories/feeds/instagram.json" lightbox></instagram-strip>',
  'about-us': '<about-us src="/stories/feeds/news.json"></about-us>',
};
/** What an element takes from its page by design is the same on all of them: font, colours, width, direction. */
const COLUMN = `#column { all: initial; background: #fff; color: #16181b; color-scheme: light; display: block; font: 16px/1.5 'Noto Sans', sans-serif !important; inline-size: 760px; padding: 8px !important }`;

const HOSTS = {
  'Bootstrap 5': {
    css: css('node_modules/bootstrap/dist/css/bootstrap.css'),
    wrap: ['<div class="container"><div class="row"><div class="col">', '</div></div></div>'],
  },
  'Tailwind’s preflight': {css: css('node_modules/tailwindcss/preflight.css')},
  'a WordPress block theme': {
    css: css('test/hosts/wordpress.css'),
    wrap: [
      '<div class="wp-site-blocks"><main class="entry-content wp-block-post-content is-layout-flow">',
      '</main></div>',
    ],
  },
  'a code block of Squarespace': {
    css: css('test/hosts/squarespace.css'),
    wrap: ['<div class="sqs-block code-block sqs-block-code"><div class="sqs-block-content">', '</div></div>'],
  },
  'an HTML card of Ghost': {
    css: css('test/hosts/ghost.css'),
    wrap: [
      '<article class="gh-article"><section class="gh-content gh-canvas"><!--kg-card-begin: html-->',
      '<!--kg-card-end: html--></section></article>',
    ],
  },
  'an embed of Webflow': {
    css: css('test/hosts/webflow.css'),
    wrap: ['<div class="w-layout-blockcontainer w-container"><div class="w-embed w-script">', '</div></div>'],
  },
  'a section of Shopify': {
    css: css('test/hosts/shopify.css'),
    wrap: [
      '<main id="MainContent"><section class="shopify-section"><div class="page-width rte">',
      '</div></section></main>',
    ],
  },
  'a reset of everything': {css: '* { all: unset }'},
  'a reset that nothing outranks': {
    css: '*, ::before, ::after { margin: 0 !important; padding: 0 !important; border: 0 !important; font: inherit !important }',
  },
  'old habits': {
    css: '* { box-sizing: content-box; line-height: 3; letter-spacing: 2px; text-align: center; text-transform: uppercase; word-spacing: 5px; font-style: italic; text-indent: 2em; visibility: visible } img { width: 50px; border: 3px solid red } a { color: lime !important } table, div { float: right }',
  },
  'quirks mode': {doctype: ''},
};

let browser;
let server;
let base;
const pages = new Map();

before(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    response.setHeader('access-control-allow-origin', '*');
    const page = pages.get(path);
    if (page) return response.setHeader('content-type', page.type).end(page.body);
    const file = join(root, path);
    response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain');
    if (path !== '/' && existsSync(file)) createReadStream(file).pipe(response);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({executablePath: findBrowser(), args: browserArgs});
});
after(async () => {
  await browser.close();
  server.close();
});

function serve(name, body, type = 'text/html; charset=utf-8') {
  const path = `/page/${encodeURIComponent(name)}`;
  pages.set(path, {body, type});
  return base + path;
}

function pageOf({css = '', doctype = '<!doctype html>', dir = 'ltr', wrap: [open, close] = ['', '']}, tag) {
  return `${doctype}<html lang="en" dir="${dir}"><head><title>A page</title><style>${css}</style><style>${COLUMN}</style>
    <script type="module" src="${base}/dist/cdn/news-elements.js"></script></head>
    <body>${open}<div id="column">${TAGS[tag].replaceAll('src="', `src="${base}`)}</div>${close}</body></html>`;
}

/** The column with the element, once all that it shows is there. */
async function photograph(address, tag, frame = false) {
  const context = await browser.newContext({
    viewport: {width: 1000, height: frame ? 5000 : 900},
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(NOW));
  await page.goto(address);
  const place = frame ? await (await page.waitForSelector('iframe')).contentFrame() : page;
  await place.waitForFunction(
    async (tag) => {
      const element = document.querySelector(tag);
      if (!(await element?.feedComplete)) return false;
      const images = [...element.shadowRoot.querySelectorAll('img')];
      // What is decoded in its own time may miss the photograph.
      for (const image of images) Object.assign(image, {loading: 'eager', decoding: 'sync'});
      await document.fonts.ready;
      if (!images.every(({complete, naturalWidth}) => complete && naturalWidth)) return false;
      await Promise.all(images.map((image) => image.decode()));
      return true;
    },
    tag,
    {timeout: 20_000},
  );
  const shoot = () => place.locator('#column').screenshot({animations: 'disabled'});
  let picture = await shoot();
  for (let next = await shoot(); !next.equals(picture); next = await shoot()) picture = next;
  await context.close();
  return PNG.sync.read(picture);
}

/** The share of pixels that differ. */
function distance(one, other, name) {
  const {width, height} = one;
  if (width !== other.width || height !== other.height)
    return keep(one, other, name, `${width}×${height} and ${other.width}×${other.height}`);
  const diff = new PNG({width, height});
  const share = pixelmatch(one.data, other.data, diff.data, width, height, {threshold: 0.1}) / (width * height);
  return share > TOLERANCE ? keep(one, other, name, share, diff) : share;
}

function keep(one, other, name, result, diff) {
  const folder = join(root, '.scratch-hosts');
  mkdirSync(folder, {recursive: true});
  for (const [kind, picture] of Object.entries({clean: one, host: other, diff}))
    if (picture) writeFileSync(join(folder, `${name} ${kind}.png`), PNG.sync.write(picture));
  return result;
}

for (const tag of Object.keys(TAGS))
  describe(`<${tag}> looks the same as on a clean page`, () => {
    let clean;
    before(async () => {
      clean = await photograph(serve(`clean ${tag}`, pageOf({}, tag)), tag);
    });

    it('each time: the comparison is worth something', async () => {
      const again = await photograph(serve(`clean ${tag}`, pageOf({}, tag)), tag);
      assert.equal(distance(clean, again, `${tag} again`), 0);
      const other = await photograph(
        serve(
          `red ${tag}`,
          pageOf({css: `${tag} { --news-color-text: #a00; --news-color-accent: #00a; --news-color-line: #0a0 }`}, tag),
        ),
        tag,
      );
      assert.ok(
        pixelmatch(clean.data, other.data, undefined, clean.width, clean.height, {threshold: 0.1}) >
          TOLERANCE * clean.width * clean.height,
      );
    });

    for (const [name, host] of Object.entries(HOSTS))
      it(`in ${name}`, async () => {
        const picture = await photograph(serve(`${name} ${tag}`, pageOf(host, tag)), tag);
        const found = distance(clean, picture, `${tag} ${name}`);
        assert.ok(found <= TOLERANCE, `differs: ${found}; see .scratch-hosts`);
      });

    it('in a right-to-left page with Bootstrap’s right-to-left CSS, as in a clean one', async () => {
      const rtl = await photograph(serve(`rtl ${tag}`, pageOf({dir: 'rtl'}, tag)), tag);
      const host = {dir: 'rtl', css: css('node_modules/bootstrap/dist/css/bootstrap.rtl.css')};
      const found = distance(rtl, await photograph(serve(`rtl host ${tag}`, pageOf(host, tag)), tag), `${tag} rtl`);
      assert.ok(found <= TOLERANCE, `differs: ${found}`);
    });

    it('in a sandboxed frame, which has no origin and no storage, as Wix puts embedded HTML into one', async () => {
      const inner = serve(`framed ${tag}`, pageOf({}, tag));
      const outer = serve(
        `frame ${tag}`,
        `<!doctype html><title>Outside</title><iframe sandbox="allow-scripts" src="${inner}" style="border: 0; width: 1000px; height: 5000px"></iframe>`,
      );
      const found = distance(clean, await photograph(outer, tag, true), `${tag} sandbox`);
      assert.ok(found <= TOLERANCE, `differs: ${found}`);
    });
  });

describe('a page in XHTML', () => {
  it('keeps its fallback: Chromium runs no modules there, and where they run, templates need HTML', async () => {
    const page = await browser.newPage();
    await page.goto(
      serve(
        'xhtml',
        `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>XHTML</title>
         <script type="module" src="${base}/dist/cdn/news-elements.js"></script></head>
         <body><about-us src="${base}/stories/feeds/news.json"><p>Who we are</p></about-us></body></html>`,
        'application/xhtml+xml',
      ),
      {waitUntil: 'networkidle'},
    );
    assert.ok(await page.getByText('Who we are').isVisible());
    await page.close();
  });
});
