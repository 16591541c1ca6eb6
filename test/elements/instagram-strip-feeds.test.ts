import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/instagram-strip/instagram-strip.js';
import type {InstagramStrip} from '../../src/elements/instagram-strip/instagram-strip.js';
import {pictureOf} from '../../src/elements/instagram-strip/pictures.js';
import {selectStrip} from '../../src/elements/instagram-strip/select.js';
import type {Image} from '../../src/feed/feed.js';
import {parseFeed} from '../../src/feed/parse.js';
import {find, openPage, SCRIPT, store} from '../browser/fault-page.js';
import {until} from '../browser/until.js';

const read = (feed: unknown, url = location.href) => parseFeed(JSON.stringify(feed), {url});

const photos = new URL('/stories/photos/', location.href).href;

const beholdPost = {
  id: '1',
  permalink: 'https://www.instagram.com/p/1/',
  mediaType: 'IMAGE',
  mediaUrl: `${photos}canyon.jpg`,
  thumbnailUrl: `${photos}canyon-640.jpg?still`,
  caption: 'A canyon.',
  sizes: {
    small: {mediaUrl: `${photos}canyon-640.jpg`, width: 640, height: 427},
    full: {mediaUrl: `${photos}canyon.jpg`, width: 1600, height: 1067},
  },
  colorPalette: {dominant: '176, 92, 60', muted: '1, 2, 3'},
};

const status = {
  id: '9',
  uri: 'https://m.example/9',
  url: 'https://m.example/@a/9',
  created_at: '2026-03-01T12:00:00.000Z',
  content: '<p>At the jetty</p>',
  account: {acct: 'a', display_name: 'A', url: 'https://m.example/@a'},
  media_attachments: [
    {
      id: '2',
      type: 'image',
      url: `${photos}jetty.jpg`,
      preview_url: `${photos}jetty-640.jpg`,
      description: 'A jetty',
      blurhash: 'UBL_:rOpGG-;~qRjWBay',
      meta: {
        focus: {x: -0.5, y: 1},
        original: {width: 1600, height: 1067},
        small: {width: 640, height: 427},
      },
    },
  ],
};

async function shown(feed: unknown): Promise<InstagramStrip> {
  const element = await fixture<InstagramStrip>(html`<instagram-strip lang="en" .feed=${feed}></instagram-strip>`);
  await element.feedComplete;
  return element;
}

const styleOf = (element: Element) =>
  getComputedStyle(element.shadowRoot?.querySelector('[part=item] [part=image]') ?? element);

