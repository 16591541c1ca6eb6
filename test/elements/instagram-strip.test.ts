import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../src/elements/instagram-strip/instagram-strip.js';
import type {InstagramStrip} from '../../src/elements/instagram-strip/instagram-strip.js';
import media from '../fixtures/instagram/media.json' with {type: 'json'};
import {until} from '../browser/until.js';

function all(element: InstagramStrip, selector: string): Element[] {
  return [...element.renderRoot.querySelectorAll(selector)];
}

async function shown(template: TemplateResult): Promise<InstagramStrip> {
  const element = await fixture<InstagramStrip>(template);
  await element.feedComplete;
  return element;
}

function strip(feed: unknown = media): Promise<InstagramStrip> {
  return shown(html`<instagram-strip lang="en" time-zone="UTC" .feed=${feed}></instagram-strip>`);
}

describe('<instagram-strip>', () => {
  it('shows the newest posts as links to their permalinks, each with alternative text', async () => {
    const element = await strip();
    expect(all(element, '[part=item] > a').map((link) => link.getAttribute('href'))).to.deep.equal(
      media.data.map(({permalink}) => permalink),
    );
    expect(all(element, 'img').map((image) => image.getAttribute('alt'))).to.deep.equal([
      'DANKE LENA. Five years and ninety games end on Sunday. She leaves for a club in the north.',
      'Low water at the Basra jetty this morning, says @harbour.pilot.',
      'Two days in the mountains',
      'Photo by @twocapitals, March 2, 2026',
    ]);
  });

  it('tells videos and albums apart by an icon that has a name', async () => {
    const element = await strip();
    const names = all(element, '[part=item]').map((item) =>
      item.querySelector('[role=img]')?.getAttribute('aria-label'),
    );
    expect(names).to.deep.equal([undefined, 'Video', 'Album', undefined, undefined]);
  });

  it('shows the words of a post that has no picture', async () => {
    const element = await strip();
    expect(all(element, '[part=item]').at(-1)?.textContent).to.contain('The words of a post');
  });

  it('names the account beside the heading, and links to its profile', async () => {
    const element = await strip();
    const link = element.renderRoot.querySelector('.aside a');
    expect(element.renderRoot.querySelector('h2')?.textContent).to.equal('Instagram');
    expect(link?.textContent).to.equal('@twocapitals');
    expect(link?.getAttribute('href')).to.equal('https://www.instagram.com/twocapitals/');
  });

  it('shows squares: five and a part of the sixth in a wide row, two and a part in a narrow one', async () => {
    const element = await strip();
    const square = () => all(element, 'img')[0]?.getBoundingClientRect() ?? new DOMRect();
    element.style.width = '1000px';
    expect(square().width).to.be.closeTo((1000 - 40) / 5.4, 0.5);
    expect(square().height).to.be.closeTo(square().width, 0.5);
    element.style.width = '320px';
    expect(square().width).to.be.closeTo(0.38 * 320, 0.5);
  });

  it('shows no more than its limit, and leaves out what omit names', async () => {
    const element = await shown(html`<instagram-strip limit="2" omit="badge aside" .feed=${media}></instagram-strip>`);
    expect(all(element, '[part=item]')).to.have.length(2);
    expect(all(element, '[part=badge], .aside')).to.be.empty;
  });

  it('scrolls with real buttons by what is shown, and dims them at the ends', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const page = await fixture(
        html`<div dir=${dir}><instagram-strip lang="en" .feed=${media}></instagram-strip></div>`,
      );
      const element = page.querySelector('instagram-strip');
      if (!element) throw new Error('no strip');
      element.style.width = '320px';
      await element.feedComplete;
      const button = (name: string) => element.renderRoot.querySelector<HTMLButtonElement>(`button.${name}`);
      const list = element.renderRoot.querySelector('[part=list]');
      await until(() => button('next'), 'the buttons');
      await until(() => button('previous')?.disabled === true, `the beginning, ${dir}`);
      expect(button('next')?.getAttribute('aria-label')).to.equal('Next');
      button('next')?.click();
      await until(() => Math.abs(list?.scrollLeft ?? 0) > 100, 'it scrolls');
      expect(Math.sign(list?.scrollLeft ?? 0), dir).to.equal(dir === 'rtl' ? -1 : 1);
      await until(() => button('previous')?.disabled === false, 'the way back');
      list?.scrollTo({left: dir === 'rtl' ? -2000 : 2000, behavior: 'instant'});
      await until(() => button('next')?.disabled === true, 'the end');
    }
  });

  it('has no buttons where nothing is hidden', async () => {
    const element = await shown(html`<instagram-strip limit="2" .feed=${media}></instagram-strip>`);
    element.style.width = '1000px';
    await until(() => !element.renderRoot.querySelector('[part=controls]'), 'the buttons go');
  });

  it('has no buttons in another layout, and has them again in a strip', async () => {
    const element = await strip();
    element.style.width = '320px';
    const controls = () => element.renderRoot.querySelector('[part=controls]');
    await until(controls, 'the buttons');
    element.layout = 'grid';
    await until(() => !controls(), 'they go');
    element.layout = 'strip';
    await until(controls, 'they are back');
  });

  it('never bothers the page’s error handler, even where a theme’s buttons take space from the posts', async () => {
    const seen: unknown[] = [];
    const {onerror} = window;
    window.onerror = (message) => seen.push(message) > 0;
    try {
      const page = await fixture(
        html`<div>
          <style>
            instagram-strip::part(controls) {
              block-size: 100px;
              float: inline-start;
              inline-size: 100px;
            }
          </style>
          <instagram-strip lang="en" .feed=${media}></instagram-strip>
        </div>`,
      );
      const element = page.querySelector('instagram-strip');
      const list = () => element?.renderRoot.querySelector('[part=list]')?.clientWidth;
      for (const width of [2400, 320]) {
        if (element) element.style.width = `${width}px`;
        await until(() => list() === (width > 1000 ? width : width - 100), `${width}px`);
        for (let n = 0; n < 4; n++) await new Promise(requestAnimationFrame);
      }
    } finally {
      window.onerror = onerror;
    }
    expect(seen).to.deep.equal([]);
  });

  const several = (count: number) => ({
    data: Array.from({length: count}, (_, n) => ({...media.data[0], id: String(n)})),
  });

  it('lays posts out in columns by its own width', async () => {
    const element = await shown(html`<instagram-strip layout="grid" .feed=${several(12)}></instagram-strip>`);
    const rows = () => new Set(all(element, 'li').map((node) => Math.round(node.getBoundingClientRect().top))).size;
    for (const [width, count] of [
      [900, 2],
      [700, 3],
      [320, 4],
    ] as const) {
      element.style.width = `${width}px`;
      expect(rows(), `${width}px`).to.equal(count);
    }
  });

  it('lays posts out in a mosaic that has no hole but at its end, however many they are', async () => {
    const element = await shown(html`<instagram-strip layout="mosaic" .feed=${several(12)}></instagram-strip>`);
    /** Row by row: whether a post covers each cell, and how many are larger than one. */
    const mosaic = () => {
      const areas = all(element, 'li').map((node) => node.getBoundingClientRect());
      const {left, top, width, height} = all(element, '[part=list]')[0]?.getBoundingClientRect() ?? new DOMRect();
      const cell = Math.min(...areas.map((area) => area.width)) + 8;
      const [columns, rows] = [Math.round((width + 8) / cell), Math.round((height + 8) / cell)];
      const cells = Array.from({length: columns * rows}, (_, n) => {
        const [x, y] = [left + ((n % columns) + 0.4) * cell, top + (Math.floor(n / columns) + 0.4) * cell];
        return areas.some((area) => area.left < x && x < area.right && area.top < y && y < area.bottom);
      });
      return {cells, large: areas.filter((area) => area.width > cell).length};
    };
    for (let count = 1; count <= 12; count++) {
      element.limit = count;
      await element.updateComplete;
      for (const width of [900, 600, 320]) {
        element.style.width = `${width}px`;
        const {cells, large} = mosaic();
        expect(cells.slice(0, cells.lastIndexOf(true)), `${count} at ${width}px`).not.to.contain(false);
        expect(large).to.equal(width > 640 ? 2 * Math.floor(count / 6) : Math.floor(count / 3));
      }
    }
    expect(mosaic().cells).not.to.contain(false);
  });

  it('shows who the account is, from the feed', async () => {
    const feed = {
      username: 'twocapitals',
      biography: 'Two countries.\nOne newsroom.',
      profilePictureUrl: '/stories/photos/icon.jpg',
      posts: [
        {
          id: '1',
          mediaType: 'IMAGE',
          mediaUrl: '/stories/photos/jetty-640.jpg',
          permalink: 'https://www.instagram.com/p/1/',
        },
      ],
    };
    const element = await shown(html`<instagram-strip profile lang="en" .feed=${feed}></instagram-strip>`);
    const box = element.renderRoot.querySelector('[part=profile]');
    expect(box?.querySelector('[part=headline]')?.textContent).to.equal('@twocapitals');
    expect(box?.querySelector('[part=summary]')?.textContent).to.equal(feed.biography);
    expect(box?.querySelector('img')?.getAttribute('src')).to.contain('icon.jpg');
    expect(box?.querySelector('.follow')?.getAttribute('href')).to.equal('https://www.instagram.com/twocapitals/');
  });

  it('leaves no hole where the feed says nothing of the account', async () => {
    const post = {...media.data[0], username: undefined};
    const element = await shown(html`<instagram-strip profile .feed=${{data: [post]}}></instagram-strip>`);
    expect(element.renderRoot.querySelector('[part=profile], .aside')).to.equal(null);
  });

  it('keeps what a Mastodon author marked as sensitive behind its warning', async () => {
    const status = {
      id: '1', uri: 'https://m.example/1', url: 'https://m.example/@a/1', created_at: '2026-03-01T12:00:00.000Z', content: '<p>Details</p>',
      spoiler_text: 'Injury', sensitive: true, account: {acct: 'a', display_name: 'A', url: 'https://m.example/@a'},
      media_attachments: [{id: '2', type: 'image', url: '/stories/photos/jetty-640.jpg', preview_url: '/stories/photos/jetty-640.jpg'}],
    }; // prettier-ignore
    const element = await shown(html`<instagram-strip lang="en" .feed=${[status]}></instagram-strip>`);
    const item = () => element.renderRoot.querySelector('[part=item]');
    expect(all(element, 'img')).to.be.empty;
    expect(item()?.querySelector('[part=caption]')?.textContent).to.equal('Injury');
    const show = item()?.querySelector('button');
    expect(show?.textContent).to.contain('Show');
    show?.click();
    await until(() => item()?.querySelector('a img'), 'the picture');
    await element.updateComplete;
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(item()?.querySelector('a'));
  });

  it('shows the pictures of a JSON Feed', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Pictures',
      items: [
        {id: '1', url: 'https://a.example/1', content_text: 'A jetty.', image: '/stories/photos/jetty-640.jpg'},
        {
          id: '2',
          url: 'https://a.example/2',
          title: 'Album',
          content_text: 'Two of them.',
          attachments: [
            {url: '/stories/photos/canyon-640.jpg', mime_type: 'image/jpeg', title: 'A canyon'},
            {url: '/stories/photos/jetty.mp4', mime_type: 'video/mp4'},
          ],
        },
      ],
    };
    const element = await shown(html`<instagram-strip lang="en" .feed=${feed}></instagram-strip>`);
    expect(all(element, 'img').map((image) => image.getAttribute('alt'))).to.deep.equal(['A jetty.', 'A canyon']);
    expect(all(element, '[part=badge]').map((badge) => badge.getAttribute('aria-label'))).to.deep.equal(['Album']);
  });

  it('passes axe', async () => {
    await expect(await strip()).to.be.accessible();
  });
});
