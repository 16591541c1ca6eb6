import {expect} from '@open-wc/testing';
import {parseFeed} from '../../src/feed/parse.js';
import {itemText} from '../../src/feed/plain-text.js';
import {only, readFixture} from './read-fixture.js';

const WORDPRESS = 'https://news.example/wp-json/wp/v2/posts?_embed&per_page=3';

describe('WordPress posts', () => {
  it('reads a post with what is embedded', async () => {
    const feed = await readFixture('wordpress/embedded.json', {url: WORDPRESS});
    expect(feed).to.include({format: 'wordpress', homePageUrl: 'https://news.example/', dropped: 1});
    const [post] = feed.items;
    expect(post).to.deep.include({
      id: '17',
      url: 'https://news.example/2022/bridge/',
      title: '“The bridge” & a tag: <i>',
      summary: 'Crowds came at dawn…',
      tags: ['Mosul', 'Old & new'],
      authors: [{name: 'Ann & Co', url: 'https://news.example/author/ann/', avatar: 'https://g.example/96'}],
    });
    expect(post && itemText(post)).to.equal('Crowds came.');
    expect(post?.contentHtml?.baseUrl).to.equal('https://news.example/2022/bridge/');
    expect(post?.datePublished?.toISOString()).to.equal('2022-04-05T18:03:09.000Z');
    expect(post?.dateModified?.toISOString()).to.equal('2022-04-06T00:00:00.000Z');
  });

  it('takes the sizes of the picture, and not its crops', async () => {
    const [post] = (await readFixture('wordpress/embedded.json')).items;
    expect(post?.image).to.deep.equal({
      url: 'https://news.example/up/bridge.jpg',
      alt: 'The bridge at dawn',
      caption: 'Photo: Ann',
      width: 1200,
      height: 800,
      sizes: [
        {url: 'https://news.example/up/bridge-300x200.jpg', width: 300},
        {url: 'https://news.example/up/bridge.jpg', width: 1200},
      ],
    });
  });

  it('does without: errors in the place of what is embedded, a date without a zone, no featured picture', async () => {
    const post = (await readFixture('wordpress/embedded.json')).items[1];
    expect(post).to.deep.include({authors: [], tags: []});
    expect(post?.datePublished?.toISOString()).to.equal('2022-04-01T10:00:00.000Z');
    expect(post?.image).to.deep.include({
      url: 'https://news.example/2022/plain/photo.jpg',
      alt: 'A boat',
      inBody: true,
    });
  });

  it('reads as few fields as `_fields` asked for, and a single post', async () => {
    const few = await parseFeed('[{"id": 1, "link": "https://a.example/1", "title": {"rendered": "A"}}, null]');
    expect(few).to.include({format: 'wordpress', dropped: 1});
    expect(few.items[0]).to.include({title: 'A', url: 'https://a.example/1'});
    const one = await parseFeed('{"id": 1, "link": "https://a.example/1", "excerpt": {"rendered": "<p>A</p>"}}');
    expect(only(one.items).summary).to.equal('A');
  });

  it('takes each name of a term once, and none for what is in no category', async () => {
    const terms = [[{name: 'Uncategorized', slug: 'uncategorized'}, {name: 'Design'}], [{name: 'Design'}]];
    const post = {id: 1, title: {rendered: 'A'}, _embedded: {'wp:term': terms}};
    expect(only((await parseFeed(JSON.stringify([post]))).items).tags).to.deep.equal(['Design']);
  });

  it('knows the site by the address of its interface alone', async () => {
    const home = async (url: string) => (await parseFeed('[]', {url})).homePageUrl;
    expect(await home('https://a.example/news/wp-json/wp/v2/posts')).to.equal('https://a.example/news/');
    expect(await home('https://a.example/index.php?rest_route=/wp/v2/posts')).to.equal('https://a.example/');
    expect(await home('https://a.example/saved/posts.json')).to.be.undefined;
  });

  it('has a next page when this one is full', async () => {
    const post = (id: number) => ({id, title: {rendered: 'A'}});
    const next = async (count: number, url: string) =>
      (await parseFeed(JSON.stringify(Array.from({length: count}, (_, id) => post(id + 1))), {url})).nextUrl;
    expect(await next(10, 'https://a.example/wp-json/wp/v2/posts')).to.equal(
      'https://a.example/wp-json/wp/v2/posts?page=2',
    );
    expect(await next(3, 'https://a.example/wp-json/wp/v2/posts?per_page=3&page=4')).to.contain('page=5');
    expect(await next(9, 'https://a.example/wp-json/wp/v2/posts')).to.be.undefined;
    expect(await next(10, 'https://a.example/saved/posts.json')).to.be.undefined;
  });

  it('an empty list is a feed in which nothing has been published yet', async () => {
    expect((await parseFeed('[]')).items).to.be.empty;
  });
});

