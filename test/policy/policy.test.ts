/**
 * Whole elements, as sites get them, on pages with real headers: G2, G3 and C12 of the fault table, in whatever engine
 * this runs. Each page is compared with one that has no policy: all that is rendered, and how it is styled.
 */
import {expect, waitUntil} from '@open-wc/testing';
import {CONSENT_KEY} from '../../src/elements/consent.js';
import {browser, elsewhere, feedOf, find, openPage, SCRIPT, shownText, store, TAGS} from '../browser/fault-page.js';

const slow = {timeout: 20_000, interval: 20};

interface Watched extends Window {
  seen: string[];
}

/** What happened on a page that must not: violations, errors, and what went to the console. */
const seen = (page: Window): string[] => (page as Watched).seen;
const warningsOf = (page: Window): string[] => seen(page).filter((event) => event.startsWith('warning'));

const script = (body: string) => store({body, headers: {'content-type': 'text/javascript'}});

async function watcher(): Promise<string> {
  const source = await script(`window.seen = [];
    addEventListener('securitypolicyviolation', (event) => seen.push('violation ' + event.effectiveDirective + ' ' + event.blockedURI + (event.sample && ' ' + event.sample)));
    addEventListener('error', (event) => seen.push('error ' + event.message), true);
    addEventListener('unhandledrejection', (event) => seen.push('rejection ' + event.reason));
    for (const name of ['warn', 'error']) console[name] = (...words) => seen.push((name === 'warn' ? 'warning ' : 'console error ') + words[0]);`);
  return `<script src="${source}"></script>`;
}

const VIDEO = 'https://www.youtube.com/embed/abcdefghij1';
/** Something of everything that a story can have. */
const BODY = `<p>Rain filled the reservoir <em>overnight</em>.<sup><a href="#fn1" id="ref1">1</a></sup></p>
  <h2>How it began</h2><blockquote><p>We heard it first.</p></blockquote><ul><li>One</li><li>Two</li></ul>
  <figure><img src="PICTURE" alt="A dam" width="640" height="360"><figcaption>The dam</figcaption></figure>
  <table><caption>Levels</caption><tr><th scope="col">Day</th><th>Metres</th></tr><tr><td>1</td><td>12</td></tr></table>
  <iframe src="${VIDEO}" width="640" height="360" title="The dam" style="border:0" onload="alert(1)"></iframe>
  <blockquote class="twitter-tweet" style="color:red"><p>Rain at last</p><a href="https://twitter.com/ana/status/123">1 May</a></blockquote>
  <style>p { color: red }</style><script>alert(1)</script><p style="position:fixed" onclick="alert(1)">The end.</p>
  <pre><code>x &lt; y</code></pre><details><summary>More</summary><p>Details.</p></details><ol><li id="fn1">A note. <a href="#ref1">Back</a></li></ol>`;

const STORIES = [
  ['Dam', 'Dam in the valley fills overnight', 'Rain filled the reservoir.'],
  ['Bridge', 'Council chooses bridge design', 'Seven arches will cross the water by autumn.'],
  ['Market', 'Bakers celebrate wheat harvest', 'Bread is cheaper than last year.'],
  ['Museum', 'Museum opens clay exhibition', 'Tablets from school lessons are on show.'],
  ['Library', 'Library welcomes children', 'Picture books and a puppet theatre.'],
] as const;

interface Addresses {
  news: string;
  instagram: string;
  /** Where all but the script comes from. */
  other: string;
}

/** A feed, pictures and an Instagram feed at another origin, as a site's content system is one. */
async function addresses(): Promise<Addresses> {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360"/></svg>';
  const picture = await elsewhere(await store({body: svg, headers: {'content-type': 'image/svg+xml'}}));
  const today = new Date().toISOString().slice(4, 10);
  const news = feedOf(
    STORIES.map(([id, title, text], n) => ({
      id,
      url: `https://river.example/${id}`,
      external_url: 'https://source.example/',
      title,
      summary: text,
      // Bodies of the same words would be versions of one story.
      ...(n ? {content_text: text} : {content_html: BODY.replace('PICTURE', picture)}),
      image: picture,
      date_published: new Date(Date.UTC(2024, 1, 20 - n)).toISOString(),
      tags: ['River', id],
      authors: [{name: 'Ana Stone', avatar: picture}],
      attachments: [
        {url: `${picture}&paper`, mime_type: 'application/pdf', title: 'The report'},
        ...(id === 'Bridge' ? [{url: `${picture}&sound`, mime_type: 'audio/mpeg', title: 'Listen'}] : []),
      ],
      _news: {event_date: `19${60 + n}${today}`, caption: 'The dam', image_width: 640, image_height: 360},
    })),
    {
      description: 'News from the river.',
      icon: picture,
      home_page_url: 'https://river.example/',
      authors: [{name: 'Ana Stone', url: 'https://river.example/ana', avatar: picture}],
      _news: {links: [{title: 'Contact', url: 'https://river.example/contact'}], address: '1 Quay Street'},
    },
  );
  const posts = [1, 2, 3].map((id) => ({
    id: `${id}`,
    caption: `Post ${id}`,
    media_type: 'IMAGE',
    media_url: picture,
    permalink: `https://www.instagram.com/p/${id}/`,
    timestamp: `2024-02-0${id}T08:00:00+0000`,
    username: 'river',
  }));
  return {
    news: await elsewhere(await store({body: news})),
    instagram: await elsewhere(await store({body: JSON.stringify({data: posts})})),
    other: new URL(picture).origin,
  };
}

