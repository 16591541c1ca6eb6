/** A hostile body in a whole element on a page with things of its own: C5–C11 of the fault table, in whatever engine this runs. */
import {expect, waitUntil} from '@open-wc/testing';
import {audit} from '../corpus/audit.js';
import {browser, feedOf, find, log, openPage, SCRIPT, shownText, store} from '../browser/fault-page.js';

const slow = {timeout: 20_000, interval: 20};

/** The host page's own things, which a body may try to reach. */
const HOST = `<form id="subscribe" action="/never"><input name="mail" value="ana@river.example"></form>
  <details name="faq" id="faq" open><summary>Q</summary>A</details><p id="above">Above</p>`;

interface Shown {
  page: Window;
  body: Element;
}

async function show(html: string): Promise<Shown> {
  const feed = feedOf([{id: 'story', url: 'https://river.example/story', title: 'A story', content_html: html}]);
  const page = await openPage({
    head: SCRIPT,
    body: `${HOST}<news-article src="${await store({body: feed})}"></news-article><p id="below">Below</p>`,
  });
  const article = find(page, 'news-article');
  await waitUntil(() => article.matches(':defined') && article.state === 'ready', '', slow);
  await article.updateComplete;
  const body = article.shadowRoot?.querySelector('[part=body]');
  if (!body) throw new Error(`There is no body: ${shownText(article)}`);
  return {page, body};
}

/** A page of another window has classes of its own: its tree is audited as a copy in this one. */
function findings(body: Element): string[] {
  const copy = new DocumentFragment();
  copy.append(...[...document.importNode(body, true).childNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE));
  return audit(copy);
}