describe('Wikimedia on this day', () => {
  const url = (list: string) => `https://api.wikimedia.org/feed/v1/wikipedia/en/onthisday/${list}/02/06`;

  it('reads every list, and each entry knows its lists, its day and its year', async () => {
    const feed = await readFixture('wikimedia/all.json', {url: url('all')});
    expect(feed).to.include({format: 'wikimedia', title: 'Wikipedia', language: 'en', dropped: 1});
    expect(feed.items.map(({title, tags, eventDate}) => ({title, tags, eventDate}))).to.deep.equal([
      {
        title: 'The bridge over the Tigris is opened.',
        tags: ['selected', 'events'],
        eventDate: {year: 1934, month: 2, day: 6},
      },
      {title: 'A treaty is signed.', tags: ['events'], eventDate: {year: -38, month: 2, day: 6}},
      {title: 'Ann Lee, poet', tags: ['births'], eventDate: {year: 1900, month: 2, day: 6}},
      {title: 'Day of the River', tags: ['holidays'], eventDate: {month: 2, day: 6}},
    ]);
  });

  it('the articles are links, and the first picture is the item’s', async () => {
    const [item] = (await readFixture('wikimedia/all.json', {url: url('all')})).items;
    expect(item?.url).to.equal('https://en.wikipedia.org/wiki/Old_Bridge');
    expect(item?.links).to.deep.equal([
      {title: 'Old Bridge', url: 'https://en.wikipedia.org/wiki/Old_Bridge'},
      {title: 'Tigris', url: 'https://en.wikipedia.org/wiki/Tigris'},
    ]);
    expect(item?.image).to.deep.include({
      url: 'https://upload.example/320px-a.jpg',
      width: 320,
      alt: 'Old Bridge',
      sizes: [{url: 'https://upload.example/320px-a.jpg', width: 320}],
    });
  });

  it('reads one list, also as a plain array, and a day’s featured content', async () => {
    const entry = {text: 'Ann Lee, poet', year: 1900, pages: []};
    for (const [json, address, tag] of [
      [{deaths: [entry]}, url('deaths'), 'deaths'],
      [[entry], url('births'), 'births'],
      [[entry], url('selected'), 'selected'],
      [[entry], undefined, 'events'],
      [{onthisday: [entry], tfa: {}}, undefined, 'selected'],
    ] as const)
      expect(only((await parseFeed(JSON.stringify(json), {url: address})).items).tags).to.deep.equal([tag]);
  });

  it('without a day in the address only the year is known', async () => {
    for (const [address, eventDate] of [
      [undefined, {year: 1900}],
      ['https://a.example/day.json', {year: 1900}],
      ['https://a.example/13/40', {year: 1900}],
      ['https://a.example/days/02-29.json', {year: 1900, month: 2, day: 29}],
      ['https://a.example/02/06/?x=1', {year: 1900, month: 2, day: 6}],
    ] as const) {
      const feed = await parseFeed('[{"text": "A", "year": 1900, "pages": []}]', {url: address});
      expect(only(feed.items).eventDate, String(address)).to.deep.equal(eventDate);
    }
  });
});

