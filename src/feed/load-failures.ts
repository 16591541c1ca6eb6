/** What is wrong with a request, and what to do: in words for the builder, loaded when a request has failed. */
import type {FeedError} from './feed-error.js';
import {limits} from './limits.js';
import {isOnline} from './retry.js';

export function sentenceFor({code, url = '', status, isTransient}: FeedError): string {
  switch (code) {
    case 'http':
      return `${url} answers with the error ${status}. ${reasonOf(status ?? 0, isTransient)}`;
    case 'timeout':
      return `${url} took too long. Is its server overloaded, or the feed very large?`;
    case 'too-large':
      return `${url} has more than ${limits.maxBytes / 2 ** 20} MiB. Put fewer items into the feed.`;
    case 'format':
      return `${url} answers with nothing (status ${status}).`;
    case 'blocked':
      return status
        ? `${url} redirects to an address without https, which is not followed.`
        : `This page's Content-Security-Policy forbids ${url}. Add ${new URL(url).origin} to its connect-src.`;
    default:
      return unreachable(url);
  }
}

function unreachable(url: string): string {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (!target || !/^https?:$/.test(target.protocol))
    return `“${url}” is not an address that a feed can have. It must begin with https:// or be relative to the page.`;
  if (!isOnline()) return `The browser is offline. ${url} is loaded when it is online.`;
  const page = typeof origin === 'undefined' ? target.origin : origin;
  const advice =
    page.startsWith('https:') && target.protocol === 'http:'
      ? 'This page has https, so its feed must have https too.'
      : page !== target.origin
        ? `If it opens in a browser tab, its server does not let other sites read it (CORS): it must send the header “Access-Control-Allow-Origin: ${page}” (or *).`
        : 'Is the address right, and its server up?';
  return `${url} cannot be reached. ${advice}`;
}

function reasonOf(status: number, isTransient: boolean): string {
  switch (status) {
    case 401:
    case 403:
      return 'It wants a permission: an access token in it may have expired, or the feed is not public.';
    case 404:
    case 410:
      return 'Nothing is there: is the address right?';
    default:
      return isTransient ? 'Its server has a problem.' : 'Its server refuses the request.';
  }
}
