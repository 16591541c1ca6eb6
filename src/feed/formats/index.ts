import {FeedError} from '../feed-error.js';
import type {Feed} from '../feed.js';
import {field, list} from '../fields.js';
import type {FeedDocument, Format, ParseContext} from './format.js';
import {jsonFeed} from './json-feed.js';

/** Every format that is known, strictest first. Each is loaded when it is met. */
export const formats: readonly Format[] = [
  jsonFeed,
  json('wordpress', isWordPress, async () => (await import('./wordpress.js')).parseWordPress),
  json('wikimedia', isOnThisDay, async () => (await import('./wikimedia.js')).parseOnThisDay),
  json('instagram', isInstagram, async () => (await import('./instagram.js')).parseInstagram),
  json('behold', isBehold, async () => (await import('./behold.js')).parseBehold),
  json('mastodon', isMastodon, async () => (await import('./mastodon.js')).parseMastodon),
  json('schema-org', isSchemaOrg, async () => (await import('./schema-org.js')).parseSchemaOrg),
  xml('atom', /^(?:feed|entry)$/i, async () => (await import('../xml-formats.js')).parseAtom),
  xml('rss', /./, async () => (await import('../xml-formats.js')).parseRss),
];

/**
 * The format with this name, else the first whose shape the document has.
 *
 * @throws {FeedError} `format` when there is none
 */
export function formatOf(document: FeedDocument, name: string | undefined, url: string | undefined): Format {
  const format = formats.find((format) => (name ? format.name === name : format.detect(document)));
  if (format) return format;
  const known = formats.map(({name}) => name).join(', ');
  throw new FeedError(
    'format',
    name
      ? `There is no format called “${name}”. Known are: ${known}.`
      : document.kind === 'json' && field(document.value, 'dropped') !== undefined
        ? 'This is a copy of a Feed, without its bodies. Hand in the Feed itself, or the JSON that it was made of.'
        : `${url ?? 'This'} is JSON, but no feed in a format that is known here (${known}).`,
    {url},
  );
}

type Parse<Source> = (source: Source, context: ParseContext) => Feed;

function json(name: string, detect: (value: unknown) => boolean, load: () => Promise<Parse<unknown>>): Format {
  return {
    name,
    detect: (document) => document.kind === 'json' && detect(document.value),
    parse: async (document, context) =>
      (await load())(document.kind === 'json' ? document.value : refuse(name, 'JSON', context), context),
  };
}

function xml(name: string, root: RegExp, load: () => Promise<Parse<Element>>): Format {
  return {
    name,
    detect: (document) => document.kind === 'xml' && root.test(document.root.localName),
    parse: async (document, context) =>
      (await load())(document.kind === 'xml' ? document.root : refuse(name, 'XML', context), context),
  };
}

function refuse(name: string, kind: string, {url}: ParseContext): never {
  throw new FeedError('format', `${name} is ${kind}, and ${url ?? 'this feed'} is not.`, {url});
}

/** An empty list is what WordPress answers where nothing has been published yet. */
function isWordPress(value: unknown): boolean {
  const post = firstEntry(value);
  return (
    ['title', 'content', 'excerpt'].some((name) => field(field(post, name), 'rendered') !== undefined) ||
    (Array.isArray(value) && !value.length)
  );
}

function isOnThisDay(value: unknown): boolean {
  const entry = firstEntry(value, 'selected', 'events', 'births', 'deaths', 'holidays', 'onthisday');
  return Array.isArray(field(entry, 'pages')) && field(entry, 'text') !== undefined;
}

function isInstagram(value: unknown): boolean {
  const isMedia = (entry: unknown) => typeof field(entry, 'media_type') === 'string';
  return isMedia(firstEntry(value, 'data', 'media')) || Object.values(value ?? {}).some(isMedia);
}

function isBehold(value: unknown): boolean {
  return typeof field(firstEntry(value, 'posts'), 'mediaType') === 'string';
}

function isMastodon(value: unknown): boolean {
  return field(field(firstEntry(value), 'account'), 'acct') !== undefined;
}

function isSchemaOrg(value: unknown): boolean {
  return field(firstEntry(value, '@graph'), '@type') !== undefined;
}

/** The first entry of a list, or of the lists with these names; an object without such a list is the only entry. */
function firstEntry(value: unknown, ...names: string[]): unknown {
  const entries = Array.isArray(value) ? value : names.flatMap((name) => list(field(value, name)));
  return entries.find((entry) => typeof entry === 'object' && entry) ?? value;
}
