import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {ItemViewEvent, type ItemClickEvent} from '../../src/elements/feed-events.js';
import type {RelatedNews} from '../../src/elements/related-news/related-news.js';
import '../../src/elements/news-article/news-article.js';
import '../../src/elements/related-news/related-news.js';
import {parseFeed} from '../../src/feed/index.js';
import {feedOf, replace, store} from '../browser/fault-page.js';
import {find, restoreConsole, warnings} from '../browser/page.js';
import {until} from '../browser/until.js';

const story = (id: string, title: string, text: string, day: number, fields: object = {}) => ({
  id,
  title,
  content_text: text,
  date_published: `2024-03-0${day}T08:00:00Z`,
  ...fields,
});

const stories = [
  story(
    'bridge',
    'New bridge over the Tigris at Mosul',
    'Engineers in Mosul have begun the bridge over the Tigris.',
    1,
  ),
  story('ferry', 'Ferry at Mosul stops for the bridge', 'The Tigris ferry in Mosul ends when the bridge opens.', 2),
  story('beans', 'School garden grows forty beans', 'Pupils in Basra grew beans.', 3, {
    tags: ['Schools', 'Basra News'],
  }),
  story('chess', 'Chess club wins the cup', 'A club of twelve won in Erbil.', 4, {tags: ['Sport']}),
];
const feed = () => parseFeed(feedOf(stories));

async function related(attributes: Record<string, string>, items: object[] = stories): Promise<RelatedNews> {
  const element = document.createElement('related-news');
  for (const [name, value] of Object.entries({lang: 'en', 'time-zone': 'UTC', ...attributes}))
    element.setAttribute(name, value);
  if (!attributes.src) element.feed = JSON.parse(feedOf(items));
  await fixture(html`<div>${element}</div>`);
  await element.feedComplete;
  return element;
}

/** So many stories about nothing in common, the newest first. */
const many = (count: number, first = 0) =>
  Array.from({length: count}, (_, n) => ({
    id: `s${first + n}`,
    title: `Title${first + n}`,
    content_text: `Word${first + n} thing${first + n}`,
    date_published: new Date(Date.UTC(2024, 0, 99 - first - n)).toISOString(),
  }));

const ids = (element: RelatedNews) => element.shownItems.map(({id}) => id);
const one = (element: RelatedNews, selector: string) => element.renderRoot.querySelector<HTMLElement>(selector);
const all = (element: RelatedNews, selector: string) => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
const focused = (element: RelatedNews) => element.shadowRoot?.activeElement;

