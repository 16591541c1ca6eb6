import {expect, fixture, html} from '@open-wc/testing';
import type {NewsArticle} from '../../src/elements/news-article/news-article.js';
import {storyLanguage} from '../../src/elements/news-article/select.js';
import {until} from '../browser/until.js';
import {articleOf, feedOf, part} from './news-article-page.js';

/** A picture that needs no server: w × h, of one colour. */
async function pictureOf(width: number, height: number): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  const blob = await canvas.convertToBlob();
  return URL.createObjectURL(blob);
}

const body = (element: NewsArticle, selector: string) => part(element, 'body')?.querySelector<HTMLElement>(selector);
const WIDE = `<table><tr>${'<td>Unbreakable</td>'.repeat(12)}</tr></table>`;

async function narrow(html: string, attributes: Record<string, string> = {}): Promise<NewsArticle> {
  const element = await articleOf([{id: 'story', title: 'T', content_html: html, ...attributes}]);
  element.parentElement?.style.setProperty('inline-size', '320px');
  return element;
}

describe('the text of a story', () => {
  it('never leaves a column of 320 pixels', async () => {
    const element = await narrow(
      `<h2>${'Donaudampfschiff'.repeat(6)}</h2><p>https://example.org/${'long'.repeat(40)}</p>${WIDE}<pre>${'code '.repeat(60)}</pre>
       <ul><li><ul><li><ul><li>${'deep'.repeat(40)}</li></ul></li></ul></li></ul><blockquote>${'quote'.repeat(30)}</blockquote><img src="/a.png" width="1200" height="800">`,
    );
    const base = part(element, 'base');
    await until(() => body(element, '[data-more]'), 'wide blocks are measured');
    expect(base?.scrollWidth).to.equal(base?.clientWidth);
  });

  it('says at which ends a wide table has more, and lets the keyboard reach what scrolls alone', async () => {
    const element = await narrow(`${WIDE}<table><tr><td>1</td></tr></table>`);
    const [wide, small] = part(element, 'body')?.querySelectorAll<HTMLElement>('[role=region]') ?? [];
    await until(() => wide?.dataset.more === 'end' && small?.dataset.more === '', 'both are measured');
    expect(wide?.tabIndex).to.equal(0);
    expect(small?.hasAttribute('tabindex')).to.be.false;
    expect(wide && getComputedStyle(wide).boxShadow).to.contain('inset');
    wide?.scrollTo(60, 0);
    await until(() => wide?.dataset.more === 'start end', 'there is more on both sides');
    wide?.scrollTo(9999, 0);
    await until(() => wide?.dataset.more === 'start', 'the end is reached');
    expect([wide?.ariaLabel, small?.ariaLabel]).to.deep.equal(['Table 1', 'Table 2']);
  });

  it('is in the page’s font where it is no text, and of a readable measure where it is', async () => {
    const element = await articleOf([
      {
        id: 1,
        title: 'T',
        content_html: '<p>Text</p><figure><img src="/a.png"><figcaption>Caption</figcaption></figure>',
      },
    ]);
    element.parentElement?.style.setProperty('font-family', 'cursive');
    element.parentElement?.style.setProperty('inline-size', '1000px');
    const font = (selector: string) => getComputedStyle(body(element, selector) ?? element).fontFamily;
    expect(font('figcaption')).to.equal('cursive');
    expect(font('p')).to.contain('serif').and.not.to.contain('cursive');
    expect(body(element, 'p')?.clientWidth).to.be.closeTo(34 * 18, 1);
    expect(body(element, 'figure')?.clientWidth).to.be.greaterThan(700);
  });

  it('leads to a footnote and back inside the shadow root', async () => {
    const element = await narrow(
      '<p>Text<sup id="ref1"><a href="#fn1">1</a></sup></p><ol><li id="fn1">Note <a href="#ref1">back</a></li></ol>',
    );
    body(element, 'sup a')?.click();
    expect(element.shadowRoot?.activeElement?.textContent).to.contain('Note');
    body(element, 'li a')?.click();
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('1');
    expect(location.hash).to.equal('');
  });

  it('has an outline without gaps', async () => {
    const element = await narrow('<h4>First</h4><p>a</p><h2>Second</h2><h4>Third</h4><h3>Fourth</h3>');
    const levels = [...(part(element, 'body')?.querySelectorAll<HTMLElement>('h3,h4,h5') ?? [])].map(
      (heading) => heading.ariaLevel ?? heading.localName.slice(1),
    );
    expect(levels).to.deep.equal(['3', '3', '4', '4']);
  });

  it('leaves out the mark by which a heading links to itself', async () => {
    const element = await narrow('<h2 id="a"><a href="#a">#</a> First</h2><h2>On <a href="/c">C#</a></h2>');
    const headings = [...(part(element, 'body')?.querySelectorAll('h3') ?? [])];
    expect(headings.map((heading) => heading.textContent.trim())).to.deep.equal(['First', 'On C#']);
    expect(headings.map((heading) => heading.querySelectorAll('a').length)).to.deep.equal([0, 1]);
  });

  it('stands in the middle of a place that is wider than a good column', async () => {
    const element = await narrow('<p>Words</p>');
    const holder = element.parentElement;
    holder?.style.setProperty('inline-size', '1400px');
    const [outer, inner] = [element, part(element, 'item')].map((node) => node?.getBoundingClientRect());
    if (!outer || !inner) return expect.fail('nothing is shown');
    expect(inner.width).to.be.below(900);
    expect(inner.left - outer.left).to.be.closeTo(outer.right - inner.right, 1);
    expect(inner.left).to.be.above(outer.left + 100);
  });

  it('names a link that is nothing but a picture', async () => {
    const element = await narrow(
      '<p><a href="/large.jpg"><img src="/a.jpg" alt=" "></a></p><p><a href="/x">Words</a></p>',
    );
    expect(body(element, 'a')?.ariaLabel).to.equal('Photo');
    expect(body(element, 'a[href$="x"]')?.ariaLabel).to.be.null;
    await expect(element).to.be.accessible();
  });

  it('comes back whole after it was left out', async () => {
    const element = await narrow('<p>Words</p>');
    element.omit = 'body';
    await element.updateComplete;
    expect(part(element, 'body')).to.be.null;
    element.omit = '';
    await element.updateComplete;
    expect(body(element, 'p')?.textContent).to.equal('Words');
  });
});

