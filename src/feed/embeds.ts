/**
 * Recognises what a story embeds from other sites. Host and path must match exactly, and all that goes on into the frame
 * is an id of the expected shape: the frame's address is built anew from it.
 */
import {asWritten} from './inert-html.js';
import type {Provider} from './providers.js';

export interface Embed {
  provider: Provider;
  /** What a frame shows, once the reader has agreed. */
  frameUrl: string;
  /** The provider's page, for a plain link. */
  pageUrl: string;
  /** With a width only the ratio counts; without one the frame is as wide as its place and `height` CSS pixels high. */
  width?: number | undefined;
  height: number;
  /** What the feed calls it: plain text. */
  title?: string | undefined;
}

const YOUTUBE = 'www.youtube.com youtube.com m.youtube.com www.youtube-nocookie.com youtube-nocookie.com';
const X = 'twitter.com www.twitter.com mobile.twitter.com x.com www.x.com';
const INSTAGRAM = 'www.instagram.com instagram.com';
const TIKTOK = 'www.tiktok.com tiktok.com m.tiktok.com';
const FACEBOOK = 'www.facebook.com facebook.com m.facebook.com web.facebook.com';
// Anyone can run such a server and so choose the host: only large, moderated ones are listed.
const MASTODON =
  'mastodon.social mastodon.online mastodon.world mas.to mstdn.social mstdn.jp fosstodon.org hachyderm.io infosec.exchange journa.host newsie.social social.network.europa.eu troet.cafe chaos.social';

const WIDE = [16, 9] as const;
const TALL = [9, 16] as const;
const TWEET = 'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=$1';
const TWEET_PAGE = 'https://x.com/i/status/$1';

/**
 * Forms of address, from the providers' own embed codes: hosts; what follows the host, query decoded; the frame and the
 * page, where `$1` is the first group and `$0` the host; ratio, or height in CSS pixels. The first that matches counts.
 */
const SITES: [Provider, string, RegExp, string, string, readonly [number, number] | number][] = [
  ['youtube', YOUTUBE, /^\/(?:embed|v|live)\/([\w-]{11})(?![^?&])/, 'https://www.youtube-nocookie.com/embed/$1', 'https://www.youtube.com/watch?v=$1', WIDE],
  ['youtube', YOUTUBE, /^\/watch\?(?:.*&)?v=([\w-]{11})(?![^&])/, 'https://www.youtube-nocookie.com/embed/$1', 'https://www.youtube.com/watch?v=$1', WIDE],
  ['youtube', YOUTUBE, /^\/shorts\/([\w-]{11})(?![^?])/, 'https://www.youtube-nocookie.com/embed/$1', 'https://www.youtube.com/shorts/$1', TALL],
  ['youtube', 'youtu.be', /^\/([\w-]{11})(?![^?])/, 'https://www.youtube-nocookie.com/embed/$1', 'https://www.youtube.com/watch?v=$1', WIDE],
  // An unlisted video plays only with its hash.
  ['vimeo', 'player.vimeo.com vimeo.com www.vimeo.com', /^\/(?:video\/)?(\d+)(?:\/|\?(?:.*&)?h=)(\w+)(?![^?&])/, 'https://player.vimeo.com/video/$1?dnt=1&h=$2', 'https://vimeo.com/$1/$2', WIDE],
  ['vimeo', 'player.vimeo.com vimeo.com www.vimeo.com', /^\/(?:video\/)?(\d+)(?![^?])/, 'https://player.vimeo.com/video/$1?dnt=1', 'https://vimeo.com/$1', WIDE],
  ['x', X, /^\/(?:\w+|i\/web)\/status(?:es)?\/(\d+)(?![^?])/, TWEET, TWEET_PAGE, 550],
  ['x', 'platform.twitter.com', /^\/embed\/(?:Tweet|index)\.html\?(?:.*&)?id=(\d+)(?![^&])/, TWEET, TWEET_PAGE, 550],
  ['instagram', INSTAGRAM, /^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)(?:\/embed(?:\/captioned)?)?(?![^?])/, 'https://www.instagram.com/$1/$2/embed/captioned/', 'https://www.instagram.com/$1/$2/', 700],
  ['tiktok', TIKTOK, /^\/@([\w.]+)\/video\/(\d+)(?![^?])/, 'https://www.tiktok.com/player/v1/$2', 'https://www.tiktok.com/@$1/video/$2', TALL],
  ['tiktok', TIKTOK, /^\/(?:embed(?:\/v[23])?|player\/v1)\/(\d+)(?![^?])/, 'https://www.tiktok.com/player/v1/$1', 'https://www.tiktok.com/@/video/$1', TALL],
  ['facebook', FACEBOOK, /^\/((?:[\w.-]+\/videos|reel)\/[\w./-]+)(?![^?])/, 'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2F$1', 'https://www.facebook.com/$1', WIDE],
  ['facebook', FACEBOOK, /^\/watch\?(?:.*&)?v=(\d+)(?![^&])/, 'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D$1', 'https://www.facebook.com/watch/?v=$1', WIDE],
  ['facebook', FACEBOOK, /^\/([\w.-]+\/(?:posts|photos)\/[\w./-]+)(?![^?])/, 'https://www.facebook.com/plugins/post.php?show_text=true&href=https%3A%2F%2Fwww.facebook.com%2F$1', 'https://www.facebook.com/$1', 600],
  ['spotify', 'open.spotify.com', /^\/(?:embed\/|intl-\w+\/)?(track|episode)\/(\w{22})(?![^?])/, 'https://open.spotify.com/embed/$1/$2', 'https://open.spotify.com/$1/$2', 152],
  ['spotify', 'open.spotify.com', /^\/(?:embed\/|intl-\w+\/)?(album|artist|playlist|show)\/(\w{22})(?![^?])/, 'https://open.spotify.com/embed/$1/$2', 'https://open.spotify.com/$1/$2', 352],
  ['soundcloud', 'w.soundcloud.com', /^\/player\?(?:.*&)?url=https?:\/\/((?:api\.)?soundcloud\.com\/[\w:/-]+)(?![^?&])/, 'https://w.soundcloud.com/player/?url=https%3A%2F%2F$1', 'https://w.soundcloud.com/player/?url=https%3A%2F%2F$1', 166],
  ['soundcloud', 'soundcloud.com www.soundcloud.com m.soundcloud.com', /^\/([\w-]+\/(?:sets\/)?[\w-]+)(?![^?])/, 'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2F$1', 'https://soundcloud.com/$1', 166],
  ['datawrapper', 'datawrapper.dwcdn.net', /^\/(\w{5})(?:\/(\d+))?(?:\/index\.html)?(?![^?])/, 'https://datawrapper.dwcdn.net/$1/$2', 'https://datawrapper.dwcdn.net/$1/$2', 400],
  ['bluesky', 'embed.bsky.app', /^\/embed\/(did:[\w.:-]+)\/app\.bsky\.feed\.post\/(\w+)(?![^?])/, 'https://embed.bsky.app/embed/$1/app.bsky.feed.post/$2', 'https://bsky.app/profile/$1/post/$2', 500],
  ['bluesky', 'bsky.app', /^\/profile\/(did:[\w.:-]+)\/post\/(\w+)(?![^?])/, 'https://embed.bsky.app/embed/$1/app.bsky.feed.post/$2', 'https://bsky.app/profile/$1/post/$2', 500],
  ['mastodon', MASTODON, /^\/@([\w.]+(?:@[\w.-]+)?)\/(\d+)(?:\/embed)?(?![^?])/, 'https://$0/@$1/$2/embed', 'https://$0/@$1/$2', 450],
]; // prettier-ignore

