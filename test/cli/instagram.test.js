/** `npx news-elements instagram` against a server that answers as the Instagram API does. Run with `node --test`. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {buildCommands} from './build.js';

const TOKEN = 'IGsecret/+token';
let folder, script, main, server, api, requests, answers;

/** What the API would say now, by path; each test changes what it is about. */
function ordinary() {
  const cdn = (name) => `${api}/cdn/${name}?oe=5E899C70`;
  return {
    '/refresh_access_token': {access_token: TOKEN, token_type: 'bearer', expires_in: 5183944},
    '/me': {username: 'twocapitals', name: 'Two Capitals', biography: 'Two countries.', profile_picture_url: cdn('me.jpg')},
    '/me/media': {
      data: [
        {id: '3', media_type: 'IMAGE', media_url: cdn('3.jpg'), permalink: 'https://www.instagram.com/p/3/', caption: 'Low water. #jetty', alt_text: 'A jetty', timestamp: '2026-03-03T12:00:00+0000', username: 'twocapitals', secret: TOKEN},
        {id: '2', media_type: 'VIDEO', media_url: cdn('2.mp4'), thumbnail_url: cdn('2.jpg'), permalink: 'https://www.instagram.com/reel/2/'},
        {id: '1', media_type: 'CAROUSEL_ALBUM', media_url: cdn('11.jpg'), permalink: 'https://www.instagram.com/p/1/', children: {data: [{id: '11', media_type: 'IMAGE', media_url: cdn('11.jpg')}, {id: '12', media_type: 'IMAGE', media_url: cdn('12.jpg')}]}},
      ],
      paging: {next: `https://graph.instagram.com/v1/me/media?access_token=${TOKEN}`},
    },
  }; // prettier-ignore
}

function answer(request, response) {
  const {pathname, searchParams} = new URL(request.url, 'http://localhost');
  requests.push({pathname, searchParams});
  const body = answers[pathname];
  if (typeof body === 'function') return body(searchParams, response);
  if (body !== undefined) return response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  if (!pathname.startsWith('/cdn/')) return response.writeHead(404).end();
  response.setHeader('content-type', pathname.endsWith('.mp4') ? 'video/mp4' : 'image/jpeg');
  response.end(`bytes of ${pathname}`);
}

const fails = (status, message) => (_, response) =>
  response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify({error: {message}}));

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'instagram-'));
  const cli = await buildCommands(join(folder, 'cli'));
  script = cli('news-elements');
  ({main} = await import(pathToFileURL(cli('instagram'))));
  server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  api = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  server.close();
  await rm(folder, {recursive: true});
});

beforeEach(async () => {
  requests = [];
  answers = ordinary();
  await rm(join(folder, 'site'), {recursive: true, force: true});
});

const out = () => join(folder, 'site', 'instagram');
const files = async () => (await readdir(out())).sort();
const feed = async () => JSON.parse(await readFile(join(out(), 'instagram.json'), 'utf8'));

async function run(...args) {
  const lines = [];
  const code = await main(['--out', out(), ...args], {
    env: {INSTAGRAM_TOKEN: TOKEN},
    api,
    log: (line) => lines.push(line),
  });
  return {code, said: lines.join('\n')};
}

