import {expect, fixture, html} from '@open-wc/testing';
import {CONSENT_KEY, revokeConsent} from '../../src/elements/consent.js';
import '../../src/elements/instagram-strip/instagram-strip.js';
import type {InstagramStrip} from '../../src/elements/instagram-strip/instagram-strip.js';
import {isOwnSite} from '../../src/elements/instagram-strip/own-site.js';
import {log, store} from '../browser/fault-page.js';
import {until} from '../browser/until.js';

/** The test server under another name: another site, as far as a browser is concerned. */
const other = `http://127.0.0.1:${location.port}`;

const account = {
  username: 'twocapitals',
  biography: 'Two countries.',
  profilePictureUrl: `${other}/stories/photos/icon.jpg`,
};

function feedWith(...urls: string[]) {
  const posts = urls.map((mediaUrl, n) => ({
    id: String(n),
    permalink: `https://www.instagram.com/p/${n}/`,
    mediaType: 'IMAGE',
    caption: `Post ${n}`,
    mediaUrl,
    children: [
      {id: `${n}a`, mediaType: 'IMAGE', mediaUrl},
      {
        id: `${n}b`,
        mediaType: 'VIDEO',
        mediaUrl: `${other}/stories/photos/jetty.mp4`,
        thumbnailUrl: `${mediaUrl}?still`,
      },
    ],
  }));
  return {...account, posts};
}

async function strip(name: string, {consent = '', urls = [`${other}/stories/photos/jetty-640.jpg?${name}`]} = {}) {
  const element = await fixture<InstagramStrip>(
    html`<instagram-strip
      ask-first
      profile
      lightbox
      lang="en"
      consent=${consent}
      .feed=${feedWith(...urls)}
    ></instagram-strip>`,
  );
  await element.feedComplete;
  return element;
}

function button(element: InstagramStrip, words: string): HTMLButtonElement | undefined {
  return [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.ask button')].find((node) =>
    node.textContent.includes(words),
  );
}

/** Addresses of the other site that the page has asked for since. */
function requests(name: string): string[] {
  return performance
    .getEntriesByType('resource')
    .flatMap((entry) => (entry.name.startsWith(other) && entry.name.includes(name) ? entry.name : []));
}

function foreign(element: InstagramStrip): Element[] {
  return [...element.renderRoot.querySelectorAll(`[src^="${other}"], [srcset*="${other}"], [poster^="${other}"]`)];
}