describe('pictures of a story', () => {
  it('keep their box: a picture of unknown size takes its own shape only where nobody sees it', async () => {
    const [near, far] = await Promise.all([pictureOf(300, 900), pictureOf(300, 900)]);
    const element = await articleOf([
      {id: 1, title: 'T', content_html: '<p><img src="/a.png"></p><p><img src="/b.png"></p>'},
    ]);
    element.parentElement?.style.setProperty('inline-size', '400px');
    const [first, second] = part(element, 'body')?.querySelectorAll('img') ?? [];
    if (!first || !second) throw new Error('The story has no pictures.');
    second.style.marginTop = '3000px';
    first.src = near;
    second.src = far;
    first.loading = second.loading = 'eager';
    await until(() => first.naturalHeight === 900 && second.getAttribute('height') === '900', 'both are there');
    expect(first.clientHeight / first.clientWidth).to.be.closeTo(2 / 3, 0.01);
    expect(second.clientHeight / second.clientWidth).to.be.closeTo(3, 0.01);
  });

  it('are lazy but for the first, which may be in the body', async () => {
    const loading = (element: NewsArticle) =>
      [...(element.shadowRoot?.querySelectorAll('article img') ?? [])].map((image) => image.getAttribute('loading'));
    const lead = await articleOf([{id: 1, title: 'T', image: '/lead.jpg', content_html: '<p>a</p><img src="/b.jpg">'}]);
    expect(loading(lead)).to.deep.equal(['eager', 'lazy']);
    const inBody = await articleOf([
      {
        id: 1,
        title: 'T',
        image: '/b.jpg',
        _news: {image_width: 600, image_height: 400},
        content_html: '<img src="/b.jpg"><p>a</p><img src="/c.jpg">',
      },
    ]);
    expect(loading(inBody)).to.deep.equal(['eager', 'lazy']);
    expect(body(inBody, 'img')?.getAttribute('height')).to.equal('400');
    const later = await articleOf([{id: 1, title: 'T', content_html: '<p>a</p><img src="/b.jpg">'}]);
    expect(loading(later)).to.deep.equal(['lazy']);
  });

  it('and players of the last story do not stay under the next headline', async () => {
    const element = await articleOf(
      [
        {id: 'one', title: 'One', image: '/one.jpg'},
        {id: 'two', title: 'Two', image: '/two.jpg'},
      ],
      {item: 'one'},
    );
    const before = part(element, 'image');
    element.item = 'two';
    await element.updateComplete;
    expect(part(element, 'image')).not.to.be.undefined;
    expect(before?.isConnected).to.be.false;
  });

  it('stand apart from loose text, and no further from the next paragraph than any', async () => {
    const picture = '<img src="/a.png" width="60" height="40">';
    const element = await narrow(`${picture}Loose words<p>${picture}words</p><p>${picture}</p><p>Next</p><p>Last</p>`);
    const [loose, inside, alone] = [...(part(element, 'body')?.querySelectorAll('img') ?? [])];
    // A broken picture stands in a line of text.
    for (const image of [loose, inside, alone]) {
      if (image) image.src = await pictureOf(60, 40);
      await until(() => image?.complete && image.naturalWidth === 60, 'the picture is there');
      image?.removeAttribute('style');
    }
    const [, , next, last] = [...(part(element, 'body')?.querySelectorAll('p') ?? [])];
    if (!loose || !inside || !alone || !next || !last) throw new Error('Something is missing.');
    const usual = last.getBoundingClientRect().top - next.getBoundingClientRect().bottom;
    const gapBelow = (image: Element) => {
      const words = new Range();
      words.selectNode(image.nextSibling ?? expect.fail());
      return words.getBoundingClientRect().top - image.getBoundingClientRect().bottom;
    };
    expect(gapBelow(loose)).to.be.above(usual / 2);
    expect(gapBelow(inside)).to.be.above(usual / 2);
    expect(next.getBoundingClientRect().top - alone.getBoundingClientRect().bottom).to.be.closeTo(usual, 1);
  });
});

