import {expect, fixture, html} from '@open-wc/testing';
import {waitUntil} from '../browser/until.js';
import {countRequests, find} from '../browser/page.js';

describe('the script tag', () => {
  it('defines an element when its tag is on the page, and one that is added later', async () => {
    const page = await fixture(html`<div><about-us src="/feeds/elements/news.json?script-tag"></about-us></div>`);
    await import('../../src/autoloader.js');
    await waitUntil(() => find(page, 'about-us').shadowRoot?.textContent.includes('River Post'));
    page.append(document.createElement('instagram-strip'));
    await waitUntil(() => customElements.get('instagram-strip'));
  });

  it('asks for a feed while the code is on its way, once for all that show it', async () => {
    const src = '/feeds/elements/news.json?early';
    const page = await fixture(html`
      <div>
        <related-news src=${src}></related-news>
        <related-news src="${src}#again"></related-news>
        <related-news loading="lazy" src="/feeds/elements/news.json?waits" style="margin-top: 5000px"></related-news>
      </div>
    `);
    await waitUntil(() => find(page, 'related-news').shadowRoot?.querySelector('[part=item]'));
    const [asked] = performance.getEntriesByName(new URL(src, location.href).href);
    const code = performance
      .getEntriesByType('resource')
      .find(({name}) => name.includes('/related-news/related-news.'));
    expect(asked?.startTime).to.be.most(responseEnd(code));
    expect(await countRequests(src)).to.equal(1);
    expect(await countRequests('/feeds/elements/news.json?waits')).to.equal(0);
  });

  it('asks for what reads a feed while the feed is on its way, as far as its address tells', async () => {
    const page = await fixture(
      html`<div><news-article src="/feeds/wordpress/embedded.json?wp-json&amp;delay=500"></news-article></div>`,
    );
    await waitUntil(() => find(page, 'news-article').shadowRoot?.querySelector('[part=headline]'));
    const entries = performance.getEntriesByType('resource');
    const feed = entries.find(({name}) => name.includes('wp-json'));
    const code = entries.find(({name}) => name.includes('/formats/wordpress.'));
    expect(code?.startTime).to.be.below(responseEnd(feed));
  });

  it('leaves alone what the page does not use', () => {
    expect(customElements.get('on-this-day')).to.be.undefined;
  });

  it('tries again what it has asked for in vain', async () => {
    const page = await fixture(html`<div><on-this-day src="/faults/503,ok?n=early"></on-this-day></div>`);
    await customElements.whenDefined('on-this-day');
    expect((await find(page, 'on-this-day').feedComplete)?.items).to.have.length(3);
    const log = (await (await fetch('/log?n=early')).json()) as unknown[];
    expect(log).to.have.length(2);
  });
});

function responseEnd(entry: PerformanceEntry | undefined): number {
  return entry instanceof PerformanceResourceTiming ? entry.responseEnd : NaN;
}
