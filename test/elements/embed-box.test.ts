import {expect, fixture, html} from '@open-wc/testing';
import {LitElement, type TemplateResult} from 'lit';
import {CONSENT_KEY, grantConsent, hasConsent, revokeConsent} from '../../src/elements/consent.js';
import {EmbedBoxes} from '../../src/elements/news-article/embed-box.js';
import {embedStyles} from '../../src/elements/news-article/embed-box.styles.js';
import {UntrustedHtml} from '../../src/feed/feed.js';
import * as rare from '../../src/feed/rare-markup.js';
import {sanitize} from '../../src/feed/sanitize.js';

const VIDEO =
  '<p>Before <iframe src="https://www.youtube.com/embed/abcdefghij1?autoplay=1&list=x" width="640" height="360" title="The dam" onload="alert(1)" allow="camera" sandbox></iframe> after</p>';
const POST =
  '<blockquote class="twitter-tweet"><p>Rain at last</p><a href="https://twitter.com/ana/status/1234567890">1 May</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>';

class TestArticle extends LitElement {
  static override properties = {consent: {}, body: {attribute: false}};
  static override styles = [embedStyles];

  consent?: string;
  content: DocumentFragment | undefined;
  readonly boxes = new EmbedBoxes(this, () => ({
    consent: this.consent,
    language: 'en',
    strings: {
      embedNotice: (provider) => `${provider} will know.`,
      loadFrom: (provider) => `Load from ${provider}`,
      alwaysLoadFrom: (provider) => `Always load from ${provider}`,
      stopLoadingFrom: (provider) => `Stop loading from ${provider}`,
      openOn: (provider) => `Open on ${provider}`,
    },
  }));

  set body(markup: string) {
    this.content = sanitize(new UntrustedHtml(markup, 'https://site.example/'), {
      headingLevel: 2,
      tableLabel: 'Table',
      embed: this.boxes.place,
      rare,
    }).content;
    this.requestUpdate();
  }

  override render(): TemplateResult {
    return html`<div>${this.content}</div>`;
  }
}
customElements.define('test-embed-article', TestArticle);

async function article(body: string, consent?: string): Promise<TestArticle> {
  const element = await fixture<TestArticle>(
    html`<test-embed-article .consent=${consent} .body=${body}></test-embed-article>`,
  );
  await element.updateComplete;
  return element;
}

const root = ({shadowRoot}: TestArticle): ShadowRoot => shadowRoot ?? expect.fail('no shadow root');
const frames = (element: TestArticle) => [...root(element).querySelectorAll('iframe')];
const labels = (element: TestArticle) => [...root(element).querySelectorAll('button')].map((b) => b.innerText.trim());

function press(element: TestArticle, label: string): void {
  const button = [...root(element).querySelectorAll('button')].find((b) => b.textContent === label);
  if (!button) expect.fail(`no button “${label}”`);
  button.click();
}

describe('embed box', () => {
  beforeEach(() => {
    grantConsent('youtube');
    grantConsent('x');
  });
  afterEach(() => {
    revokeConsent('youtube');
    revokeConsent('x');
    localStorage.removeItem(CONSENT_KEY);
  });

  it('asks before anything is requested, and names the provider', async () => {
    revokeConsent('youtube');
    const element = await article(VIDEO);
    expect(frames(element)).to.be.empty;
    expect(labels(element)).to.deep.equal(['Load from YouTube', 'Always load from YouTube']);
    expect(root(element).querySelector('[role=group]')?.getAttribute('aria-label')).to.equal('YouTube: The dam');
    expect(root(element).querySelector('a')?.href).to.equal('https://www.youtube.com/watch?v=abcdefghij1');
    const requested = performance.getEntriesByType('resource').filter(({name}) => name.includes('youtube'));
    expect(requested).to.be.empty;
    await expect(element).to.be.accessible();
  });

  it('loads a frame of our own making, of which the feed gives only the id, the shape and the title', async () => {
    revokeConsent('youtube');
    const element = await article(VIDEO);
    press(element, 'Load from YouTube');
    const [frame] = frames(element);
    if (!frame) expect.fail('no frame');
    const attributes = Object.fromEntries(frame.getAttributeNames().map((name) => [name, frame.getAttribute(name)]));
    expect(attributes).to.deep.equal({
      sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
      allow: 'encrypted-media; fullscreen; picture-in-picture',
      referrerpolicy: 'strict-origin-when-cross-origin',
      loading: 'lazy',
      title: 'The dam',
      src: 'https://www.youtube-nocookie.com/embed/abcdefghij1',
    });
    expect(frame.offsetWidth / frame.offsetHeight).to.be.closeTo(16 / 9, 0.02);
    expect(root(element).activeElement).to.equal(frame);
    expect(hasConsent('youtube')).to.be.false;
  });

  it('leaves other boxes closed when one is loaded', async () => {
    revokeConsent('youtube');
    const element = await article(VIDEO + VIDEO.replace('abcdefghij1', 'abcdefghij2'));
    press(element, 'Load from YouTube');
    element.requestUpdate();
    await element.updateComplete;
    expect(frames(element).length).to.equal(1);
  });

  it('always loads from a provider when the reader says so, and remembers it', async () => {
    revokeConsent('youtube');
    const element = await article(VIDEO + VIDEO.replace('abcdefghij1', 'abcdefghij2'));
    press(element, 'Always load from YouTube');
    await element.updateComplete;
    expect(frames(element).length).to.equal(2);
    expect(localStorage.getItem(CONSENT_KEY)).to.equal('youtube');
  });

  it('takes it all back on the spot: every frame of the provider goes, and what was remembered', async () => {
    grantConsent('youtube', {remember: true});
    const element = await article(VIDEO + VIDEO + POST);
    expect(frames(element).length).to.equal(3);
    press(element, 'Stop loading from YouTube');
    await element.updateComplete;
    expect(frames(element).map(({title}) => title)).to.deep.equal(['X']);
    expect(localStorage.getItem(CONSENT_KEY)).to.be.null;
  });

  it('closes what was loaded once when a consent manager takes consent back', async () => {
    revokeConsent('youtube');
    const element = await article(VIDEO);
    press(element, 'Load from YouTube');
    document.dispatchEvent(new CustomEvent('news-consent', {detail: {revoke: ['youtube']}}));
    await element.updateComplete;
    expect(frames(element)).to.be.empty;
  });

  it('follows the consent attribute', async () => {
    const element = await article(VIDEO, 'vimeo youtube');
    expect(frames(element).length).to.equal(1);
  });

  it('shows the words of a post until the post itself is loaded', async () => {
    revokeConsent('x');
    const element = await article(POST);
    const quote = root(element).querySelector('blockquote');
    expect(quote?.checkVisibility()).to.be.true;
    press(element, 'Load from X');
    expect(quote?.checkVisibility()).to.be.false;
    expect(frames(element)[0]?.src).to.equal('https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890');
    expect(frames(element)[0]?.referrerPolicy).to.equal('no-referrer');
    press(element, 'Stop loading from X');
    expect(quote?.checkVisibility()).to.be.true;
  });
});
