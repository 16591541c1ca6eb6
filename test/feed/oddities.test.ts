import {expect} from '@open-wc/testing';
import {selectArticle} from '../../src/elements/news-article/select.js';
import {wantedBy} from '../../src/elements/related-news/newest.js';
import {isBlank, MAX_ITEMS} from '../../src/feed/feed.js';
import {parseFeed} from '../../src/feed/parse.js';
import {itemSummary, itemText} from '../../src/feed/plain-text.js';
import {FEED_URL, failure, first, jsonFeed, only, readItem, readItems, readRssItem, rss} from './read-fixture.js';

const VERSION = '"version": "https://jsonfeed.org/version/1.1", "title": "T"';

/** What real feeds have that no specification allows, and what a reader of them wants. */
describe('oddities of real JSON feeds', () => {
  it('an object printed by another language makes the JSON broken: refused, with the place', async () => {
    const error = await failure(
      parseFeed(`{${VERSION},\n "items": [\n  {"id": "1", "author": "{"name"=>nil}"}\n]}`, {url: FEED_URL}),
    );
    expect(error.code).to.equal('parse');
    expect(error.message).to.contain('line 3, column 28');
  });

  it('a Windows path is an illegal escape: read, and no link', async () => {
    const feed = await parseFeed(
      String.raw`{${VERSION}, "home_page_url": "file:///C:\Users\ann\out\", "items": [{"id": "1", "url": "file:///C:\Users\x.html", "title": "Read"}]}`.replace(
        String.raw`out\"`,
        'out"',
      ),
    );
    expect(feed.homePageUrl).to.be.undefined;
    expect(only(feed.items)).to.deep.include({title: 'Read', url: undefined});
  });

  it('raw control characters and a raw line separator in a string: read', async () => {
    const feed = await parseFeed(
      `{${VERSION}, "items": [{"id": "1", "content_text": "One\u0001\ttwo\nthree\u2028four"}]}`,
    );
    expect(only(feed.items).contentText).to.equal('One\u0001\ttwo\nthree\u2028four');
  });

  it('items that have a guid and a link but no id are discarded and counted', async () => {
    const feed = await parseFeed(jsonFeed([{guid: 'a', link: 'https://a.example', pubDate: 'x'}]));
    expect(feed.items).to.be.empty;
    expect(feed.dropped).to.equal(1);
  });

  it('an item without any content shows its title', async () => {
    const item = only(await readItems([{id: '1', title: 'Only this', url: '/a'}]));
    expect(item.title).to.equal('Only this');
    expect(itemSummary(item)).to.equal('');
  });

  it('an item with nothing at all to show is in the feed, and in no list', async () => {
    const url = 'https://news.example/1';
    const items = await readItems([
      {id: '1', url},
      {id: '2', url, title: 'A'},
      {id: '3', image: '/a.png'},
    ]);
    expect(items.map(isBlank)).to.deep.equal([true, false, false]);
    expect(items.filter(wantedBy({})).map(({id}) => id)).to.deep.equal(['2', '3']);
    const feed = await parseFeed(
      jsonFeed([
        {id: '1', url},
        {id: '2', title: 'A'},
      ]),
    );
    expect(selectArticle(feed, {pageUrl: 'https://page.example/'})?.id).to.equal('2');
    expect(selectArticle(feed, {item: '1', pageUrl: 'https://page.example/'})?.id).to.equal('1');
  });

  it('empty strings are nothing', async () => {
    const item = await readItem({content_html: '', content_text: '', summary: '', image: '', title: '', url: ''});
    for (const name of ['contentHtml', 'contentText', 'summary', 'image', 'title', 'url'] as const)
      expect(item[name], name).to.be.undefined;
    expect((await parseFeed(jsonFeed([], {icon: ''}))).icon).to.be.undefined;
  });

  it('null is nothing', async () => {
    const item = await readItem({external_url: null, summary: null, date_published: null, content_text: null, tags: null, attachments: null, authors: null}); // prettier-ignore
    expect(item).to.deep.include({authors: [], tags: [], attachments: []});
    expect(item.summary ?? item.externalUrl ?? item.datePublished ?? item.contentText).to.be.undefined;
  });

  it('tags in one string are several', async () => {
    expect((await readItem({tags: 'Mosul, Old city,,Mosul'})).tags).to.deep.equal(['Mosul', 'Old city']);
  });

  it('an author may be a string, also an empty one', async () => {
    expect((await readItem({author: 'Ann Lee'})).authors[0]?.name).to.equal('Ann Lee');
    expect((await readItem({author: ''})).authors).to.be.empty;
  });

  it('authors may be strings', async () => {
    expect((await readItem({authors: ['Ann', 'Ben']})).authors.map(({name}) => name)).to.deep.equal(['Ann', 'Ben']);
  });

  it('an author with an empty name is nobody', async () => {
    expect((await readItem({author: {name: ''}, authors: [{name: ' '}]})).authors).to.be.empty;
  });

  it('an image may be an object with an address', async () => {
    expect((await readItem({image: {url: '/a.jpg', type: 'image/jpeg'}})).image?.url).to.equal(
      'https://news.example/a.jpg',
    );
  });

  it('a feed of version 1.1 may still have an author, or both', async () => {
    expect((await readItem({}, {author: {name: 'Old'}})).authors[0]?.name).to.equal('Old');
    expect((await readItem({}, {author: {name: 'Old'}, authors: [{name: 'New'}]})).authors[0]?.name).to.equal('New');
  });

  it('the version may begin with http:', async () => {
    expect((await parseFeed('{"version": "http://jsonfeed.org/version/1", "items": []}')).format).to.equal('json-feed');
  });

  it('the version may be unknown or have blanks around it', async () => {
    for (const version of ['  https://jsonfeed.org/version/1 ', 'https://jsonfeed.org/version/77'])
      expect((await parseFeed(JSON.stringify({version, items: []}))).format).to.equal('json-feed');
    expect((await failure(parseFeed('{"version": "https://other.example/1", "items": []}'))).code).to.equal('format');
  });

  it('fields of wrong types are read as far as they can be', async () => {
    const feed = await parseFeed(
      jsonFeed(
        [{id: 3.1415, title: 1000, content_text: ['x'], content_html: {}, authors: 'Ann', language: {}, image: 5, tags: 7, date_published: 1600000000, attachments: 'none', url: [], summary: true}], // prettier-ignore
        {title: 5, language: {a: 1}, authors: 'Desk', icon: 3, home_page_url: []},
      ),
    );
    expect(feed).to.deep.include({title: '5', icon: undefined, homePageUrl: undefined, language: undefined});
    expect(only(feed.items)).to.deep.include({
      id: '3.1415',
      title: '1000',
      tags: [],
      attachments: [],
      datePublished: undefined,
      image: undefined,
    });
    expect(only(feed.items).authors[0]?.name).to.equal('Ann');
  });

  it('a byte-order mark comes first, in JSON and in XML', async () => {
    expect((await parseFeed(`\ufeff${jsonFeed([])}`)).format).to.equal('json-feed');
    expect((await parseFeed(`\ufeff${rss('')}`)).format).to.equal('rss');
    expect((await parseFeed(new TextEncoder().encode(`\ufeff${rss('')}`))).format).to.equal('rss');
  });

  it('dates that are almost RFC 3339, and RFC 822, are dates; without a zone they are UTC', async () => {
    const dates = {
      '2022-12-9': '2022-12-09T00:00:00.000Z',
      '2018-01-06T08:00': '2018-01-06T08:00:00.000Z',
      '2022-07-26 13:01:01': '2022-07-26T13:01:01.000Z',
      '2023-07-30T00:00Z': '2023-07-30T00:00:00.000Z',
      '2018-08-08': '2018-08-08T00:00:00.000Z',
      '2018-08-08T10:00:00+0300': '2018-08-08T07:00:00.000Z',
      '2018-08-08T10:00:00.25-02:30': '2018-08-08T12:30:00.250Z',
      'Tue, 05 Apr 2022 22:08:48 GMT': '2022-04-05T22:08:48.000Z',
      '05 Apr 2022 22:08:48 +0300': '2022-04-05T19:08:48.000Z',
      'Tue, 5 Apr 2022 22:08': '2022-04-05T22:08:00.000Z',
      'Tue, 05 Apr 2022 22:08:48 EST': '2022-04-06T03:08:48.000Z',
    };
    for (const [date, expected] of Object.entries(dates))
      expect((await readItem({date_published: date})).datePublished?.toISOString(), date).to.equal(expected);
  });

  it('what has the shape of a date and is none is no date', async () => {
    for (const date of [
      '30086-30-09T818:3030:00+08:00',
      '4076-04-09T70:44:00+00:00',
      '2022-13-01',
      '2022-02-30',
      '0001-01-01T00:00:00Z',
      'yesterday',
      '',
      '0',
    ])
      // prettier-ignore
      expect((await readItem({date_published: date})).datePublished, date).to.be.undefined;
  });

  it('items are shown newest first, whatever their order and their dates of change', async () => {
    const items = await readItems([
      {id: 'old', date_published: '2020-01-01', date_modified: '2019-01-01'},
      {id: 'undated, after old'},
      {id: 'new', date_published: '2022-01-01'},
    ]);
    expect(items.map(({id}) => id)).to.deep.equal(['new', 'old', 'undated, after old']);
  });

  it('a title about tags shows the tags', async () => {
    expect((await readItem({title: 'The return of <i> and <b>'})).title).to.equal('The return of <i> and <b>');
  });

  it('references in titles are the characters that they stand for', async () => {
    const title =
      '&#8216;One&#8217; &amp; &quot;two&quot; &#x27;three&#x27; &lt;details&gt; &amp;#8216;four&amp;#8217; caf&eacute; &Uuml;ber &nosuch; &#146;';
    expect((await readItem({title})).title).to.equal('‘One’ & "two" \'three\' <details> ‘four’ café Über &nosuch; ’');
  });

  it('items without a title are items', async () => {
    const items = await readItems([
      {id: '1', content_text: 'A note'},
      {id: '2', content_html: '<p>Another'},
    ]);
    expect(items.map((item) => itemSummary(item))).to.deep.equal(['A note', 'Another']);
  });

  it('HTML that was escaped twice is HTML; blanks around titles go', async () => {
    const item = await readItem({title: '\n  Read  | \n this ', content_html: '&lt;p&gt;One &amp;amp; two&lt;/p&gt;'});
    expect(item.title).to.equal('Read | this');
    expect(
      itemSummary(await readItem({content_text: undefined, content_html: '&lt;p&gt;One &amp;amp; two&lt;/p&gt;'})),
    ).to.equal('One & two');
    expect(itemSummary(await readItem({content_text: undefined, content_html: '<p>&lt;p&gt; is a tag'}))).to.equal(
      '<p> is a tag',
    );
  });

  it('content_html may be plain text', async () => {
    expect(itemSummary(await readItem({content_text: undefined, content_html: 'Just 3 < 4 words'}))).to.equal(
      'Just 3 < 4 words',
    );
  });

  it('scripts and styles within a body are no words of it', async () => {
    const content_html =
      '<style>p{}</style><p onclick="go()">Words</p><script>alert(1)</script><form><input value="x">';
    expect(itemSummary(await readItem({content_text: undefined, content_html}))).to.equal('Words');
  });

  it('relative addresses resolve against the address that answered', async () => {
    const feed = await parseFeed(jsonFeed([{id: '1', url: './news.html?id=301', image: '/a.jpg'}], {home_page_url: './index.html', icon: '/i.png'}), {url: 'https://site.example/feed/json.json'}); // prettier-ignore
    expect(feed).to.include({homePageUrl: 'https://site.example/feed/index.html', icon: 'https://site.example/i.png'});
    expect(only(feed.items).url).to.equal('https://site.example/feed/news.html?id=301');
    expect(only(feed.items).image?.url).to.equal('https://site.example/a.jpg');
  });

  it('addresses on the machine where a preview was made are no links', async () => {
    for (const url of [
      'http://localhost:4000/a',
      'http://127.0.0.1:8080/a',
      'http://[::1]/',
      'file:///Users/ann/a.html',
      'javascript:alert(1)',
    ])
      // prettier-ignore
      expect((await readItem({url})).url, url).to.be.undefined;
    const [item] = (await parseFeed(jsonFeed([{id: '1', url: '/a'}]), {url: 'http://localhost:3000/feed.json'})).items;
    expect(item?.url, 'of a feed from there').to.equal('http://localhost:3000/a');
  });

  it('addresses without a scheme take the feed’s', async () => {
    const item = await readItem({url: '//cdn.example/a', content_html: '<img src="//cdn.example/a.jpg">'});
    expect(item.url).to.equal('https://cdn.example/a');
    expect(item.image?.url).to.equal('https://cdn.example/a.jpg');
  });

  it('addresses with blanks and brackets are addresses', async () => {
    expect((await readItem({url: ' https://a.example/x y/{z}[1]?q=a b '})).url).to.equal(
      'https://a.example/x%20y/%7Bz%7D[1]?q=a%20b',
    );
  });

  it('what has one id shows once', async () => {
    const items = await readItems([{id: 'a', title: 'First'}, {id: 'b'}, {id: 'a', title: 'Second'}, {id: ' a '}]);
    expect(items.map(({id, title}) => title ?? id)).to.deep.equal(['First', 'b']);
  });

  it('a feed of 5,500 items is read as far as anyone reads', async () => {
    const items = await readItems(Array.from({length: 5500}, (_, id) => ({id, content_text: 'Text'})));
    expect(items).to.have.length(MAX_ITEMS);
    expect(first(items).id).to.equal('0');
  });

  it('a feed without items is a feed', async () => {
    expect((await parseFeed(`{${VERSION}, "items": []}`)).items).to.be.empty;
    expect((await parseFeed(`{${VERSION}}`)).items).to.be.empty;
  });

  it('Arabic, Persian and Hebrew come as they are', async () => {
    const title = 'مهرجان بغداد ٧٥+ ١ 🎉 in Baghdad';
    const feed = await parseFeed(jsonFeed([{id: '1', title}], {title: 'أخبار'}));
    expect(only(feed.items).title).to.equal(title);
    expect(feed).to.include({title: 'أخبار', language: undefined});
  });

  it('escapes in JSON are characters', async () => {
    const feed = await parseFeed(String.raw`{${VERSION}, "items": [{"id": "1", "url": "https:\/\/a.example\/b", "content_text": "\uD83D\uDE00 a\u001cb \ud800"}]}`); // prettier-ignore
    expect(only(feed.items)).to.include({url: 'https://a.example/b', contentText: '😀 a\u001cb \ud800'});
  });

  it('a share button is no picture, and what follows it is', async () => {
    const content_html = '<img src="https://a.example/twitter_icon_large.png"><img src="/iconic-bridge.jpg">';
    expect((await readItem({content_html})).image?.url).to.equal('https://news.example/iconic-bridge.jpg');
  });

  it('a tracking pixel is no picture', async () => {
    const content_html =
      '<p>Text</p><img src="https://t.example/p.gif" width="1" height="1"><img width=1 src=https://t.example/q>';
    expect((await readItem({content_html})).image).to.be.undefined;
  });

  it('sizes of 0 are unknown, and an attachment without an address is none', async () => {
    const {attachments} = await readItem({attachments: [{url: '/a.mp3', size_in_bytes: 0}, {mime_type: 'audio/mpeg'}]});
    expect(only(attachments)).to.deep.include({mimeType: 'audio/mpeg', sizeInBytes: undefined});
  });

  it('any content type is as good', async () => {
    for (const contentType of [
      'application/json; charset=UTF-8',
      'text/html',
      'text/plain',
      'application/octet-stream',
      '',
    ])
      expect((await parseFeed(jsonFeed([]), {contentType})).format, contentType).to.equal('json-feed');
  });

  it('JSON that is no feed is refused, with the formats that are known', async () => {
    for (const text of [
      '{"articles": [{"title": "A"}]}',
      '{"stories": []}',
      '[{"url": "a", "published": 1600000000}]',
      '{}',
      '[1, 2]',
      '{"items": []}',
    ]) {
      // prettier-ignore
      const error = await failure(parseFeed(text, {url: FEED_URL}));
      expect(error.code, text).to.equal('format');
      expect(error.message).to.contain('json-feed, wordpress').and.to.contain(FEED_URL);
    }
  });

  it('web pages, compressed bytes, text and nothing are refused', async () => {
    const gzip = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xad, 0x58, 0x6d, 0x6f);
    for (const body of [
      '<!DOCTYPE html><html><body>Hello',
      '<html lang=en>',
      '<head><title>x',
      gzip,
      'Not found',
      '',
      ' \n',
      'null',
      '17',
      '"x"',
      '<opml version="2.0"><head/></opml>',
    ])
      // prettier-ignore
      expect((await failure(parseFeed(body))).code, String(body)).to.equal('format');
  });
});