describe('<related-news>', () => {
  it('keeps the room of a few stories, however many are asked for, while the feed is on its way', async () => {
    const list: RelatedNews = await fixture(
      html`<related-news limit="1000" loading="lazy" src="/never"></related-news>`,
    );
    expect(list.renderRoot.querySelectorAll('.card').length).to.be.within(1, 8);
  });

  it('puts the nearest story first and leaves out the one being read', async () => {
    const element = await related({item: 'bridge'});
    expect(ids(element)[0]).to.equal('ferry');
    expect(ids(element)).not.to.include('bridge');
  });

  it('shows the newest when nothing is being read, under another heading', async () => {
    const element = await related({limit: '2'});
    expect(ids(element)).to.deep.equal(['chess', 'beans']);
    expect(one(element, '[part=heading]')?.textContent).to.equal('Latest news');
  });

  it('follows what the page’s <news-article> shows', async () => {
    const shared = await feed();
    const page = await fixture(
      html`<div>
        <related-news .feed=${shared}></related-news>
        <news-article item="bridge" .feed=${shared}></news-article>
      </div>`,
    );
    const [element, article] = [find(page, 'related-news'), find(page, 'news-article')];
    await element.feedComplete;
    expect(ids(element)[0]).to.equal('ferry');
    article.item = 'ferry';
    await until(() => ids(element)[0] === 'bridge', 'the other story’s neighbour');
    expect(ids(element)).not.to.include('ferry');
  });

  it('takes up a story that comes after the feed', async () => {
    const src = await store({body: feedOf(stories)});
    const element = await related({src});
    expect(ids(element)[0]).to.equal('chess');
    const article = document.createElement('news-article');
    article.setAttribute('item', 'bridge');
    article.setAttribute('src', src);
    element.after(article);
    await until(() => ids(element)[0] === 'ferry', 'the story’s neighbour');
    expect(one(element, '[part=heading]')?.textContent).to.equal('Related news');
  });

  it('shows the newest when the feed lacks the `item`, and tells the page and the builder once', async () => {
    const {sentences} = warnings();
    const events: string[] = [];
    const page = await fixture(html`<div></div>`);
    const element = document.createElement('related-news');
    element.addEventListener('feed-load', () => events.push('feed-load'));
    element.addEventListener('feed-error', ({error}) => events.push(error.code));
    element.setAttribute('item', 'gone');
    element.setAttribute('src', await store({body: feedOf(stories)}));
    page.append(element);
    await element.feedComplete;
    expect(ids(element)[0]).to.equal('chess');
    expect(one(element, '[part=heading]')?.textContent).to.equal('Latest news');
    element.limit = 2;
    await element.updateComplete;
    expect(events).to.deep.equal(['feed-load', 'no-item']);
    expect(sentences()).to.have.length(1);
    expect(sentences()[0]).to.contain('“gone”').and.contain('item attribute');
    element.item = 'bridge';
    await until(() => ids(element)[0] === 'ferry', 'a story that is there');
    element.item = 'lost';
    await until(() => sentences().length === 2, 'the next one that is not');
    restoreConsole();
  });

  it('shows one of several with the same headline on one day, and all that bear a title such as “Weather”', async () => {
    const flood = 'Flood waters reach the old town of Mosul';
    const items = [
      story('morning', flood, 'The river rises.', 5),
      story('noon', flood, 'Houses stand in water since noon.', 5),
      story('before', flood, 'A year of rain in one night.', 4),
      story('rain', 'Weather', 'Rain in the north.', 3),
      story('sun', 'Weather', 'Sun in the south.', 3),
    ];
    expect(ids(await related({limit: '9'}, items))).to.deep.equal(['morning', 'before', 'rain', 'sun']);
  });

  it('shows the slot `empty`, or nothing, when the feed holds only the story being read', async () => {
    const element = await related({item: 'bridge'}, stories.slice(0, 1));
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(element.offsetHeight).to.equal(0);
    element.innerHTML = '<p slot="empty">Nothing else</p>';
    await until(() => element.offsetHeight > 0, 'the slot');
  });

  it('shows items without a text or a title, each as a link with a name', async () => {
    const element = await related({link: '#{id}'}, [
      {id: 'a', image: '/stories/photos/jetty-640.jpg', _news: {alt: 'A jetty'}},
      {id: 'b', tags: ['Water'], image: '/stories/photos/coast-640.jpg'},
      {id: 'c', content_text: 'Only a text.'},
      {id: 'd', image: '/stories/photos/canyon-640.jpg'},
    ]);
    expect(all(element, 'a').map(({textContent}) => textContent)).to.have.members([
      'A jetty',
      'Water',
      'Only a text.',
      'Read the whole story',
    ]);
    await expect(element).to.be.accessible();
  });
});

describe('which stories <related-news> shows', () => {
  it('is limited by `limit`; what is no count is as if it were not there', async () => {
    const element = await related({limit: '2'}, many(9));
    expect(ids(element)).to.have.length(2);
    for (const value of ['-1', 'two', '']) {
      element.setAttribute('limit', value);
      await element.updateComplete;
      expect(ids(element)).to.have.length(value ? 4 : 0);
    }
    element.removeAttribute('limit');
    await element.updateComplete;
    expect(ids(element)).to.have.length(4);
  });

  it('is restricted by `tags`, whatever their case, and by any one of them', async () => {
    const element = await related({tags: 'basra news'});
    expect(ids(element)).to.deep.equal(['beans']);
    element.setAttribute('tags', 'sport, Basra News');
    await element.updateComplete;
    expect(ids(element)).to.deep.equal(['chess', 'beans']);
    element.setAttribute('tags', 'Basra');
    await element.updateComplete;
    expect(ids(element)).to.be.empty;
    element.removeAttribute('tags');
    await element.updateComplete;
    expect(ids(element)).to.have.length(4);
  });

  it('is limited by `max-age` in days; a story without a date has none', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const items = many(4).map((item, n) => ({...item, date_published: [daysAgo(0.2), daysAgo(2), daysAgo(40)][n]}));
    const element = await related({'max-age': '30'}, items);
    expect(ids(element)).to.have.members(['s0', 's1', 's3']);
    element.maxAge = 0.5;
    await element.updateComplete;
    expect(ids(element)).to.have.members(['s0', 's3']);
    element.setAttribute('max-age', 'old');
    await element.updateComplete;
    expect(ids(element)).to.have.length(4);
  });

  it('loads further pages while too few pass', async () => {
    const address = await store({});
    const second = await store({body: feedOf(many(4, 4).map((item) => ({...item, tags: ['Water']})))});
    await replace(address, {body: feedOf(many(4), {next_url: second})});
    const element = await related({src: address, tags: 'water', limit: '3'});
    expect(ids(element)).to.deep.equal(['s4', 's5', 's6']);
  });
});