describe('Instagram API media', () => {
  it('reads pictures, videos and albums, and needs no caption', async () => {
    const feed = await readFixture('instagram/api-answer.json');
    expect(feed).to.include({
      format: 'instagram',
      title: '@tigris',
      homePageUrl: 'https://www.instagram.com/tigris/',
      dropped: 1,
    });
    const [picture, video, album] = feed.items;
    expect(picture).to.deep.include({contentText: 'Dawn 𝗗𝗔𝗡𝗞𝗘 #mosul', url: 'https://www.instagram.com/p/1/'});
    expect(picture?.datePublished?.toISOString()).to.equal('2024-03-01T08:30:00.000Z');
    expect(picture?.image?.alt).to.equal('A bridge at dawn');
    expect(video?.attachments[0]).to.deep.include({url: 'https://cdn.example/2.jpg', mimeType: 'image/jpeg'});
    expect(album?.attachments.map(({url, mimeType}) => `${url} ${mimeType}`)).to.deep.equal([
      'https://cdn.example/31.jpg image/jpeg',
      'https://cdn.example/32.mp4 video/mp4',
    ]);
  });

  it('never follows the address of the next page, which has the token', async () => {
    expect(JSON.stringify(await readFixture('instagram/api-answer.json'))).not.to.contain('SECRET');
  });

  it('reads posts alone, as saved, one post, and posts by id', async () => {
    const post = {id: '1', media_type: 'IMAGE', media_url: 'https://cdn.example/1.jpg'};
    for (const json of [[post], {media: [post]}, {data: [post]}, post, {1: post}, {mentioned_media: post, id: '9'}]) {
      const feed = await parseFeed(JSON.stringify(json));
      expect(feed.format).to.equal('instagram');
      expect(only(feed.items).id).to.equal('1');
    }
  });

  it('what Instagram’s own web pages load is not taken for it', async () => {
    for (const json of [
      {items: [{media_type: 1, pk: '1'}], title: null},
      {data: {user: {}}},
      {data: [{timestamp: 'x', text: 'y', id: '1'}]},
    ])
      expect((await parseFeed(JSON.stringify(json)).catch(() => ({format: 'refused'}))).format).not.to.equal(
        'instagram',
      );
  });
});

describe('Behold', () => {
  it('v2: reads the account, the sizes and the albums', async () => {
    const feed = await readFixture('behold/v2.json');
    expect(feed).to.include({
      format: 'behold',
      title: '@tigris',
      description: 'News from both banks',
      icon: 'https://cdn.example/me.jpg',
    });
    const [picture, album] = feed.items;
    expect(picture?.image).to.deep.include({
      url: 'https://behold.example/1-f.webp',
      width: 1440,
      height: 1800,
      alt: 'A bridge',
    });
    expect(picture?.image?.sizes.map(({width}) => width)).to.deep.equal([400, 700, 1000, 1440]);
    expect(picture).to.deep.include({tags: ['mosul'], contentText: 'Dawn #mosul'});
    expect(album?.attachments.map(({mimeType}) => mimeType)).to.deep.equal(['video/mp4', 'image/jpeg']);
    expect(album?.attachments[0]?.image?.url).to.equal('https://cdn.example/21.jpg');
  });

  it('v1: is the posts alone', async () => {
    const feed = await parseFeed(
      '[{"id": "1", "mediaType": "IMAGE", "mediaUrl": "https://cdn.example/1.jpg", "permalink": "https://i.example/1"}]',
    );
    expect(feed.format).to.equal('behold');
    expect(only(feed.items).image?.url).to.equal('https://cdn.example/1.jpg');
  });

  it('saved again with an account and relative pictures', async () => {
    const feed = await parseFeed(
      '{"account": "tigris", "posts": [{"id": "1", "mediaType": "IMAGE", "image": "img/1.jpg", "permalink": "https://i.example/1"}]}',
      {url: 'https://a.example/data/i.json'},
    );
    expect(feed.title).to.equal('@tigris');
    expect(only(feed.items).image?.url).to.equal('https://a.example/data/img/1.jpg');
  });
});

