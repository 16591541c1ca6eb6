/** From the text of an XML feed to its root element: cut the prolog off, parse, mend what does not parse. */
import {FeedError} from './feed-error.js';
import {decodeEntities} from './plain-text.js';
import {policy} from './trusted-types.js';

export type XmlParser = (text: string) => Document;

/** Declaration, comments, and the DOCTYPE with every entity that it declares. */
const PROLOG = /^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!doctype[^>[]*(?:\[[^]*?\]\s*)?>)*/i;
const FEED_ROOT = /<(?:[\w-]+:)?(?:rss|rdf|feed|entry|channel)(?=[\s/>])/i;

/**
 * The root element of an XML feed.
 *
 * @throws {FeedError} `format` when it is something else or there is no parser, `parse` when it is broken beyond mending
 */
export async function readXml(
  text: string,
  url: string | undefined,
  parse: XmlParser | undefined = platformParser(),
): Promise<Element> {
  const markup = feedMarkup(text);
  if (!markup) throw (await import('./not-a-feed.js')).notAFeed(text, url);
  const address = url ?? 'The feed';
  if (!parse)
    throw new FeedError(
      'format',
      `${address} is XML, and there is no DOMParser here. Pass parseFeed one as its option xmlParser.`,
      {url},
    );
  const root = rootOf(parse, markup);
  if (typeof root !== 'string') return root;
  const {mendXml} = await import('./mend-xml.js');
  const mended = rootOf(parse, mendXml(markup.trim()));
  if (typeof mended !== 'string') return mended;
  throw new FeedError('parse', `${address} is broken XML: ${mended} Validate it where it is made.`, {url});
}

/**
 * The feed in a text, from its root element on, in the lines where it stood; undefined when there is none.
 *
 * Nothing before the root reaches a parser, so that no entity is ever expanded and nothing external asked for; blank
 * lines, a wrong declaration and a server's notices before the feed go the same way.
 */
function feedMarkup(text: string): string | undefined {
  const body = text.replace(PROLOG, '');
  const start = /^<(?:html|head|body)\b/i.test(body) ? -1 : body.search(FEED_ROOT);
  const before = text.slice(0, text.length - body.length + start);
  if (start < 0) return undefined;
  // References to controls, which those who write them mean as HTML does: `&#146;` is an apostrophe.
  const feed = body.slice(start).replace(/&#(?:1[2-5]\d|x[89][\da-f]);/gi, decodeEntities);
  return before.replace(/[^\n]+/g, '') + feed;
}

function platformParser(): XmlParser | undefined {
  if (typeof DOMParser === 'undefined') return undefined;
  return (text) => {
    try {
      return new DOMParser().parseFromString(policy?.createHTML(text) ?? text, 'application/xml');
    } catch (cause) {
      // It throws for nothing else: what is wrong with the XML is told in the document.
      throw new FeedError(
        'blocked',
        "This page's Content-Security-Policy lets no feed in XML be read. Add news-elements to its trusted-types.",
        {cause},
      );
    }
  };
}

/** What browsers put around the error itself: words about a page, the address of ours, the line of the source. */
const AROUND = /This page contains the following errors: ?|Below is a rendering.*|Location: \S+ |(?<=Column \d+):.*/g;

/** The root, or in words what is wrong: browsers report it in the document, others throw. */
function rootOf(parse: XmlParser, markup: string): Element | string {
  try {
    const document = parse(markup);
    const problem = document.getElementsByTagName('parsererror')[0]?.textContent;
    return problem === undefined
      ? document.documentElement
      : problem.replace(/\s+/g, ' ').replace(AROUND, '').trim().slice(0, 200);
  } catch (error) {
    if (error instanceof FeedError) throw error;
    return String(error);
  }
}
