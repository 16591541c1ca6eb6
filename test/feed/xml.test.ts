import {expect} from '@open-wc/testing';
import {parseFeed} from '../../src/feed/parse.js';
import {itemSummary, itemText} from '../../src/feed/plain-text.js';
import {FEED_URL, failure, only, readFixture, readRssItem, rss} from './read-fixture.js';

describe('RSS 2.0', () => {
  it('describes the feed', async () => {
    const feed = await readFixture('rss/podcast-and-news.xml', {url: 'https://news.example/rss.xml'});
    expect(feed).to.deep.include({
      format: 'rss',
      title: 'Tigris Daily',
      homePageUrl: 'https://news.example/',
      feedUrl: 'https://news.example/rss.xml',
      nextUrl: 'https://news.example/rss.xml?page=2',
      description: 'News from both banks',
      language: 'en-GB',
      icon: 'https://news.example/square.jpg',
      dropped: 0,
    });
    expect(feed.authors[0]?.name).to.equal('The Desk');
  });

  it('reads an item with everything, and the picture in its sizes', async () => {
    const {items} = await readFixture('rss/podcast-and-news.xml');
    const item = items[1];
    expect(item).to.deep.include({
      id: 'story-1',
      url: 'https://news.example/bridge',
      title: 'The bridge is open & busy',
      summary: 'Crowds came at dawn…',
      tags: ['Mosul', 'Old city'],
      commentsUrl: 'https://news.example/bridge#comments',
    });
    expect(item?.datePublished?.toISOString()).to.equal('2022-04-05T15:03:09.000Z');
    expect(item?.authors.map(({name}) => name)).to.deep.equal(['Ann Lee', 'Ben Ali']);
    expect(item && itemText(item)).to.equal('Crowds came at dawn and stayed.');
    expect(item?.image).to.deep.include({
      url: 'https://i.example/b-900.jpg',
      width: 900,
      height: 600,
      alt: 'The bridge at dawn',
      credit: 'C. Photographer',
      sizes: [
        {url: 'https://i.example/b-300.jpg', width: 300},
        {url: 'https://i.example/b-900.jpg', width: 900},
      ],
    });
  });

  it('reads a podcast’s episode', async () => {
    const [item] = (await readFixture('rss/podcast-and-news.xml')).items;
    expect(item).to.deep.include({url: 'https://news.example/12', tags: ['salt', 'spices']});
    expect(item?.authors[0]?.name).to.equal('Ben Ali');
    expect(item?.image?.url).to.equal('https://news.example/12.jpg');
    expect(item?.attachments[0]).to.deep.include({
      url: 'https://news.example/12.mp3',
      mimeType: 'audio/x-m4a',
      sizeInBytes: 8727310,
      durationInSeconds: 3723,
    });
  });

  it('finds the picture wherever it is hidden', async () => {
    const hidden = [
      '<media:thumbnail url="https://i.example/a.jpg"/>',
      '<media:content url="https://i.example/a.jpg" type="image/jpeg"/>',
      '<media:content url="https://v.example/a.mp4" medium="video"><media:thumbnail url="https://i.example/a.jpg"/></media:content>',
      '<media:group><media:thumbnail url="https://i.example/a.jpg"/></media:group>',
      '<enclosure url="https://i.example/a.jpg" type="image/jpeg" length="1"/>',
      '<itunes:image href="https://i.example/a.jpg"/>',
      '<image>https://i.example/a.jpg</image>',
      '<image><url>https://i.example/a.jpg</url></image>',
      '<description>&lt;p&gt;&lt;img src="https://i.example/a.jpg"&gt;</description>',
      '<content:encoded><![CDATA[<figure><img alt="" src=https://i.example/a.jpg></figure>]]></content:encoded>',
    ];
    for (const markup of hidden)
      expect((await readRssItem(`<title>A</title>${markup}`)).image?.url, markup).to.equal('https://i.example/a.jpg');
  });

  it('takes no picture for one that is none: an avatar, a file without a type', async () => {
    for (const markup of [
      '<media:thumbnail url="https://i.example/ann.png" width="30" height="30"/>',
      '<enclosure url="https://news.example/file"/>',
    ])
      expect((await readRssItem(`<title>A</title>${markup}`)).image, markup).to.be.undefined;
  });

  it('a video’s words are no caption of its still', async () => {
    const about = '<media:description>What the film shows</media:description>';
    const still = '<media:thumbnail url="https://i.example/a.jpg"/>';
    const film = '<media:content url="https://v.example/a.mp4" type="video/mp4"/>';
    const [alone, beside] = [await readRssItem(about + still), await readRssItem(film + about + still)];
    expect(alone.image?.caption).to.equal('What the film shows');
    expect(beside.image).to.deep.include({url: 'https://i.example/a.jpg', caption: undefined, alt: undefined});
  });

  it('offers no file that nothing can play, nor the picture again', async () => {
    const item = await readRssItem(
      `<enclosure url="https://i.example/a?w=400" type="application/octet-stream" length="1"/>
      <media:content url="https://v.example/a" type="application/x-shockwave-flash"/>
      <description>&lt;img src="https://i.example/a?w=400"&gt;</description>`,
    );
    expect(item.image?.url).to.equal('https://i.example/a?w=400');
    expect(item.attachments).to.be.empty;
  });

  it('a lone description is the body, of which a summary is made', async () => {
    const item = await readRssItem('<description>&lt;p&gt;Crowds &amp;amp; more&lt;/p&gt;</description>');
    expect(item.summary).to.be.undefined;
    expect(itemSummary(item)).to.equal('Crowds & more');
  });

  it('an editor’s office that is only an address, of mail or on the web, is no byline', async () => {
    const feed = await parseFeed(
      rss('<item><title>A</title></item>', '<managingEditor>desk@news.example</managingEditor>'),
    );
    expect(only(feed.items).authors).to.be.empty;
    const page = rss(
      '<item><title>A</title></item>',
      '<managingEditor>a@b.example (https://b.example/about)</managingEditor>',
    );
    expect(only((await parseFeed(page)).items).authors).to.be.empty;
  });

  it('markup that nobody escaped is markup all the same', async () => {
    const item = await readRssItem('<description>One <p>two<br/>three &amp; <a href="/x">four</a></p></description>');
    expect(itemText(item)).to.equal('One two three & four');
    expect(item.contentHtml?.baseUrl).to.equal(FEED_URL);
    const mixed = await readRssItem('<description><img src="/a.png"/><![CDATA[<p>One &amp; two</p>]]></description>');
    expect(itemText(mixed)).to.equal('One & two');
  });

  it('references to controls are what their writers mean', async () => {
    expect((await readRssItem('<title>Don&#146;t&#x85; &#10;stop</title>')).title).to.equal('Don’t… stop');
  });
});