describe('what <instagram-strip> shows of a feed', () => {
  it('who the account is, from what stands beside Instagram’s posts', async () => {
    const feed = await read(
      {
        username: 'twocapitals',
        name: 'Two Capitals',
        biography: 'Two countries.\nOne newsroom.',
        website: 'https://www.twocapitals.example/',
        profile_picture_url: 'profile.jpg',
        last_updated: '2026-03-06T04:17:00.000Z',
        data: [{id: '1', media_type: 'IMAGE', media_url: '1.jpg', permalink: 'https://www.instagram.com/p/1/'}],
      },
      'https://a.example/instagram/instagram.json',
    );
    expect(feed).to.deep.include({
      title: 'Two Capitals',
      description: 'Two countries.\nOne newsroom.',
      icon: 'https://a.example/instagram/profile.jpg',
      homePageUrl: 'https://www.instagram.com/twocapitals/',
      dateModified: new Date('2026-03-06T04:17:00.000Z'),
      links: [{title: 'twocapitals.example', url: 'https://www.twocapitals.example/'}],
    });
    const element = await fixture<InstagramStrip>(
      html`<instagram-strip profile lang="en" .feed=${feed}></instagram-strip>`,
    );
    await element.feedComplete;
    const box = element.renderRoot.querySelector('[part=profile]');
    expect(box?.querySelector('[part=headline]')?.textContent).to.equal('Two Capitals');
    expect(box?.querySelector('.handle a')?.getAttribute('href')).to.equal('https://www.instagram.com/twocapitals/');
    expect(box?.querySelector('[part=summary]')?.textContent).to.equal('Two countries.\nOne newsroom.');
  });

  it('an album or a video as what it is, though the feed names only its first picture', async () => {
    const behold = await read([
      {...beholdPost, id: '1', mediaType: 'CAROUSEL_ALBUM'},
      {...beholdPost, id: '2', mediaType: 'VIDEO', mediaUrl: undefined},
    ]);
    expect(selectStrip(behold, 9).posts.map(({kind}) => kind)).to.deep.equal(['album', 'video']);
    const instagram = await read([
      {id: '1', media_type: 'CAROUSEL_ALBUM', media_url: '1.jpg', permalink: 'https://www.instagram.com/p/1/'},
      {id: '2', media_type: 'VIDEO', permalink: 'https://www.instagram.com/p/2/', caption: 'With music.'},
      {id: '3', media_type: 'IMAGE', media_url: '3.jpg', permalink: 'https://www.instagram.com/p/3/'},
    ]);
    expect(selectStrip(instagram, 9).posts.map(({kind}) => kind)).to.deep.equal(['album', 'video', 'photo']);
  });

  it('all sizes of a Mastodon picture, and all or none: a browser told of one never asks for another', async () => {
    const [item] = (await read([status])).items;
    expect(item?.image?.sizes.map(({width}) => width)).to.deep.equal([640, 1600]);
    const [attachment] = status.media_attachments;
    const halfKnown = {...attachment, meta: {small: {width: 640, height: 427}}};
    const [other] = (await read([{...status, media_attachments: [halfKnown]}])).items;
    expect(other?.image?.sizes).to.deep.equal([]);
    expect(other?.image?.fallback).to.equal(`${photos}jetty-640.jpg`);
  });

  it('the still that Behold gives beside the sizes, when no size works', async () => {
    const [item] = (await read([beholdPost])).items;
    const image = item?.image as Image;
    expect(image.fallback).to.equal(`${photos}canyon-640.jpg?still`);
    const medium = {pictures: [image], video: undefined};
    expect(pictureOf(medium, (url) => url.endsWith('?still'))?.url).to.equal(`${photos}canyon-640.jpg?still`);
    expect(pictureOf(medium, () => false)).to.equal(undefined);
  });

  it('the pictures of RSS, as media and as enclosures', async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
      <title>Pictures</title><link>${location.origin}/</link>
      <item><guid>1</guid><link>https://a.example/1</link><title>Low water</title>
        <media:content url="${photos}jetty.jpg" medium="image" width="1600" height="1067"><media:description>A jetty</media:description></media:content></item>
      <item><guid>2</guid><link>https://a.example/2</link><title>Dusk</title>
        <enclosure url="${photos}canyon.jpg" type="image/jpeg" length="1"/></item>
    </channel></rss>`;
    const element = await shown(rss);
    const images = [...element.renderRoot.querySelectorAll<HTMLImageElement>('[part=item] > a > img')];
    expect(images.map(({src}) => src)).to.deep.equal([`${photos}jetty.jpg`, `${photos}canyon.jpg`]);
    expect(images.every(({alt}) => alt)).to.equal(true);
  });

  it('a box of the picture’s own colour, and of no colour that is none', async () => {
    expect(styleOf(await shown([beholdPost])).backgroundColor).to.equal('rgb(176, 92, 60)');
    for (const dominant of ['red', '1, 2', 'url(https://evil.example/)', '1, 2, 3); color: red', 7]) {
      const feed = await read([{...beholdPost, colorPalette: {dominant}}]);
      expect(feed.items[0]?.image?.color, String(dominant)).to.equal(undefined);
    }
  });

  it('what its author has marked as most important, in the square too', async () => {
    const element = await shown([status]);
    expect(styleOf(element).objectPosition).to.equal('25% 0%');
    expect(styleOf(await shown([beholdPost])).objectPosition).to.equal('50% 50%');
    for (const focus of [{x: 2, y: 0}, {x: '0', y: 0}, {x: 0}, null]) {
      const [attachment] = status.media_attachments;
      const feed = await read([{...status, media_attachments: [{...attachment, meta: {focus}}]}]);
      expect(feed.items[0]?.image?.focus).to.equal(undefined);
    }
  });

  it('colour and focus under a policy that forbids style attributes', async () => {
    const csp = `default-src 'none'; script-src ${location.origin}; style-src 'nonce-x'; connect-src ${location.origin}; img-src ${location.origin}`;
    const src = await store({body: JSON.stringify([status])});
    const second = await store({body: JSON.stringify([beholdPost])});
    const page = await openPage({
      headers: {'content-security-policy': csp},
      head: SCRIPT,
      body: `<instagram-strip id="status" src="${src}"></instagram-strip><instagram-strip id="behold" src="${second}"></instagram-strip>`,
    });
    const violations: string[] = [];
    page.addEventListener('securitypolicyviolation', ({effectiveDirective}) => violations.push(effectiveDirective));
    const image = (id: string) => find(page, `#${id}`).shadowRoot?.querySelector('[part=item] [part=image]');
    await until(() => image('status') && image('behold'), 'both strips');
    const style = (id: string) => page.getComputedStyle(image(id) ?? page.document.body);
    expect(style('status').objectPosition).to.equal('25% 0%');
    expect(style('behold').backgroundColor).to.equal('rgb(176, 92, 60)');
    expect(violations).to.deep.equal([]);
  });
});