describe(`a hostile body on a page (${browser})`, () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('C5: no element of ours, or of the page, comes out of a body, and nothing is asked for it', async () => {
    const evil = await store({body: feedOf([])});
    const tag = `<news-article src="${evil}">words</news-article>`;
    const {page, body} = await show(
      `<p>Story</p>${tag.repeat(200)}<template>${tag}</template><svg><foreignObject>${tag}</foreignObject></svg><p is="news-article" src="${evil}">p</p>`,
    );
    expect(page.document.querySelectorAll('news-article').length).to.equal(1);
    expect(body.querySelector(':not(:is(p, div, span))')).to.be.null;
    expect(body.textContent).to.contain('words');
    expect(findings(body)).to.deep.equal([]);
    expect(await log(evil)).to.deep.equal([]);
  });

  it('C6: the page’s form, details and head stay as they were', async () => {
    const {page, body} = await show(
      `<form id="subscribe" action="https://evil.example"><input name="mail" value="evil"><input type="password" form="subscribe" name="pass"></form>
      <button form="subscribe" formaction="https://evil.example">Go</button><label for="subscribe">L</label><dialog open>D</dialog>
      <details name="faq" open><summary>S</summary>x</details><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example"><style>* {display: none}</style><link rel="stylesheet" href="https://evil.example/x.css">`,
    );
    expect(body.querySelector('form, input, button, label, dialog, base, meta, style, link')).to.be.null;
    expect(findings(body)).to.deep.equal([]);
    const form = page.document.querySelector('form');
    expect(form && [...new FormData(form)]).to.deep.equal([['mail', 'ana@river.example']]);
    expect(page.document.querySelector('details')?.open).to.be.true;
    expect(page.document.baseURI).to.equal(page.location.href);
  });

  it('C7: a pixel is dropped, and nothing plays or loads by itself', async () => {
    const pixel = await store({body: '', headers: {'content-type': 'image/gif'}});
    const film = await store({body: '', headers: {'content-type': 'video/mp4'}});
    const {body} = await show(
      `<img src="${pixel}" width="1" height="1"><img src="${pixel}" style="display:none"><img hidden src="${pixel}"><video src="${film}" autoplay preload="auto" width="640" height="360"><track src="${film}&track" default></video><p>Story</p>`,
    );
    expect(body.querySelector('img, track')).to.be.null;
    expect(body.querySelector('video')?.getAttributeNames()).not.to.include('autoplay');
    expect(body.querySelector('video')?.preload).to.equal('none');
    expect(await log(pixel)).to.deep.equal([]);
    expect(await log(film)).to.deep.equal([]);
  });

  it('C8: nothing is asked of a provider, or of a look-alike, before a click', async () => {
    const path = await store({body: 'frame', headers: {'content-type': 'text/html'}});
    const {page, body} = await show(
      `<iframe src="https://www.youtube.com/embed/abcdefghij1"></iframe><iframe src="https://www.youtube.com@evil.example/embed/abcdefghij1"></iframe>
      <iframe src="https://www.youtube.com:8443/embed/abcdefghij1"></iframe><iframe src="${location.origin}${path}"></iframe><iframe srcdoc="<script>parent.hit = 1</script>"></iframe>`,
    );
    expect(body.querySelector('iframe')).to.be.null;
    expect(body.querySelectorAll('[part=embed]').length).to.equal(1);
    expect([...body.querySelectorAll('a:not([part=embed] a)')].map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://evil.example/embed/abcdefghij1',
      'https://www.youtube.com:8443/embed/abcdefghij1',
      location.origin + path,
    ]);
    expect(await log(path)).to.deep.equal([]);
    body.querySelector<HTMLElement>('[part=embed] button')?.click();
    const frame = body.querySelector('iframe');
    expect(frame?.getAttribute('src')).to.equal('https://www.youtube-nocookie.com/embed/abcdefghij1');
    expect(frame?.getAttribute('referrerpolicy')).to.equal('strict-origin-when-cross-origin');
    expect(frame?.getAttribute('sandbox')).not.to.match(/top-navigation|modals|downloads|forms/);
    expect(Reflect.has(page, 'hit')).to.be.false;
  });

  it('C9: a link leads where it says, in a window of its own at the most, and tells nobody', async () => {
    const {body} = await show(
      `<a href="https://ana:secret@river.example/" target="_top" rel="opener" download="x.exe" ping="https://evil.example">a</a> <a href="/b" target="frame">b</a> <a href="/c" target="_blank">c</a> <a href="tel:*%2321%23">d</a> <a href="tel:+964 1 234">e</a>`,
    );
    const links = [...body.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href'), link.target, link.getAttributeNames().sort().join(' ')]); // prettier-ignore
    expect(links).to.deep.equal([
      ['a', 'https://river.example/', '', 'href rel'],
      ['b', `${location.origin}/b`, '', 'href rel'],
      ['c', `${location.origin}/c`, '_blank', 'href rel target'],
      ['e', 'tel:+964 1 234', '', 'href rel'],
    ]);
    expect(findings(body)).to.deep.equal([]);
  });

  it('C10: a picture that breaks keeps its box and its words, and is asked for once', async () => {
    const missing = await store({status: 404, headers: {'content-type': 'text/plain'}});
    const {page, body} = await show(
      `<img src="${location.origin}${missing}" width="400" height="200" alt="The dam at dusk"><p>Story</p>`,
    );
    page.frameElement?.scrollIntoView();
    const image = body.querySelector('img');
    image?.scrollIntoView();
    // WebKit makes a broken picture square for the moment between failing and its error event.
    const shape = () => (image?.offsetWidth ?? 0) / (image?.offsetHeight ?? 1);
    await waitUntil(() => image?.complete && Math.abs(shape() - 2) < 0.05, 'its box stays', slow);
    expect(image?.naturalWidth).to.equal(0);
    expect(image?.offsetHeight).to.be.greaterThan(100);
    expect(image?.alt).to.equal('The dam at dusk');
    expect(await log(missing)).to.have.length(1);
  });

  it('C11: nothing of a body covers the page, whatever size it claims', async () => {
    const {page, body} = await show(
      `<div style="position:fixed;inset:0;z-index:2147483647;background:red" class="modal overlay fixed">Cover</div><img src="/x.png" width="999999999" height="999999999" alt="big">
      <table><tr><td colspan="1000" rowspan="65534">cell</td></tr></table><ol start="-1e10"><li value="99999999999">x</li></ol><h1>Bigger than yours</h1><pre>${'wide '.repeat(2000)}</pre>`,
    );
    expect(body.querySelector('[style], [class*=overlay], h1, h2')).to.be.null;
    page.frameElement?.scrollIntoView();
    for (const id of ['above', 'below']) {
      const host = page.document.querySelector(`#${id}`);
      host?.scrollIntoView();
      const {left = 0, top = 0} = host?.getBoundingClientRect() ?? {};
      expect(page.document.elementFromPoint(left + 2, top + 2)?.id, id).to.equal(id);
    }
    expect(page.document.documentElement.scrollWidth).to.be.at.most(page.innerWidth);
  });
});