describe('<instagram-strip ask-first>', () => {
  beforeEach(() => performance.clearResourceTimings());
  afterEach(() => {
    revokeConsent('instagram');
    localStorage.removeItem(CONSENT_KEY);
  });

  // First, since what a reader takes back on a page counts for more than an attribute.
  it('asks nothing where the page has the reader’s consent, by attribute or from its consent manager', async () => {
    const element = await strip('attribute', {consent: 'youtube instagram'});
    expect(foreign(element)).not.to.deep.equal([]);
    const managed = await strip('managed');
    document.dispatchEvent(new CustomEvent('news-consent', {detail: {grant: ['instagram']}}));
    await until(() => foreign(managed).length, 'the pictures');
  });

  it('asks nothing of another site before the reader agrees, and shows the words meanwhile', async () => {
    const element = await strip('before');
    await until(() => button(element, 'Load from'), 'the question');
    expect(foreign(element)).to.deep.equal([]);
    expect(element.renderRoot.querySelector('[part=item]')?.textContent).to.contain('Post 0');
    expect(requests('before')).to.deep.equal([]);
  });

  it('asks nothing in the lightbox either', async () => {
    const element = await strip('lightbox');
    element.renderRoot.querySelector<HTMLElement>('[part=item] [part=link]')?.click();
    await until(() => element.renderRoot.querySelector('dialog')?.open, 'the dialog');
    element.renderRoot.querySelector<HTMLElement>('dialog .next')?.click();
    await element.updateComplete;
    expect(foreign(element)).to.deep.equal([]);
    expect(requests('lightbox')).to.deep.equal([]);
    element.renderRoot.querySelector('dialog')?.close();
  });

  it('names who would learn of the reader', async () => {
    const instagram = await strip('name', {urls: ['https://scontent-a.cdninstagram.com/1.jpg']});
    expect(instagram.renderRoot.querySelector('.ask p')?.textContent)
      .to.contain('Instagram')
      .and.to.contain('127.0.0.1');
  });

  it('loads the pictures of every strip of the page after one agreement, and keeps nothing', async () => {
    const one = await strip('one');
    const two = await strip('two');
    button(one, 'Load from')?.click();
    await until(() => requests('one').length && requests('two').length, 'both load');
    expect(localStorage.getItem(CONSENT_KEY)).to.equal(null);
    expect(two.renderRoot.querySelectorAll('[part=item] img')).to.have.length(1);
  });

  it('remembers only when the reader says so', async () => {
    const element = await strip('always');
    button(element, 'Always')?.click();
    await until(() => foreign(element).length, 'the pictures');
    expect(localStorage.getItem(CONSENT_KEY)).to.equal('instagram');
  });

  it('takes the agreement back, with the focus left on the question', async () => {
    const element = await strip('back');
    button(element, 'Load from')?.click();
    await until(() => button(element, 'Stop'), 'the way back');
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(button(element, 'Stop'));
    button(element, 'Stop')?.click();
    await until(() => button(element, 'Load from'), 'the question again');
    expect(foreign(element)).to.deep.equal([]);
  });

  it('does not ask about pictures of the site’s own', async () => {
    const element = await fixture<InstagramStrip>(
      html`<instagram-strip
        ask-first
        .feed=${{data: [{id: '1', media_type: 'IMAGE', media_url: '/stories/photos/jetty-640.jpg', permalink: 'https://www.instagram.com/p/1/'}]}}
      ></instagram-strip>`,
    );
    await element.feedComplete;
    expect(element.renderRoot.querySelector('[part=item] img')).to.be.instanceOf(HTMLImageElement);
    expect(element.renderRoot.querySelector('.ask')).to.equal(null);
  });

  describe('with a feed on another site', () => {
    const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    /** A feed and a picture of it on the other site, and the addresses under which its server has logged requests. */
    async function elsewhere() {
      const picture = other + (await store({body: SVG, headers: {'content-type': 'image/svg+xml'}}));
      return {feed: other + (await store({body: JSON.stringify(feedWith(picture))})), picture};
    }
    async function asked({feed, picture}: {feed: string; picture: string}): Promise<string[]> {
      return [...(await log(feed)), ...(await log(picture))].map(({url}) => url);
    }
    async function ask(feed: string, consent = ''): Promise<InstagramStrip> {
      const element = await fixture<InstagramStrip>(
        html`<instagram-strip ask-first lang="en" src=${feed} consent=${consent}></instagram-strip>`,
      );
      await until(() => consent || button(element, 'Load from'), 'the question');
      return element;
    }

    it('asks its server for nothing before the reader agrees, whatever the page does', async () => {
      const addresses = await elsewhere();
      const element = await ask(addresses.feed);
      expect(element.renderRoot.querySelector('.ask p')?.textContent).to.contain('127.0.0.1');
      expect(element.renderRoot.querySelector('h2')?.textContent).to.equal('Instagram');
      expect(element.renderRoot.querySelectorAll('.row .picture')).to.have.length(12);
      expect(await element.feedComplete).to.equal(undefined);
      await element.reload();
      element.refreshIfOlder(0);
      element.limit = 3;
      element.remove();
      document.body.append(element);
      await element.feedComplete;
      element.remove();
      expect(await asked(addresses)).to.deep.equal([]);
    });

    it('loads feed and pictures when the reader agrees, and the focus is not lost', async () => {
      const addresses = await elsewhere();
      const element = await ask(addresses.feed);
      button(element, 'Load from')?.click();
      await until(() => element.renderRoot.querySelector('[part=item] img'), 'the pictures');
      await until(() => (element.renderRoot as ShadowRoot).activeElement?.textContent.includes('Stop'), 'the focus');
      await until(async () => (await asked(addresses)).length > 1, 'both requests');
    });

    it('shows what the page has put there meanwhile', async () => {
      const {feed} = await elsewhere();
      const element = await fixture<InstagramStrip>(
        html`<instagram-strip ask-first lang="en" src=${feed}><p>Our pictures are on Instagram.</p></instagram-strip>`,
      );
      await until(() => button(element, 'Load from'), 'the question');
      expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it('loads at once where the page has the reader’s consent', async () => {
      const {feed} = await elsewhere();
      await ask(feed);
      document.dispatchEvent(new CustomEvent('news-consent', {detail: {grant: ['instagram']}}));
      const element = await ask(feed, 'instagram');
      expect((await element.feedComplete)?.title).to.equal('@twocapitals');
    });

    it('asks for a feed of several addresses when one of them is of another site', async () => {
      const addresses = await elsewhere();
      const own = await store({body: JSON.stringify(feedWith())});
      await ask(`${own} ${addresses.feed}`);
      expect(await asked(addresses)).to.deep.equal([]);
      expect(await log(own)).to.deep.equal([]);
    });
  });

  it('passes axe while it asks', async () => {
    await expect(await strip('axe')).to.be.accessible();
  });

  it('takes the page’s host and those below it for its own', () => {
    expect(isOwnSite(location.href)).to.equal(true);
    expect(isOwnSite(`http://media.${location.hostname}/1.jpg`)).to.equal(true);
    for (const url of ['https://example.com/', `https://evil${location.hostname}/`, 'https://localhost.example/'])
      expect(isOwnSite(url), url).to.equal(false);
  });
});