describe('several <related-news> on a page', () => {
  async function three(items = many(9)): Promise<RelatedNews[]> {
    const page = await fixture(html`<div>${[1, 2, 3].map(() => html`<related-news limit="2"></related-news>`)}</div>`);
    const lists = [...page.querySelectorAll('related-news')];
    // The last one's feed arrives first.
    for (const list of lists.reverse()) {
      list.feed = JSON.parse(feedOf(items));
      await list.feedComplete;
    }
    await until(() => new Set(lists.flatMap(ids)).size === lists.flatMap(ids).length, 'each story once');
    return lists.reverse();
  }

  it('show no story twice: the first in the document chooses first, whichever is loaded first', async () => {
    expect((await three()).map(ids)).to.deep.equal([['s0', 's1'], ['s2', 's3'], ['s4', 's5']]); // prettier-ignore
  });

  it('come to rest when one before them changes, moves or goes', async () => {
    const [first, second, third] = await three();
    if (!first || !second || !third) throw new Error('There are not three.');
    const shown = () => [...document.querySelectorAll('related-news')].map((list) => ids(list).join(' '));
    first.limit = 3;
    await until(() => shown().join() === 's0 s1 s2,s3 s4,s5 s6', 'the others give way');
    third.after(first);
    await until(() => shown().join() === 's0 s1,s2 s3,s4 s5 s6', 'the order of the document');
    second.remove();
    await until(() => shown().join() === 's0 s1,s2 s3 s4', 'what is free again');
  });

  it('know each other across shadow roots', async () => {
    const page = await fixture(
      html`<div>
        <section></section>
        <section></section>
      </div>`,
    );
    const lists = [...page.children].map((host) => {
      const list = document.createElement('related-news');
      list.limit = 2;
      list.feed = JSON.parse(feedOf(many(6)));
      host.attachShadow({mode: 'open'}).append(list);
      return list;
    });
    await until(() => lists.map(ids).join() === 's0,s1,s2,s3', 'two and two');
  });

  it('take nothing from each other while they are hidden', async () => {
    const page = await fixture(html`<div><related-news hidden limit="2"></related-news></div>`);
    const hidden = find(page, 'related-news');
    hidden.feed = JSON.parse(feedOf(many(6)));
    await hidden.feedComplete;
    expect(ids(await related({limit: '2'}, many(6)))).to.deep.equal(['s0', 's1']);
  });

  it('tell stories of two sites apart that have the same number', async () => {
    const site = (name: string) => many(2).map((item) => ({...item, url: `https://${name}.example/${item.id}`}));
    await related({}, site('one'));
    expect(ids(await related({}, site('two')))).to.deep.equal(['s0', 's1']);
  });
});

describe('the reason of <related-news>', () => {
  it('says why, in the reader’s language', async () => {
    const element = await related({item: 'bridge'});
    expect(one(element, '[part=reason]')?.textContent).to.match(/Also about .*Mosul/);
    element.remove();
    expect(one(await related({item: 'bridge', lang: 'ar'}), '[part=reason]')?.textContent).to.match(/Mosul.* أيضًا/);
  });

  it('describes the link to screen readers', async () => {
    const element = await related({item: 'bridge', link: '#{id}'});
    const description = one(element, 'a')?.getAttribute('aria-describedby') ?? '';
    expect(one(element, `[id="${description}"]`)?.textContent).to.contain('Mosul');
    expect(all(element, 'a').at(-1)?.hasAttribute('aria-describedby')).to.equal(false);
  });

  it('comes with the event, even when it is not shown', async () => {
    const element = await related({item: 'bridge', link: '#{id}', omit: 'reason'});
    await until(() => element.shownItems.some((item) => element.reasonFor(item)), 'reasons, which no list waits for');
    const events: ItemClickEvent[] = [];
    element.addEventListener('item-click', (event) => {
      event.preventDefault();
      events.push(event);
    });
    for (const link of all(element, 'a')) link.click();
    expect(events.map(({position}) => position)).to.deep.equal([0, 1, 2]);
    expect(events[0]).to.include({
      item: element.shownItems[0],
      reason: element.reasonFor(element.shownItems[0] as never),
    });
    expect(events[0]?.reason).to.match(/^Also about .*Mosul/);
    expect(events[2]?.reason).to.be.undefined;
    expect(one(element, '[part=reason]')).to.be.null;
  });
});

