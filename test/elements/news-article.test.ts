import {expect, fixture, html} from '@open-wc/testing';
import type {NewsArticle} from '../../src/elements/news-article/news-article.js';
import '../../src/elements/news-article/news-article.js';
import {selectArticle, updatedDate} from '../../src/elements/news-article/select.js';
import {readingTime} from '../../src/feed/plain-text.js';
import {parseFeed} from '../../src/feed/index.js';
import {restoreConsole, warnings} from '../browser/page.js';
import {until} from '../browser/until.js';

const VERSION = 'https://jsonfeed.org/version/1.1';
const PAGE = 'https://river.example/';

function feedOf(...items: object[]) {
  return parseFeed(JSON.stringify({version: VERSION, title: 'River Post', language: 'en', items}), {url: PAGE});
}

async function article(item: object, attributes: Record<string, string> = {}): Promise<NewsArticle> {
  const element = document.createElement('news-article');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.feed = await feedOf({id: 'story', ...item});
  await fixture(html`<div>${element}</div>`);
  await element.feedComplete;
  return element;
}

const part = (element: NewsArticle, name: string) => element.shadowRoot?.querySelector(`[part~=${name}]`);

/** The language that these words are marked as, of a story in Urdu, which we have no words in. */
async function languageAround(words: string): Promise<string | undefined> {
  const element = await article(
    {
      title: 'نیا پل',
      language: 'ur',
      content_html: '<p>پل</p><iframe src="https://www.youtube.com/embed/jNQXAC9IVRw"></iframe>'.padEnd(3000, ' پل'),
      date_published: '2020-03-02T08:00:00Z',
      date_modified: '2020-05-02T08:00:00Z',
      external_url: 'https://lake.example/1',
    },
    {lang: 'ur'},
  );
  const root = element.shadowRoot ?? element;
  const holders = [...root.querySelectorAll('*')].filter((node) => node.textContent.includes(words));
  return holders.at(-1)?.closest('[lang]')?.getAttribute('lang') ?? undefined;
}

describe('words of ours in a story of a language that we have none in', () => {
  for (const words of ['Updated', 'years ago', 'min read', 'Share', 'Source', 'Load from YouTube'])
    it(`are said to be English: “${words}”`, async () => {
      expect(await languageAround(words)).to.equal('en');
    });

  it('are not the date', async () => {
    expect(await languageAround('2020')).to.equal('ur');
  });
});

describe('which story <news-article> shows', () => {
  const items = [
    {id: 'old', url: '/2020/old/', title: 'Old', date_published: '2020-01-01T00:00:00Z'},
    {id: 'new', url: '/2024/new?utm_source=feed', title: 'New', date_published: '2024-01-01T00:00:00Z'},
  ];
  const chosen = async (choice: Parameters<typeof selectArticle>[1]) =>
    selectArticle(await feedOf(...items), choice)?.id;

  it('is the one asked for, by id or address', async () => {
    expect(await chosen({item: 'old', pageUrl: PAGE})).to.equal('old');
    expect(await chosen({item: 'https://river.example/2020/old', pageUrl: PAGE})).to.equal('old');
    expect(await chosen({item: 'http://river.example/2024/new#top', pageUrl: PAGE})).to.equal('new');
  });

  it('else the one that the page is about', async () => {
    expect(await chosen({pageUrl: 'https://river.example/2020/old/?fbclid=1#comments'})).to.equal('old');
  });

  it('else the one that ?item= names, else the newest', async () => {
    expect(await chosen({pageUrl: `${PAGE}?item=old`})).to.equal('old');
    expect(await chosen({pageUrl: PAGE})).to.equal('new');
  });

  it('is never another than the one asked for', async () => {
    const feed = await feedOf(...items);
    for (const choice of [{item: 'gone', pageUrl: PAGE}, {pageUrl: `${PAGE}?item=gone`}])
      expect(() => selectArticle(feed, choice))
        .to.throw(/no item “gone”/)
        .with.property('code', 'no-item');
  });
});