describe('sound and video of a story', () => {
  it('stand before the text, with their length; files stand after it', async () => {
    const element = await articleOf([
      {
        id: 1,
        title: 'T',
        content_text: 'Listen.',
        attachments: [
          {url: '/plan.pdf', mime_type: 'application/pdf'},
          {url: '/a.mp3', mime_type: 'audio/mpeg', title: 'Interview', duration_in_seconds: 3043},
        ],
      },
    ]);
    const [player, text, file] = ['.player', '.body', '.attachments'].map((selector) =>
      element.shadowRoot?.querySelector(selector),
    );
    expect(player?.querySelector('figcaption')?.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'Interview (51 minutes)',
    );
    if (!player || !text || !file) throw new Error('Something is missing.');
    expect(player.compareDocumentPosition(text)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(text.compareDocumentPosition(file)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });
});

describe('the language of a story', () => {
  const language = async (title: string, said: {item?: string; feed?: string} = {}) => {
    const feed = await feedOf({id: 1, title, language: said.item});
    return storyLanguage(feed.items[0] ?? expect.fail(), {...feed, language: said.feed});
  };

  it('is what the feed says, else what the letters of the headline tell', async () => {
    expect(await language('Ein neuer Plan', {item: 'de'})).to.equal('de');
    expect(await language('A new bridge')).to.be.undefined;
    expect(await language('جسر جديد في الموصل')).to.equal('ar');
    expect(await language('پل تازه در شهر')).to.equal('fa');
    expect(await language('پردێکی نوێ')).to.equal('ckb');
    expect(await language('ایک نئی سڑک کے بارے میں')).to.equal('ur');
    expect(await language('גשר חדש')).to.equal('he');
    expect(await language('新しい橋ができる')).to.equal('ja');
  });

  it('is not what the feed says where its letters are of another direction', async () => {
    expect(await language('پل تازه در شهر', {feed: 'en'})).to.equal('fa');
    expect(await language('خبر من بغداد', {feed: 'fa'})).to.equal('fa');
  });

  it('gives the article its direction, while the words of the page keep theirs', async () => {
    const element = await articleOf([
      {id: 1, title: 'جسر جديد في الموصل', content_text: 'نص', date_published: '2024-03-02T08:00:00Z'},
    ]);
    const article = part(element, 'item');
    expect([article?.lang, article?.dir]).to.deep.equal(['ar', 'rtl']);
    expect(part(element, 'byline')?.lang).to.equal('en');
    expect(element.shadowRoot?.querySelector<HTMLElement>('.when')?.dir).to.equal('ltr');
  });

  it('does not turn the dates of a reader round', async () => {
    const dates = {date_published: '2024-03-02T08:00:00Z', date_modified: '2024-04-02T08:00:00Z'};
    const element = await articleOf([{id: 1, title: 'A new bridge', content_text: 'Text', language: 'en', ...dates}], {
      lang: 'ar',
      'time-zone': 'UTC',
    });
    expect(part(element, 'item')?.dir).to.equal('ltr');
    const times = [...(element.shadowRoot?.querySelectorAll('time') ?? [])];
    expect(times.map((time) => getComputedStyle(time).direction)).to.deep.equal(['rtl', 'rtl']);
    const words = [...(times[0]?.childNodes ?? [])].find((node) => node instanceof Text && node.data);
    if (!(words instanceof Text)) throw new Error('There is no date.');
    const lefts = words.data.split(' ').map((piece) => {
      const range = new Range();
      range.setStart(words, words.data.indexOf(piece));
      range.setEnd(words, words.data.indexOf(piece) + piece.length);
      return range.getBoundingClientRect().left;
    });
    expect(lefts, 'day, month and year from the right').to.deep.equal([...lefts].sort((one, other) => other - one));
    expect(new Set(lefts).size).to.be.above(1);
  });
});

describe('a story that is chosen while another is on its way', () => {
  it('never stands under the other’s headline, however late the choice', async () => {
    const items = [
      {id: 'a', title: 'Headline A', content_html: '<p>Body A</p><table><tr><td>1</td></tr></table>'},
      {id: 'b', title: 'Headline B', content_html: '<p>Body B</p>'},
    ];
    // The page chooses again right after the element has looked at the story for the first, second … time.
    for (let looks = 1; looks < 8; looks++) {
      const element = document.createElement('news-article');
      element.item = 'a';
      const feed = await feedOf(...items);
      const first = feed.items.find(({id}) => id === 'a') ?? expect.fail();
      const {contentHtml} = first;
      let looked = 0;
      const look = () => {
        if (++looked === looks) queueMicrotask(() => (element.item = 'b'));
        return contentHtml;
      };
      Object.defineProperty(first, 'contentHtml', {get: look});
      element.feed = feed;
      await fixture(html`<div>${element}</div>`);
      await element.feedComplete;
      if (looked < looks) element.item = 'b';
      await until(() => part(element, 'headline')?.textContent === 'Headline B', 'B is shown');
      await element.updateComplete;
      expect(part(element, 'body')?.textContent, `after ${looks}`).to.equal('Body B');
    }
  });
});

describe('a story of which the feed has no more than an excerpt', () => {
  const url = 'https://river.example/2024/bridge';
  const linkOf = async (item: object, attributes?: Record<string, string>) => {
    const element = await articleOf([{id: 'story', title: 'A new bridge', ...item}], attributes);
    const links = [...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[part=link]') ?? [])];
    return links.map(({textContent, href}) => `${textContent} ${href}`);
  };
  const LONG = 'The council has chosen a bridge of stone. '.repeat(20);
  const WHOLE = [`Read the whole story ${url}`];

  it('leads to the whole', async () => {
    expect(await linkOf({url}), 'a headline').to.deep.equal(WHOLE);
    expect(await linkOf({url, summary: 'It opens in May.'}), 'a summary').to.deep.equal(WHOLE);
    expect(await linkOf({url, content_html: '<p>It opens in May.</p>'}), 'a sentence').to.deep.equal(WHOLE);
    for (const end of ['…', '...', '[…]', '[&#8230;]', ' [...] '])
      expect(await linkOf({url, content_html: `<p>${LONG}</p><p>It opens${end}</p>`}), end).to.deep.equal(WHOLE);
    expect(await linkOf({url, content_text: LONG, summary: LONG}), 'the summary again').to.deep.equal(WHOLE);
  });

  it('is not one with a text, without a headline, or of pictures alone', async () => {
    expect(await linkOf({url, content_html: `<p>${LONG}</p>`, summary: 'It opens in May.'})).to.deep.equal([]);
    expect(await linkOf({url, title: undefined, content_html: '<p>Good morning.</p>'})).to.deep.equal([]);
    expect(await linkOf({url, content_html: '<img src="/bridge.jpg" alt="">'})).to.deep.equal([]);
  });

  it('has no such link on its own page, without an address, or where the source is left out', async () => {
    expect(await linkOf({url: `${location.href}#top`})).to.deep.equal([]);
    expect(await linkOf({summary: 'It opens in May.'})).to.deep.equal([]);
    expect(await linkOf({url}, {omit: 'summary source'})).to.deep.equal([]);
  });

  it('has one such link when its body is too large as well', async () => {
    expect(await linkOf({url, content_html: `<p>${LONG.repeat(800)}…</p>`})).to.deep.equal(WHOLE);
  });
});
