/** How many stories stand beside each other, and what becomes of their pictures. */
import {expect, fixture, fixtureCleanup, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/index.js';
import {until} from '../browser/until.js';

interface Shown extends HTMLElement {
  feed: unknown;
  readonly feedComplete: Promise<unknown>;
}

const image = '/stories/photos/icon.jpg';
const items = (count: number, fields: (n: number) => object = () => ({image})) =>
  Array.from({length: count}, (_, n) => ({
    id: `s${n}`,
    url: `/s${n}`,
    title: `Title${n}`,
    // No two are alike: near-duplicates are left out.
    summary: `word${n} thing${n} place${n} river${n} `.repeat(12),
    date_published: `20${10 + n}-11-13T08:00:00Z`,
    ...fields(n),
  }));

async function show(tag: string, width: number, stories: object[], attributes: Record<string, string> = {}) {
  // A list leaves out what one before it on the page shows.
  fixtureCleanup();
  const element = document.createElement(tag) as Shown;
  for (const [name, value] of Object.entries({
    lang: 'en',
    'time-zone': 'UTC',
    limit: String(stories.length),
    ...attributes,
  }))
    element.setAttribute(name, value);
  element.feed = {version: 'https://jsonfeed.org/version/1.1', title: 'Paper', items: stories};
  const page = await fixture<HTMLElement>(html`<div>${element}</div>`);
  page.style.inlineSize = `${width}px`;
  await element.feedComplete;
  const root = element.shadowRoot ?? new ShadowRoot();
  await until(() => root.querySelectorAll('[part=item]').length === stories.length, 'the items');
  return root;
}

/** How many stand in each row. */
function rowsOf(root: ShadowRoot): number[] {
  const rows = new Map<number, number>();
  for (const item of root.querySelectorAll('[part=item]')) {
    const top = Math.round(item.getBoundingClientRect().top);
    rows.set(top, (rows.get(top) ?? 0) + 1);
  }
  return [...rows.values()];
}

describe('cards', () => {
  for (const [tag, attributes] of [
    ['related-news', {}],
    ['on-this-day', {layout: 'cards', date: '--11-13'}],
  ] as const)
    it(`of <${tag}> leave none alone in the last row`, async () => {
      for (const [count, width, rows] of [
        [3, 720, [3]],
        [3, 1200, [3]],
        [4, 1200, [4]],
        [5, 1200, [3, 2]],
        [5, 768, [3, 2]],
        [6, 1200, [3, 3]],
        [9, 1200, [3, 3, 3]],
        [4, 600, [2, 2]],
        [2, 240, [1, 1]],
      ] as const)
        expect(rowsOf(await show(tag, width, items(count), attributes)), `${count} at ${width}`).to.deep.equal(rows);
    });

  it('without a picture say more beside those that have one', async () => {
    const root = await show(
      'related-news',
      1200,
      items(3, (n) => (n === 1 ? {} : {image})),
    );
    const heights = [...root.querySelectorAll('[part=summary]')].map((node) => node.getBoundingClientRect().height);
    expect(heights[1]).to.be.greaterThan((heights[0] ?? 0) * 1.5);
  });

  it('in a list keep their pictures beside words that have room', async () => {
    const root = await show('related-news', 240, items(2), {layout: 'list'});
    const [headline, picture] = ['[part=headline]', 'img'].map((part) => root.querySelector<HTMLElement>(part));
    expect(picture?.checkVisibility()).to.equal(false);
    expect(headline?.getBoundingClientRect().width).to.be.greaterThan(200);
    const wide = await show('related-news', 480, items(2), {layout: 'list'});
    expect(wide.querySelector('img')?.checkVisibility()).to.equal(true);
  });
});

describe('a picture that cannot be loaded', () => {
  const stories = items(1, () => ({image: '/feeds/none?status=404&body=none', _news: {alt: 'A bridge'}}));
  for (const [tag, attributes] of [
    ['related-news', {}],
    ['on-this-day', {layout: 'cards', date: '--11-13'}],
  ] as const)
    it(`leaves its box with its words in <${tag}>, and not the browser’s sign`, async () => {
      const root = await show(tag, 400, stories, attributes);
      const img = root.querySelector('img') ?? new Image();
      img.loading = 'eager';
      await until(() => img.complete, 'it has failed');
      const {content, position, inset, backgroundColor} = getComputedStyle(img, '::after');
      // Firefox names the attribute where others give what it says.
      expect(content).to.be.oneOf([`"${img.alt}"`, 'attr(alt)']);
      expect([position, inset]).to.deep.equal(['absolute', '0px']);
      // Nothing shines through.
      expect(backgroundColor).to.match(/^rgb\(/);
    });
});

describe('the heading of a strip', () => {
  it('is never broken within a word for want of room', async () => {
    const pictures = items(3, (n) => ({authors: [{name: 'dorfgaertnerei.oberhausen'}], image: `${image}?${n}`}));
    const root = await show('instagram-strip', 240, pictures);
    const range = document.createRange();
    range.selectNodeContents(root.querySelector('[part=heading]') ?? root);
    expect(range.getClientRects().length).to.equal(1);
    range.selectNodeContents(root.querySelector('.aside') ?? root);
    expect(range.getClientRects().length).to.be.lessThan(3);
  });
});

describe('the card of <about-us>', () => {
  it('has everything on its middle, in a sidebar too', async () => {
    const people = [{name: 'Nadia'}, {name: 'Huda Karim'}];
    for (const width of [280, 480]) {
      const element = document.createElement('about-us') as Shown;
      element.setAttribute('layout', 'card');
      element.feed = {version: 'https://jsonfeed.org/version/1.1', title: 'Paper', authors: people, items: []};
      const page = await fixture<HTMLElement>(html`<div>${element}</div>`);
      page.style.inlineSize = `${width}px`;
      await element.feedComplete;
      const root = element.shadowRoot ?? new ShadowRoot();
      await until(() => root.querySelector('.people'), 'the people');
      const middle = ({left, right}: DOMRect) => (left + right) / 2;
      const boxes = [...root.querySelectorAll('.people bdi')].map((node) => node.getBoundingClientRect());
      const all = new DOMRect(boxes[0]?.left, 0, (boxes.at(-1)?.right ?? 0) - (boxes[0]?.left ?? 0));
      // Below each other in a sidebar, else beside each other.
      for (const box of width < 300 ? boxes : [all])
        expect(middle(box), `${width}`).to.be.closeTo(middle(page.getBoundingClientRect()), 2);
    }
  });
});

describe('the carousel', () => {
  async function carousel() {
    const root = await show('related-news', 480, items(6), {layout: 'carousel'});
    await until(() => root.querySelector('.next'), 'the buttons');
    return root;
  }
  const query = (root: ShadowRoot, selector: string) => root.querySelector<HTMLElement>(selector) ?? document.body;
  async function tab(root: ShadowRoot) {
    await sendKeys({press: 'Tab'});
    // In Firefox what scrolls is a stop, too.
    if (root.activeElement?.matches('.row')) await sendKeys({press: 'Tab'});
  }

  it('draws the ring of a card beside its letters, and moves nothing for it', async () => {
    const root = await carousel();
    const before = query(root, '.card').getBoundingClientRect();
    query(root, '.next').focus();
    await tab(root);
    const link = query(root, '.card a');
    // Not by equal(), which takes Firefox minutes to write two elements down.
    expect(root.activeElement === link).to.equal(true);
    const {outlineOffset, outlineWidth} = getComputedStyle(link, '::after');
    expect(parseFloat(outlineOffset)).to.be.at.least(0);
    const card = query(root, '.card').getBoundingClientRect();
    expect([card.left, card.top]).to.deep.equal([before.left, before.top]);
    const row = query(root, '.row').getBoundingClientRect();
    const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth);
    expect(row.left).to.be.at.most(card.left - reach);
    expect(row.top).to.be.at.most(card.top - reach);
    expect(row.bottom).to.be.at.least(card.bottom + reach);
  });

  it('shows enough of the next card to be seen as one, at every width', async () => {
    for (const width of [280, 400, 480, 759, 760, 1200]) {
      const root = await show('related-news', width, items(6), {layout: 'carousel'});
      const row = query(root, '.row').getBoundingClientRect();
      const cards = [...root.querySelectorAll('.card')].map((card) => card.getBoundingClientRect());
      const cut = cards.find(({left, right}) => left < row.right && right > row.right + 1);
      expect(cut && row.right - cut.left, `${width}`).to.be.at.least(20);
    }
  });

  it('shows all of a card that Tab comes to, in either direction', async function () {
    // WebKitGTK leaves the row where it is.
    if (!/Chrome|Firefox/.test(navigator.userAgent)) this.skip();
    for (const dir of ['ltr', 'rtl']) {
      const root = await show('related-news', 480, items(6), {layout: 'carousel', dir});
      await until(() => root.querySelector('.next'), 'the buttons');
      query(root, '.next').focus();
      const row = query(root, '.row').getBoundingClientRect();
      for (const card of root.querySelectorAll('.card')) {
        await tab(root);
        expect(card.contains(root.activeElement)).to.equal(true);
        await until(() => {
          const {left, right} = card.getBoundingClientRect();
          return left > row.left - 1 && right < row.right + 1;
        }, `all of it is seen, ${dir}`);
      }
    }
  });

  it('has no stop for the keyboard at a button that does nothing, and hands the focus to the other', async () => {
    const root = await carousel();
    const button = (name: string) => root.querySelector<HTMLButtonElement>(`button.${name}`);
    expect(button('previous')?.disabled).to.equal(true);
    expect(button('previous')?.checkVisibility({visibilityProperty: true})).to.equal(false);
    button('next')?.focus();
    query(root, '.row').scrollTo({left: 9000, behavior: 'instant'});
    await until(() => button('next')?.disabled, 'the end');
    await until(() => root.activeElement === button('previous'), 'the focus on the way back');
  });
});