/** Where the providers' codes keep an address; a loader of lazy frames moves it to `data-…`. */
const FRAME_ADDRESS = ['src', 'data-src', 'data-lazy-src', 'data'];
const QUOTE_ADDRESS = ['cite', 'data-instgrm-permalink', 'data-bluesky-uri', 'data-embed-url', 'data-href'];
const QUOTE =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-(?:post|video))(?:\s|$)/;

/**
 * What a frame (`iframe`, `embed`, `object`) of a feed shows, when it is an embed of a known provider. A look-alike host,
 * user information, a port or `srcdoc` make it none.
 */
export function frameEmbed(frame: Element): Embed | undefined {
  const address = !frame.hasAttribute('srcdoc') && attribute(frame, FRAME_ADDRESS);
  const embed = address && embedOf(address);
  if (!embed) return undefined;
  const [width, height] = [pixels(frame, 'width'), pixels(frame, 'height')];
  const size = embed.width === undefined ? height && {height} : width && height && {width, height};
  return {...embed, ...size, title: asWritten(frame.getAttribute('title') ?? '') || undefined};
}

/** The post that a quotation of a feed stands for: a block that a provider's script would turn into a frame. */
export function quoteEmbed(quote: Element): Embed | undefined {
  if (!QUOTE.test(quote.getAttribute('class') ?? '')) return undefined;
  const address = attribute(quote, QUOTE_ADDRESS) ?? [...quote.querySelectorAll('a')].at(-1)?.getAttribute('href');
  return embedOf(address ?? '');
}

/** An address is read as text, not by the URL parser, so that nothing which the parser would mend can pass for a host. */
export function embedOf(address: string): Embed | undefined {
  const [, host = '', path = '', query = ''] =
    /^(?:https?:)?\/\/([a-z\d.-]+)(\/[\w.:@/-]*?)\/?(\?[^#]*)?(?:#.*)?$/i.exec(
      address
        .trim()
        .slice(0, 2000)
        .replace(/^at:\//, 'https://embed.bsky.app/embed'),
    ) ?? [];
  const rest = path + decoded(query);
  // Facebook's frames name the page that they show.
  const page =
    FACEBOOK.includes(host) && /^(?:\/v[\d.]+)?\/plugins\/(?:post|video)\.php\?(?:.*&)?href=([^&]+)/.exec(rest);
  if (page) return embedOf(page[1] ?? '');
  for (const [provider, hosts, pattern, frame, link, shape] of SITES) {
    const groups = hosts.split(' ').includes(host.toLowerCase()) && pattern.exec(rest);
    if (!groups) continue;
    const fill = (template: string) =>
      template.replace(/\$(\d)/g, (_, n: string) => (n === '0' ? host.toLowerCase() : (groups[Number(n)] ?? '')));
    const [width, height] = typeof shape === 'number' ? [undefined, shape] : shape;
    return {provider, frameUrl: fill(frame), pageUrl: fill(link), width, height};
  }
  return undefined;
}

function attribute(element: Element, names: string[]): string | undefined {
  return names.map((name) => element.getAttribute(name)).find((value) => value?.trim()) ?? undefined;
}

/** Between what a reader can see and what a page can bear. */
function pixels(element: Element, name: string): number | undefined {
  const value = Number(/^\s*(\d+)(?:px)?\s*$/.exec(element.getAttribute(name) ?? '')?.[1]);
  return value >= 50 && value <= 4000 ? value : undefined;
}

function decoded(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return '';
  }
}
