/** `npx news-elements render` on pages in a folder, with feeds from a server. Run with `node --test`. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {buildCommands} from './build.js';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const fixture = (path) => readFile(join(fixtures, path), 'utf8');
let folder, site, script, main, server, base, requests, feeds;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'render-'));
  site = join(folder, 'site');
  const cli = await buildCommands(join(folder, 'cli'));
  script = cli('news-elements');
  ({main} = await import(pathToFileURL(cli('render'))));
  server = createServer(({url}, response) => {
    requests.push(url);
    if (url in feeds) response.end(feeds[url]);
    else response.writeHead(404).end('<h1>Not found</h1>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, {recursive: true});
});

beforeEach(async () => {
  requests = [];
  // A feed that is in memory is not asked for again: each test has its own addresses.
  serial++;
  feeds = {
    [feedPath('json')]: await fixture('elements/news.json'),
    [feedPath('rss')]: await fixture('rss/podcast-and-news.xml'),
  };
  await rm(site, {recursive: true, force: true});
  await mkdir(site);
});

let serial = 0;
const feedPath = (name) => `/${serial}/${name}`;
const path = (name) => join(site, name);
const write = (name, content) => writeFile(path(name), content);
const read = (name) => readFile(path(name), 'utf8');
const page = (body, lang = 'en') => `<!doctype html>\n<html lang="${lang}">\n<body>\n${body}\n</body>\n</html>\n`;
const related = (src, attributes = '') => `<related-news src="${src}"${attributes}></related-news>`;

async function run(names, ...args) {
  const lines = [];
  const code = await main([...names.map(path), ...args], {log: (line) => lines.push(line)});
  return {code, said: lines.join('\n')};
}

/** Runs it on one page that must change. */
async function rendered(body, {lang, args = []} = {}) {
  await write('page.html', page(body, lang));
  const {code, said} = await run(['page.html'], ...args);
  assert.equal(code, 0, said);
  return read('page.html');
}