describe('<news-article>', () => {
  afterEach(restoreConsole);

  it('shows headline, summary, authors, date, tags and body', async () => {
    const element = await article(
      {
        title: 'A new bridge',
        summary: 'It opens in May.',
        content_html: '<p>The council has <b>chosen</b>.</p>',
        date_published: '2024-03-02T08:00:00Z',
        authors: [{name: 'Ada Stone', url: 'https://river.example/ada'}],
        tags: ['Bridge', 'Council', 'Money'],
      },
      {'heading-level': '1', 'time-zone': 'UTC'},
    );
    expect(part(element, 'headline')?.localName).to.equal('h1');
    expect(part(element, 'headline')?.textContent).to.equal('A new bridge');
    expect(part(element, 'summary')?.textContent).to.equal('It opens in May.');
    expect(part(element, 'byline')?.textContent).to.contain('Ada Stone');
    expect(part(element, 'date')?.textContent).to.equal('March 2, 2024');
    expect(part(element, 'date')?.getAttribute('datetime')).to.equal('2024-03-02T08:00:00.000Z');
    expect(part(element, 'kicker')?.textContent).to.equal('BridgeCouncil');
    expect(part(element, 'tags')?.querySelectorAll('li')).to.have.length(3);
    expect(part(element, 'body')?.querySelector('b')?.textContent).to.equal('chosen');
  });

  it('tells the hour of what is new, and the age of what is old', async () => {
    const byline = async (date: Date) =>
      part(await article({title: 'T', date_published: date.toISOString()}, {'time-zone': 'UTC'}), 'byline')
        ?.textContent;
    const now = Date.now();
    const recent = new Date(now - 3_600_000);
    expect(await byline(recent)).to.match(/\d:\d\d/);
    expect(await byline(new Date(Math.floor(now / 86_400_000) * 86_400_000))).not.to.match(/\d:\d\d/);
    expect(await byline(new Date(now - 2.5 * 365.25 * 86_400_000))).to.contain('2 years ago');
    expect(await byline(new Date(now - 200 * 86_400_000))).not.to.contain('ago');
  });

  it('runs nothing of a hostile body', async () => {
    const element = await article({
      title: '<img src=x onerror=alert(1)>',
      content_html:
        '<p onclick="alert(1)" style="color:red" id="x">Hello<script>window.hacked=1</script><img src="x" onerror="window.hacked=1"></p><news-article src="/evil"></news-article>',
    });
    expect(part(element, 'headline')?.textContent).to.equal('<img src=x onerror=alert(1)>');
    const body = part(element, 'body');
    expect(body?.querySelector('script, [onclick], [onerror], [style], [id], news-article')).to.be.null;
    expect(body?.textContent).to.contain('Hello');
    expect('hacked' in window).to.be.false;
  });

  it('shows plain text in paragraphs', async () => {
    const element = await article({content_text: 'One.\n\nTwo <b>.'});
    const paragraphs = [...(part(element, 'body')?.querySelectorAll('p') ?? [])];
    expect(paragraphs.map(({textContent}) => textContent)).to.deep.equal(['One.', 'Two <b>.']);
  });

  it('demotes the headings of the body below its own', async () => {
    const element = await article({title: 'T', content_html: '<h1>Part</h1><p>Text</p>'}, {'heading-level': '2'});
    expect(part(element, 'body')?.querySelector('h3')?.textContent).to.equal('Part');
  });

  it('shows a picture with caption and credit, but not twice', async () => {
    const item = {
      image: '/photos/bridge-800x600.jpg',
      _news: {caption: 'The site.', credit: 'Cy Hill', alt: 'A crane'},
    };
    const once = await article({...item, content_html: '<p>Text</p>'});
    expect(part(once, 'image')?.getAttribute('alt')).to.equal('A crane');
    expect(part(once, 'image')?.getAttribute('loading')).to.equal('eager');
    expect(part(once, 'caption')?.textContent.replace(/\s+/g, ' ').trim()).to.equal('The site. Photo: Cy Hill');
    const twice = await article({...item, content_html: '<p><img src="/photos/bridge.jpg"></p><p>Text</p>'});
    expect(twice.shadowRoot?.querySelectorAll('img')).to.have.length(1);
  });

  it('plays sound, and offers other files with type and size', async () => {
    const element = await article({
      content_text: 'Listen.',
      attachments: [
        {url: '/a.mp3', mime_type: 'audio/mpeg', title: 'Interview'},
        {url: '/a.ogg', mime_type: 'audio/ogg', title: 'Interview'},
        {url: '/plan.pdf', mime_type: 'application/pdf', size_in_bytes: 2_400_000},
      ],
    });
    const audio = element.shadowRoot?.querySelector('audio');
    expect(audio?.querySelectorAll('source')).to.have.length(2);
    expect(audio?.preload).to.equal('none');
    expect(element.shadowRoot?.querySelector('a[download]')?.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'plan.pdf pdf, 2.4 MB',
    );
  });

  it('keeps its fallback and says no-item when the story is not in the feed', async () => {
    const console = warnings();
    const element = document.createElement('news-article');
    element.innerHTML = '<p>Fallback</p>';
    element.item = 'gone';
    const codes: string[] = [];
    element.addEventListener('feed-error', ({code}) => codes.push(code));
    element.addEventListener('feed-load', () => codes.push('load'));
    element.feed = await feedOf({id: 'here', title: 'Here'});
    await fixture(html`<div>${element}</div>`);
    await element.feedComplete;
    expect(codes).to.deep.equal(['no-item']);
    expect(element.querySelector('p')?.checkVisibility()).to.be.true;
    expect(element.shadowRoot?.textContent).not.to.contain('Here');
    expect(console.sentences()).to.have.length(1);
    element.item = 'here';
    await element.updateComplete;
    expect(element.article?.id).to.equal('here');
  });

  it('leaves out what omit names', async () => {
    const element = await article(
      {title: 'T', summary: 'S', tags: ['Tag'], image: '/a.jpg', content_text: 'Body'},
      {omit: 'headline summary kicker tags image byline'},
    );
    for (const name of ['headline', 'summary', 'kicker', 'tags', 'image', 'byline'])
      expect(part(element, name), name).to.be.null;
    expect(part(element, 'body')?.textContent).to.contain('Body');
  });

  it('shares by the platform’s sheet, else copies the address and says so', async () => {
    const asked: unknown[] = [];
    const element = await article({title: 'A new bridge', url: '/bridge'});
    const button = part(element, 'controls');
    if (!(button instanceof HTMLElement)) throw new Error('There is no button.');
    // Neither the platform's sheet nor its clipboard can be seen by a test.
    const platform = {
      share: (data: ShareData) => Promise.resolve(void asked.push(data)),
      clipboard: {writeText: (text: string) => Promise.resolve(void asked.push(text))},
    };
    const pretend = (name: 'share' | 'clipboard') =>
      Object.defineProperty(navigator, name, {value: platform[name], configurable: true});
    pretend('share');
    button.click();
    Reflect.deleteProperty(navigator, 'share');
    await until(() => asked.length, 'the sheet is asked for');
    expect(asked).to.deep.equal([{title: 'A new bridge', url: 'https://river.example/bridge'}]);
    if ('share' in navigator) return;
    pretend('clipboard');
    button.click();
    await until(() => button.textContent.includes('Address copied'), 'it says so');
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(asked[1]).to.equal('https://river.example/bridge');
    expect(button.nextElementSibling?.matches('[role=status]')).to.be.true;
    expect(button.nextElementSibling?.textContent).to.equal('Address copied');
    // Inside the button it would take its name away.
    expect(button.querySelector('[role]')).to.be.null;
  });

  it('is accessible', async () => {
    const element = await article({
      title: 'T',
      content_html: '<p>Text</p><table><tr><th>A</th></tr><tr><td>1</td></tr></table>',
      tags: ['Tag'],
    });
    await expect(element).to.be.accessible();
  });
});

describe('reading time', () => {
  const minutes = async (text: string) =>
    readingTime((await feedOf({id: 1, content_text: text})).items[0] ?? expect.fail());

  it('counts words, and characters where words are not spaced', async () => {
    expect(await minutes('word '.repeat(690))).to.equal(3);
    expect(await minutes('水'.repeat(1000))).to.equal(2);
    expect(await minutes('short')).to.equal(1);
  });
});

describe('the updated date', () => {
  const updated = async (modified: string) =>
    updatedDate(
      (await feedOf({id: 1, date_published: '2024-03-02T08:00:00Z', date_modified: modified})).items[0] ??
        expect.fail(),
    );

  it('is told apart only when it is more than a day later', async () => {
    expect(await updated('2024-03-02T20:00:00Z')).to.be.undefined;
    expect(await updated('2024-03-01T08:00:00Z')).to.be.undefined;
    expect((await updated('2024-03-05T08:00:00Z'))?.getUTCDate()).to.equal(5);
  });
});
