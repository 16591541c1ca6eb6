/** What a reader sees of an element whose feed is slow. */
import {expect, fixture, html} from '@open-wc/testing';
import '../../src/index.js';

describe('an element that waits', () => {
  it('is as tall as its fallback, and stays so when its feed cannot be had: nothing on the page moves', async () => {
    const page = await fixture(
      html`<div>
        <related-news src="/feeds/minimal?delay=300&amp;status=404&amp;body=none"
          ><a href="/">Read on our site</a></related-news
        >
        <p>What stands below</p>
      </div>`,
    );
    const element = page.querySelector('related-news');
    const below = page.querySelector('p');
    await element?.updateComplete;
    expect(element?.state).to.equal('loading');
    expect(element?.offsetHeight).to.be.lessThan(60);
    const place = below?.getBoundingClientRect().top;
    await element?.feedComplete;
    expect(element?.state).to.equal('error');
    expect(below?.getBoundingClientRect().top).to.equal(place);
  });

  it('shows grey lines where it has no fallback, until it gets one', async () => {
    const page = await fixture(
      html`<div><related-news src="/feeds/minimal?delay=60000&amp;body=none" limit="4"></related-news></div>`,
    );
    const element = page.querySelector('related-news');
    await element?.updateComplete;
    expect(element?.offsetHeight).to.be.greaterThan(200);
    element?.append('Read on our site');
    await new Promise((resolve) => element?.shadowRoot?.addEventListener('slotchange', resolve, {once: true}));
    await element?.updateComplete;
    expect(element?.offsetHeight).to.be.lessThan(60);
  });
});
