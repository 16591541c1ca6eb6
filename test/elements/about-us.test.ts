import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../src/elements/about-us/about-us.js';
import type {AboutUs} from '../../src/elements/about-us/about-us.js';
import {selectAbout} from '../../src/elements/about-us/select.js';
import {parseFeed, toFeed} from '../../src/feed/parse.js';
import {until} from '../browser/until.js';

const person = (name: string) => ({
  name,
  url: `https://paper.example/${name}`,
  avatar: '/stories/photos/avatar-juniper.jpg',
});

const jsonFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Paper',
  description: 'News of two rivers.',
  home_page_url: 'https://paper.example/',
  feed_url: 'https://paper.example/feed.json',
  icon: '/stories/photos/icon.jpg',
  language: 'de',
  authors: [person('Huda'), {name: 'The Paper'}],
  hubs: [{type: 'WebSub', url: 'https://hub.example/'}],
  _news: {links: [{title: 'Imprint', url: 'https://paper.example/imprint'}], address: '1 Bridge Street\nMosul'},
  items: [{id: '1', content_text: 'A story.', date_published: '2026-03-05T12:00:00Z'}],
};

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Channel</title><link>https://radio.example/</link>
<description>Waves.</description><language>en-us</language>
<lastBuildDate>Fri, 06 Mar 2026 12:00:00 GMT</lastBuildDate>
<link rel="alternate" type="application/atom+xml" href="https://radio.example/atom.xml" xmlns="http://www.w3.org/2005/Atom"/>
<image><url>https://radio.example/logo.png</url><title>Channel</title><link>https://radio.example/</link></image>
<item><title>One</title><guid>1</guid><pubDate>Thu, 05 Mar 2026 12:00:00 GMT</pubDate></item></channel></rss>`;

const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Journal</title>
<subtitle>Slow news.</subtitle><id>urn:x</id><updated>2026-03-05T12:00:00Z</updated><author><name>Ali</name></author>
<link rel="alternate" href="https://journal.example/"/><link rel="self" href="https://journal.example/atom.xml"/>
<link rel="alternate" type="application/atom+xml" href="https://journal.example/atom.xml"/>
<link rel="alternate" type="Application/RSS+XML; charset=utf-8" href="/rss.xml"/>
<link rel="alternate" type="application/feed+json" href="https://journal.example/feed.json"/>
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"/>
<link rel="hub" href="https://hub.example/"/>
<entry><id>urn:1</id><title>One</title><updated>2026-03-05T12:00:00Z</updated></entry></feed>`;

async function shown(template: TemplateResult): Promise<AboutUs> {
  const element = await fixture<AboutUs>(template);
  await element.feedComplete;
  return element;
}

const about = (feed: unknown) => shown(html`<about-us lang="en" time-zone="UTC" .feed=${feed}></about-us>`);

function words(element: AboutUs, selector: string): string | undefined {
  return element.renderRoot.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
}

/** Opens the subscription. */
async function opened(element: AboutUs): Promise<HTMLElement> {
  const opener = element.renderRoot.querySelector('.subscribe');
  if (opener instanceof HTMLElement && opener.ariaExpanded === 'false') opener.click();
  const button = () => element.renderRoot.querySelector<HTMLElement>('.subscription button');
  await until(button, 'the subscription');
  return button() ?? document.createElement('button');
}

function organizations(): Record<string, unknown>[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].map(
    (script) => JSON.parse(script.textContent) as Record<string, unknown>,
  );
}

