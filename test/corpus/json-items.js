#!/usr/bin/env node
/**
 * `node test/corpus/json-items.js <folder> [seed]`: every JSON file below the folder, cut into pieces at random bytes, is
 * read as JSON.parse reads it whole; and of those that are feeds, what may be shown of a beginning is what the whole
 * would show. `CUTS=100` cuts each file so often (default 25).
 */
import {deepStrictEqual} from 'node:assert/strict';
import {rmSync} from 'node:fs';
import {mkdtemp, readdir, readFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'vite';
import {seeded} from '../related/measures.js';

const [folder, seed = '1'] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder of JSON files: node test/corpus/json-items.js <folder>');
const CUTS = Number(process.env.CUTS ?? 25);
/** Pieces of one byte take long where there are millions. */
const SMALL = 20_000;
const FAILED = Symbol('no JSON');
/** Items that a list shows. */
const SHOWN = 12;

const {JsonItems, LongJson, parseFeed, parseJson, MAX_ITEMS} = await bundle();
const random = seeded(Number(seed));
const counts = {files: 0, broken: 0, cuts: 0, pieces: 0, bytes: 0, differences: 0, feeds: 0, partial: 0, misled: 0};
for (const name of (await readdir(folder, {recursive: true})).sort()) {
  const bytes = await readFile(join(folder, name)).catch(() => undefined);
  if (bytes && isText(bytes)) await check(name, bytes);
}
console.log(
  `${counts.files} JSON files (${counts.broken} of them broken), ${(counts.bytes / 1e6).toFixed(1)} MB, each cut ${CUTS + 2} ways: ${counts.cuts} readings of ${counts.pieces} pieces; ${counts.differences} differences`,
);
console.log(
  `${counts.feeds} feeds of more than ${SHOWN} items; ${counts.partial} of them may end early; ${counts.misled} would show something else`,
);
if (!counts.files || counts.differences || counts.misled) process.exitCode = 1;

/** Other charsets are decoded whole. */
function isText(bytes) {
  try {
    return /^\s*[[{]/.test(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    return false;
  }
}

async function check(name, bytes) {
  const text = new TextDecoder().decode(bytes).trimStart();
  const whole = attempt(() => limited(parseJson(text)));
  counts.files++;
  counts.bytes += bytes.length;
  if (whole === FAILED) counts.broken++;
  const ways = [
    [bytes],
    ...Array.from({length: CUTS}, () => cut(bytes)),
    bytes.length < SMALL ? single(bytes) : cut(bytes),
  ];
  for (const pieces of ways) {
    counts.cuts++;
    counts.pieces += pieces.length;
    try {
      deepStrictEqual(
        attempt(() => read(pieces)),
        whole,
      );
    } catch {
      counts.differences++;
      console.log(`${name}: another value, in pieces of ${pieces.slice(0, 9).map(({length}) => length)}`);
    }
  }
  if (whole !== FAILED) await checkBeginning(name, text, bytes);
}

function attempt(read) {
  try {
    return read();
  } catch {
    return FAILED;
  }
}

function read(pieces) {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  const items = new JsonItems();
  for (const piece of pieces) for (const list of items.read(decoder.decode(piece, {stream: true}))) list.at(-1);
  return items.whole();
}

/** Lists at the top, or in the top object, end after so many entries. */
function limited(value) {
  const short = (list) => (Array.isArray(list) ? list.slice(0, MAX_ITEMS) : list);
  if (Array.isArray(value)) return short(value);
  for (const [key, entry] of Object.entries(value)) Object.defineProperty(value, key, {value: short(entry)});
  return value;
}

function cut(bytes) {
  const count = Math.ceil(random() ** 3 * Math.min(bytes.length, 400));
  const places = Array.from({length: count}, () => Math.floor(random() * bytes.length)).sort((a, b) => a - b);
  return [0, ...places].map((from, n) => bytes.subarray(from, places[n]));
}

function single(bytes) {
  return Array.from(bytes, (byte) => Uint8Array.of(byte));
}

/** What a page shows of a feed that ended with what it shows, and what it would show of the whole. */
async function checkBeginning(name, text, bytes) {
  const whole = await parseFeed(text).catch(() => undefined);
  if (!whole || whole.items.length <= SHOWN) return;
  counts.feeds++;
  const pieces = [];
  for (let from = 0; from < bytes.length; from += 1000) pieces.push(bytes.subarray(from, from + 1000));
  const reader = new LongJson(undefined, {}, ({items}) => items.length >= SHOWN);
  for (let n = 1; n <= pieces.length; n++) if (await reader.read(pieces.slice(0, n))) break;
  const {value, body} = reader.end() ?? {};
  if (!value?.isPartial) return;
  counts.partial++;
  const shown = (feed) => {
    // `feed_url` stands below the items of one: the address asked is shown for it, or <about-us> waits.
    const {isPartial, items, dropped, nextUrl, feedUrl, ...head} = feed;
    return JSON.stringify({...head, items: items.slice(0, SHOWN)}, null, 1);
  };
  if (process.env.VERBOSE) console.log(`${name}: ${body.length} of ${text.length} characters`);
  if (shown(value) === shown(whole)) return;
  counts.misled++;
  const [a, b] = [shown(value), shown(whole)].map((text) => text.split('\n'));
  const at = a.findIndex((line, n) => line !== b[n]);
  console.log(`${name}: ${a[at]} instead of ${b[at]}`);
}

/** The reader as it stands in the sources. */
async function bundle() {
  const outDir = await mkdtemp(join(tmpdir(), 'json-items-'));
  // Formats are loaded from there when they are met.
  process.on('exit', () => rmSync(outDir, {recursive: true, force: true}));
  const names = ['json-items', 'long-json', 'parse', 'feed'];
  const entry = names.map((name) => join(import.meta.dirname, `../../src/feed/${name}.ts`));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      target: 'node20',
      minify: false,
      lib: {entry, formats: ['es'], fileName: (_, name) => `${name}.mjs`},
    },
  });
  const modules = await Promise.all(names.map((name) => import(pathToFileURL(join(outDir, `${name}.mjs`)).href)));
  return Object.assign({}, ...modules);
}