describe('a card of <related-news>', () => {
  const whole = {
    ...story('whole', 'A headline', 'Word '.repeat(500), 5),
    summary: 'A summary of the story.',
    image: '/stories/photos/jetty-640.jpg',
    authors: [{name: 'Huda Karim'}],
    tags: ['Water'],
  };

  it('shows all that is known of a story, and leaves out each part that `omit` names', async () => {
    const [address, other] = [await store({body: feedOf([whole])}), await store({body: feedOf(many(1, 70))})];
    const element = await related({src: `${address} ${other}`, limit: '1'});
    const card = () => one(element, '[part=item]')?.textContent.replace(/\s+/g, ' ') ?? '';
    const parts: [string, string][] = [
      ['kicker', 'Water'],
      ['summary', 'A summary of the story.'],
      ['byline', 'Huda Karim'],
      ['source', 'River Post'],
      ['date', 'March 5, 2024'],
      ['reading-time', '2 min read'],
    ];
    for (const [part, words] of parts) {
      element.omit = '';
      await element.updateComplete;
      expect(card()).to.contain(words);
      element.omit = part;
      await element.updateComplete;
      expect(card(), part).not.to.contain(words);
    }
    expect(one(element, 'img')).not.to.be.null;
    element.omit = 'image';
    await element.updateComplete;
    expect(one(element, 'img')).to.be.null;
  });

  it('is a link with a name even without its headline', async () => {
    const element = await related({omit: 'headline', link: '#{id}'}, [whole]);
    const link = one(element, 'a');
    expect(link?.textContent).to.equal('A headline');
    expect(link?.firstElementChild?.getBoundingClientRect().width).to.be.below(2);
    await expect(element).to.be.accessible();
  });

  it('says nothing of the reading time of a lead', async () => {
    expect(one(await related({}, stories.slice(0, 1)), '[part=byline]')?.textContent).not.to.contain('min');
  });

  /** The middle of an element on the page. */
  const middleOf = (node: Element | null): [number, number] => {
    const {left, top, width, height} = node?.getBoundingClientRect() ?? new DOMRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  };

  it('follows its link wherever it is pressed, unless words are being selected', async () => {
    const element = await related({link: '#{id}'}, [whole]);
    let clicks = 0;
    element.addEventListener('item-click', (event) => {
      event.preventDefault();
      clicks++;
    });
    for (const part of ['image', 'kicker', 'headline', 'summary', 'byline']) {
      clicks = 0;
      await sendMouse({type: 'click', position: middleOf(one(element, `[part=${part}]`))});
      expect(clicks, part).to.equal(1);
    }
    clicks = 0;
    const [x, y] = middleOf(one(element, '[part=summary]'));
    await sendMouse({type: 'move', position: [x - 40, y]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [x + 40, y]});
    await sendMouse({type: 'up'});
    expect(clicks).to.equal(0);
  });

  it('opens a tab of its own where its link would, which the page hears of but cannot take over', async () => {
    const element = await related({link: '#{id}'}, [whole]);
    const told: boolean[] = [];
    const opened: string[] = [];
    element.addEventListener('item-click', (event) => told.push(event.cancelable));
    // Heard last: keeps the tab from opening.
    const last = (event: Event) => {
      const [link] = event.composedPath();
      if (event.type === 'click' && link instanceof HTMLAnchorElement) opened.push(link.target);
      event.preventDefault();
    };
    for (const type of ['click', 'auxclick']) addEventListener(type, last);
    const words = middleOf(one(element, '[part=summary]'));
    await sendMouse({type: 'click', position: words, button: 'middle'});
    expect([told, opened]).to.deep.equal([[false], ['_blank']]);
    await sendMouse({type: 'click', position: words, button: 'right'});
    expect(told).to.have.length(1);
    await sendMouse({type: 'click', position: middleOf(one(element, '[part=headline]')), button: 'middle'});
    expect([told, opened]).to.deep.equal([[false, false], ['_blank']]);
    const [clientX, clientY] = words;
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey'])
      for (const type of ['mousedown', 'click'])
        one(element, '[part=summary]')?.dispatchEvent(
          new MouseEvent(type, {clientX, clientY, [key]: true, bubbles: true, composed: true, cancelable: true}),
        );
    for (const type of ['click', 'auxclick']) removeEventListener(type, last);
    expect(told).to.deep.equal([false, false, false, false, false]);
    expect(opened).to.deep.equal(['_blank', '_blank', '_blank', '_blank']);
    expect(one(element, 'a')?.hasAttribute('target')).to.be.false;
  });

  it('has one link in every layout, and none without an address', async () => {
    for (const layout of ['grid', 'list', 'carousel', 'compact']) {
      const element = await related({item: 'bridge', layout, link: '#{id}'});
      const cards = all(element, '[part=item]');
      expect(cards.map((card) => card.querySelectorAll('a').length)).to.deep.equal([1, 1, 1]);
      await expect(element).to.be.accessible();
      element.remove();
    }
    expect(all(await related({item: 'bridge'}), 'a')).to.be.empty;
  });

  it('tells once that it came into view, however often the list is rendered', async () => {
    const seen: string[] = [];
    const onView = (event: Event) => {
      if (event instanceof ItemViewEvent) seen.push(event.item.id);
    };
    document.addEventListener('item-view', onView);
    const element = await related({layout: 'compact', limit: '2'});
    await until(() => seen.length === 2, 'both');
    element.headingLevel = 3;
    await element.updateComplete;
    element.limit = 3;
    await until(() => seen.length === 3, 'the third');
    document.removeEventListener('item-view', onView);
    expect(seen).to.have.members(['chess', 'beans', 'ferry']);
  });
});

