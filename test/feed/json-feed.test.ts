import {expect} from '@open-wc/testing';
import {parseFeed} from '../../src/feed/parse.js';
import {itemText} from '../../src/feed/plain-text.js';
import {FEED_URL, failure, first, jsonFeed, only, readItem, readItems} from './read-fixture.js';

/** By the numbers of the lines that bind a reader, in the specification's order. */
describe('JSON Feed', () => {
  describe('document', () => {
    it('1: is read behind a byte-order mark', async () => {
      expect((await parseFeed(`\ufeff${jsonFeed([])}`)).title).to.equal('Tigris Daily');
      const bytes = new TextEncoder().encode(`\ufeff${jsonFeed([])}`);
      expect((await parseFeed(bytes)).title).to.equal('Tigris Daily');
    });

    it('2: is refused whole when it is not JSON', async () => {
      const text = jsonFeed([{id: '1'}, {id: '2'}]);
      expect((await failure(parseFeed(text.slice(0, -20)))).code).to.equal('parse');
    });

    it('4: of the feeds that a page names, the JSON Feed is proposed first', async () => {
      const page = `<!doctype html><html><head>
        <link rel="alternate" type="application/json+oembed" href="/oembed">
        <link rel=alternate type=application/rss+xml href=/rss.xml>
        <link rel="alternate" type="application/feed+json" href="/feed.json?a=1&amp;b=2"></head>`;
      const error = await failure(parseFeed(page, {url: 'https://news.example/'}));
      expect(error.code).to.equal('format');
      expect(error.message).to.equal(
        'https://news.example/ answers with a web page, not a feed. Its feed seems to be https://news.example/feed.json?a=1&b=2.',
      );
    });

    it('8: one bad item costs neither the feed nor the others', async () => {
      const feed = await parseFeed(jsonFeed([null, 7, 'x', [], {id: '1', title: {}}, {id: '2', authors: 3, tags: {}}]));
      expect(feed.items.map(({id}) => id)).to.deep.equal(['1', '2']);
      expect(feed.dropped).to.equal(4);
    });

    it('9, 47, 48: unknown keys and other publishers’ extensions change nothing', async () => {
      const item = await readItem(
        {wings: 2, _blue_shed: {about: 'https://x.example', deep: [{er: [1]}]}},
        {_x: null, y: 1},
      );
      expect(itemText(item)).to.equal('Text');
      expect(item).not.to.have.any.keys('wings', '_blue_shed');
    });
  });

  describe('top level', () => {
    for (const version of [
      'https://jsonfeed.org/version/1',
      'https://jsonfeed.org/version/1.1',
      'http://jsonfeed.org/version/1',
      ' https://jsonfeed.org/version/1.1 \n',
      'https://jsonfeed.org/version/9',
      'https://www.jsonfeed.org/version/1.1/',
    ])
      it(`10: version ${JSON.stringify(version)} is read`, async () => {
        expect((await parseFeed(JSON.stringify({version, title: 'A', items: []}))).format).to.equal('json-feed');
      });

    it('10: without a version, title and items are enough', async () => {
      expect((await parseFeed('{"title": "A", "items": []}')).title).to.equal('A');
      expect((await failure(parseFeed('{"items": []}'))).code).to.equal('format');
    });

    it('11–14, 17, 19: what describes the feed is read, as text and absolute addresses', async () => {
      const feed = await parseFeed(
        jsonFeed([], {
          description: 'News &amp; views',
          home_page_url: './',
          feed_url: 'feed.json',
          icon: '/icon.png',
          favicon: '/fav.ico',
          language: 'ar-IQ',
        }),
        {url: 'https://news.example/feeds/a.json'},
      );
      expect(feed).to.include({
        title: 'Tigris Daily',
        description: 'News & views',
        homePageUrl: 'https://news.example/feeds/',
        feedUrl: 'https://news.example/feeds/feed.json',
        icon: 'https://news.example/icon.png',
        favicon: 'https://news.example/fav.ico',
        language: 'ar-IQ',
        url: 'https://news.example/feeds/a.json',
      });
    });

    it('15: the comment for those who look at the source is not shown', async () => {
      const feed = await parseFeed(jsonFeed([], {user_comment: 'Paste this into a reader'}));
      expect(JSON.stringify(feed)).not.to.contain('Paste');
    });

    it('16: the next page’s address is absolute', async () => {
      expect((await parseFeed(jsonFeed([], {next_url: '?page=2'}), {url: FEED_URL})).nextUrl).to.equal(
        `${FEED_URL}?page=2`,
      );
    });

    it('20: only `true` means that the feed has ended', async () => {
      const expired = async (expired: unknown) => (await parseFeed(jsonFeed([], {expired}))).expired;
      expect(await expired(true)).to.be.true;
      for (const value of ['true', 1, null, undefined, false]) expect(await expired(value)).to.be.false;
    });

    it('21: hubs, which only a server can use, change nothing', async () => {
      const feed = await parseFeed(
        jsonFeed([{id: '1', title: 'One'}], {hubs: [{type: 'WebSub', url: 'https://hub.example/'}, 7]}),
      );
      expect(only(feed.items).title).to.equal('One');
      expect(JSON.stringify(feed)).not.to.contain('hub');
    });

    it('22: items that are missing, null or no list make an empty feed', async () => {
      for (const items of [undefined, null, {}, 'none', []])
        expect((await parseFeed(jsonFeed([], {items}))).items).to.be.empty;
    });
  });

  describe('item', () => {
    it('23: of items with one id the first is read', async () => {
      const items = await readItems([{id: 'a', title: 'New'}, {id: 'a', title: 'Old'}, {id: 'b'}]);
      expect(items.map(({id, title}) => [id, title])).to.deep.equal([
        ['a', 'New'],
        ['b', undefined],
      ]);
    });

    it('24: a number is an id', async () => {
      expect((await readItems([{id: 17}, {id: 0}, {id: 3.5}])).map(({id}) => id)).to.deep.equal(['17', '0', '3.5']);
    });

    it('26: numbers too long for a number keep their digits', async () => {
      const text = jsonFeed([{id: 'A', content_text: 'said: "id": 12345678901234567890 there'}, {id: 'B'}]);
      const feed = await parseFeed(text.replace('"A"', '9007199254740992').replace('"B"', ' 9007199254740993 '));
      expect(feed.items.map(({id}) => id)).to.deep.equal(['9007199254740992', '9007199254740993']);
      expect(feed.items[0]?.contentText).to.equal('said: "id": 12345678901234567890 there');
    });

    it('25, 27: an item without an id is discarded and counted', async () => {
      const feed = await parseFeed(jsonFeed([{}, {id: ''}, {id: '  '}, {id: null}, {id: {}}, {id: true}, {id: 'a'}]));
      expect(only(feed.items).id).to.equal('a');
      expect(feed.dropped).to.equal(6);
    });

    it('28, 29: url is what opens, external_url the page that is talked about', async () => {
      const item = await readItem({url: '/story', external_url: 'https://elsewhere.example/a'});
      expect(item.url).to.equal('https://news.example/story');
      expect(item.externalUrl).to.equal('https://elsewhere.example/a');
      expect((await readItem({})).url).to.be.undefined;
    });

    it('30: a title may be missing or empty', async () => {
      expect((await readItem({})).title).to.be.undefined;
      expect((await readItem({title: ' '})).title).to.be.undefined;
    });

    it('31: markup in plain text is text', async () => {
      const item = await readItem({
        title: 'What became of <i> & <b>?',
        summary: 'On <em>tags</em>',
        authors: [{name: '<b>Ann</b>'}],
        tags: ['<a>'],
      });
      expect(item.title).to.equal('What became of <i> & <b>?');
      expect(item.summary).to.equal('On <em>tags</em>');
      expect(item.authors).to.deep.equal([{name: '<b>Ann</b>', url: undefined, avatar: undefined}]);
      expect(item.tags).to.deep.equal(['<a>']);
    });

    it('32: HTML, text, both or neither is a body', async () => {
      const both = await readItem({content_html: '<p>One</p>', content_text: 'Two'});
      expect(both.contentHtml?.baseUrl).to.equal(FEED_URL);
      expect(both.contentText).to.equal('Two');
      const neither = await readItem({content_text: null, title: 'Only a title', summary: 'And this'});
      expect(itemText(neither)).to.equal('');
      expect(neither.title).to.equal('Only a title');
    });

    it('33: line breaks of a text are kept', async () => {
      expect((await readItem({content_text: 'One\n\nTwo'})).contentText).to.equal('One\n\nTwo');
    });

    it('34: summary, image and banner are read; the banner stands in for the image', async () => {
      const item = await readItem({summary: 'Short', image: '/a.jpg', banner_image: '/b.jpg'});
      expect(item.summary).to.equal('Short');
      expect(item.image?.url).to.equal('https://news.example/a.jpg');
      expect(item.bannerImage).to.equal('https://news.example/b.jpg');
      expect((await readItem({banner_image: '/b.jpg'})).image?.url).to.equal('https://news.example/b.jpg');
    });

    it('34: without an image the first picture of the body stands in, and is known as such', async () => {
      const item = await readItem({content_html: '<p>A<img src="/a.jpg" alt="A bridge" width="600" height=400></p>'});
      expect(item.image).to.deep.include({
        url: 'https://news.example/a.jpg',
        alt: 'A bridge',
        width: 600,
        height: 400,
        inBody: true,
      });
    });

    it('35: dates are RFC 3339; what is none leaves the item without', async () => {
      const item = await readItem({date_published: '2010-02-07T14:04:00-05:00', date_modified: 'last week'});
      expect(item.datePublished?.toISOString()).to.equal('2010-02-07T19:04:00.000Z');
      expect(item.dateModified).to.be.undefined;
    });

    it('35: an item that has only been changed is dated by that', async () => {
      const {datePublished, dateModified} = await readItem({date_modified: '2010-02-07T14:04:00Z'});
      expect(datePublished?.toISOString()).to.equal('2010-02-07T14:04:00.000Z');
      expect(dateModified).to.deep.equal(datePublished);
    });

    it('36: the feed’s authors are the item’s when it has none; who names nobody is none', async () => {
      const feedAuthors = {authors: [{name: 'Desk', url: 'mailto:desk@news.example', avatar: '/d.png'}]};
      const expected = {
        name: 'Desk',
        url: 'mailto:desk@news.example',
        avatar: 'https://news.example/d.png',
      };
      expect((await readItem({}, feedAuthors)).authors).to.deep.equal([expected]);
      expect((await readItem({authors: [{}, {name: ''}]}, feedAuthors)).authors).to.deep.equal([expected]);
      expect((await readItem({authors: [{name: 'Ann'}]}, feedAuthors)).authors[0]?.name).to.equal('Ann');
    });

    it('37: authors win over 1.0’s author', async () => {
      expect((await readItem({author: {name: 'Old'}})).authors[0]?.name).to.equal('Old');
      const both = await readItem({author: {name: 'Old'}, authors: [{name: 'New'}, {name: 'Newer'}]});
      expect(both.authors.map(({name}) => name)).to.deep.equal(['New', 'Newer']);
    });

    it('38: tags are texts, each once', async () => {
      expect((await readItem({tags: ['Mosul', null, ' Mosul ', 3, 'Old city', {}]})).tags).to.deep.equal([
        'Mosul',
        '3',
        'Old city',
      ]);
    });

    it('39: an item has a language of its own', async () => {
      expect((await readItem({language: 'ku'}, {language: 'ar'})).language).to.equal('ku');
    });

    it('12, 39: a language with an underscore is the same with a hyphen', async () => {
      const {language, items} = await parseFeed(jsonFeed([{id: '1', language: 'zh_Hant_TW'}], {language: 'ar_IQ'}));
      expect([language, items[0]?.language]).to.deep.equal(['ar-IQ', 'zh-Hant-TW']);
    });
  });

  describe('attachments', () => {
    it('41–43, 45, 46: need an address; a missing type is told by its ending, sizes are numbers', async () => {
      const {attachments} = await readItem({
        attachments: [
          {url: '/a.mp3', mime_type: 'audio/mpeg', title: 'Episode 1', size_in_bytes: 1200, duration_in_seconds: 61.5},
          {url: '/b.MP4', size_in_bytes: 0},
          {mime_type: 'audio/mpeg'},
          {url: '/c', mime_type: null},
          null,
        ],
      });
      expect(attachments).to.deep.equal([
        {
          url: 'https://news.example/a.mp3',
          mimeType: 'audio/mpeg',
          title: 'Episode 1',
          sizeInBytes: 1200,
          durationInSeconds: 61.5,
        },
        {
          url: 'https://news.example/b.MP4',
          mimeType: 'video/mp4',
          title: undefined,
          sizeInBytes: undefined,
          durationInSeconds: undefined,
        },
        {
          url: 'https://news.example/c',
          mimeType: 'application/octet-stream',
          title: undefined,
          sizeInBytes: undefined,
          durationInSeconds: undefined,
        },
      ]);
    });

    it('42: the type told by an ending is one that browsers know', async () => {
      const files = ['a.mp3', 'a.m4a', 'a.oga', 'a.wav', 'a.mov', 'a.webm', 'a.jpg', 'a.avif', 'a.constructor'];
      const {attachments} = await readItem({attachments: files.map((url) => ({url}))});
      expect(attachments.map(({mimeType}) => mimeType)).to.deep.equal([
        'audio/mpeg',
        'audio/mp4',
        'audio/ogg',
        'audio/wav',
        'video/mp4',
        'video/webm',
        'image/jpeg',
        'image/avif',
        'application/octet-stream',
      ]);
    });

    it('44: those with one title are one thing; those without a title are not', async () => {
      const {attachments} = await readItem({
        attachments: [
          {url: '/a.mp3', mime_type: 'audio/mpeg', title: 'Interview'},
          {url: '/a.ogg', mime_type: 'audio/ogg', title: 'Interview'},
          {url: '/b.mp3', mime_type: 'audio/mpeg'},
          {url: '/c.mp3', mime_type: 'audio/mpeg'},
        ],
      });
      expect(attachments.map(({url}) => url.slice(-5))).to.deep.equal(['a.mp3', 'b.mp3', 'c.mp3']);
      expect(first(attachments).sources).to.deep.equal([{url: 'https://news.example/a.ogg', mimeType: 'audio/ogg'}]);
    });
  });

  it('54: a feed of version 1.0 is read like one of 1.1', async () => {
    const feed = await parseFeed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        title: 'A',
        author: {name: 'Ann', avatar: 'https://a.example/a.png'},
        items: [{id: 12, content_text: 'Text'}],
      }),
    );
    expect(only(feed.items)).to.deep.include({id: '12', contentText: 'Text'});
    expect(only(feed.items).authors[0]?.name).to.equal('Ann');
  });

  it('our own extension tells what JSON Feed has no words for', async () => {
    const item = await readItem({
      image: '/a.jpg',
      _news: {
        kicker: 'Mosul',
        caption: 'The old bridge',
        credit: 'A. Photographer',
        alt: 'A bridge at dawn',
        image_width: 1200,
        image_height: '800',
        event_date: '-0330-10-01',
        related: ['7', 8, null],
        place: 'Gaugamela',
        links: [{title: 'Map', url: '/map'}, {url: 'javascript:alert(1)'}],
      },
    });
    expect(item).to.deep.include({
      kicker: 'Mosul',
      place: 'Gaugamela',
      related: ['7', '8'],
      eventDate: {year: -330, month: 10, day: 1},
      links: [{title: 'Map', url: 'https://news.example/map'}],
    });
    expect(item.image).to.deep.include({
      caption: 'The old bridge',
      credit: 'A. Photographer',
      alt: 'A bridge at dawn',
      width: 1200,
      height: 800,
    });
  });
});
