/** Items in a language of their own, on a page in another: order of words, edges, and what stands between parts. */
import {expect, fixture, fixtureCleanup, html} from '@open-wc/testing';
import '../../src/index.js';
import {loadLocale} from '../../src/locales/index.js';
import {until} from '../browser/until.js';

const story = {
  id: '1',
  url: '/1',
  title: 'Two bridges are open again',
  summary: 'The old one carries the buses.',
  content_text: 'word '.repeat(900),
  date_published: '2025-10-19T08:00:00Z',
  authors: [{name: 'Nadia'}, {name: 'בנימן'}, {name: 'Huda'}],
};
const feedOf = (language: string | undefined, items: object[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Two Rivers',
  description: 'News of Iraq, in English.',
  language,
  _news: {address: '14 Lemon Tree Lane'},
  items,
});

interface Shown extends HTMLElement {
  feed: unknown;
  readonly feedComplete: Promise<unknown>;
}

async function show(tag: string, lang: string, feed: object, attributes: Record<string, string> = {}) {
  await loadLocale(lang);
  const element = document.createElement(tag) as Shown;
  for (const [name, value] of Object.entries({'time-zone': 'UTC', ...attributes})) element.setAttribute(name, value);
  element.feed = feed;
  const dir = /^(ar|ur)/.test(lang) ? 'rtl' : 'ltr';
  await fixture(html`<div lang=${lang} dir=${dir} style="inline-size: 900px">${element}</div>`);
  await element.feedComplete;
  const root = element.shadowRoot ?? new ShadowRoot();
  await until(() => root.querySelector('[part=headline]'), 'it is shown');
  return root;
}

function find(root: ParentNode, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

/** Where words are. WebKit adds a box without width, at the far end, to what stands beside an invisible mark of direction. */
function boxOf(root: ParentNode, selector: string, words?: string): DOMRect {
  const range = document.createRange();
  const node = find(root, selector);
  range.selectNodeContents(node);
  if (words !== undefined) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    let text = walker.nextNode();
    while (text && !text.nodeValue?.includes(words)) text = walker.nextNode();
    if (!text) throw new Error(`${selector} does not say ${words}`);
    const start = text.nodeValue?.indexOf(words) ?? 0;
    range.setStart(text, start);
    range.setEnd(text, start + words.length);
  }
  const boxes = [...range.getClientRects()].filter(({width}) => width > 0);
  const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
  return new DOMRect(left, boxes[0]?.top, right - left, boxes[0]?.height);
}

/** The parts of the story's date, in the digits of the engine. */
function writtenIn(language: string): {day: string; month: string; year: string} {
  const parts = new Intl.DateTimeFormat([language, 'en'], {dateStyle: 'long'}).formatToParts(
    new Date(story.date_published),
  );
  const partOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {day: partOf('day'), month: partOf('month'), year: partOf('year')};
}

describe('an English story on an Arabic page', () => {
  it('has its date in Arabic order', async () => {
    const root = await show('related-news', 'ar', feedOf('en', [story]));
    const {day, year} = writtenIn('ar');
    expect(boxOf(root, '[part=date]', day).left).to.be.greaterThan(boxOf(root, '[part=date]', year).right);
  });

  it('stands at the left with all its parts, in a list and among the events of a day', async () => {
    for (const [tag, attributes] of [
      ['related-news', {}],
      ['on-this-day', {date: '2030-10-19', layout: 'cards'}],
    ] as const) {
      const root = await show(tag, 'ar', feedOf('en', [story]), attributes);
      const edge = find(root, '[part=item]').getBoundingClientRect().left;
      const parts = tag === 'related-news' ? ['headline', 'summary', 'date'] : ['year', 'headline', 'summary'];
      for (const part of parts) expect(boxOf(root, `[part=${part}]`).left, part).to.be.closeTo(edge, 3);
    }
  });

  it('and its publisher stand at the edge of the box that they are in', async () => {
    const root = await show('about-us', 'ar', feedOf('en', [story]));
    const edge = find(root, '.words').getBoundingClientRect().right;
    for (const part of ['[part=heading]', '[part=headline]', '[part=summary]', 'address'])
      expect(boxOf(root, part).right, part).to.be.closeTo(edge, 3);
  });
});

