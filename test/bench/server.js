/** Serves the pages as a CDN would, compressed at its best, and counts what is asked for and sent. */
import {createServer} from 'node:http';
import {blueskyFeed, instagramMedia, jsonFeed, mastodonStatuses, newsItems, rss} from './feeds.js';
import {brotli} from './sizes.js';

const TYPES = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/feed+json',
  api: 'application/json',
  xml: 'application/rss+xml',
  html: 'text/html',
  jpg: 'image/jpeg',
};

/**
 * @param {Map<string, Buffer>} files path → content
 * @param {Buffer} photo stands for every picture
 */
export async function startServer(files, photo) {
  const compressed = new Map();
  let page = '';
  let log = [];

  function compress(key, bytes) {
    // A megabyte at level 11 takes seconds, and nothing here depends on a feed's last percent.
    const known = compressed.get(key) ?? brotli(bytes, bytes.length > 200_000 ? 5 : 11);
    compressed.set(key, known);
    return known;
  }

  const server = createServer((request, response) => {
    const {pathname, searchParams, search} = new URL(request.url, 'http://localhost');
    const origin = `http://${request.headers.host}`;
    const send = (type, bytes, key = pathname) => {
      const body = type === 'jpg' || type === 'html' ? bytes : compress(key, bytes);
      log.push({path: pathname, raw: bytes.length, sent: body.length});
      response.writeHead(200, {
        'content-type': `${TYPES[type]}; charset=utf-8`,
        'content-length': body.length,
        'access-control-allow-origin': '*',
        'cache-control': 'no-cache',
        ...(body !== bytes && {'content-encoding': 'br'}),
      });
      response.end(body);
    };
    const limit = Number(searchParams.get('limit') ?? 0);
    if (pathname === '/') return send('html', Buffer.from(page));
    if (pathname.endsWith('.jpg')) return send('jpg', photo);
    const feed = feedOf(pathname, limit);
    if (feed) return send(feed.type, Buffer.from(feed.text()), pathname + search);
    const file = files.get(pathname);
    if (!file) {
      log.push({path: pathname, raw: 0, sent: 0, missing: true});
      return response.writeHead(404).end();
    }
    // The one peer that asks a fixed host asks this one instead.
    const bytes = pathname.startsWith('/bsky-embed/')
      ? Buffer.from(file.toString().replaceAll('https://api.bsky.app', origin))
      : file;
    send(pathname.split('.').at(-1), bytes);
  });
  await new Promise((resolve) => server.listen(0, resolve));
  const {port} = server.address();
  return {
    url: `http://127.0.0.1:${port}/`,
    /** The page that `/` is from now on; what was counted begins anew. */
    serve(html) {
      page = html;
      log = [];
    },
    requests: () => log.filter(({path}) => path !== '/'),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const texts = new Map();

/** `/feed-100.json`, `/feed-100-bodies.xml`, and the addresses that Mastodon's and Bluesky's clients ask for. */
function feedOf(path, limit) {
  const [, count, what = '', type] = /^\/feed-(\d+)(-bodies|-pictures)?\.(json|xml)$/.exec(path) ?? [];
  const items = (n, what) => newsItems(n, {bodies: what === '-bodies', pictures: what === '-pictures'});
  const make = (key, type, text) => ({
    type,
    text: () => texts.get(key) ?? texts.set(key, text()).get(key),
  });
  if (count) return make(path, type, () => (type === 'xml' ? rss : jsonFeed)(items(Number(count), what)));
  const status = /^\/api\/v1\/accounts\/1(-bodies)?\/statuses$/.exec(path);
  if (status) return make(`${path} ${limit}`, 'api', () => mastodonStatuses(items(limit, status[1])));
  if (path.startsWith('/api/')) return make(path, 'api', () => '[]');
  if (path === '/xrpc/app.bsky.feed.getAuthorFeed')
    return make(`${path} ${limit}`, 'api', () => blueskyFeed(items(limit)));
  if (path === '/instagram.json') return make(path, 'json', () => instagramMedia(items(12, '-pictures')));
  return undefined;
}