describe('<about-us>', () => {
  it('shows who publishes: name, description, people, links, address, last update and language', async () => {
    const element = await about(jsonFeed);
    expect(words(element, '[part=headline] a[href="https://paper.example/"]')).to.equal('The Paper');
    expect(words(element, '[part=summary]')).to.equal('News of two rivers.');
    expect(words(element, '.people')).to.equal('Huda');
    expect(element.renderRoot.querySelector('.people img')?.getAttribute('src')).to.contain('avatar-juniper');
    expect(words(element, '.links a[href="https://paper.example/imprint"]')).to.equal('Imprint');
    expect(words(element, 'address')).to.equal('1 Bridge StreetMosul');
    expect(words(element, '[part=date] time')).to.equal('Last updated March 5, 2026');
    expect(words(element, '[part=date] span')).to.equal('German');
    expect(element.renderRoot.textContent).not.to.contain('hub.example');
  });

  it('names English as Intl does', async () => {
    const names = new Intl.DisplayNames('en', {type: 'language'});
    for (const language of ['en', 'en-US', 'en-gb', 'en-AU']) {
      const element = await about({...jsonFeed, language});
      expect(words(element, '[part=date] span')).to.equal(names.of(language));
    }
  });

  it('says the feed’s words in the feed’s language, and its own in the reader’s', async () => {
    const element = await about(jsonFeed);
    expect(element.renderRoot.querySelector('[part=summary]')?.getAttribute('lang')).to.equal('de');
    expect(element.renderRoot.querySelector('h2')?.closest('[lang]')).to.equal(null);
  });

  it('reads RSS and Atom alike', async () => {
    const radio = await about(rss);
    expect(words(radio, '[part=headline] a[href="https://radio.example/"]')).to.equal('Channel');
    expect(words(radio, '[part=summary]')).to.equal('Waves.');
    const journal = await about(atom);
    expect(words(journal, '[part=headline]')).to.equal('Journal');
    expect(words(journal, '[part=summary]')).to.equal('Slow news.');
    expect(words(journal, '.people')).to.equal('Ali');
    await opened(journal);
    expect(words(journal, 'code')).to.equal('https://journal.example/atom.xml');
  });

  it('offers the same news in the other formats that the feed names, with what they are for', async () => {
    const element = await shown(
      html`<about-us lang="en" .feed=${await parseFeed(atom, {url: 'https://journal.example/atom.xml'})}></about-us>`,
    );
    await opened(element);
    const links = [...element.renderRoot.querySelectorAll('.subscription .links a')];
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).to.deep.equal([
      ['RSS', 'https://journal.example/rss.xml'],
      ['JSON Feed', 'https://journal.example/feed.json'],
    ]);
    expect(words(element, '.subscription')).to.contain('The same news for a reader that wants another format:');
    expect(element.shadowRoot?.innerHTML).not.to.contain('hub.example');
    expect((await parseFeed(rss)).alternates).to.deep.equal([
      {mimeType: 'application/atom+xml', title: undefined, url: 'https://radio.example/atom.xml'},
    ]);
  });

  it('knows when a feed without dated stories was made', async () => {
    const silent = rss.replace(/<pubDate>.*?<\/pubDate>/, '');
    expect(words(await about(silent), '[part=date] time')).to.equal('Last updated March 6, 2026');
    expect(words(await about(rss), '[part=date] time')).to.equal('Last updated March 5, 2026');
  });

  it('takes WordPress’s name from what the Yoast plugin adds, where the root of the API is not asked', async () => {
    const element = await about([
      {
        id: 1,
        link: 'https://tide.example/1',
        title: {rendered: 'One'},
        content: {rendered: '<p>x</p>'},
        yoast_head_json: {og_site_name: 'Tide &amp; Times'},
      },
    ]);
    expect(words(element, '[part=headline]')).to.equal('Tide & Times');
  });

  it('takes WordPress’s name for the site from the root of its API, and keeps it during a refresh', async () => {
    const body = JSON.stringify({name: 'Tide &amp; Times', description: 'On the coast', home: 'https://tide.example'});
    const site = new URL('/feeds/wp-json/', location.href);
    const posts = [
      {
        id: 1,
        link: 'https://tide.example/1',
        title: {rendered: 'One'},
        content: {rendered: '<p>x</p>'},
        date_gmt: '2026-03-05T12:00:00',
      },
    ];
    const original = window.fetch.bind(window);
    let asked = 0;
    let release = () => {};
    window.fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input, location.href);
      if (!url.pathname.startsWith(site.pathname)) return original(input, init);
      const isRoot = url.pathname === site.pathname;
      if (isRoot && ++asked > 1) await new Promise<void>((resolve) => (release = resolve));
      return Promise.resolve(
        new Response(isRoot ? body : JSON.stringify(posts), {headers: {'content-type': 'application/json'}}),
      );
    };
    const element = await shown(html`<about-us lang="en" src="/feeds/wp-json/wp/v2/posts?per_page=1"></about-us>`);
    expect(words(element, '[part=headline] a')).to.equal('Tide & Times');
    expect(words(element, '[part=summary]')).to.equal('On the coast');
    const reloaded = element.reload();
    await until(() => asked === 2, 'the root is asked again');
    element.requestUpdate();
    await element.updateComplete;
    expect(words(element, '[part=headline] a')).to.equal('Tide & Times');
    release();
    await reloaded;
    window.fetch = original;
    expect(words(element, '[part=headline] a')).to.equal('Tide & Times');
  });

  it('shows what it has of a feed that says nothing about itself, and leaves no hole', async () => {
    const element = await about([
      {
        id: 1,
        link: 'https://a.example/1',
        title: {rendered: 'One'},
        content: {rendered: '<p>x</p>'},
        date_gmt: '2026-03-05T12:00:00',
      },
    ]);
    expect(words(element, 'h2')).to.equal('About us');
    expect(
      element.renderRoot.querySelectorAll('img, .people, .links, address, [part=headline], [part=summary], button'),
    ).to.be.empty;
    for (const node of element.renderRoot.querySelectorAll('p, ul, address'))
      expect(node.textContent.trim()).not.to.equal('');
  });

  it('has the shape of what is coming while it loads: as wide, its icon beside the words', async () => {
    const element = await fixture<AboutUs>(html`<about-us src="/stories/feeds/news.json"></about-us>`);
    const box = (selector: string) =>
      element.renderRoot.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const [icon, lines] = [box('.skeleton .picture'), box('.skeleton .words')];
    expect(box('.skeleton .about').width).to.equal(element.clientWidth);
    expect(icon.width).to.equal(icon.height);
    expect(lines.left).to.be.greaterThan(icon.right);
    expect(lines.width).to.be.greaterThan(element.clientWidth / 2);
    await element.feedComplete;
  });

  it('leaves no empty box for a picture that does not load', async () => {
    const element = await about({...jsonFeed, icon: '/stories/photos/missing-icon.jpg'});
    const icon = element.renderRoot.querySelector<HTMLElement>('.about > [part=image]');
    await until(() => icon?.hidden, 'the icon goes');
    expect(icon?.getBoundingClientRect().width).to.equal(0);
  });

  it('offers the feed’s address to be copied, and says so', async () => {
    const element = await about(jsonFeed);
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {writeText: (text: string) => Promise.resolve(void (copied = text))},
    });
    const button = await opened(element);
    expect(words(element, 'code')).to.equal('https://paper.example/feed.json');
    expect(element.renderRoot.querySelector('.subscribe')?.ariaExpanded).to.equal('true');
    button.click();
    await until(() => button.textContent.includes('copied'), 'it says so');
    expect(copied).to.equal('https://paper.example/feed.json');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('leaves out what omit names', async () => {
    const element = await shown(
      html`<about-us omit="image people links address date language subscribe" .feed=${jsonFeed}></about-us>`,
    );
    expect(element.renderRoot.querySelectorAll('img, ul, address, [part=date], button')).to.be.empty;
    expect(words(element, '[part=headline]')).to.equal('The Paper');
  });

  it('describes the publisher to machines while it is on the page, once, when asked to', async () => {
    const element = await shown(html`<about-us json-ld .feed=${jsonFeed}></about-us>`);
    await until(() => organizations().length, 'the description');
    const second = await shown(html`<about-us json-ld .feed=${jsonFeed}></about-us>`);
    await second.updateComplete;
    await second.reload();
    expect(organizations()).to.have.length(1);
    expect(organizations()[0]).to.deep.include({
      '@type': 'Organization',
      name: 'The Paper',
      url: 'https://paper.example/',
      address: '1 Bridge Street, Mosul',
      sameAs: ['https://paper.example/imprint'],
    });
    element.remove();
    expect(organizations()).to.have.length(0);
    await about(jsonFeed);
    expect(organizations()).to.have.length(0);
  });

  it('describes the publisher beside a story that names one, and not beside a description that the page has', async () => {
    const block = document.createElement('script');
    block.type = 'application/ld+json';
    const describe = (data: object) => {
      block.textContent = JSON.stringify({'@context': 'https://schema.org', ...data});
      document.head.append(block);
      return shown(html`<about-us json-ld .feed=${jsonFeed}></about-us>`);
    };
    const publisher = {'@type': 'Organization', name: 'The Paper'};
    try {
      const beside = await describe({'@type': 'NewsArticle', publisher});
      await until(() => organizations().length === 2, 'the description');
      beside.remove();
      for (const own of [publisher, {'@graph': [{'@type': 'WebSite'}, {'@type': ['Organization', 'Brand']}]}]) {
        const element = await describe(own);
        await element.reload();
        expect(organizations()).to.have.length(1);
        element.remove();
      }
      block.textContent = '{';
      document.head.append(block);
      await shown(html`<about-us json-ld .feed=${jsonFeed}></about-us>`);
      await until(
        () => document.querySelectorAll('script[type="application/ld+json"]').length === 2,
        'beside a broken one',
      );
    } finally {
      block.remove();
    }
  });

  it('keeps a hostile name within the description', async () => {
    const title = '</script><script>window.hacked = true</script>';
    await shown(html`<about-us json-ld .feed=${{...jsonFeed, title}}></about-us>`);
    await until(() => organizations().length, 'the description');
    expect(organizations()[0]?.['name']).to.equal(title);
    expect('hacked' in window).to.equal(false);
  });

  it('passes axe in every layout', async () => {
    for (const layout of ['box', 'footer', 'card'] as const) {
      const element = await about(jsonFeed);
      element.layout = layout;
      await opened(element);
      await expect(element).to.be.accessible();
    }
  });
});