describe('an English biography on an Arabic page', () => {
  it('stands at the edge of the name above it', async () => {
    const [post] = feedOf('en', [
      {...story, image: '/stories/photos/icon.jpg', authors: [{name: 'Nadia', url: '/nadia'}]},
    ]).items;
    const feed = {...feedOf('en', [post ?? story]), title: 'Pictures', description: 'News of Iraq, in English.'};
    const root = await show('instagram-strip', 'ar', feed, {profile: ''});
    await until(() => root.querySelector('[part=summary]'), 'the profile');
    expect(boxOf(root, '[part=summary]').right).to.be.closeTo(boxOf(root, '[part=headline]').right, 3);
  });
});

describe('a feed in Arabic letters that says it is English', () => {
  it('runs from the right all the same, and an English one that quotes a word from the left', async () => {
    const titles = {right: 'جسران مفتوحان من جديد', left: 'سلام: what a word'};
    for (const [tag, attributes] of [
      ['related-news', {}],
      ['on-this-day', {date: '2030-10-19', layout: 'cards'}],
    ] as const)
      for (const [side, title] of Object.entries(titles)) {
        // A second list leaves out what the first shows.
        fixtureCleanup();
        const root = await show(
          tag,
          'en',
          feedOf('en-US', [{...story, title, summary: `${title}. ${title}.`}]),
          attributes,
        );
        const edges = find(root, '[part=item]').getBoundingClientRect();
        for (const part of ['headline', 'summary']) {
          const box = boxOf(root, `[part=${part}]`);
          if (side === 'right') expect(box.right, `${tag} ${part}`).to.be.closeTo(edges.right, 3);
          else expect(box.left, `${tag} ${part}`).to.be.closeTo(edges.left, 3);
        }
      }
  });
});

describe('a title that begins in another script', () => {
  it('stands at the same edge as what is below it', async () => {
    const root = await show('related-news', 'ar', feedOf('ar', [{...story, title: 'shortcuts'}]));
    const edge = find(root, '[part=item]').getBoundingClientRect().right;
    for (const part of ['headline', 'summary', 'date'])
      expect(boxOf(root, `[part=${part}]`).right, part).to.be.closeTo(edge, 3);
  });
});

describe('the parts of a byline', () => {
  it('are as far from each other whichever way a name runs', async () => {
    // On one line, in whatever font.
    const root = await show('related-news', 'en', feedOf('en', [story]), {omit: 'date reading-time'});
    const names = ['Nadia', 'בנימן', 'Huda'].map((name) => boxOf(root, '[part=byline]', name));
    const gaps = names.slice(1).map((box, n) => Math.round(box.left - (names[n]?.right ?? 0)));
    expect(gaps[0]).to.be.greaterThan(8);
    expect(gaps[0]).to.be.closeTo(gaps[1] ?? 0, 1);
    const byline = find(root, '[part=byline]');
    for (const part of byline.children) {
      expect(getComputedStyle(part).direction).to.equal('ltr');
      expect(getComputedStyle(part, '::before').content).to.equal('"·"');
    }
  });
});

describe('words of ours in a language that we have none in', () => {
  it('are English, say so, and keep their order', async () => {
    const cards = await show('related-news', 'ur', feedOf('ur', [story]));
    const minutes = [...cards.querySelectorAll('[part=byline] [lang=en]')].find((node) => /min/.test(node.textContent));
    expect(minutes?.textContent).to.match(/^\d+ min read$/);
    expect(minutes && getComputedStyle(minutes).direction).to.equal('ltr');
    const day = await show('on-this-day', 'ur', feedOf('ur', [story]), {date: '2030-10-19'});
    const ago = find(day, '[part=ago]');
    expect([ago.lang, ago.textContent]).to.deep.equal(['en', '5 years ago']);
    expect(boxOf(day, '[part=ago]', '5').left).to.be.lessThan(boxOf(day, '[part=ago]', 'ago').left);
  });

  it('keep a date within them whole', async () => {
    const root = await show('about-us', 'ur', feedOf('ur', [story]));
    const time = '[part=date] time';
    expect(find(root, time).lang).to.equal('en');
    const {day, month, year} = writtenIn('ur');
    const [dayBox, yearBox] = [boxOf(root, time, day), boxOf(root, time, year)];
    expect(boxOf(root, time, 'Last').left).to.be.lessThan(yearBox.left);
    // An engine that has no Urdu writes the date in English.
    if (/^[a-z]/i.test(month)) expect(dayBox.right).to.be.lessThan(yearBox.left);
    else expect(dayBox.left).to.be.greaterThan(yearBox.right);
  });
});