describe('“More” of <related-news>', () => {
  afterEach(restoreConsole);

  const button = (element: RelatedNews) => one(element, '.more button');
  const status = (element: RelatedNews) => one(element, '.more [role=status]')?.textContent;

  it('is there only when it is asked for and there is more', async () => {
    const element = await related({limit: '9'}, many(9));
    expect(button(element)).to.be.null;
    element.more = true;
    await until(() => one(element, '.more'), 'its place');
    expect(button(element)).to.be.null;
    element.limit = 2;
    await element.updateComplete;
    expect(button(element)?.textContent.trim()).to.equal('More stories');
    element.more = false;
    await element.updateComplete;
    expect(button(element)).to.be.null;
  });

  it('adds as many as `limit` says, gives the first of them the focus, and says how many', async () => {
    const element = await related({more: '', limit: '4', link: '#{id}'}, many(9));
    const before = all(element, '[part=item]');
    button(element)?.click();
    await until(() => ids(element).length === 8, 'four more');
    expect(all(element, '[part=item]').slice(0, 4)).to.deep.equal(before);
    await until(() => focused(element)?.textContent === 'Title4', 'the focus');
    expect(status(element)).to.equal('4 more shown');
    button(element)?.click();
    await until(() => ids(element).length === 9, 'the last');
    await until(() => status(element) === '1 more shown', 'how many');
    expect(button(element)).to.be.null;
  });

  it('can be pressed by keyboard; items without a link get the focus too', async () => {
    const element = await related({more: '', limit: '1'}, many(3));
    button(element)?.focus();
    await sendKeys({press: 'Enter'});
    await until(() => focused(element) === all(element, '[part=item]')[1], 'the focus');
    await expect(element).to.be.accessible();
  });

  it('goes on with the feed’s next pages, and leaves what is shown in its place', async () => {
    const water = (n: number) => ({...many(1, n)[0], title: `Water of Tigris and Euphrates ${n}`});
    const [first, second, third] = [await store({}), await store({}), await store({body: feedOf(many(2, 8))})];
    await replace(first, {body: feedOf([water(0), ...many(4, 1)], {next_url: second})});
    // The nearest of all comes last.
    await replace(second, {body: feedOf([...many(1, 5), water(6)], {next_url: third})});
    const element = await related({src: first, item: 's0', more: '', limit: '3', link: '#{id}'});
    const before = ids(element);
    expect(before).to.have.length(3);
    button(element)?.click();
    await until(() => ids(element).length === 6, 'the second page');
    expect(ids(element).slice(0, 3)).to.deep.equal(before);
    await until(() => focused(element)?.textContent === element.shownItems[3]?.title, 'the focus');
    expect(ids(element)).to.include('s6');
    button(element)?.click();
    await until(() => ids(element).length === 8 && !button(element), 'the end');
    expect(new Set(ids(element)).size).to.equal(8);
  });

  it('can be tried again when a page cannot be loaded', async () => {
    const {sentences} = warnings();
    const [first, second] = [await store({}), await store({status: 404, body: ''})];
    await replace(first, {body: feedOf(many(5), {next_url: second})});
    const element = await related({src: first, more: '', limit: '4', link: '#{id}'});
    button(element)?.focus();
    button(element)?.click();
    await until(() => button(element)?.textContent.includes('Try again'), 'the offer to try again');
    expect(status(element)).to.contain('Try again');
    expect(ids(element)).to.have.length(5);
    expect(focused(element)).to.equal(button(element));
    expect(sentences().join()).to.contain('404');
    await replace(second, {body: feedOf(many(2, 5))});
    button(element)?.click();
    await until(() => ids(element).length === 7, 'the page');
  });

  it('begins anew with another story or another feed', async () => {
    const element = await related({item: 's0', more: '', limit: '2'}, many(9));
    button(element)?.click();
    await until(() => ids(element).length === 4, 'two more');
    element.item = 's1';
    await element.updateComplete;
    expect(ids(element)).to.have.length(2);
  });
});

