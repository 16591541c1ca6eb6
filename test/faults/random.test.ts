import {expect} from '@open-wc/testing';
import {configure} from '../../src/feed/index.js';
import {
  expectWarnings,
  fault,
  list,
  log,
  setHidden,
  setOnline,
  titles,
  underInvariants,
  type AnyElement,
} from '../browser/fault-page.js';

const RUNS = 200;
const STEPS = 30;

/** Mulberry32: the same numbers for the same seed, in every engine. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FAULTS = ['503', '429', '404', '500,ok', 'reset,ok', 'cut,ok', 'empty', 'html', 'none', 'ok', 'stall', 'hang', 'bytes', 'loop', '204']; // prettier-ignore

/** What may happen to an element, in random order. */
const operations: ((element: AnyElement, random: () => number) => unknown)[] = [
  (element, random) => (element.src = fault(FAULTS[Math.floor(random() * FAULTS.length)] ?? 'ok')),
  (element, random) => (element.src = fault(FAULTS[Math.floor(random() * FAULTS.length)] ?? 'ok', {delay: '5'})),
  (element) => element.remove(),
  (element) => document.querySelector('#host')?.append(element),
  (element) => document.querySelector('#host')?.append(element),
  (element) => void element.reload(),
  (element) => element.refreshIfOlder(0),
  (element, random) => (element.limit = 1 + Math.floor(random() * 5)),
  (element, random) => (element.refresh = random() < 0.5 ? undefined : 0.01),
  (element) =>
    (element.feed = {version: 'https://jsonfeed.org/version/1.1', title: 'Given', items: [{id: 1, title: 'By hand'}]}),
  (element) => (element.feed = 'no feed'),
  (element) => element.removeAttribute('src'),
  (element, random) => (element.loading = random() < 0.5 ? 'lazy' : 'eager'),
  () => setOnline(false),
  () => setOnline(true),
  () => setHidden(true),
  () => setHidden(false),
  () => window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})),
  () => Promise.resolve(),
  () => new Promise(requestAnimationFrame),
  (element) => element.updateComplete,
];

describe('random sequences of faults', () => {
  underInvariants();

  const given = new URLSearchParams(location.search).get('seed');
  const first = given ? Number(given) : Math.floor(Math.random() * 2 ** 31);

  it(`${RUNS} runs of ${STEPS} operations end in what the last, healthy feed says (seed ${first})`, async () => {
    // Without src an element warns once.
    expectWarnings(RUNS);
    const {items} = (await (await fetch(fault('ok', {items: '7'}))).json()) as {items: {title: string}[]};
    const expected = items.map(({title}) => title);
    for (let run = 0; run < RUNS; run++) {
      const seed = first + run;
      const random = randomOf(seed);
      configure({backoff: 2, maxBackoff: 4, timeout: 40, stall: 30, onlineDelay: 2});
      const element = list(fault('ok'));
      for (let step = 0; step < STEPS; step++)
        await operations[Math.floor(random() * operations.length)]?.(element, random);
      configure({timeout: 10_000, stall: 5_000});
      setOnline(true);
      setHidden(false);
      element.refresh = undefined;
      element.loading = 'eager';
      element.limit = 10;
      if (!element.isConnected) document.querySelector('#host')?.append(element);
      const src = fault('ok', {items: '7', title: `Run ${run}`});
      element.src = src;
      const feed = await element.feedComplete;
      expect([feed?.title, element.state], `seed ${seed}`).to.deep.equal([`Run ${run}`, 'ready']);
      expect(titles(element), `seed ${seed}`).to.deep.equal(expected);
      expect(await log(src), `seed ${seed}`).to.have.length(1);
      element.remove();
    }
  }).timeout(150_000);
});
