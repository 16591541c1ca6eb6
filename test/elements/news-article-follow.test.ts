import {expect, fixture, html} from '@open-wc/testing';
import type {ItemChangeEvent} from '../../src/elements/feed-events.js';
import type {NewsArticle} from '../../src/elements/news-article/news-article.js';
import '../../src/elements/related-news/related-news.js';
import {until} from '../browser/until.js';
import {articleOf, feedOf, part} from './news-article-page.js';

const STORIES = [
  {
    id: 'bridge',
    title: 'A new bridge',
    content_text: 'The council has chosen.',
    date_published: '2024-03-03T08:00:00Z',
  },
  {id: 'ferry', title: 'The last ferry', content_text: 'It sails in May.', date_published: '2024-03-02T08:00:00Z'},
  {id: 'tunnel', title: 'No tunnel', content_text: 'Too wet.', date_published: '2024-03-01T08:00:00Z'},
];

/** This page's address with another story. */
function addressOf(id: string): string {
  const url = new URL(location.href);
  url.searchParams.set('item', id);
  return url.href;
}

async function linkTo(id: string): Promise<HTMLAnchorElement> {
  return fixture(html`<a href=${addressOf(id)}>${id}</a>`);
}

const shows = (element: NewsArticle, id: string) => until(() => element.article?.id === id, `${id} is shown`);

describe('<news-article> in a page whose address changes', () => {
  const address = location.href;
  const {title} = document;

  afterEach(() => {
    history.replaceState(null, '', address);
    document.title = title;
  });

  it('shows the story of a link that changes ?item= alone, and goes Back and Forward', async () => {
    const element = await articleOf(STORIES);
    expect(element.article?.id).to.equal('bridge');
    const changes: ItemChangeEvent[] = [];
    element.addEventListener('item-change', (event) => changes.push(event));
    const link = await linkTo('ferry');
    // What follows addresses is loaded after the story: until then a link is a link.
    await until(() => element.shadowRoot?.querySelector('p[role=status].visually-hidden'), 'the element follows');
    link.click();
    await shows(element, 'ferry');
    expect(location.href).to.equal(addressOf('ferry'));
    expect(part(element, 'body')?.textContent).to.contain('It sails in May.');
    history.back();
    await shows(element, 'bridge');
    expect(location.href).to.equal(address);
    expect(part(element, 'headline')?.textContent).to.equal('A new bridge');
    history.forward();
    await shows(element, 'ferry');
    expect(changes.map(({item, previous}) => [item.id, previous?.id])).to.deep.equal([
      ['ferry', 'bridge'],
      ['bridge', 'ferry'],
      ['ferry', 'bridge'],
    ]);
  });

  it('moves the focus to the headline, tells the title and renames a page that is named after its story', async () => {
    document.title = 'A new bridge – River Post';
    const element = await articleOf(STORIES);
    const link = await linkTo('tunnel');
    const status = () => element.shadowRoot?.querySelector('p[role=status].visually-hidden');
    await until(status, 'the element follows');
    expect(status()?.textContent).to.equal('');
    link.click();
    await until(() => status()?.textContent === 'No tunnel', 'the title is told');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'headline'));
    expect(document.title).to.equal('No tunnel – River Post');
    history.back();
    await until(() => document.title === 'A new bridge – River Post', 'the page has its name again');
  });

  it('leaves a title alone that is not about the story', async () => {
    document.title = 'River Post';
    const element = await articleOf(STORIES);
    const link = await linkTo('tunnel');
    await until(() => element.shadowRoot?.querySelector('p[role=status].visually-hidden'), 'the element follows');
    link.click();
    await shows(element, 'tunnel');
    await element.updateComplete;
    expect(document.title).to.equal('River Post');
  });

  it('leads <related-news> along', async () => {
    const related = document.createElement('related-news');
    related.link = addressOf('{id}').replace('%7Bid%7D', '{id}');
    const element = await articleOf(STORIES);
    related.feed = await feedOf(...STORIES);
    await fixture(html`<div>${related}</div>`);
    await related.feedComplete;
    await until(() => element.shadowRoot?.querySelector('p[role=status].visually-hidden'), 'the element follows');
    const ids = () => related.shownItems.map(({id}) => id);
    await until(() => !ids().includes('bridge'), 'the story being read is not related to itself');
    const position = ids().indexOf('ferry');
    related.shadowRoot?.querySelectorAll<HTMLElement>('[part~=headline] a')[position]?.click();
    await shows(element, 'ferry');
    await until(() => !ids().includes('ferry') && ids().includes('bridge'), 'the list relates to the new story');
  });

  it('does not take a click that asks for another tab', async () => {
    const element = await articleOf(STORIES);
    const link = await linkTo('ferry');
    await until(() => element.shadowRoot?.querySelector('p[role=status].visually-hidden'), 'the element follows');
    const taken: boolean[] = [];
    // Registered last, so that it hears what the element has done, and keeps the tab from opening.
    const last = (event: Event) => {
      taken.push(event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('click', last);
    for (const modifier of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])
      link.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, [modifier]: true}));
    link.target = '_blank';
    link.click();
    removeEventListener('click', last);
    expect(taken).to.deep.equal([false, false, false, false, false]);
    expect(element.article?.id).to.equal('bridge');
    expect(location.href).to.equal(address);
  });

  it('keeps the story that item names', async () => {
    const element = await articleOf(STORIES);
    await until(() => element.shadowRoot?.querySelector('p[role=status].visually-hidden'), 'the element follows');
    element.item = 'tunnel';
    await element.updateComplete;
    history.pushState(null, '', addressOf('ferry'));
    await element.updateComplete;
    expect(element.article?.id).to.equal('tunnel');
  });

  it('shows its fallback on the way back to a story that the feed no longer has, and the story when that is there again', async () => {
    const element = await articleOf(STORIES);
    await until(() => element.shadowRoot?.querySelector('p[role=status].visually-hidden'), 'the element follows');
    (await linkTo('ferry')).click();
    await shows(element, 'ferry');
    (await linkTo('tunnel')).click();
    await shows(element, 'tunnel');
    const codes: string[] = [];
    element.addEventListener('feed-error', (event) => {
      event.preventDefault();
      codes.push(event.code);
    });
    element.feed = await feedOf(...STORIES.filter(({id}) => id !== 'ferry'));
    await element.feedComplete;
    history.back();
    await until(() => element.state === 'error', 'the story is missing');
    expect(codes).to.deep.equal(['no-item']);
    history.forward();
    await shows(element, 'tunnel');
    expect(part(element, 'body')?.textContent).to.contain('Too wet.');
  });
});

describe('item-change', () => {
  it('tells of the first story, and of what the page chooses', async () => {
    const element = document.createElement('news-article');
    const changes: ItemChangeEvent[] = [];
    element.addEventListener('item-change', (event) => changes.push(event));
    element.feed = await feedOf(...STORIES);
    await fixture(html`<div>${element}</div>`);
    await element.feedComplete;
    element.item = 'ferry';
    await element.updateComplete;
    element.headingLevel = 3;
    await element.updateComplete;
    expect(changes.map(({item, previous}) => [item.id, previous?.id])).to.deep.equal([
      ['bridge', undefined],
      ['ferry', 'bridge'],
    ]);
    expect(changes[1]?.item).to.equal(element.article);
  });
});
