import {decodeBody} from './decode.js';
import {parsed, type Feed} from './feed.js';
import type {FeedDocument} from './formats/format.js';
import {jsonFeed} from './formats/json-feed.js';

export interface ParseOptions {
  /** The address that answered: relative addresses in the feed resolve against it. */
  url?: string | undefined;
  /** The answer's `Content-Type`. A wrong one is no obstacle; its charset counts where the bytes do not tell. */
  contentType?: string | undefined;
  /** Forces a format by its name instead of detecting it. */
  format?: string | undefined;
  /** Makes a DOM of XML where there is no `DOMParser`, as in Node: `(text) => new SomeParser().parse(text)`. */
  xmlParser?: ((text: string) => Document) | undefined;
}

/**
 * Detects the format of a feed and reads it.
 *
 * @param body the feed's text, or its bytes, which are decoded by their own marks, the header or the XML declaration
 * @throws {FeedError} `format` when it is no feed that we know, `parse` when it is a broken one
 */
export async function parseFeed(body: string | Uint8Array, options: ParseOptions = {}): Promise<Feed> {
  const text = typeof body === 'string' ? body : await decodeBody(body, options.contentType);
  return parseDocument(await readDocument(text, options), options);
}

/** As {@link parseFeed}, for what a page holds already: a feed, a feed's text, or its JSON as a value. */
export async function toFeed(value: unknown, options: ParseOptions = {}): Promise<Feed> {
  if (isFeed(value)) return value;
  return typeof value === 'string' ? parseFeed(value, options) : parseDocument({kind: 'json', value}, options);
}

export function isFeed(value: unknown): value is Feed {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, parsed);
}

/** JSON Feed is at hand; the other formats, and telling them apart, are loaded when they are met. */
async function parseDocument(document: FeedDocument, {url, format: name}: ParseOptions): Promise<Feed> {
  const isJsonFeed = name ? name === jsonFeed.name : jsonFeed.detect(document);
  const format = isJsonFeed ? jsonFeed : (await loadFormats())(document, name, url);
  return format.parse(document, {url});
}

// Each export by its name, or the bundler would keep an object of all that a module exports.
async function loadFormats() {
  return (await import('./formats/index.js')).formatOf;
}

async function loadXml() {
  return (await import('./xml-formats.js')).readXml;
}

/** What begins like JSON is read here; all else, and all that is wrong with it, is rarer and loaded when it is met. */
async function readDocument(text: string, {url, xmlParser}: ParseOptions): Promise<FeedDocument> {
  const body = text.trimStart();
  if (!/^[[{]/.test(body)) {
    // Which of its formats it is will be asked next.
    const [readXml] = await Promise.all([loadXml(), loadFormats()]);
    return {kind: 'xml', root: await readXml(body, url, xmlParser)};
  }
  try {
    return {kind: 'json', value: parseJson(body)};
  } catch {
    const {readBrokenJson} = await import('./broken-json.js');
    return {kind: 'json', value: readBrokenJson(text, url)};
  }
}

/** Ids of more digits than a number keeps become strings: two of them would be read as one. */
export function parseJson(json: string): unknown {
  return JSON.parse(json.replace(/("id"\s*:\s*)(\d{16,})(?=[\s,}])/g, '$1"$2"'));
}