describe('RSS 0.9x and 1.0', () => {
  it('reads RDF, whose items stand beside the channel', async () => {
    const feed = await readFixture('rss/rss-1.0.rdf');
    expect(feed).to.include({
      format: 'rss',
      title: 'Tigris Daily',
      language: 'ar',
      icon: 'https://news.example/logo.png',
    });
    const item = only(feed.items);
    expect(item).to.deep.include({id: 'https://news.example/1', url: 'https://news.example/1', tags: ['Mosul']});
    expect(item.datePublished?.toISOString()).to.equal('2022-04-05T15:03:00.000Z');
    expect(item.authors[0]?.name).to.equal('Ann Lee');
  });

  it('reads 0.91 with its document type', async () => {
    const feed = await parseFeed(`<?xml version="1.0"?>
      <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
      <rss version="0.91"><channel><title>Caf&eacute;</title><item><title>A</title><link>https://a.example/</link></item></channel></rss>`);
    expect(feed.title).to.equal('Café');
    expect(only(feed.items).id).to.equal('https://a.example/');
  });
});

describe('Atom', () => {
  it('1.0: describes the feed', async () => {
    const feed = await readFixture('atom/atom-1.0.xml');
    expect(feed).to.deep.include({
      format: 'atom',
      title: 'Tigris & Euphrates Daily',
      description: 'News from both banks',
      homePageUrl: 'https://news.example/',
      feedUrl: 'https://news.example/atom/feed',
      nextUrl: 'https://news.example/atom/feed?page=2',
      icon: 'https://news.example/icon.png',
      language: 'en',
    });
    expect(feed.authors).to.deep.equal([{name: 'The Desk', url: 'https://news.example/desk'}]);
  });

  it('1.0: reads an entry with everything', async () => {
    const [item] = (await readFixture('atom/atom-1.0.xml')).items;
    expect(item).to.deep.include({
      id: 'tag:news.example,2022:1',
      title: 'The bridge is open',
      url: 'https://news.example/atom/2022/1',
      externalUrl: 'https://elsewhere.example/',
      commentsUrl: 'https://news.example/atom/2022/1/comments',
      summary: 'Crowds came.',
      language: 'ar',
      tags: ['Mosul', 'bridges'],
    });
    expect(item && itemText(item)).to.equal('Crowds came & stayed.');
    expect(item?.contentHtml?.baseUrl).to.equal('https://news.example/atom/2022/');
    expect(item?.image).to.deep.include({url: 'https://news.example/atom/2022/a.jpg', alt: 'The bridge', inBody: true});
    expect(item?.authors.map(({name}) => name)).to.deep.equal(['Ann Lee', 'ben@news.example']);
    expect(item?.datePublished?.toISOString()).to.equal('2022-04-05T15:03:09.000Z');
    expect(item?.dateModified?.toISOString()).to.equal('2022-04-06T00:00:00.000Z');
    expect(item?.attachments[0]).to.deep.include({
      url: 'https://news.example/atom/2022/1.mp3',
      mimeType: 'audio/mpeg',
      sizeInBytes: 1200,
    });
  });

  it('1.0: reads a video’s entry, its still and its words', async () => {
    const item = (await readFixture('atom/atom-1.0.xml')).items[1];
    expect(item).to.deep.include({title: 'What became of <i>?', contentText: 'What the film shows'});
    expect(item?.authors[0]?.name).to.equal('The Desk');
    expect(item?.image).to.deep.include({url: 'https://v.example/2.jpg', width: 480, height: 360});
    expect(item?.attachments[0]).to.deep.include({
      url: 'https://v.example/2.mp4',
      mimeType: 'video/mp4',
      durationInSeconds: 61,
    });
    expect(item?.attachments[0]?.image?.url).to.equal('https://v.example/2.jpg');
  });

  it('1.0: one entry alone is a feed of one', async () => {
    const feed = await parseFeed('<entry xmlns="http://www.w3.org/2005/Atom"><id>1</id><title>A</title></entry>');
    expect(only(feed.items).title).to.equal('A');
  });

  it('1.0: any prefix does', async () => {
    const feed = await parseFeed(
      '<x:feed xmlns:x="http://www.w3.org/2005/Atom"><x:title>T</x:title><x:entry><x:id>1</x:id></x:entry></x:feed>',
    );
    expect(feed.title).to.equal('T');
    expect(only(feed.items).id).to.equal('1');
  });

  it('0.3: reads modes, base64 and its own names', async () => {
    const feed = await readFixture('atom/atom-0.3.xml');
    expect(feed).to.include({title: 'Tigris Daily', description: 'News from both banks'});
    const item = only(feed.items);
    expect(itemText(item)).to.equal('Crowds came.');
    expect(item.datePublished?.toISOString()).to.equal('2004-01-01T16:48:21.000Z');
    expect(item.dateModified?.toISOString()).to.equal('2004-01-02T00:00:00.000Z');
  });
});

