/** What an answer is that is no feed, in a sentence for the one who built the page. */
import {FeedError} from './feed-error.js';
import {decodeEntities} from './plain-text.js';

export function notAFeed(text: string, url: string | undefined): FeedError {
  const address = url ?? 'This';
  const body = text.trimStart();
  const start = body.slice(0, 1000);
  if (!body) return new FeedError('format', `${address} is empty.`, {url});
  if (/^<!doctype html|<html\b|^<(?:head|body)\b/i.test(start))
    return new FeedError('format', `${address} answers with a web page, not a feed.${namedFeed(body, url)}`, {
      url,
    });
  if (body.startsWith('<')) return new FeedError('format', `${address} is XML, but neither RSS nor Atom.`, {url});
  if (/^(?:\)\]\}'|[\w$.]+\s*\(\s*[[{])/.test(start))
    return new FeedError(
      'parse',
      `${address} is JSON within something else (it begins with “${quote(body)}”), as for a script. Ask for plain JSON.`,
      {url},
    );
  return new FeedError(
    'format',
    `${address} is neither JSON nor XML (it begins with “${quote(body)}”), so no feed that can be read.`,
    {url},
  );
}

/** The first characters, without those that no one can see. */
function quote(body: string): string {
  return body
    .slice(0, 20)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
}

/** Best first: JSON Feed before all else (https://www.jsonfeed.org/version/1.1/#discovery-a-name-discovery-a). */
const FEED_TYPES = ['application/feed+json', 'application/rss+xml', 'application/atom+xml', 'application/json'];

/** A page often names its feed: the likeliest mistake is to paste the page's address instead. */
function namedFeed(page: string, base: string | undefined): string {
  const links = [...page.slice(0, 200_000).matchAll(/<link\b[^<>]*>/gi)].flatMap(([tag]) => {
    const [rel = '', type = '', href = ''] = ['rel', 'type', 'href'].map((name) => valueOf(tag, name));
    const rank = FEED_TYPES.indexOf(type.toLowerCase());
    return /\balternate\b/i.test(rel) && rank >= 0 && URL.canParse(href, base) ? {rank, url: new URL(href, base)} : [];
  });
  const [best] = links.sort((a, b) => a.rank - b.rank);
  return best ? ` Its feed seems to be ${best.url.href}.` : '';
}

function valueOf(tag: string, attribute: string): string {
  const match = new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return decodeEntities(match?.slice(1).join('').trim() ?? '');
}
