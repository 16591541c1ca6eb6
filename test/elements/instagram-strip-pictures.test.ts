import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import '../../src/elements/instagram-strip/instagram-strip.js';
import type {InstagramStrip} from '../../src/elements/instagram-strip/instagram-strip.js';
import {PictureErrorEvent} from '../../src/elements/instagram-strip/report-missing.js';
import {expiryOf, pictureOf} from '../../src/elements/instagram-strip/pictures.js';
import {restoreConsole, warnings} from '../browser/page.js';
import {until} from '../browser/until.js';

const photo = (name: string) => `/stories/photos/${name}`;

interface Size {
  mediaUrl: string;
  width: number;
  height: number;
}

function behold(
  ...posts: {sizes?: Record<string, Size>; mediaUrl?: string; thumbnailUrl?: string; caption?: string}[]
) {
  return {
    username: 'twocapitals',
    posts: posts.map((post, n) => ({
      id: String(n),
      timestamp: `2026-03-0${9 - n}T12:00:00+0000`,
      permalink: `https://www.instagram.com/p/${n}/`,
      mediaType: 'IMAGE',
      ...post,
    })),
  };
}

const size = (name: string, width: number): Size => ({mediaUrl: photo(name), width, height: width});

async function strip(feed: unknown): Promise<InstagramStrip> {
  const element = await fixture<InstagramStrip>(
    html`<instagram-strip lang="en" time-zone="UTC" .feed=${feed}></instagram-strip>`,
  );
  await element.feedComplete;
  return element;
}

function images(element: InstagramStrip): HTMLImageElement[] {
  return [...element.renderRoot.querySelectorAll('img')];
}

/** An address of Instagram's file server that expired in 2020, or in 2033. */
const signed = (oe: string) => `https://scontent-xyz1-1.cdninstagram.com/v/t51/1_n.jpg?stp=dst-jpg&oh=abc&oe=${oe}`;
const EXPIRED = signed('5E899C70');

afterEach(restoreConsole);

