import {expect, fixture, html} from '@open-wc/testing';
import {waitUntil} from '../browser/until.js';
import {find} from '../browser/page.js';

describe('the script tag', () => {
  it('defines an element when its tag is on the page, and one that is added later', async () => {
    const page = await fixture(html`<div><about-us src="/feeds/elements/news.json?script-tag"></about-us></div>`);
    await import('../../src/autoloader.js');
    await waitUntil(() => find(page, 'about-us').shadowRoot?.textContent.includes('River Post'));
    page.append(document.createElement('instagram-strip'));
    await waitUntil(() => customElements.get('instagram-strip'));
  });

  it('leaves alone what the page does not use', () => {
    expect(customElements.get('on-this-day')).to.be.undefined;
  });
});