describe('the people of a feed', () => {
  it('are those who write in it, the most frequent first, when it names none of its own', async () => {
    const item = (id: string, ...names: string[]) => ({id, content_text: 'x', authors: names.map((name) => ({name}))});
    const feed = await toFeed({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Paper',
      items: [
        item('1', 'Ali'),
        item('2', 'Huda', 'Ali'),
        {...item('3'), authors: [person('Ali')]},
        item('4', 'The Paper'),
      ],
    });
    const {people} = selectAbout(feed);
    expect(people.map(({name}) => name)).to.deep.equal(['Ali', 'Huda']);
    expect(people[0]?.url).to.equal('https://paper.example/Ali');
  });

  it('are not the addresses that stand for names, and of a name that is a list the first few are shown', async () => {
    const authors = [
      'help@paper.example',
      'https://paper.example/about',
      'Huda Karim',
      'Alan Rappeport, Eshe Nelson, Kate Dwyer, Dave Itzkoff and Johnny Diaz',
      'Sammy Davis, Jr.',
    ].map((name) => ({name}));
    const {people} = selectAbout(await toFeed({...jsonFeed, authors}));
    expect(people.map(({name}) => name)).to.deep.equal([
      'Huda Karim',
      'Alan Rappeport, Eshe Nelson, Kate Dwyer …',
      'Sammy Davis, Jr.',
    ]);
  });

  it('stand below each other in a narrow column, and nothing touches the icon or the button', async () => {
    const element = await about({...jsonFeed, authors: ['Huda', 'Ali', 'Daniel'].map((name) => ({name}))});
    element.style.inlineSize = '230px';
    element.style.fontSize = '18px';
    const box = (selector: string) =>
      element.renderRoot.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const [icon, heading, date, button] = ['.about > img', '[part=heading]', '[part=date]', '.subscribe'].map(box);
    expect((heading?.top ?? 0) - (icon?.bottom ?? 0)).to.be.at.least(6);
    expect((button?.top ?? 0) - (date?.bottom ?? 0)).to.be.at.least(6);
    const tops = [...element.renderRoot.querySelectorAll('.people li')].map((node) => node.getBoundingClientRect().top);
    expect(new Set(tops).size).to.equal(3);
  });
});
