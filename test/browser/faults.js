/**
 * One route a fault: `/faults/<name>?n=<key>`, or several, one a request, the last for all further ones:
 * `/faults/503,cut,ok?n=<key>`. A key is one test's own; `/log?n=<key>` tells what was asked under it.
 *
 * Query: `items` (how many the feed has), `cors=no` (no CORS header), `every` (milliseconds between bytes), `header`
 * (`Name: value`, repeatable), `to` (where a redirect leads), `delay` (milliseconds before the headers).
 */
import {gzipSync} from 'node:zlib';

/** @typedef {{request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, query: URLSearchParams, entry: object}} Exchange */

/** Stories that have no word in common, so that none is another's duplicate. */
const STORIES = [
  'Council chooses bridge design',
  'Ferry captain retires today',
  'School garden wins prize',
  'Heavy rain floods market',
  'Museum opens clay exhibition',
  'Bakers celebrate wheat harvest',
  'New library welcomes children',
  'Football team reaches final',
  'Old clock tower repaired',
  'Doctors warn about heat',
];

const titleOf = (n) => `${STORIES[n % STORIES.length]} ${n || ''}`.trim();

/** A healthy feed of so many items, in our own words. */
export function feedText(items = 3, title = 'River Post') {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    items: Array.from({length: items}, (_, n) => ({
      id: `story-${n}`,
      url: `/stories/${n}`,
      title: titleOf(n),
      content_text: `${titleOf(n)}.`,
      date_published: new Date(Date.UTC(2024, 1, 1) - n * 3_600_000).toISOString(),
    })),
  });
}

const text = ({query}) => feedText(Number(query.get('items') ?? 3), query.get('title') ?? undefined);
const type = {'content-type': 'application/feed+json'};

function answer({response, query}, status, headers, body) {
  const pause = Number(query.get('delay') ?? 0);
  const send = () => {
    response.writeHead(status, headers);
    response.end(body);
  };
  if (pause) setTimeout(send, pause);
  else send();
}

/** Writes the body bit by bit. */
function drip({response, query}, body, size) {
  response.writeHead(200, type);
  let sent = 0;
  const timer = setInterval(
    () => {
      if (sent >= body.length) response.end();
      else response.write(body.slice(sent, (sent += size)));
    },
    Number(query.get('every') ?? 20),
  );
  response.on('close', () => clearInterval(timer));
}

/** Zeros without end, as fast as they are taken. */
function flood({response, entry}, limit) {
  response.writeHead(200, type);
  const chunk = Buffer.alloc(2 ** 16, ' ');
  const more = () => {
    while ((entry.sent += chunk.length) < limit) if (!response.write(chunk)) return;
    response.end();
  };
  response.on('drain', more);
  more();
}

const utf16 = (text) => Buffer.from(`\ufeff${text}`, 'utf16le');

export const faults = {
  ok: (exchange) => answer(exchange, 200, type, text(exchange)),
  hang: () => undefined,
  /** Answers when `/release` is asked for with its key. */
  held: (exchange) => {
    exchange.entry.release = () => answer(exchange, 200, type, text(exchange));
  },
  trickle: (exchange) => drip(exchange, text(exchange), 1),
  stall: ({response}) => {
    response.writeHead(200, type);
    response.write('{"version": "https://jsonfeed.org/version/1.1", "title": "Half');
  },
  reset: ({request}) => request.socket.destroy(),
  cut: ({request, response}) => {
    response.writeHead(200, {...type, 'content-length': 100});
    response.write('{"version"', () => request.socket.destroy());
  },
  empty: (exchange) => answer(exchange, 200, type, ''),
  none: (exchange) => answer(exchange, 200, type, feedText(0)),
  html: (exchange) =>
    answer(
      exchange,
      200,
      {'content-type': 'text/html'},
      '<!doctype html><title>Log in</title><form><input type=password></form><script>window.captive = true</script>',
    ),
  redirect: (exchange) => answer(exchange, 302, {location: exchange.query.get('to')}, ''),
  loop: (exchange) => answer(exchange, 302, {location: exchange.request.url}, ''),
  /** Revalidates: the same feed while `version` is the same. */
  etag: (exchange) => {
    const isKnown = exchange.request.headers['if-none-match'] === '"1"';
    answer(
      exchange,
      isKnown ? 304 : 200,
      {...type, etag: '"1"', 'cache-control': 'max-age=3600'},
      isKnown ? '' : text(exchange),
    );
  },
  bom: (exchange) => answer(exchange, 200, type, `\ufeff${text(exchange)}`),
  utf16: (exchange) => answer(exchange, 200, type, utf16(feedText(1, 'Größe'))),
  /** Says one charset and sends another. */
  charset: (exchange) =>
    answer(exchange, 200, {'content-type': 'application/json; charset=iso-8859-1'}, feedText(1, 'Größe')),
  latin1: (exchange) =>
    answer(
      exchange,
      200,
      {'content-type': 'application/rss+xml'},
      Buffer.from(
        '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>Größe</title><item><title>Süß</title></item></channel></rss>',
        'latin1',
      ),
    ),
  bytes: (exchange) => answer(exchange, 200, type, Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x01, 0xfe, 0xff, 0x9f, 0x80])),
  bomb: (exchange) =>
    answer(exchange, 200, {...type, 'content-encoding': 'gzip'}, gzipSync(Buffer.alloc(2 ** 24, ' '))),
  flood: (exchange) => flood(exchange, 200 * 2 ** 20),
};

/** A number is a status. */
export function faultOf(name) {
  const status = Number(name);
  return status
    ? (exchange) =>
        answer(exchange, status, {'content-type': 'text/plain'}, status === 204 ? undefined : `Status ${name}`)
    : faults[name];
}