describe('npx news-elements instagram', () => {
  it('writes a feed with copies of the pictures, named beside it', async () => {
    const {code, said} = await run();
    assert.equal(code, 0, said);
    assert.deepEqual(await files(), ['11.jpg', '12.jpg', '2-still.jpg', '3.jpg', 'instagram.json', 'profile.jpg']);
    assert.equal(await readFile(join(out(), '3.jpg'), 'utf8'), 'bytes of /cdn/3.jpg');
    const {data, biography, profile_picture_url, last_updated} = await feed();
    assert.deepEqual(data[0], {id: '3', media_type: 'IMAGE', media_url: '3.jpg', alt_text: 'A jetty', caption: 'Low water. #jetty', permalink: 'https://www.instagram.com/p/3/', timestamp: '2026-03-03T12:00:00+0000', username: 'twocapitals'}); // prettier-ignore
    assert.deepEqual(data[2].children.data.map((child) => child.media_url), ['11.jpg', '12.jpg']); // prettier-ignore
    assert.deepEqual([biography, profile_picture_url], ['Two countries.', 'profile.jpg']);
    assert.ok(Date.now() - Date.parse(last_updated) < 60_000);
  });

  it('leaves videos to their stills, unless it is asked for them', async () => {
    await run();
    assert.equal((await feed()).data[1].media_url, undefined);
    await run('--videos');
    assert.equal((await feed()).data[1].media_url, '2.mp4');
    assert.ok((await files()).includes('2.mp4'));
  });

  it('writes the token into no file and no message, whatever happens', async () => {
    const said = [(await run()).said];
    answers['/me'] = fails(400, `Bad token ${TOKEN}`);
    said.push((await run()).said);
    answers['/me/media'] = fails(400, `Session ${TOKEN} (${encodeURIComponent(TOKEN)}) has expired`);
    said.push((await run()).said);
    assert.match(said.join('\n'), /has expired/);
    for (const name of await files()) said.push(await readFile(join(out(), name), 'utf8'));
    for (const secret of [TOKEN, encodeURIComponent(TOKEN)]) assert.ok(!said.join('\n').includes(secret));
  });

  it('renews the token first, and goes on with the old one when that is refused', async () => {
    await run();
    assert.equal(requests[0].pathname, '/refresh_access_token');
    assert.equal(requests[0].searchParams.get('grant_type'), 'ig_refresh_token');
    answers['/refresh_access_token'] = fails(400, 'too young');
    const {code, said} = await run();
    assert.equal(code, 0);
    assert.match(said, /not renewed.*too young/);
  });

  it('keeps the renewed token in a file that only its owner can read, and uses it next time', async () => {
    const file = join(folder, 'token');
    answers['/refresh_access_token'] = {access_token: 'renewed'};
    assert.equal((await run('--token-file', file)).code, 0);
    assert.equal(await readFile(file, 'utf8'), 'renewed\n');
    if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o777, 0o600);
    requests = [];
    await run('--token-file', file);
    assert.equal(requests[0].searchParams.get('access_token'), 'renewed');
    await rm(file);
  });

  it('says that a new token is lost without such a file, and refuses one that would be published', async () => {
    answers['/refresh_access_token'] = {access_token: 'renewed'};
    assert.match((await run()).said, /lost without --token-file/);
    const {code, said} = await run('--token-file', join(out(), 'token'));
    assert.equal(code, 2);
    assert.match(said, /whole world/);
  });

  it('asks again without alt_text where the API does not know it', async () => {
    const media = answers['/me/media'];
    answers['/me/media'] = (parameters, response) =>
      parameters.get('fields').includes('alt_text')
        ? fails(400, 'nonexisting field (alt_text)')(parameters, response)
        : response.end(JSON.stringify(media));
    assert.equal((await run()).code, 0);
    assert.equal((await feed()).data.length, 3);
  });

  it('leaves the feed and its pictures as they were when the API fails', async () => {
    await run();
    const was = [await files(), await feed()];
    answers['/me/media'] = fails(401, 'Session has expired');
    const {code, said} = await run();
    assert.equal(code, 1);
    assert.match(said, /401.*Session has expired/);
    assert.deepEqual([await files(), await feed()], was);
  });

  it('copies a picture once, and removes those of posts that are gone, but no file of another', async () => {
    await run();
    await writeFile(join(out(), '99.jpg'), 'mine');
    requests = [];
    answers['/me/media'].data.shift();
    await run();
    assert.deepEqual(requests.filter(({pathname}) => pathname.startsWith('/cdn/')).map(({pathname}) => pathname), ['/cdn/me.jpg']); // prettier-ignore
    assert.deepEqual(await files(), ['11.jpg', '12.jpg', '2-still.jpg', '99.jpg', 'instagram.json', 'profile.jpg']);
  });

  it('leaves out a picture that cannot be copied, or is none, and keeps the post', async () => {
    answers['/cdn/3.jpg'] = (_, response) => response.writeHead(403).end();
    answers['/cdn/11.jpg'] = (_, response) =>
      response.setHeader('content-type', 'text/html').end('<h1>URL signature expired</h1>');
    const {code, said} = await run();
    assert.equal(code, 0);
    assert.match(said, /3 was left out: .*403/);
    const {data} = await feed();
    assert.deepEqual([data[0].media_url, data[0].caption], [undefined, 'Low water. #jetty']);
    assert.ok(!(await files()).includes('11.jpg'));
  });

  it('lets no id of the API choose a file', async () => {
    answers['/me/media'].data = [
      {
        id: '../../evil',
        media_type: 'IMAGE',
        media_url: `${api}/cdn/x.jpg`,
        permalink: 'https://www.instagram.com/p/1/',
      },
    ];
    await run();
    assert.deepEqual(await readdir(join(folder, 'site')), ['instagram']);
    assert.deepEqual(await files(), ['instagram.json', 'profile.jpg']);
  });

  it('asks for as many posts as it is told, and for no number that makes no sense', async () => {
    await run('--limit', '2');
    assert.equal(requests.find(({pathname}) => pathname === '/me/media').searchParams.get('limit'), '2');
    assert.equal((await feed()).data.length, 2);
    for (const limit of ['0', '101', 'x']) assert.equal((await run('--limit', limit)).code, 2);
  });

  it('is a command: it explains itself, and says what is missing', async () => {
    const command = (...args) =>
      promisify(execFile)(process.execPath, [script, ...args], {env: {...process.env, INSTAGRAM_TOKEN: ''}}).catch(
        (error) => error,
      );
    assert.match((await command('instagram', '--help')).stderr, /--out <folder>/);
    const missing = await command('instagram', '--out', out());
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /INSTAGRAM_TOKEN/);
    assert.equal((await command('instagram')).code, 2);
    for (const [args, sentence] of [
      [['--wrong'], 'There is no option --wrong.'],
      [['folder'], '“folder” belongs to no option.'],
    ]) {
      const {code, stderr} = await command('instagram', ...args);
      assert.deepEqual([code, stderr], [2, `instagram: ${sentence} See npx news-elements instagram --help.\n`]);
    }
  });
});