describe('XML', () => {
  it('entities are never expanded, whatever declares them', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "/requests">]>
      <rss version="2.0"><channel><title>&b; &x; ok</title></channel></rss>`;
    expect((await parseFeed(bomb)).title).to.equal('&b; &x; ok');
    const tricky = bomb.replace('"ha"', `"]><rss><channel><title>ha</title></channel></rss>"`);
    expect((await failure(parseFeed(tricky))).code).to.equal('parse');
  });

  it('no script in it runs and nothing in it is asked for', async () => {
    const title = document.title;
    const feed = await parseFeed(
      rss(
        `<item><title>A</title><script xmlns="http://www.w3.org/1999/xhtml">document.title = 'run'</script><img xmlns="http://www.w3.org/1999/xhtml" src="/feeds/never.gif" onerror="document.title = 'run'"/></item>`,
      ),
    );
    expect(only(feed.items).title).to.equal('A');
    expect(document.title).to.equal(title);
    expect(performance.getEntriesByType('resource').some(({name}) => name.includes('never.gif'))).to.be.false;
  });

  it('a server’s notices before the feed are passed over', async () => {
    expect((await parseFeed(`Notice: x in <b>/a.php</b> on line 3<br />\n${rss('')}`)).title).to.equal('Tigris Daily');
  });

  it('a prefix that nobody declared is taken for the usual one', async () => {
    const text =
      '<rss version="2.0"><channel><title>T</title><item><title>A</title><media:thumbnail url="https://i.example/a.jpg"/></item></channel></rss>';
    expect(only((await parseFeed(text)).items).image?.url).to.equal('https://i.example/a.jpg');
  });

  it('attributes without quotes and twice are read once', async () => {
    const item = await readRssItem(
      '<title>A</title><enclosure url=https://a.example/a.mp3 url="x" type="audio/mpeg" checked/>',
    );
    expect(only(item.attachments).url).to.equal('https://a.example/a.mp3');
  });

  it('a feed that breaks off gives the items before the break', async () => {
    const text = rss('<item><guid>1</guid><title>A</title></item><item><guid>2</guid><title>B</title></item>');
    const {items} = await parseFeed(text.slice(0, text.indexOf('>B<') + 2));
    expect(items.map(({title}) => title)).to.deep.equal(['A', 'B']);
  });

  it('what is broken beyond mending is refused', async () => {
    const error = await failure(parseFeed('<rss <<<', {url: FEED_URL}));
    expect(error.code).to.equal('parse');
    expect(error.message).to.match(/^https:\S+ is broken XML: .*line (number )?1\b/i);
  });

  it('elements are found under other spellings of their namespaces', async () => {
    const feed = await parseFeed(
      '<rss><channel><item><x:creator xmlns:x="http://purl.org/dc/elements/1.1/">Ann</x:creator><Title>A</Title></item></channel></rss>',
    );
    expect(only(feed.items)).to.deep.include({title: 'A'});
    expect(only(feed.items).authors[0]?.name).to.equal('Ann');
  });

  it('its parser is an option, and its absence is said', async () => {
    let asked = '';
    const xmlParser = (text: string): Document => {
      asked = text;
      return new DOMParser().parseFromString(text, 'application/xml');
    };
    expect((await parseFeed(rss(''), {xmlParser})).title).to.equal('Tigris Daily');
    expect(asked).to.match(/^\s*<rss /);

    const parser = Object.getOwnPropertyDescriptor(globalThis, 'DOMParser') ?? {};
    Reflect.deleteProperty(globalThis, 'DOMParser');
    try {
      const error = await failure(parseFeed(rss(''), {url: FEED_URL}));
      expect(error.code).to.equal('format');
      expect(error.message).to.contain('xmlParser');
    } finally {
      Object.defineProperty(globalThis, 'DOMParser', parser);
    }
  });

  /** The outcome of reading a feed in XML on a page with this policy. */
  async function readUnder(policy: string): Promise<unknown> {
    const script = `import {parseFeed} from '/src/feed/parse.ts';
      parseFeed('<rss><channel><title>T</title></channel></rss>')
        .then(({title}) => title, ({code, message}) => code + ': ' + message)
        .then((outcome) => parent.postMessage(outcome, '*'));`;
    const query = new URLSearchParams({
      type: 'text/html',
      header: `Content-Security-Policy: ${policy}`,
      body: `<!doctype html><script type="module">${script}</script>`,
    });
    const frame = document.createElement('iframe');
    frame.src = `/feeds/page?${query.toString()}`;
    const told = new Promise((resolve) => {
      addEventListener('message', ({source, data}: MessageEvent<unknown>) => {
        if (source === frame.contentWindow) resolve(data);
      });
    });
    document.body.append(frame);
    const outcome = await told;
    frame.remove();
    return outcome;
  }

  it('is read where the page demands Trusted Types, by our policy', async () => {
    expect(await readUnder("require-trusted-types-for 'script'; trusted-types news-elements")).to.equal('T');
  });

  it('is refused, with what to do, where the page allows no policy', async () => {
    expect(await readUnder("require-trusted-types-for 'script'; trusted-types 'none'")).to.match(
      /^blocked: .*Add news-elements/,
    );
  });

  it('a format can be forced, and a wrong one is refused', async () => {
    expect((await parseFeed(rss(''), {format: 'rss'})).format).to.equal('rss');
    expect((await failure(parseFeed('{"title": "A", "items": []}', {format: 'rss'}))).message).to.contain('rss is XML');
    expect((await failure(parseFeed(rss(''), {format: 'mastodon'}))).code).to.equal('format');
    expect((await failure(parseFeed(rss(''), {format: 'nosuch'}))).message).to.contain('no format called “nosuch”');
  });
});