describe('oddities of real XML feeds', () => {
  it('broken XML is mended where it can mean one thing only', async () => {
    const broken = `
      <?xml version="1.0" encoding="utf-8"?>
      ${rss('<item><title>Wheels&nbsp;4x4 & more &bull; &Zeta;</title><link>https://a.example/?b=1&c=2</link></item><item><title>Next\u0001 <b>one</title><guid>2</guid><description>A<br>B</item><item><title>Last</title></item>')}`;
    const {items} = await parseFeed(broken.replace('</item><item><title>Last', '<item><title>Last'));
    expect(items.map(({title}) => title)).to.deep.equal(['Wheels 4x4 & more • Ζ', 'Next one', 'Last']);
    expect(items[0]?.url).to.equal('https://a.example/?b=1&c=2');
  });

  it('markup in titles goes where it is markup, and stays where it is the subject', async () => {
    expect(
      (await readRssItem(`<title><![CDATA[<span class='webrupee'>₹</span>100 for <em>all</em>]]></title>`)).title,
    ).to.equal('₹100 for all');
    expect((await readRssItem('<title>What became of &lt;i&gt; and &lt;b&gt;?</title>')).title).to.equal(
      'What became of <i> and <b>?',
    );
    expect((await readRssItem('<title>Ann&amp;#8217;s &amp;amp; Ben&amp;apos;s</title>')).title).to.equal(
      "Ann’s & Ben's",
    );
  });

  it('dates of many shapes are dates', async () => {
    const dates = {
      '22.11.2022 12:16:00': '2022-11-22T12:16:00.000Z',
      'Friday, January 29, 2021 04:42 PM': '2021-01-29T16:42:00.000Z',
      '<time datetime="2019-05-03T19:21:28Z">Fri, 05/03/2019 - 15:21</time>': '2019-05-03T19:21:28.000Z',
      '&lt;time datetime="2019-05-03T19:21:28Z">Fri&lt;/time>': '2019-05-03T19:21:28.000Z',
      'Wed, 23 Sep 2020 20:51:07 +0200': '2020-09-23T18:51:07.000Z',
      'Thurs, 1 September 05 1:02:03 PDT': '2005-09-01T08:02:03.000Z',
      '07-Sep-2002 00:00': '2002-09-07T00:00:00.000Z',
      'Fri Jan 29 16:42:00 2021': '2021-01-29T16:42:00.000Z',
      '2003-12': '2003-12-01T00:00:00.000Z',
      '2003': '2003-01-01T00:00:00.000Z',
      'Tue, 05 Apr 2022 22:08:48 CEST': '2022-04-05T20:08:48.000Z',
      'Tue, 31 Feb 2022 22:08:48 GMT': undefined,
      '05/03/2019': undefined,
    };
    for (const [date, expected] of Object.entries(dates))
      expect(
        (await readRssItem(`<title>A</title><pubDate>${date}</pubDate>`)).datePublished?.toISOString(),
        date,
      ).to.equal(expected);
  });

  it('root-relative links of a feed on another host are relative to its site', async () => {
    const text = rss('<item><link>/content/c57f</link><guid isPermaLink="false">c57f</guid></item>');
    expect(only((await parseFeed(text, {url: 'https://feeds.host.example/x'})).items).url).to.equal(
      'https://news.example/content/c57f',
    );
    expect(only((await parseFeed(text, {url: 'https://news.example/rss/a'})).items).url).to.equal(
      'https://news.example/content/c57f',
    );
  });

  it('items without a guid, a link or a title are told apart by what they say; one guid shows once', async () => {
    const {items, dropped} = await parseFeed(
      rss(
        '<item><description>One</description></item><item><description>Two</description></item><item><guid>a</guid><title>A</title></item><item><guid>a</guid><title>B</title></item><item/>',
      ),
    );
    expect(items.map((item) => item.title ?? itemText(item))).to.deep.equal(['One', 'Two', 'A']);
    expect(dropped).to.equal(1);
  });

  it('one picture in several sizes is one picture with sizes, the largest first choice', async () => {
    const sizes = [140, 700, 460].map((width) => `<media:content width="${width}" url="https://i.example/a.jpg?width=${width}"><media:credit>A. Photographer</media:credit></media:content>`); // prettier-ignore
    const {image} = await readRssItem(
      `<guid>1</guid>${sizes.join('')}<media:content width="900" url="https://i.example/other.jpg"/>`,
    );
    expect(image).to.deep.include({url: 'https://i.example/a.jpg?width=700', width: 700, credit: 'A. Photographer'});
    expect(image?.sizes.map(({width}) => width)).to.deep.equal([140, 700, 460]);
  });
});

