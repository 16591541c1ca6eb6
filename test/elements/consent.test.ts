import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {CONSENT_KEY, ConsentController, grantConsent, hasConsent, revokeConsent} from '../../src/elements/consent.js';
import type {Provider} from '../../src/feed/providers.js';

class TestStrip extends LitElement {
  revoked: Provider[] = [];
  updates = 0;

  constructor() {
    super();
    new ConsentController(this, (provider) => this.revoked.push(provider));
  }

  override updated(): void {
    this.updates++;
  }
}
customElements.define('test-consent-strip', TestStrip);

function tell(detail: unknown): void {
  document.dispatchEvent(new CustomEvent('news-consent', {detail}));
}

describe('consent', () => {
  // What a page has granted or taken back holds until it is left: each test speaks of providers of its own.
  afterEach(() => localStorage.removeItem(CONSENT_KEY));

  it('is refused until somebody gives it', () => {
    expect(hasConsent('vimeo')).to.be.false;
    expect(hasConsent('vimeo', '')).to.be.false;
  });

  it('is given by an attribute for the providers that it lists, and for no other', () => {
    expect(hasConsent('bluesky', ' youtube\nbluesky ')).to.be.true;
    expect(hasConsent('bluesky', 'blue sky blueskyx')).to.be.false;
  });

  it('keeps nothing in storage unless the reader asked for it', () => {
    grantConsent('spotify');
    expect(localStorage.getItem(CONSENT_KEY)).to.be.null;
    grantConsent('spotify', {remember: true});
    grantConsent('x', {remember: true});
    expect(localStorage.getItem(CONSENT_KEY)).to.equal('spotify x');
  });

  it('leaves no trace in storage when the last remembered provider is taken back', () => {
    grantConsent('facebook', {remember: true});
    revokeConsent('facebook');
    expect(localStorage.getItem(CONSENT_KEY)).to.be.null;
    expect(hasConsent('facebook')).to.be.false;
  });

  it('is taken back even where the attribute still grants it, until it is given anew', () => {
    revokeConsent('youtube');
    expect(hasConsent('youtube', 'youtube vimeo')).to.be.false;
    grantConsent('youtube');
    expect(hasConsent('youtube', 'youtube vimeo')).to.be.true;
  });

  it('is what the reader had remembered on an earlier visit', () => {
    localStorage.setItem(CONSENT_KEY, 'vimeo bluesky');
    expect(hasConsent('vimeo')).to.be.true;
    expect(hasConsent('datawrapper')).to.be.false;
  });

  it('survives a browser that forbids storage', () => {
    const storage = Object.getOwnPropertyDescriptor(window, 'localStorage');
    if (!storage) expect.fail('no storage to forbid');
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('Access is denied.', 'SecurityError');
      },
    });
    try {
      grantConsent('tiktok', {remember: true});
      expect(hasConsent('tiktok')).to.be.true;
      expect(hasConsent('datawrapper')).to.be.false;
    } finally {
      Object.defineProperty(window, 'localStorage', storage);
    }
  });

  it('is given and taken back by a consent manager, which is asked when the first element arrives', async () => {
    let asked = 0;
    const answer = () => {
      asked++;
      tell({grant: ['instagram', 'nobody']});
    };
    document.addEventListener('news-consent-request', answer);
    const strip = await fixture<TestStrip>(html`<test-consent-strip></test-consent-strip>`);
    await fixture(html`<test-consent-strip></test-consent-strip>`);
    document.removeEventListener('news-consent-request', answer);
    expect(asked).to.equal(1);
    expect(hasConsent('instagram')).to.be.true;
    const before = strip.updates;
    tell({revoke: ['instagram']});
    await strip.updateComplete;
    expect(hasConsent('instagram')).to.be.false;
    expect(strip.revoked).to.deep.equal(['instagram']);
    expect(strip.updates).to.equal(before + 1);
  });

  it('takes no notice of an event that says nothing sensible', async () => {
    await fixture(html`<test-consent-strip></test-consent-strip>`);
    for (const detail of [
      null,
      undefined,
      'soundcloud',
      {grant: 'soundcloud'},
      {grant: [null, 7, '__proto__', 'toString']},
    ])
      tell(detail);
    expect(hasConsent('soundcloud')).to.be.false;
  });

  it('does not listen once the last element has left', async () => {
    const strip = await fixture<TestStrip>(html`<test-consent-strip></test-consent-strip>`);
    strip.remove();
    tell({grant: ['mastodon']});
    expect(hasConsent('mastodon')).to.be.false;
  });
});
