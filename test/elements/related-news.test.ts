import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {RelatedNews} from '../../src/elements/related-news/related-news.js';
import '../../src/elements/news-article/news-article.js';
import '../../src/elements/related-news/related-news.js';
import {parseFeed} from '../../src/feed/index.js';
import {find} from '../browser/page.js';

const story = (id: string, title: string, text: string, day: number) => ({
  id,
  title,
  content_text: text,
  date_published: `2024-03-0${day}T08:00:00Z`,
});

const feed = () =>
  parseFeed(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'River Post',
      items: [
        story(
          'bridge',
          'New bridge over the Tigris at Mosul',
          'Engineers in Mosul have begun the bridge over the Tigris.',
          1,
        ),
        story(
          'ferry',
          'Ferry at Mosul stops for the bridge',
          'The Tigris ferry in Mosul ends when the bridge opens.',
          2,
        ),
        story('beans', 'School garden grows forty beans', 'Pupils in Basra grew beans.', 3),
        story('chess', 'Chess club wins the cup', 'A club of twelve won in Erbil.', 4),
      ],
    }),
  );

async function related(attributes: Record<string, string>): Promise<RelatedNews> {
  const element = document.createElement('related-news');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.feed = await feed();
  await fixture(html`<div>${element}</div>`);
  await element.feedComplete;
  return element;
}

const ids = (element: RelatedNews) => element.shownItems.map(({id}) => id);

describe('<related-news>', () => {
  it('puts the nearest story first and leaves out the one being read', async () => {
    const element = await related({item: 'bridge'});
    expect(ids(element)[0]).to.equal('ferry');
    expect(ids(element)).not.to.include('bridge');
  });

  it('says why, in the reader’s language', async () => {
    const element = await related({item: 'bridge', lang: 'en'});
    expect(element.shadowRoot?.querySelector('[part=reason]')?.textContent).to.match(/Also about .*Mosul/);
  });

  it('shows the newest when nothing is being read, under another heading', async () => {
    const element = await related({limit: '2'});
    expect(ids(element)).to.deep.equal(['chess', 'beans']);
    expect(element.shadowRoot?.querySelector('[part=heading]')?.textContent).to.equal('Latest news');
  });

  it('follows what the page’s <news-article> shows', async () => {
    const shared = await feed();
    const page = await fixture(
      html`<div>
        <related-news .feed=${shared}></related-news>
        <news-article item="bridge" .feed=${shared}></news-article>
      </div>`,
    );
    const [element, article] = [find(page, 'related-news'), find(page, 'news-article')];
    await element.feedComplete;
    expect(ids(element)[0]).to.equal('ferry');
    article.item = 'ferry';
    await waitUntil(() => ids(element)[0] === 'bridge');
    expect(ids(element)).not.to.include('ferry');
  });

  it('renders every layout with a link a card', async () => {
    for (const layout of ['grid', 'list', 'carousel', 'compact']) {
      const element = await related({item: 'bridge', layout, link: '#{id}'});
      const cards = [...(element.shadowRoot?.querySelectorAll('[part=item]') ?? [])];
      expect(cards.map((card) => card.querySelectorAll('a').length)).to.deep.equal([1, 1, 1]);
      await expect(element).to.be.accessible();
    }
  });
});
