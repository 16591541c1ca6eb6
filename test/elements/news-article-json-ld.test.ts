import {expect, fixture, html} from '@open-wc/testing';
import {newsArticle} from '../../src/elements/news-article/json-ld.js';
import {until} from '../browser/until.js';
import {articleOf, feedOf} from './news-article-page.js';

const FULL = {
  id: 'bridge',
  url: '/bridge',
  external_url: 'https://council.example/plan',
  title: 'A new bridge </script><script>alert(1)</script>',
  summary: 'It opens in May.',
  content_html: '<p>Body <b>words</b></p>',
  image: '/crane.jpg',
  date_published: '2024-03-02T08:00:00Z',
  date_modified: '2024-03-05T08:00:00Z',
  authors: [
    {name: 'Ada Stone', url: 'https://river.example/ada', avatar: 'https://river.example/ada.jpg'},
    {name: 'River Post', url: 'mailto:desk@river.example'},
  ],
  tags: ['Bridge', 'Council'],
  _news: {
    caption: 'The site.',
    credit: 'Cy Hill',
    image_width: 1200,
    image_height: 800,
    place: 'Mosul',
    kicker: 'Water',
  },
};

const blocks = () => [...document.head.querySelectorAll('script[type="application/ld+json"]')];
const data = () => blocks().map(({textContent}) => JSON.parse(textContent) as Record<string, unknown>);

describe('json-ld of <news-article>', () => {
  it('puts one NewsArticle into the head, with all that is recommended for articles', async () => {
    await articleOf([FULL], {'json-ld': ''});
    await until(() => blocks().length, 'the data is there');
    expect(data()).to.deep.equal([
      {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: FULL.title,
        url: 'https://river.example/bridge',
        mainEntityOfPage: 'https://river.example/bridge',
        description: 'It opens in May.',
        image: [
          {
            '@type': 'ImageObject',
            url: 'https://river.example/crane.jpg',
            width: 1200,
            height: 800,
            caption: 'The site.',
            creditText: 'Cy Hill',
          },
        ],
        datePublished: '2024-03-02T08:00:00.000Z',
        dateModified: '2024-03-05T08:00:00.000Z',
        author: [
          {
            '@type': 'Person',
            name: 'Ada Stone',
            url: 'https://river.example/ada',
            image: 'https://river.example/ada.jpg',
          },
          {'@type': 'NewsMediaOrganization', name: 'River Post'},
        ],
        publisher: {'@type': 'NewsMediaOrganization', name: 'River Post'},
        inLanguage: 'en',
        articleSection: 'Water',
        keywords: ['Bridge', 'Council'],
        contentLocation: {'@type': 'Place', name: 'Mosul'},
        isBasedOn: 'https://council.example/plan',
      },
    ]);
  });

  it('cannot be ended by what the feed says', async () => {
    await articleOf([FULL], {'json-ld': ''});
    await until(() => blocks().length, 'the data is there');
    expect(blocks()[0]?.textContent).not.to.contain('<');
    expect(blocks()[0]?.outerHTML.match(/<\/script>/g)).to.have.length(1);
  });

  it('follows the story, and goes with the attribute and with the element', async () => {
    const element = await articleOf([FULL, {id: 'ferry', title: 'The last ferry'}], {'json-ld': '', item: 'bridge'});
    await until(() => blocks().length, 'the data is there');
    element.item = 'ferry';
    await element.updateComplete;
    expect(data().map(({headline}) => headline)).to.deep.equal(['The last ferry']);
    element.jsonLd = false;
    await element.updateComplete;
    expect(blocks()).to.be.empty;
    element.jsonLd = true;
    await element.updateComplete;
    expect(blocks()).to.have.length(1);
    const parent = element.parentElement;
    element.remove();
    expect(blocks()).to.be.empty;
    parent?.append(element);
    await element.updateComplete;
    expect(blocks()).to.have.length(1);
  });

  for (const type of ['"NewsArticle"', '["Thing", "ReportageNewsArticle"]'])
    it(`leaves a page alone that has its own: ${type}`, async () => {
      const own = document.createElement('script');
      own.type = 'application/ld+json';
      own.text = `{"@context": "https://schema.org", "@graph": [{"@type": ${type}}]}`;
      await fixture(html`<div>${own}</div>`);
      const element = await articleOf([FULL], {'json-ld': '', item: 'bridge'});
      await import('../../src/elements/news-article/json-ld.js');
      element.requestUpdate();
      await element.updateComplete;
      expect(blocks()).to.be.empty;
      own.remove();
      element.requestUpdate();
      await element.updateComplete;
      expect(blocks()).to.have.length(1);
    });

  it('is nothing without the attribute, and without a headline', async () => {
    const element = await articleOf([FULL]);
    await element.updateComplete;
    expect(blocks()).to.be.empty;
    const feed = await feedOf({id: 'note', content_text: 'Hello'});
    expect(feed.items.map((item) => newsArticle(item, feed))).to.deep.equal([undefined]);
  });

  it('breaks no rule of a page with Trusted Types', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="require-trusted-types-for 'script'; trusted-types news-elements lit-html">
      <script>violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(event.sample), true)</script>
      <script type="module" src="/src/elements/news-article/news-article.ts"></script><news-article json-ld></news-article>`;
    await fixture(html`<div>${frame}</div>`);
    await until(() => frame.contentDocument?.querySelector('news-article:defined'), 'the element is there');
    const element = frame.contentDocument?.querySelector('news-article');
    if (element)
      element.feed = JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'P', items: [FULL]});
    await until(
      () => frame.contentDocument?.head.querySelector('script[type="application/ld+json"]'),
      'the data is there',
    );
    expect(frame.contentWindow && Reflect.get(frame.contentWindow, 'violations')).to.deep.equal([]);
  });

  it('says so where a page allows no policy', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="require-trusted-types-for 'script'; trusted-types lit-html">
      <script>said = []; console.warn = (sentence) => said.push(sentence)</script>
      <script type="module" src="/src/elements/news-article/news-article.ts"></script><news-article json-ld></news-article>`;
    await fixture(html`<div>${frame}</div>`);
    await until(() => frame.contentDocument?.querySelector('news-article:defined'), 'the element is there');
    const element = frame.contentDocument?.querySelector('news-article');
    if (element)
      element.feed = JSON.stringify({version: 'https://jsonfeed.org/version/1.1', items: [{id: 1, title: 'T'}]});
    const said = () => String(frame.contentWindow && Reflect.get(frame.contentWindow, 'said'));
    await until(() => said().includes('json-ld adds nothing'), 'the builder is told');
    expect(frame.contentDocument?.head.querySelector('script[type="application/ld+json"]')).to.be.null;
    expect(element?.shadowRoot?.textContent).to.contain('T');
  });
});
