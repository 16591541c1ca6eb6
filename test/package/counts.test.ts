import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {LitElement} from 'lit';
import '../../src/index.js';
import {countRequests} from '../browser/page.js';

const TAGS = ['news-article', 'related-news', 'on-this-day', 'instagram-strip', 'about-us'] as const;
const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Counted Times',
  items: Array.from({length: 30}, (_, n) => ({
    id: `n${n}`,
    url: `https://example.com/${n}`,
    title: `Headline ${n} of ${['harbour', 'mill', 'orchard'][n % 3] ?? ''} ${n * 7919}`,
    summary: `What there is to say about number ${n * 104_729}.`,
    tags: ['News'],
    authors: [{name: 'Ada'}],
    date_published: new Date(Date.UTC(2026, 0, 1) - n * 86_400_000).toISOString(),
  })),
};

/** All of it: elements, texts, and Lit's comment at each expression. Vanilla's card has 13. */
const NODES_OF_ITEM = 42;
/** The heading and what a list is wrapped in. */
const NODES_OF_BOX = 36;

function nodesIn(root: Node): number {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
}

async function shownList(limit: number) {
  const list = await fixture<HTMLElementTagNameMap['related-news']>(
    html`<related-news .feed=${FEED} limit=${limit}></related-news>`,
  );
  await list.feedComplete;
  return list;
}

// Counts are the same on every machine, however busy; times are the benchmark's.
describe('what the elements cost, in counts', () => {
  it('is one request for 200 elements with one feed', async () => {
    const address = '/feeds/elements/news.json?counts';
    const page = await fixture(html`<div></div>`);
    for (let n = 0; n < 200; n++) {
      const element = document.createElement(TAGS[n % TAGS.length] ?? 'about-us');
      element.src = address;
      page.append(element);
    }
    await Promise.all(
      [...page.querySelectorAll('about-us, related-news')].map(
        (element) => 'feedComplete' in element && element.feedComplete,
      ),
    );
    expect(await countRequests(address)).to.equal(1);
  });

  it('is a bounded number of nodes for each item', async () => {
    const few = nodesIn((await shownList(5)).renderRoot);
    const many = nodesIn((await shownList(25)).renderRoot);
    expect((many - few) / 20, 'nodes of each item').to.be.most(NODES_OF_ITEM);
    expect(few - 5 * ((many - few) / 20), 'nodes of the box').to.be.most(NODES_OF_BOX);
  });

  it('does not grow with what the feed has and the list does not show', async () => {
    const list = await shownList(3);
    const nodes = nodesIn(list.renderRoot);
    list.feed = {...FEED, items: FEED.items.slice(0, 3)};
    await list.feedComplete;
    expect(nodesIn(list.renderRoot)).to.equal(nodes);
  });

  for (const tag of TAGS)
    it(`is few updates of <${tag}> until its feed is shown, and none after`, async () => {
      const element = document.createElement(tag);
      const updates = countUpdates(element);
      element.src = '/feeds/elements/news.json?updates';
      (await fixture(html`<div></div>`)).append(element);
      await element.feedComplete;
      await twoFrames();
      const count = updates();
      expect(count).to.be.within(1, 4);
      await twoFrames();
      expect(updates()).to.equal(count);
    });

  for (const tag of TAGS)
    it(`leaves no listener of <${tag}> on the page when it is taken out`, async () => {
      const listeners = watchListeners();
      try {
        const page = await fixture(html`<div></div>`);
        const mount = async () => {
          const element = document.createElement(tag);
          element.src = '/feeds/elements/news.json?listeners';
          element.setAttribute('refresh', '60');
          page.append(element);
          await element.feedComplete;
          await twoFrames();
          element.remove();
        };
        // What is set up once for all elements stays with the first.
        await mount();
        const before = listeners.onPage();
        for (let n = 0; n < 5; n++) await mount();
        await waitUntil(() => listeners.onPage() <= before, `${listeners.names()} are left`);
        expect(listeners.seen(), 'listeners that were watched').to.be.above(0);
      } finally {
        listeners.stop();
      }
    });
});

function countUpdates(element: LitElement): () => number {
  let count = 0;
  element.addController({hostUpdated: () => count++});
  return () => count;
}

/** What is put on the window, the document and other targets that outlive an element, and not taken off. */
function watchListeners() {
  const {prototype} = EventTarget;
  const originals = Object.getOwnPropertyDescriptors(prototype);
  const {value: add} = originals.addEventListener;
  const {value: remove} = originals.removeEventListener;
  const held = new Map<EventTarget, Map<string, number>>();
  let seen = 0;
  const change = (target: EventTarget, type: string, by: number) => {
    const counts = held.get(target) ?? new Map<string, number>();
    held.set(target, counts);
    counts.set(type, Math.max(0, (counts.get(type) ?? 0) + by));
  };
  const outlives = (target: EventTarget) =>
    !(target instanceof AbortSignal) &&
    (!(target instanceof Node) || target === document || target === document.documentElement);
  prototype.addEventListener = function (
    this: EventTarget | undefined,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    const target = this ?? window;
    if (outlives(target)) {
      seen++;
      change(target, type, 1);
      if (typeof options === 'object')
        options.signal?.addEventListener('abort', () => change(target, type, -1), {once: true});
    }
    add?.call(target, type, listener, options);
  };
  prototype.removeEventListener = function (
    this: EventTarget | undefined,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ) {
    const target = this ?? window;
    if (outlives(target)) change(target, type, -1);
    remove?.call(target, type, listener, options);
  };
  const all = () => [...held.values()].flatMap((counts) => [...counts]);
  return {
    seen: () => seen,
    onPage: () => all().reduce((sum, [, count]) => sum + count, 0),
    names: () =>
      all()
        .flatMap(([type, count]) => (count ? `${count} × ${type}` : []))
        .join(', '),
    stop: () => Object.defineProperties(prototype, originals),
  };
}

function twoFrames(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