describe('pictures of <instagram-strip>', () => {
  it('offer the browser every size that the feed gives', async () => {
    const element = await strip(
      behold({
        // Addresses that no other test has asked for: a browser takes a large picture that it has already.
        sizes: {small: size('canyon-640.jpg?sizes', 640), full: size('canyon.jpg?sizes', 1280)},
        mediaUrl: photo('canyon.jpg?sizes'),
      }),
    );
    const [image] = images(element);
    expect(image?.srcset).to.match(/canyon-640\.jpg\?sizes 640w, .*canyon\.jpg\?sizes 1280w$/);
    expect(image?.sizes).to.match(/^auto/);
    expect(image?.loading).to.equal('lazy');
    await until(() => image?.currentSrc.endsWith('canyon-640.jpg?sizes'), 'the small one is enough');
  });

  it('are never asked for at an address that has expired', async () => {
    const element = await strip(
      behold({mediaUrl: EXPIRED, caption: 'Words instead.'}, {mediaUrl: photo('jetty-640.jpg')}),
    );
    expect(images(element)).to.have.length(1);
    expect(element.renderRoot.querySelector('[part=item]')?.textContent).to.contain('Words instead.');
    expect(performance.getEntriesByType('resource').filter(({name}) => name.includes('cdninstagram'))).to.be.empty;
  });

  it('fall back from size to size, then to the file, without a broken picture on the way', async () => {
    const element = await strip(
      behold({
        sizes: {small: size('missing-640.jpg', 640), large: size('missing.jpg', 1280)},
        mediaUrl: photo('jetty-640.jpg'),
      }),
    );
    await until(() => images(element)[0]?.naturalWidth, 'the third address works');
    expect(images(element)[0]?.currentSrc).to.contain('jetty-640.jpg');
  });

  it('give way to a card with the caption when none of their addresses works', async () => {
    const element = await strip(behold({mediaUrl: photo('missing-1.jpg'), caption: 'Low water. #jetty'}));
    await until(() => !images(element).length, 'the picture is given up');
    const item = element.renderRoot.querySelector('[part=item]');
    expect(item?.textContent.trim()).to.equal('Low water.');
    expect(item?.querySelector('a')?.getAttribute('href')).to.equal('https://www.instagram.com/p/0/');
  });

  it('that are missing are told of once: one event with their number, one sentence with what to do', async () => {
    const {sentences} = warnings();
    const events: PictureErrorEvent[] = [];
    const listen = (event: Event) => event instanceof PictureErrorEvent && events.push(event);
    document.addEventListener('picture-error', listen);
    const element = await strip(
      behold({mediaUrl: EXPIRED}, {mediaUrl: photo('missing-2.jpg')}, {mediaUrl: photo('jetty-640.jpg')}),
    );
    await until(() => events.length, 'the event');
    element.requestUpdate();
    await element.updateComplete;
    document.removeEventListener('picture-error', listen);
    expect(events.map(({count, total}) => [count, total])).to.deep.equal([[2, 3]]);
    expect(events[0]?.expired?.toISOString()).to.equal('2020-04-05T08:53:04.000Z');
    expect(sentences()).to.have.length(1);
    expect(sentences()[0])
      .to.contain('2 of 3')
      .and.to.contain('2020-04-05')
      .and.to.contain('2026-03-09')
      .and.to.contain('npx news-elements instagram');
  });

  it('that are missing are told of with the day on which the feed was made, and what to do with such a feed', async () => {
    const {sentences} = warnings();
    const post = {id: '1', media_type: 'IMAGE', media_url: EXPIRED, permalink: 'https://www.instagram.com/p/1/'};
    for (const feed of [
      {...behold({mediaUrl: EXPIRED}), updatedAt: '2026-03-10T04:17:00Z'},
      {last_updated: '2026-03-10T04:17:00Z', data: [post]},
      {data: [post]},
    ]) {
      const before = sentences().length;
      await strip(feed);
      await until(() => sentences().length > before, 'the sentence');
    }
    const [ofBehold, ofInstagram, ofUnknown] = sentences();
    expect(ofBehold).to.contain('was made on 2026-03-10').and.to.contain('the address that Behold gives');
    expect(ofInstagram).to.contain('was made on 2026-03-10').and.to.contain('npx news-elements instagram');
    expect(ofUnknown).to.contain('does not say when it was made');
  });

  it('that are missing are not warned of when the page cancels the event', async () => {
    const {sentences} = warnings();
    const element = await strip(behold({mediaUrl: EXPIRED}));
    setTimeout(() => element.addEventListener('picture-error', (event) => event.preventDefault()));
    await oneEvent(element, 'picture-error');
    expect(sentences()).to.deep.equal([]);
  });

  it('are tried anew with the next feed', async () => {
    const element = await strip(behold({mediaUrl: photo('missing-3.jpg')}));
    await until(() => !images(element).length, 'the picture is given up');
    element.feed = behold({mediaUrl: photo('jetty-640.jpg')});
    element.requestUpdate();
    await until(() => images(element)[0]?.naturalWidth, 'the new picture');
  });
});

describe('the time at which an address expires', () => {
  it('is read from Instagram’s signature', () => {
    expect(expiryOf(EXPIRED)?.toISOString()).to.equal('2020-04-05T08:53:04.000Z');
    expect(expiryOf('https://scontent.xx.fbcdn.net/v/1.jpg?oe=5E899C70')?.getUTCFullYear()).to.equal(2020);
  });

  it('is unknown for other servers, whatever their `oe` means, and for what is no time', () => {
    for (const url of [
      'https://a.example/1.jpg?oe=5E899C70',
      'https://cdninstagram.com.example/1.jpg?oe=5E899C70',
      signed('x'),
      signed(''),
    ])
      expect(expiryOf(url), url).to.equal(undefined);
  });
});

describe('the choice of a picture', () => {
  const image = {url: 'https://a.example/full', width: 1000, sizes: [{url: 'https://a.example/small', width: 300}]};

  it('keeps what is usable of its sizes', () => {
    const medium = {pictures: [image], video: undefined};
    expect(pictureOf(medium, () => true)?.sizes.map(({width}) => width)).to.deep.equal([300, 1000]);
    expect(pictureOf(medium, (url) => !url.endsWith('full'))).to.include({url: 'https://a.example/small'});
    expect(pictureOf(medium, () => false)).to.equal(undefined);
  });

  it('leaves out a srcset that would hide the best one', () => {
    const unmeasured = {pictures: [{...image, width: undefined}], video: undefined};
    expect(pictureOf(unmeasured, () => true)).to.deep.include({url: 'https://a.example/full', sizes: []});
  });
});
