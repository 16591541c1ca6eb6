/** What other parsers' test feeds expect, as `{item, field, value}`; `item` is the entry's place, absent for the feed. */
import {readFile} from 'node:fs/promises';

export async function expectationsOf(path) {
  if (/gofeed/.test(path) && path.endsWith('.xml')) return gofeed(await json(path.replace(/\.xml$/, '.json')));
  if (/gofeed/.test(path) && /translator__json__(?!.*_expected)/.test(path))
    return gofeed(await json(path.replace('.json', '_expected.json')));
  if (/feedparser/.test(path)) return feedparser((await readFile(path)).toString('latin1'));
  return [];
}

async function json(path) {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** Its universal feeds and those of its RSS and Atom parsers, which keep the names of the format. */
function gofeed(feed) {
  if (!feed || typeof feed !== 'object') return [];
  return [
    ...fieldsOf(feed, undefined),
    ...(feed.items ?? feed.entries ?? []).flatMap((item, index) => fieldsOf(item ?? {}, index)),
  ];
}

function fieldsOf(owner, item) {
  const author = owner.author ?? owner.authors?.[0];
  const link = owner.link ?? owner.links?.find?.(({rel, href}) => href && (!rel || rel === 'alternate'))?.href;
  const found = {
    title: owner.title,
    link,
    summary: owner.description ?? owner.summary ?? owner.subtitle,
    author: typeof author === 'string' ? nameIn(author) : author?.name || author?.email,
    ...(item === undefined
      ? {}
      : {
          id: owner.guid?.value ?? owner.guid ?? owner.id,
          date: owner.publishedParsed ?? owner.pubDateParsed ?? owner.updatedParsed,
        }),
  };
  return Object.entries(found).flatMap(([field, value]) =>
    typeof value === 'string' && value ? {item, field, value} : [],
  );
}

/** Our authors have no mail address beside their name. */
function nameIn(author) {
  const [, mail, name] = /^(\S+@\S+)?\s*([^]*)$/.exec(author) ?? [];
  return (mail ? name.replace(/^\(|\)$/g, '') : author.replace(/\s*\([^)]*@[^)]*\)$/, '')) || author;
}

const FIELDS = {
  title: 'title',
  link: 'link',
  description: 'summary',
  summary: 'summary',
  subtitle: 'summary',
  tagline: 'summary',
  id: 'id',
  guid: 'id',
  author: 'author',
};
const DETAILS = {
  title_detail: 'title',
  summary_detail: 'summary',
  subtitle_detail: 'summary',
  tagline_detail: 'summary',
};

/** The comment on top of each: `Expect: not bozo and entries[0]['title'] == 'A title' and …`, a Python expression. */
function feedparser(text) {
  const expression = /Expect:\s*([^]*?)\s*-->/.exec(text)?.[1] ?? '';
  return [
    ...expression.matchAll(
      /(feed|entries\[0\])\['(\w+)'\](?:\['(\w+)'\])? == (u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|\((?:\d+,? ?)+\))/g,
    ),
  ].flatMap(([, owner, name, detail, literal]) => {
    const item = owner === 'feed' ? undefined : 0;
    const isDate = /^(published|updated|date|issued|modified|created)_parsed$/.test(name) && item === 0;
    const field = isDate
      ? 'date'
      : detail === 'value'
        ? DETAILS[name]
        : name === 'author_detail' && detail === 'name'
          ? 'author'
          : detail
            ? undefined
            : FIELDS[name];
    if (!field || (item === undefined && field === 'id')) return [];
    const string = isDate ? dateOf(literal) : pythonString(literal);
    const value = field === 'author' ? nameIn(string) : string;
    return value ? {item, field, value} : [];
  });
}

/** Python's time tuple: year, month, day, hour, minute, second, … */
function dateOf(tuple) {
  const [year, month, day, hour, minute, second] = tuple.match(/\d+/g).map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString();
}

function pythonString(literal) {
  const body = literal.replace(/^u?['"]|['"]$/g, '');
  return body.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, unicode, byte, character) =>
    unicode || byte
      ? String.fromCharCode(parseInt(unicode ?? byte, 16))
      : ({n: '\n', t: '\t', r: '\r'}[character] ?? character),
  );
}
