import {expect, fixture, html} from '@open-wc/testing';
import {UntrustedHtml} from '../../src/feed/feed.js';
import {plainParagraphs, WARNING} from '../../src/feed/plain-paragraphs.js';
import {hasRareMarkup, sanitize, type SanitizeOptions} from '../../src/feed/sanitize.js';
import {audit} from '../corpus/audit.js';
import {checkBody, plainOptions, sanitized} from '../corpus/check-body.js';
import {provoke, setTripwires, whatTripped} from '../corpus/provoke.js';
import clobbering from '../fixtures/hostile/clobbering.json' with {type: 'json'};
import elements from '../fixtures/hostile/elements.json' with {type: 'json'};
import foreign from '../fixtures/hostile/foreign.json' with {type: 'json'};
import forms from '../fixtures/hostile/forms.json' with {type: 'json'};
import frames from '../fixtures/hostile/frames.json' with {type: 'json'};
import handlers from '../fixtures/hostile/handlers.json' with {type: 'json'};
import mutation from '../fixtures/hostile/mutation.json' with {type: 'json'};
import schemes from '../fixtures/hostile/schemes.json' with {type: 'json'};
import srcset from '../fixtures/hostile/srcset.json' with {type: 'json'};
import styles from '../fixtures/hostile/styles.json' with {type: 'json'};
import text from '../fixtures/hostile/text.json' with {type: 'json'};
import tracking from '../fixtures/hostile/tracking.json' with {type: 'json'};

const BASE = 'https://site.example/feed.json';
const CORPUS = {
  clobbering,
  elements,
  foreign,
  forms,
  frames,
  handlers,
  mutation,
  schemes,
  srcset,
  styles,
  text,
  tracking,
};

function content(markup: string, options: Partial<SanitizeOptions> = {}): DocumentFragment {
  const body = sanitize(new UntrustedHtml(markup, BASE), {...plainOptions, ...options});
  return body.content ?? expect.fail(body.warning ?? 'no content and no warning');
}

/** What is left, as markup, without what every element of its kind gets. */
function clean(markup: string, options?: Partial<SanitizeOptions>): string {
  const holder = document.createElement('template');
  holder.content.append(content(markup, options));
  return holder.innerHTML.replace(
    / (dir="auto"|rel="noopener noreferrer nofollow ugc"|(loading|decoding|referrerpolicy)="[\w-]+")/g,
    '',
  );
}

function first<Tag extends keyof HTMLElementTagNameMap>(markup: string, tag: Tag): HTMLElementTagNameMap[Tag] {
  return content(markup).querySelector(tag) ?? expect.fail(`no ${tag}`);
}