describe('the carousel of <related-news>', () => {
  async function carousel(attributes: Record<string, string> = {}): Promise<RelatedNews> {
    const element = await related({layout: 'carousel', limit: '8', link: '#{id}', ...attributes}, many(8));
    element.style.inlineSize = '480px';
    await until(() => one(element, '.next'), 'the buttons');
    return element;
  }
  const row = (element: RelatedNews) => one(element, '[part=list]') ?? document.body;
  const position = (element: RelatedNews) => row(element).scrollLeft;

  it('has buttons that go on and back, and stops at its ends', async () => {
    const element = await carousel();
    const [previous, next] = [one(element, '.previous'), one(element, '.next')];
    expect(previous?.matches(':disabled')).to.equal(true);
    next?.click();
    await until(() => position(element) > 100 && !previous?.matches(':disabled'), 'it moves on');
    previous?.click();
    await until(() => position(element) === 0, 'it moves back');
    await expect(element).to.be.accessible();
  });

  it('goes the other way in a right-to-left page', async () => {
    const element = await carousel({dir: 'rtl', lang: 'ar'});
    one(element, '.next')?.click();
    await until(() => position(element) < -100, 'it moves to the left');
  });

  it('moves by arrow keys, and with the focus', async () => {
    const element = await carousel();
    all(element, 'a')[0]?.focus();
    await sendKeys({press: 'ArrowRight'});
    await until(() => position(element) > 20, 'it moves');
    all(element, 'a').at(-1)?.focus();
    await until(() => position(element) > 1000, 'it has come to the last');
  });

  it('snaps to a card', async () => {
    const element = await carousel();
    row(element).scrollTo({left: 150, behavior: 'instant'});
    const starts = () => all(element, '[part=item]').map((card) => card.getBoundingClientRect().left);
    await until(
      () => starts().some((start) => Math.abs(start - row(element).getBoundingClientRect().left) < 2),
      'a card at the edge',
    );
  });

  it('is a row that scrolls without its buttons', async () => {
    const element = await related({layout: 'carousel', limit: '8', omit: 'controls'}, many(8));
    element.style.inlineSize = '480px';
    await until(() => row(element).scrollWidth > row(element).clientWidth + 400, 'a row');
    expect(one(element, 'button')).to.be.null;
    expect(getComputedStyle(row(element)).overflowX).to.equal('auto');
  });

  it('becomes another layout and a carousel again', async () => {
    const element = await carousel();
    element.layout = 'grid';
    await until(() => !one(element, '.next'), 'no buttons');
    element.layout = 'carousel';
    await until(() => one(element, '.next'), 'the buttons');
  });
});