interface Page {
  headers?: Record<string, string>;
  /** Beside the script that is tested. */
  scripts?: string;
  attributes?: string;
  item?: string;
}

/** All five elements; resolves when each shows its feed. */
async function open(
  from: Addresses,
  {headers = {}, scripts = SCRIPT, attributes = '', item = 'Dam'}: Page = {},
): Promise<Window> {
  const {news, instagram} = from;
  const page = await openPage({
    headers,
    head: `${await watcher()}<style nonce="abc">body { font: 18px/1.5 Georgia, serif; --news-color-accent: rgb(0, 90, 160) }</style>${scripts}`,
    body: `<news-article src="${news}" item="${item}" time-zone="UTC" ${attributes}></news-article>
      <related-news src="${news}" layout="carousel" reason></related-news><on-this-day src="${news}" browse nearest></on-this-day>
      <instagram-strip src="${instagram}" lightbox></instagram-strip><about-us src="${news}" json-ld></about-us>`,
  });
  await waitUntil(
    () => TAGS.every((tag) => find(page, tag).matches(':defined') && find(page, tag).state === 'ready'),
    '',
    slow,
  ).catch(() => {
    throw new Error(`Not all is shown: ${TAGS.map((tag) => find(page, tag).state).join(', ')}. ${seen(page).join()}`);
  });
  await Promise.all(TAGS.map((tag) => find(page, tag).updateComplete));
  return page;
}

/** Of what a designer would see at once if it were missing. */
const LOOK = [
  'display', 'position', 'color', 'background-color', 'font-family', 'font-size', 'font-weight', 'line-height', 'letter-spacing',
  'text-transform', 'text-wrap', 'list-style-type', 'row-gap', 'column-gap', 'margin-block-start', 'padding-inline-start', 'border-top-width',
  'border-top-color', 'border-radius', 'aspect-ratio', 'object-fit', 'inline-size', 'grid-template-columns',
]; // prettier-ignore

/** Every element that an element of ours has made, with how it looks; and the number of them. */
function looks(page: Window): Record<string, string[]> {
  return Object.fromEntries(
    TAGS.map((tag) => [
      tag,
      [...(find(page, tag).shadowRoot?.querySelectorAll('*') ?? [])].map((element) => {
        const style = page.getComputedStyle(element);
        const name = `${element.localName} ${element.getAttribute('part') ?? element.className}`;
        return `${name}: ${LOOK.map((property) => style.getPropertyValue(property)).join(' | ')}`;
      }),
    ]),
  );
}

async function expectSameLooks(page: Window, plain: Window): Promise<void> {
  const expected = looks(plain);
  // Pictures may arrive a moment later here than there.
  await waitUntil(() => JSON.stringify(looks(page)) === JSON.stringify(expected), '', slow).catch(() => undefined);
  const actual = looks(page);
  for (const tag of TAGS) {
    expect(actual[tag]?.length, tag).to.be.greaterThan(10);
    expect(actual[tag], tag).to.deep.equal(expected[tag]);
  }
}

const buttons = (page: Window, tag: string) => [...(find(page, tag).shadowRoot?.querySelectorAll('button') ?? [])];
const press = (page: Window, tag: string, label: string) => {
  const button = buttons(page, tag).find((button) => button.textContent.trim() === label);
  if (!button) throw new Error(`<${tag}> has no button “${label}”.`);
  button.click();
};
const framesOf = (page: Window) => [...(find(page, 'news-article').shadowRoot?.querySelectorAll('iframe') ?? [])];

function strict({other}: Addresses, more = ''): Record<string, string> {
  return {
    'content-security-policy': `default-src 'none'; script-src ${location.origin}; connect-src ${other}; img-src ${other}; style-src 'nonce-abc'; base-uri 'none'; form-action 'none'; ${more}`,
  };
}

const TRUSTED = "require-trusted-types-for 'script'; trusted-types";
const hasTrustedTypes = 'trustedTypes' in window;

