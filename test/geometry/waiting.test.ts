/** What a reader sees of an element whose feed is slow. */
import {expect, fixture, html} from '@open-wc/testing';
import '../../src/index.js';

describe('an element that waits', () => {
  it('shows grey lines below its fallback, and no void, as tall as without one', async () => {
    const page = await fixture(
      html`<div style="inline-size: 500px">
        <related-news src="/feeds/minimal?delay=60000&amp;body={}" limit="4"
          ><a href="/" style="display: block">Read on our site</a></related-news
        >
        <related-news src="/feeds/minimal?delay=60000&amp;body={}" limit="4"></related-news>
      </div>`,
    );
    const [covered, bare] = [...page.querySelectorAll('related-news')];
    await Promise.all([covered?.updateComplete, bare?.updateComplete]);
    expect(covered?.offsetHeight).to.equal(bare?.offsetHeight);
    const waiting = covered?.shadowRoot?.querySelector('.waiting') ?? page;
    const {backgroundImage, height} = getComputedStyle(waiting, '::after');
    expect(backgroundImage).to.match(/gradient/);
    const link = covered?.querySelector('a')?.getBoundingClientRect();
    expect(parseFloat(height) + (link?.height ?? 0)).to.be.closeTo(covered?.offsetHeight ?? 0, 4);
  });
});