describe('sensitive posts in <instagram-strip>', () => {
  const sensitive = {...status, sensitive: true};
  const lightbox = async (feed: unknown) => {
    const element = await fixture<InstagramStrip>(
      html`<instagram-strip lightbox lang="en" .feed=${feed}></instagram-strip>`,
    );
    await element.feedComplete;
    return element;
  };
  const images = (element: InstagramStrip) => element.renderRoot.querySelectorAll('img').length;

  it('are covered until the reader asks for one of them, which nothing else uncovers', async () => {
    const element = await lightbox([sensitive, {...sensitive, id: '8', url: 'https://m.example/@a/8'}]);
    const buttons = () => [...element.renderRoot.querySelectorAll<HTMLElement>('[part=item] > button:not([part])')];
    expect(images(element)).to.equal(0);
    expect(buttons().map(({textContent}) => textContent)).to.deep.equal(
      Array.from({length: 2}, () => 'Not everyone may want to see this.Show'),
    );
    expect(element.renderRoot.textContent).not.to.contain('A jetty');
    buttons()[0]?.click();
    await until(() => images(element) === 1, 'one picture');
    expect(buttons()).to.have.length(1);
    element.limit = 1;
    await element.updateComplete;
    expect(images(element)).to.equal(1);
  });

  it('are covered in the lightbox too, where the focus stays inside when they are shown', async () => {
    const element = await lightbox([{...status, id: '10', created_at: '2026-03-02T12:00:00.000Z'}, sensitive]);
    element.renderRoot.querySelector<HTMLElement>('[part=item] > [part=link]')?.click();
    const dialog = () => element.renderRoot.querySelector('dialog');
    await until(() => dialog()?.open, 'the dialog');
    dialog()?.querySelector<HTMLElement>('.next')?.click();
    await element.updateComplete;
    expect(dialog()?.querySelectorAll('img')).to.have.length(0);
    const show = dialog()?.querySelector<HTMLElement>('.reveal');
    show?.focus();
    show?.click();
    await until(() => dialog()?.querySelector('img'), 'the picture');
    expect(dialog()?.contains((element.renderRoot as ShadowRoot).activeElement)).to.equal(true);
    await expect(element).to.be.accessible();
    dialog()?.close();
  });

  it('passes axe while it covers', async () => {
    await expect(await lightbox([sensitive])).to.be.accessible();
  });
});
