import {expect} from '@open-wc/testing';
import {FeedError} from '../../src/feed/feed-error.js';
import type {Feed, Item} from '../../src/feed/feed.js';
import {parseFeed, type ParseOptions} from '../../src/feed/parse.js';

/** The address that fixtures are read as if they came from. */
export const FEED_URL = 'https://news.example/feeds/latest';

export async function readFixture(path: string, options: ParseOptions = {}): Promise<Feed> {
  const response = await fetch(`/feeds/${path}`);
  return parseFeed(await response.text(), {url: FEED_URL, ...options});
}

/** A JSON Feed with these items, as text. */
export function jsonFeed(items: unknown[], feed: object = {}): string {
  return JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'Tigris Daily', items, ...feed});
}

export async function readItems(items: unknown[], feed: object = {}): Promise<Item[]> {
  return (await parseFeed(jsonFeed(items, feed), {url: FEED_URL})).items;
}

/** The only item of a JSON Feed with this item. */
export async function readItem(item: object, feed: object = {}): Promise<Item> {
  return only(await readItems([{id: '1', content_text: 'Text', ...item}], feed));
}

/** An RSS feed with these items (markup), as text. */
export function rss(items: string, channel = ''): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Tigris Daily</title><link>https://news.example/</link>${channel}${items}</channel></rss>`;
}

/** The only item of an RSS feed whose item has this within. */
export async function readRssItem(inner: string, options: ParseOptions = {}): Promise<Item> {
  return only((await parseFeed(rss(`<item>${inner}</item>`), {url: FEED_URL, ...options})).items);
}

export function only<Entry>(entries: readonly Entry[]): Entry {
  expect(entries).to.have.length(1);
  return first(entries);
}

export function first<Entry>(entries: readonly Entry[]): Entry {
  const [entry] = entries;
  if (entry === undefined) throw new Error('There is none.');
  return entry;
}

/** The error that reading ends with. */
export async function failure(reading: Promise<unknown>): Promise<FeedError> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw error;
  }
  throw new Error('It was read without an error.');
}