describe('hostile feeds', () => {
  it('cost no more than their length', async () => {
    const many = (part: string) => part.repeat(50_000);
    const start = performance.now();
    for (const body of [
      jsonFeed([{id: '1', content_html: many('<img '), title: many('&amp;')}]),
      `{"a": "${many(String.raw`\\"`)}`,
      `{"a": ${many('[')}`,
      `[${many(',')}]`,
      rss(`<item><title>${many('&lt;b>')}</title></item>`),
      rss(`<item><title>&nbsp;${many('<b ')}`),
      rss(`<item><title>&nbsp;${many('<b>')}`),
      rss(`<item><title>&nbsp;${many('<b c="')}`),
      `<html>${many('<link ')}`,
      many('<?xml '),
      many('<!doctype x ['),
    ])
      await parseFeed(body).catch(() => undefined);
    expect(performance.now() - start).to.be.below(8000);
  });

  it('cannot reach prototypes', async () => {
    const item = only(
      (
        await parseFeed(
          '{"title": "A", "items": [{"id": "1", "__proto__": {"polluted": 1, "title": "P"}, "constructor": {"prototype": {"polluted": 1}}}]}',
        )
      ).items,
    );
    expect(({} as {polluted?: unknown}).polluted).to.be.undefined;
    expect(item.title).to.be.undefined;
  });

  it('gain nothing from what a page has put on Object.prototype', async () => {
    Object.defineProperty(Object.prototype, 'url', {
      value: 'https://evil.example/',
      configurable: true,
      writable: true,
    });
    try {
      expect((await readItems([{id: '1'}]))[0]?.url).to.be.undefined;
    } finally {
      Reflect.deleteProperty(Object.prototype, 'url');
    }
  });
});