describe('Mastodon statuses', () => {
  const url = 'https://social.example/api/v1/accounts/1/statuses?limit=3';

  it('reads the account and its statuses', async () => {
    const feed = await readFixture('mastodon/statuses.json', {url});
    expect(feed).to.include({
      format: 'mastodon',
      title: 'Tigris Daily',
      description: 'News from both banks',
      homePageUrl: 'https://social.example/@tigris',
      icon: 'https://social.example/a.png',
    });
    const [status] = feed.items;
    expect(status).to.deep.include({
      id: '103',
      url: 'https://social.example/@tigris/103',
      title: undefined,
      tags: ['mosul'],
      language: 'en',
    });
    expect(status && itemText(status)).to.equal('Dawn over #mosul');
    expect(status?.image).to.deep.include({
      url: 'https://files.example/1.jpg',
      alt: 'A bridge at dawn',
      width: 1200,
      height: 800,
      sizes: [
        {url: 'https://files.example/1-small.jpg', width: 600},
        {url: 'https://files.example/1.jpg', width: 1200},
      ],
      fallback: 'https://files.example/1-small.jpg',
    });
    expect(status?.attachments[1]).to.deep.include({mimeType: 'video/mp4', durationInSeconds: 12.5});
    expect(status?.attachments).to.have.length(2);
  });

  it('what is sensitive has its warning as title and no picture for a card', async () => {
    const status = (await readFixture('mastodon/statuses.json', {url})).items[1];
    expect(status).to.deep.include({title: 'Loud noises', image: undefined});
    expect(status?.attachments).to.have.length(1);
  });

  it('a boost is what was boosted, by its author', async () => {
    const status = (await readFixture('mastodon/statuses.json', {url})).items[2];
    expect(status).to.include({
      id: '101',
      url: 'https://other.example/@ann/77',
      externalUrl: 'https://elsewhere.example/a',
    });
    expect(status?.authors[0]?.name).to.equal('Ann Lee');
    expect(status?.image?.url).to.equal('https://elsewhere.example/a.jpg');
  });

  it('older statuses are those below the last id', async () => {
    expect((await readFixture('mastodon/statuses.json', {url})).nextUrl).to.equal(`${url}&max_id=101`);
    expect((await readFixture('mastodon/statuses.json')).nextUrl).to.be.undefined;
  });
});

describe('schema.org', () => {
  it('reads the publisher', async () => {
    const feed = await readFixture('schema-org/graph.json');
    expect(feed).to.deep.include({
      format: 'schema-org',
      title: 'Tigris Daily',
      description: 'News from both banks',
      homePageUrl: 'https://news.example/',
      icon: 'https://news.example/logo.png',
      links: [{title: 'social.example', url: 'https://social.example/@tigris'}],
      address: '1 River Street\nMosul\nIraq',
      dropped: 1,
    });
    expect(feed.authors[0]).to.include({name: 'Ann Lee', url: 'https://news.example/ann'});
  });

  it('reads the articles of a list', async () => {
    const [item, second] = (await readFixture('schema-org/graph.json')).items;
    expect(item).to.deep.include({
      id: 'https://news.example/1#article',
      url: 'https://news.example/1',
      title: 'The bridge & the river',
      summary: 'Crowds came.',
      contentText: 'Crowds came at dawn.',
      kicker: 'Mosul',
      tags: ['bridge', 'river'],
      language: 'en',
    });
    expect(item?.authors.map(({name}) => name)).to.deep.equal(['Ben Ali', 'Cara Day']);
    expect(item?.datePublished?.toISOString()).to.equal('2022-04-05T15:03:09.000Z');
    expect(item?.image).to.deep.include({width: 1200, height: 800, caption: 'At dawn', credit: 'A. Photographer'});
    expect(second).to.deep.include({url: 'https://news.example/2', tags: ['a', 'b']});
    expect(second?.image?.url).to.equal('https://news.example/2.jpg');
  });

  it('reads an article alone, several, and a list of nothing but addresses', async () => {
    const article = {'@type': 'NewsArticle', url: 'https://a.example/1', headline: 'A'};
    for (const json of [{'@context': 'https://schema.org', ...article}, [article], {'@graph': [article]}])
      expect(only((await parseFeed(JSON.stringify(json))).items).title).to.equal('A');
    const list = {'@type': 'ItemList', itemListElement: [{'@type': 'ListItem', url: 'https://a.example/1', name: 'A'}]};
    expect(only((await parseFeed(JSON.stringify(list))).items)).to.include({title: 'A', url: 'https://a.example/1'});
  });

  it('an organisation alone is a feed without items', async () => {
    const feed = await parseFeed(
      '{"@context": "https://schema.org", "@type": "NewsMediaOrganization", "name": "Tigris Daily"}',
    );
    expect(feed.title).to.equal('Tigris Daily');
    expect(feed.items).to.be.empty;
  });
});