describe('npx news-elements render', () => {
  it('fills each element with headings, links, times and summaries', async () => {
    const src = base + feedPath('json');
    const html = await rendered(
      `  <news-article src="${src}" item="bridge" time-zone="UTC"></news-article>
  ${related(src)}
  <on-this-day src="${src}" date="2026-03-02"></on-this-day>
  <instagram-strip src="${src}"></instagram-strip>
  <about-us src="${src}"></about-us>`,
    );
    assert.match(
      html,
      /<article>\s+<p>Bridge · Council<\/p>\s+<h2><a href="https:\/\/river\.example\/bridge">A new bridge for the river<\/a><\/h2>/,
    );
    assert.match(html, /<p>Ada Stone · <time datetime="2024-03-02T08:00:00\.000Z">March 2, 2024<\/time><\/p>/);
    assert.match(html, /<p>The council has chosen a design for the river bridge\.<\/p>/);
    assert.match(
      html,
      /<h2>Related news<\/h2>\s+<ul>\s+<li><h3><a href="https:\/\/river\.example\/ferry">The ferry stops/,
    );
    assert.match(
      html,
      /<h2>On this day<\/h2>\s+<p>March 2<\/p>\s+<ol>\s+<li><span>2024 \(2 years ago\)<\/span> <a href="https:\/\/river\.example\/bridge">/,
    );
    assert.match(html, /<h2>Instagram<\/h2>/);
    assert.match(html, /<p><a href="https:\/\/river\.example\/">River Post<\/a><\/p>/);
    assert.match(html, /<address>1 Quay Street<br>Rivertown<\/address>/);
    assert.equal(requests.length, 1);
  });

  it('reads RSS, from the web and from a file beside the page', async () => {
    const remote = await rendered(related(base + feedPath('rss')));
    await writeFile(path('news.xml'), feeds[feedPath('rss')]);
    const local = await rendered(related('news.xml'));
    for (const html of [remote, local]) assert.match(html, /<li><h3><a href="https?:[^"]+">[^<]+<\/a><\/h3>/);
    assert.equal(requests.length, 1);
  });

  it('resolves an address at the site’s root by --base, an address or a folder', async () => {
    await write('page.html', page(related(feedPath('json'))));
    const {code, said} = await run(['page.html']);
    assert.equal(code, 1);
    assert.match(said, /page\.html:4: <related-news> .*--base https:\/\/example\.com/);
    assert.equal((await run(['page.html'], '--base', base)).code, 0);
    assert.match(await read('page.html'), /A new bridge/);
    await mkdir(path('public/data'), {recursive: true});
    await write('public/data/feed.json', feeds[feedPath('json')]);
    assert.match(await rendered(related('/data/feed.json'), {args: ['--base', path('public')]}), /A new bridge/);
    assert.match(await rendered(`<base href="${base}/${serial}/">${related('json')}`), /A new bridge/);
  });

  it('speaks the language of the page, with its dates', async () => {
    const html = await rendered(related(base + feedPath('json')), {lang: 'ar'});
    assert.match(html, /<h2>آخر الأخبار<\/h2>/);
    assert.match(html, /<time datetime="2024-03-02T08:00:00\.000Z" lang="ar">[^<]*مارس/);
    assert.match(html, /<li lang="en" dir="auto">/);
  });

  it('takes the element’s attributes as the element does', async () => {
    const html = await rendered(
      related(
        base + feedPath('json'),
        ' limit="2" omit="summary date" heading="More" heading-level="3" link="/news?item={id}"',
      ),
    );
    assert.match(html, /<h3>More<\/h3>/);
    assert.equal(html.match(/<li>/g).length, 2);
    assert.match(html, /<h4><a href="\/news\?item=bridge">/);
    assert.doesNotMatch(html, /<time|The council chose/);
  });

  it('repeats in no list what a list before it shows', async () => {
    const src = base + feedPath('json');
    const html = await rendered(related(src, ' limit="1"') + related(src));
    assert.equal(html.match(/river\.example\/bridge"/g).length, 1);
    assert.match(html, /river\.example\/ferry"/);
  });

  it('changes nothing else in a page, however it is written', async () => {
    const before = `\ufeff<!DOCTYPE HTML>\r\n<HTML lang=en>\r\n<p class='x'  >Ünïcode 🗞 &amp; &copy unclosed\r\n\t<Related-News SRC='${base}${feedPath('json')}' limit=1 >`;
    const after = `</RELATED-NEWS >\r\n<script>if (a < b) "<related-news>"</script><!-- <about-us></about-us> -->\r\n<table><tr><td>\t </table>`;
    const old = before.replace("<p class='x'  >", "<div class='x'  >");
    await write('page.html', old + after);
    const {code, said} = await run(['page.html']);
    assert.equal(code, 0, said);
    const html = await read('page.html');
    assert.ok(html.startsWith(old) && html.endsWith(after));
    const made = html.slice(old.length, -after.length);
    assert.match(made, /A new bridge/);
    assert.doesNotMatch(made, /[^\r]\n/);
  });

  it('changes nothing the second time, and what it made itself when the feed has changed', async () => {
    const first = await rendered(`<div>\n  ${related(base + feedPath('json'))}\n</div>`);
    const {code, said} = await run(['page.html']);
    assert.equal(code, 0);
    assert.match(said, /Nothing changes/);
    assert.equal(await read('page.html'), first);
    const next = `/${serial}/next`;
    feeds[next] = feeds[feedPath('json')].replace('A new bridge for the river', 'An old bridge');
    await write('page.html', first.replace(feedPath('json'), next));
    await run(['page.html']);
    assert.equal(
      await read('page.html'),
      first.replace(feedPath('json'), next).replace('A new bridge for the river', 'An old bridge'),
    );
  });

  it('leaves what a builder has written alone, unless it is told to replace it', async () => {
    const own = `<related-news src="${base}${feedPath('json')}"><h2 slot="heading">Mine</h2><a href="/news">All news</a></related-news>`;
    await write('page.html', page(own));
    const {code, said} = await run(['page.html']);
    assert.equal(code, 0);
    assert.match(said, /page\.html:4: <related-news> keeps what stands in it/);
    assert.equal(await read('page.html'), page(own));
    assert.equal(requests.length, 0);
    assert.equal((await run(['page.html'], '--replace')).code, 0);
    const html = await read('page.html');
    assert.match(html, /<h2 slot="heading">Mine<\/h2><!--/);
    assert.doesNotMatch(html, /All news|Latest news/);
    assert.match(html, /A new bridge/);
  });

  it('only says whether a page would change with --check', async () => {
    await write('page.html', page(related(base + feedPath('json'))));
    const {code, said} = await run(['page.html'], '--check');
    assert.equal(code, 1);
    assert.match(said, /page\.html would change/);
    assert.equal(await read('page.html'), page(related(base + feedPath('json'))));
    await run(['page.html']);
    assert.equal((await run(['page.html'], '--check')).code, 0);
  });

  it('asks once for a feed that many pages show, and keeps a page’s mode and links to it', async () => {
    const names = Array.from({length: 12}, (_, n) => `${n}.html`);
    for (const name of names)
      await write(name, page(related(base + feedPath('json')) + related(base + feedPath('rss'))));
    await chmod(path('0.html'), 0o640);
    if (process.platform !== 'win32') await symlink(path('0.html'), path('link.html'));
    assert.equal((await run([...names, ...(process.platform === 'win32' ? [] : ['link.html'])])).code, 0);
    assert.deepEqual(requests.sort(), [feedPath('json'), feedPath('rss')]);
    for (const name of names) assert.match(await read(name), /A new bridge/);
    if (process.platform !== 'win32') assert.equal((await stat(path('0.html'))).mode & 0o777, 0o640);
    assert.ok((await readdir(site)).every((name) => name.endsWith('.html')));
  });

  it('leaves every page as it was when one feed fails, and says which and why', async () => {
    const good = page(related(base + feedPath('json')));
    await write('good.html', good);
    feeds[feedPath('page')] = '<!doctype html><title>Not a feed</title>';
    for (const [src, reason] of [
      [base + feedPath('gone'), /404/],
      [base + feedPath('page'), /web page|no feed|HTML/i],
      ['missing.json', /missing\.json cannot be read/],
    ]) {
      await write('bad.html', page(related(src)));
      const {code, said} = await run(['good.html', 'bad.html']);
      assert.equal(code, 1);
      assert.match(said, /bad\.html:4: <related-news>/);
      assert.match(said, reason);
      assert.equal(await read('good.html'), good);
      assert.equal(await read('bad.html'), page(related(src)));
    }
    await write('bad.html', page(`<news-article src="${base}${feedPath('json')}" item="nowhere"></news-article>`));
    assert.match((await run(['good.html', 'bad.html'])).said, /no item “nowhere”/);
    assert.equal(await read('good.html'), good);
  });

  it('names the host that cannot be reached, why, and what to do', async () => {
    const port = await new Promise((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const {port} = probe.address();
        probe.close(() => resolve(port));
      });
    });
    for (const [src, sentence] of [
      [`http://127.0.0.1:${port}/feed`, `127.0.0.1:${port} refuses the connection (ECONNREFUSED). Is its server up`],
      ['http://nowhere.invalid/feed', 'There is no host nowhere.invalid (E'],
      [base.replace('http:', 'https:'), `${new URL(base).host} does not speak https there (ERR_SSL`],
    ]) {
      await write('page.html', page(related(src)));
      const {code, said} = await run(['page.html']);
      assert.equal(code, 1);
      assert.ok(said.includes(sentence), said);
      assert.doesNotMatch(said, /fetch failed/);
    }
  });

  it('tells all that is wrong at once', async () => {
    await write('bad.html', page(related(base + feedPath('gone')) + related('missing.json')));
    const {code, said} = await run(['bad.html', 'other.html']);
    assert.equal(code, 1);
    assert.match(said, /other\.html cannot be read: ENOENT/);
    const second = await run(['bad.html']);
    assert.match(second.said, /404[^]*missing\.json/);
  });

  it('refuses a page that is not in UTF-8, and an element that has no end or stands where no list can', async () => {
    const bytes = Buffer.from(page(`caf\u00e9 ${related('x')}`), 'latin1');
    await write('page.html', bytes);
    assert.match((await run(['page.html'])).said, /not in UTF-8/);
    assert.deepEqual(await readFile(path('page.html')), bytes);
    const src = base + feedPath('json');
    for (const [body, reason] of [
      [`<related-news src="${src}" />\n<p>The rest</p>`, /no end tag/],
      [`<p>${related(src)}</p>`, /in a <p> perhaps/],
    ]) {
      await write('page.html', page(body));
      const {code, said} = await run(['page.html']);
      assert.equal(code, 1);
      assert.match(said, reason);
      assert.equal(await read('page.html'), page(body));
    }
  });

  it('says that a page has none of our elements, or that one has no src', async () => {
    await write('none.html', page('<p>Words</p><template><related-news src="x"></related-news></template>'));
    await write('empty.html', page('<about-us></about-us>'));
    const {code, said} = await run(['none.html', 'empty.html']);
    assert.equal(code, 0);
    assert.match(said, /none\.html has none of our elements/);
    assert.match(said, /empty\.html:4: <about-us> has no src/);
  });

  it('lets nothing of a hostile feed become markup or a script’s address', async () => {
    feeds[feedPath('hostile')] = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: '</about-us><script>alert(1)</script>',
      home_page_url: 'javascript:alert(1)',
      authors: [{name: '"><img src=x onerror=alert(1)>', url: 'javascript:alert(1)'}],
      items: [{id: '1', url: 'javascript:alert(1)', title: '--><script>alert(1)</script>', summary: '<!-- /news-elements render -->', content_html: '<p>Words<script>alert(1)</script></p><svg onload=alert(1)>', tags: ['<b>'], language: '" onclick="alert(1)'}, {id: '2', url: 'https://evil.example/"onmouseover="alert(1)', title: '&lt;img src=x onerror=alert(1)&gt;'}],
    }); // prettier-ignore
    const src = base + feedPath('hostile');
    const html = await rendered(
      ['news-article', 'related-news', 'instagram-strip', 'about-us']
        .map((tag) => `<${tag} src="${src}"></${tag}>`)
        .join('\n'),
    );
    // What is left when everything that can only be text is taken away.
    const tags = html.match(/<[^>]*>/g).join('\n');
    assert.doesNotMatch(tags, /script|onerror|onclick="|onload|onmouseover="|javascript:|<img|<svg/i);
    assert.match(html, /Words/);
    assert.equal((await run(['page.html'], '--check')).code, 0);
  });

  it('is a command: it explains itself, and shows how far it is', async () => {
    const command = (...args) => promisify(execFile)(process.execPath, [script, ...args]).catch((error) => error);
    assert.match((await command('render', '--help')).stderr, /--replace/);
    assert.match((await command('--help')).stderr, /render[^]*instagram/);
    assert.equal((await command('rendr')).code, 2);
    assert.equal((await command('render')).code, 2);
    const {version} = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    assert.equal((await command('--version')).stdout, `${version}\n`);
    for (const [args, sentence] of [
      [['--wrong', 'x.html'], 'There is no option --wrong.'],
      [['x.html', '--base'], '--base needs a value behind it.'],
      [['x.html', '--check=1'], '--check takes no value.'],
    ]) {
      const {code, stderr} = await command('render', ...args);
      assert.deepEqual([code, stderr], [2, `render: ${sentence} See npx news-elements render --help.\n`]);
    }
    await write('page.html', page(related(base + feedPath('json'))));
    const {stderr} = await command('render', path('page.html'));
    assert.match(stderr, /1 of 1 feeds: http:[^]*page\.html is written/);
    assert.match(await read('page.html'), /A new bridge/);
  });
});