describe(`page policies (${browser})`, () => {
  let from: Addresses;
  let plain: Window;

  before(async () => {
    from = await addresses();
    plain = await open(from);
  });
  afterEach(() => {
    localStorage.removeItem(CONSENT_KEY);
    for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow !== plain) frame.remove();
  });
  after(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('without a policy all five elements show all there is, and say nothing', () => {
    expect(seen(plain)).to.deep.equal([]);
    const article = find(plain, 'news-article');
    for (const words of [
      'Dam in the valley',
      'Rain filled',
      'How it began',
      'Levels',
      'Load from YouTube',
      'Load from X',
      'The report',
      'Ana Stone',
    ])
      expect(shownText(article)).to.contain(words);
    expect(plain.getComputedStyle(article).getPropertyValue('--news-color-accent')).to.equal('rgb(0, 90, 160)');
    expect(plain.document.querySelector('script[type="application/ld+json"]')).to.exist;
  });

  describe('G2: the strictest policy, with a nonce for styles', () => {
    it('looks as without it: no violation, no error, nothing unstyled', async () => {
      const page = await open(from, {headers: strict(from)});
      await expectSameLooks(page, plain);
      expect(seen(page)).to.deep.equal([]);
    });

    it('everything that a reader can open opens', async () => {
      const page = await open(from, {headers: strict(from, 'frame-src https://www.youtube-nocookie.com')});
      const strip = find(page, 'instagram-strip').shadowRoot;
      strip?.querySelector<HTMLElement>('[part~=list] button, [part~=list] a')?.click();
      await waitUntil(() => strip?.querySelector('dialog')?.open, 'the lightbox', slow);
      const dialog = strip?.querySelector('dialog');
      expect(dialog && page.getComputedStyle(dialog).position).to.equal('fixed');
      expect(strip?.querySelector('dialog figure')).to.exist;
      strip?.querySelector<HTMLElement>('dialog .close')?.click();
      await waitUntil(() => !strip?.querySelector('dialog')?.open, 'the lightbox closes', slow);

      press(page, 'news-article', 'Load from YouTube');
      const [frame] = framesOf(page);
      expect(frame?.src).to.equal('https://www.youtube-nocookie.com/embed/abcdefghij1');
      expect(frame && page.getComputedStyle(frame).aspectRatio).to.equal('640 / 360');

      for (const [tag, label] of [
        ['news-article', 'Share'],
        ['about-us', 'Copy'],
      ] as const)
        // prettier-ignore
        buttons(page, tag)
          .filter(({textContent}) => textContent.includes(label))
          .forEach((button) => button.click());
      for (const button of buttons(page, 'on-this-day')) button.click();
      for (const button of buttons(page, 'related-news')) button.click();
      await Promise.all(TAGS.map((tag) => find(page, tag).feedComplete));
      expect(seen(page)).to.deep.equal([]);
    });

    it('consent is given by attribute, by event and by the reader, and taken back', async () => {
      const page = await open(from, {
        headers: strict(from, 'frame-src https://www.youtube-nocookie.com https://platform.twitter.com'),
        attributes: 'consent="youtube"',
      });
      const hosts = () => framesOf(page).map(({src}) => new URL(src).host);
      expect(hosts()).to.deep.equal(['www.youtube-nocookie.com']);
      const tell = async (detail: object) => {
        page.document.dispatchEvent(new CustomEvent('news-consent', {detail}));
        await find(page, 'news-article').updateComplete;
      };
      await tell({grant: ['x']});
      expect(hosts()).to.deep.equal(['www.youtube-nocookie.com', 'platform.twitter.com']);
      await tell({revoke: ['youtube', 'x']});
      expect(hosts()).to.deep.equal([]);
      press(page, 'news-article', 'Always load from X');
      await find(page, 'news-article').updateComplete;
      expect(hosts()).to.deep.equal(['platform.twitter.com']);
      expect(localStorage.getItem(CONSENT_KEY)).to.equal('x');
      press(page, 'news-article', 'Stop loading from X');
      expect(localStorage.getItem(CONSENT_KEY)).to.be.null;
      expect(seen(page)).to.deep.equal([]);
    });

    it('sound and video need media-src, and nothing else', async () => {
      const page = await open(from, {item: 'Bridge', headers: strict(from, `media-src ${from.other}`)});
      expect(find(page, 'news-article').shadowRoot?.querySelector('audio')).to.exist;
      expect(seen(page)).to.deep.equal([]);
    });

    it('a frame that the policy forbids is told as frame-src, and the rest stays', async () => {
      const page = await open(from, {headers: strict(from)});
      press(page, 'news-article', 'Load from YouTube');
      // It is lazy: nothing is asked for before it can be seen.
      page.frameElement?.scrollIntoView();
      framesOf(page)[0]?.scrollIntoView();
      await waitUntil(() => seen(page).length, '', slow);
      expect(seen(page)).to.have.length(1);
      expect(seen(page)[0]).to.match(/^violation frame-src https:\/\/www\.youtube-nocookie\.com/);
      expect(shownText(find(page, 'news-article'))).to.contain('Rain filled');
    });
  });

  describe('G3: Trusted Types', () => {
    before(function () {
      if (!hasTrustedTypes) this.skip();
    });

    it('only our policy is allowed, beside the strictest of all others', async () => {
      const [[name, value] = ['', '']] = Object.entries(strict(from));
      const page = await open(from, {headers: {[name]: `${value} ${TRUSTED} news-elements`}});
      await expectSameLooks(page, plain);
      expect(seen(page)).to.deep.equal([]);
      press(page, 'news-article', 'Load from YouTube');
      expect(framesOf(page)).to.have.length(1);
      expect(seen(page).filter((event) => !event.includes('frame-src'))).to.deep.equal([]);
    });

    it('another Lit is on the page, with its own name taken', async () => {
      const other = await script(
        `import {html, render} from '/node_modules/lit/index.js'; render(html\`<p id="other">\${'Another Lit'}</p>\`, document.body.appendChild(document.createElement('div')));`,
      );
      const page = await open(from, {
        headers: {'content-security-policy': `${TRUSTED} news-elements lit-html`},
        scripts: `<script type="module" src="${other}"></script>${SCRIPT}`,
      });
      await expectSameLooks(page, plain);
      expect(page.document.querySelector('#other')?.textContent).to.equal('Another Lit');
      expect(seen(page).filter((event) => !event.includes('Multiple versions of Lit'))).to.deep.equal([]);
    });

    it('a second copy of the script shares the first one’s policy', async () => {
      const page = await open(from, {
        headers: {'content-security-policy': `${TRUSTED} news-elements`},
        scripts: `${SCRIPT}<script type="module" src="/bundle/tag-2/news-elements.js"></script>`,
      });
      await expectSameLooks(page, plain);
      await waitUntil(() => seen(page).length, '', slow);
      expect(seen(page)).to.have.length(1);
      expect(seen(page)[0]).to.match(/^warning .*is defined already/);
    });

    it('no policy may be made, and none is needed: all shows, and one report names the directive', async () => {
      const page = await open(from, {headers: {'content-security-policy': "trusted-types 'none'"}});
      await expectSameLooks(page, plain);
      expect(seen(page)).to.have.length(1);
      expect(seen(page)[0]).to.match(/^violation trusted-types trusted-types-policy/);
    });

    it('C12: the page’s own Lit may parse and we may not: the story is plain text and a link, with a warning', async () => {
      const page = await openPage({
        headers: {'content-security-policy': `${TRUSTED} lit-html`},
        head: `${await watcher()}<script type="module" src="/src/elements/news-article/news-article.ts"></script>`,
        body: `<news-article src="${from.news}" item="Dam"></news-article>`,
      });
      const article = find(page, 'news-article');
      await waitUntil(() => article.matches(':defined') && article.state === 'ready', '', slow);
      await article.updateComplete;
      const body = article.shadowRoot?.querySelector('[part=body]');
      expect(body?.textContent).to.contain('Rain filled the reservoir overnight');
      expect(body?.textContent).not.to.contain('alert(1)');
      expect([...new Set([...(body?.querySelectorAll('*') ?? [])].map(({localName}) => localName))]).to.have.members([
        'p',
      ]);
      expect(article.shadowRoot?.querySelector('.source a')?.getAttribute('href')).to.equal(
        'https://river.example/Dam',
      );
      expect(warningsOf(page)).to.have.length(1);
      expect(warningsOf(page)[0]).to.contain('“news-elements” to its trusted-types directive');
      expect(seen(page).filter((event) => !/^(warning|violation trusted-types|violation require-trusted-types-for)/.test(event))).to.deep.equal([]); // prettier-ignore
    });

    it('C12: nobody may parse: the page keeps its fallbacks, and one warning names the directive', async () => {
      const page = await openPage({
        headers: {'content-security-policy': `${TRUSTED} 'none'`},
        head: `${await watcher()}${SCRIPT}`,
        body: TAGS.map((tag) => `<${tag} src="${from.news}"><p class="fallback">Fallback</p></${tag}>`).join(''),
      });
      await waitUntil(() => warningsOf(page).length, '', slow);
      expect(warningsOf(page)).to.have.length(1);
      expect(warningsOf(page)[0]).to.contain('“news-elements” to its trusted-types directive');
      for (const tag of TAGS) expect(find(page, tag).querySelector('.fallback')?.checkVisibility(), tag).to.be.true;
      expect(seen(page).filter((event) => !/^(warning|violation (require-)?trusted-types)/.test(event))).to.deep.equal([]); // prettier-ignore
    });
  });
});