describe('sanitize: under a hostile feed', () => {
  for (const [name, bodies] of Object.entries(CORPUS))
    it(`C2 C3 C4: leaves nothing that is not meant, that can mutate, or that others drop: ${name}`, () => {
      for (const body of bodies) expect(checkBody(body), body.slice(0, 500)).to.deep.equal([]);
    });

  it('C2 C3: is as safe where the code for rare markup has not come', () => {
    for (const body of Object.values(CORPUS).flat())
      expect(checkBody(body, {...plainOptions, rare: undefined}), body.slice(0, 500)).to.deep.equal([]);
  });

  it('C1: runs nothing, whatever the reader does', async () => {
    setTripwires();
    for (const body of Object.values(CORPUS).flat()) provoke(sanitized(body));
    expect(await whatTripped()).to.deep.equal([]);
  });

  it('C1 C2: would notice, if something ran or was left', async () => {
    setTripwires();
    const raw = document.createElement('template');
    raw.innerHTML = '<p onclick="alert(1)" class="x">p</p><svg></svg><a href="javascript:1">a</a><img src="/x.png">';
    expect(audit(raw.content)).to.include.members([
      '<p onclick="alert(1)">',
      '<p class="x">',
      '<a href="javascript:1">',
    ]);
    expect(audit(raw.content).length).to.be.greaterThan(6);
    provoke(raw.content);
    expect(await whatTripped()).to.include('alert()');
  });

  it('C5: makes no elements of the page out of a feed', async () => {
    let upgrades = 0;
    customElements.define(
      'test-victim',
      class extends HTMLElement {
        constructor() {
          super();
          upgrades++;
        }
      },
    );
    const left = content(
      '<test-victim src=x>text</test-victim><svg><test-victim></test-victim></svg><p is=test-victim>p</p>',
    );
    await fixture(html`<div>${left}</div>`);
    expect(upgrades).to.equal(0);
  });

  it('leaves out a body that is too large, and says what to do', () => {
    for (const markup of ['<p>' + 'x'.repeat(600_000), '<p>' + 'ن'.repeat(300_000), '<br>'.repeat(20_001)]) {
      const body = sanitize(new UntrustedHtml(markup), plainOptions);
      expect(body.content).to.be.undefined;
      expect(body.warning).to.match(/512 KiB or 20000 nodes.*Shorten it/);
    }
    expect(content('<br>'.repeat(19_000)).childNodes.length).to.equal(19_000);
  });

  it('does not begin what would keep a parser busy for minutes', () => {
    const start = performance.now();
    const nested = '<div>'.repeat(100_000);
    const reopened = Array.from({length: 5000}, (_, n) => `<b a${n}>`).join('') + '<p>'.repeat(15_000);
    for (const markup of [nested, reopened])
      expect(sanitize(new UntrustedHtml(markup), plainOptions).content).to.be.undefined;
    expect(performance.now() - start).to.be.lessThan(2000);
    // What is long, but ordinary: paragraphs left open, and drawings full of shapes.
    expect(content('<p>word'.repeat(9000)).children.length).to.equal(9000);
    expect(content(`${`<svg>${'<path d="M0"/>'.repeat(90)}</svg>`.repeat(100)}<p>words</p>`).textContent).to.equal(
      'words',
    );
  });

  it('makes text of what lies too deep, and loses no word of it', () => {
    const left = content(`${'<div>'.repeat(100)}<p>one</p><p>two</p>${'</div>'.repeat(100)}<p>three</p>`);
    expect(left.textContent.replace(/\s+/g, ' ').trim()).to.equal('one two three');
    let depth = 0;
    for (let node: Node | null = left.firstChild; node; node = node.firstChild) depth++;
    expect(depth).to.equal(65);
  });

  it('C12: has the words in paragraphs where no parser may be used, and names the directive', () => {
    const words = plainParagraphs(
      new UntrustedHtml(
        '<h2>Dams</h2><p>Fish &amp; chips<br>again <b>bold</b></p><script>var p="</p>no"</script><p>end',
      ),
    );
    expect(words).to.deep.equal(['Dams', 'Fish & chips', 'again bold', 'end']);
    expect(WARNING).to.include('trusted-types');
  });

  it('takes no option from a polluted prototype', () => {
    const names = ['src', 'onclick', 'img', 'p', 'href'];
    for (const name of names)
      Object.defineProperty(Object.prototype, name, {value: 'javascript:alert(1)', configurable: true});
    try {
      expect(clean('<p>p</p><img alt="a"><a>x</a>')).to.equal('<p>p</p>ax');
    } finally {
      for (const name of names) Reflect.deleteProperty(Object.prototype, name);
    }
  });
});

describe('sanitize: what few stories have', () => {
  const usual =
    '<h2>One</h2><p>Two <a href="https://a.example/#top"><em>three</em></a></p><ul><li>x</li></ul><blockquote>y</blockquote><figure><img src="/a.jpg" srcset="/a.jpg 1x" alt="A"><figcaption>z</figcaption></figure>';

  it('is not loaded for a plain story, and shows it no differently', () => {
    expect(hasRareMarkup(new UntrustedHtml(usual))).to.be.false;
    expect(clean(usual, {rare: undefined})).to.equal(clean(usual));
  });

  it('is loaded for whatever would be lost without it', () => {
    for (const markup of [
      '<TABLE><tr><td>1</td></tr></TABLE>',
      '<picture><source srcset="/a.webp"><img src="/a.jpg"></picture>',
      '<audio src="/a.mp3"></audio>',
      '<video\nsrc="/a.mp4"></video>',
      '<iframe src="https://maps.example/"></iframe>',
      '<img data-src="/a.jpg">',
      '<img data-lazy-srcset="/a.jpg 2x">',
      '<img src="/a.jpg"><noscript><img src="/a.jpg"></noscript>',
      '<p id="b">1 <a href="#b">b</a></p>',
      '<a href="https://site.example/story#fn1">1</a><p id="fn1">Note</p>',
      '<ol start="3"><li>x</li></ol>',
      '<ol><li value="3">x</li></ol>',
      '<details open><summary>s</summary>x</details>',
      '<ruby>漢<rt>kan</rt></ruby>',
      ...['center', 'strike', 'tt', 'acronym', 'menu', 'dir'].map((tag) => `<${tag}>x</${tag}>`),
      '<p>word'.repeat(2000),
    ]) {
      expect(hasRareMarkup(new UntrustedHtml(markup, BASE)), markup.slice(0, 200)).to.be.true;
      const without = sanitize(new UntrustedHtml(markup, BASE), {...plainOptions, rare: undefined}).content;
      expect(without?.isEqualNode(content(markup)) ?? false, markup.slice(0, 200)).to.be.false;
    }
  });

  it('loses no words where it has not come', () => {
    expect(
      content('<table><tr><td>one</td></tr></table><details>two</details>', {rare: undefined}).textContent,
    ).to.equal('onetwo');
  });
});

describe('sanitize: what a reader gets', () => {
  it('keeps the text of a story and its structure', () => {
    const story =
      '<p>One <em>two</em> <strong>three</strong></p><ul><li>a</li><li>b</li></ul><blockquote><p>q</p></blockquote><pre><code>x &lt; y</code></pre><dl><dt>t</dt><dd>d</dd></dl><hr><p>H<sub>2</sub>O <mark>m</mark> <ruby>漢<rt>kan</rt></ruby></p>';
    expect(clean(story)).to.equal(story);
  });

  it('unwraps what it does not know and keeps the words apart', () => {
    expect(clean('<amp-x><p>a</p></amp-x><font>b</font><center>c</center><main>d</main>')).to.equal(
      '<p>a</p>b<div>c</div>d',
    );
  });

  it('drops code and styles, and nothing behind them', () => {
    expect(
      clean(
        '<style media=print>p{}</style><p>a<script>"</p>"</script></p><dir><li>b</li></dir><base href=/x><track src=y>c',
      ),
    ).to.equal('<p>a</p><ul><li>b</li></ul>c');
  });

  it('resolves addresses against the feed', () => {
    expect(clean('<a href="../x?a=1#b">x</a><img src="//cdn.example/i.png">')).to.equal(
      '<a href="https://site.example/x?a=1#b">x</a><img src="https://cdn.example/i.png" alt="">',
    );
  });

  it('C9: makes links safe to follow', () => {
    const link = first(
      '<a href="https://ana:secret@a.example/" target="_top" rel="opener" download ping="/p">x</a>',
      'a',
    );
    expect(link.getAttribute('href')).to.equal('https://a.example/');
    expect(link.rel.split(' ')).to.include.members(['noopener', 'noreferrer', 'nofollow', 'ugc']);
    expect(link.getAttributeNames()).to.have.members(['href', 'rel']);
    expect(first('<a href="/x" target="_blank">x</a>', 'a').target).to.equal('_blank');
    expect(clean('<a href="tel:*%2321%23">call</a>')).to.equal('call');
  });

  it('makes pictures lazy, private and bounded', () => {
    const image = first('<img src="/a.jpg" width="640" height="99999999" loading="eager">', 'img');
    expect(image.loading).to.equal('lazy');
    expect(image.decoding).to.equal('async');
    expect(image.referrerPolicy).to.equal('no-referrer');
    expect(image.getAttribute('width')).to.equal('640');
    expect(image.hasAttribute('height')).to.be.false;
  });

  it('asks for no picture before the content is on the page', async () => {
    const path = `/never-asked-for-${Date.now()}.png`;
    content(
      `<img src="${location.origin}${path}"><video src="${location.origin}${path}" poster="${location.origin}${path}">`,
    );
    // A request that was made meanwhile would be listed before this one.
    await fetch('/after-it').catch(() => undefined);
    expect(performance.getEntriesByType('resource').filter(({name}) => name.endsWith(path))).to.be.empty;
  });

  it('keeps a picture that a script would have opened in a lightbox', () => {
    expect(
      clean('<figure><button type="button" onclick="open()"><img src="/a.jpg" alt="A"></button></figure>'),
    ).to.equal('<figure><img src="https://site.example/a.jpg" alt="A"></figure>');
  });

  it('takes the real picture of a lazy loader, once', () => {
    expect(
      clean(
        '<img src="data:image/gif;base64,R0" data-src="/real.jpg" alt="A"><noscript><img src="/real.jpg"></noscript>',
      ),
    ).to.equal('<img alt="A" src="https://site.example/real.jpg">');
    expect(clean('<noscript><img src="/only.jpg"></noscript>')).to.include('only.jpg');
  });

  it('C7: drops tracking pixels, with the empty link or paragraph round them', () => {
    for (const pixel of tracking.slice(0, 7)) expect(clean(pixel), pixel).to.equal('');
  });

  it('keeps a picture whose page sets one of its sizes later', () => {
    for (const sizes of ['width="800" height="0"', 'width="0" height="600"'])
      expect(clean(`<img src="/lead.jpg" ${sizes}>`), sizes).to.include('lead.jpg');
    expect(clean('<img src="/line.gif" width="800" height="1">')).to.equal('');
  });

  it('leaves no empty bullet or heading of what it has dropped', () => {
    expect(clean('<ul><li>One</li><li> <script>1</script></li></ul><h2><svg></svg></h2>')).to.equal(
      '<ul><li>One</li></ul>',
    );
  });

  it('C7: keeps at most 24 candidates of a srcset, each checked', () => {
    const many = Array.from({length: 400}, (_, i) => `/p${i}.jpg ${i + 1}w`).join(', ');
    const image = first(`<img src="/p.jpg" srcset="javascript:alert(1) 1x, ${many}">`, 'img');
    const candidates = image.srcset.split(', ');
    expect(candidates.length).to.equal(23);
    expect(candidates[0]).to.equal('https://site.example/p0.jpg 1w');
    expect(first('<img srcset="/a,b.png 1x,/c.png 2x">', 'img').srcset).to.equal(
      'https://site.example/a,b.png 1x, https://site.example/c.png 2x',
    );
  });

  it('shows the alternative text of a picture that it cannot show, and emoji as characters', () => {
    expect(clean('<p><img src="data:image/png;base64,AA" alt="a chart"></p>')).to.equal('<p>a chart</p>');
    expect(clean('<p>Hi <img class="wp-smiley" src="/1f642.png" alt="🙂"></p>')).to.equal('<p>Hi 🙂</p>');
  });

  it('C7: plays nothing by itself', () => {
    const video = first(
      '<video autoplay loop preload=auto src="/v.mp4" poster="/p.jpg"><track src=x></video>',
      'video',
    );
    expect(video.getAttributeNames()).to.have.members(['controls', 'preload', 'playsinline', 'src', 'poster']);
    expect(video.preload).to.equal('none');
    expect(video.childNodes.length).to.equal(0);
    expect(clean('<video src="blob:x">See <a href="/v">the video</a></video>')).to.equal(
      'See <a href="https://site.example/v">the video</a>',
    );
  });

  it('puts its headings below the one above it, with no level left out', () => {
    expect(clean('<h1>a</h1><h2>b</h2><h4>c</h4>')).to.equal('<h3>a</h3><h4>b</h4><h6>c</h6>');
    expect(clean('<h4>a</h4><h5>b</h5>')).to.equal('<h3>a</h3><h4>b</h4>');
    expect(clean('<h1> </h1><h3 lang="ar">a</h3><svg><h2>b</h2></svg>')).to.include('<h4 lang="ar">a</h4>');
    expect(clean('<h1> </h1><h3>a</h3>')).to.equal('<h3>a</h3>');
    expect(clean('<h1>a</h1><h2>b</h2>', {headingLevel: 6})).to.equal('<h6>a</h6><h6>b</h6>');
  });

  it('puts a table into a region that the keyboard reaches and a screen reader can name', () => {
    const table = '<table><tbody><tr><td>1</td></tr></tbody></table>';
    expect(clean(table)).to.equal(`<div role="region" tabindex="0" aria-label="Table">${table}</div>`);
    const captioned = first('<table><caption>Water levels</caption><tr><td>1<table><tr><td>2</table></table>', 'div');
    expect(captioned.ariaLabel).to.equal('Water levels');
    expect(captioned.querySelectorAll('[role=region]').length).to.equal(0);
  });

  it('C11: bounds what a table or a list can claim', () => {
    const cell = first('<table><tr><td colspan=1000 rowspan=65534>x</table>', 'td');
    expect([cell.colSpan, cell.rowSpan]).to.deep.equal([1, 1]);
    expect(clean('<ol start="-1e10"><li value="3">x</ol>')).to.equal('<ol><li value="3">x</li></ol>');
  });

  it('lets each block of text run in its own direction', () => {
    const left = content('<p>Hello</p><ul><li>مرحبا</li><li><p>x</p></li></ul><p dir="rtl">y</p><pre>z</pre>');
    const directions = [...left.querySelectorAll('*')].map((e) => `${e.localName} ${e.getAttribute('dir') ?? '–'}`);
    expect(directions).to.deep.equal(['p auto', 'ul –', 'li auto', 'li –', 'p auto', 'p rtl', 'pre –']);
  });

  it('leaves a block without words in the direction of the page, so that a picture stays on its side', () => {
    const left = content('<p><img src="/a.png"></p><figure><img src="/b.png"></figure><section>words</section>');
    expect([...left.children].map((e) => `${e.localName} ${e.getAttribute('dir') ?? '–'}`)).to.deep.equal([
      'p –',
      'figure –',
      'section auto',
    ]);
  });

  it('leads to a footnote and back inside a shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({mode: 'open'});
    const holder = root.appendChild(document.createElement('div'));
    holder.append(
      content(
        '<p id="ref1">Text<a href="https://site.example/story#fn1">1</a> <a href="#missing">gone</a></p><ol><li id="fn1">Note <a href="#ref1">back</a></li></ol>',
      ),
    );
    const [there, back] = root.querySelectorAll('a');
    expect(root.querySelectorAll('a').length).to.equal(2);
    expect([...root.querySelectorAll('[id]')].every(({id}) => id.startsWith('news-'))).to.be.true;
    const before = location.href;
    there?.click();
    expect(root.activeElement?.localName).to.equal('li');
    back?.click();
    expect(root.activeElement?.localName).to.equal('p');
    expect(location.href).to.equal(before);
  });

  it('hands embeds over in their place, with what the feed quotes of them', () => {
    const seen: string[] = [];
    const left = content(
      '<p>a <iframe src="https://www.youtube.com/embed/abcdefghijk" title="Film"></iframe> b</p><blockquote class="twitter-tweet"><p>words</p><a href="https://twitter.com/ana/status/1">d</a></blockquote><p>end</p>',
      {
        embed: (source, quote) => {
          seen.push(`${source.localName} ${source.getAttribute('title') ?? ''} ${quote?.textContent ?? ''}`);
          const box = document.createElement('span');
          box.append('[box]', ...(quote ? [quote] : []));
          return box;
        },
      },
    );
    expect(seen).to.deep.equal(['iframe Film ', 'blockquote  wordsd']);
    expect(left.textContent).to.equal('a [box] b[box]wordsdend');
  });

  it('C8: makes a plain link of any other frame', () => {
    expect(clean('<iframe src="https://maps.example/x" title="Map of Erbil"></iframe>')).to.equal(
      '<a href="https://maps.example/x">Map of Erbil</a>',
    );
    expect(clean('<iframe src="https://www.youtube.com.evil.example/embed/abcdefghijk"></iframe>')).to.include(
      '>www.youtube.com.evil.example</a>',
    );
    expect(clean('<iframe srcdoc="<script>alert(1)</script>"></iframe>')).to.equal('');
  });

  it('writes text as the feed has it, also where it speaks of styles and handlers', () => {
    const left = content(`<p>style = "a" onclick="b"</p><img src="/a.png" alt="<style> and 'onload=' and <base>">`);
    expect(left.querySelector('p')?.textContent).to.equal('style = "a" onclick="b"');
    expect(left.querySelector('img')?.alt).to.equal("<style> and 'onload=' and <base>");
  });
});
