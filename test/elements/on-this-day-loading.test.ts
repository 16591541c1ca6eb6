/** What a page does not ask for is not loaded, and what is slow does not keep it waiting. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {OnThisDay} from '../../src/elements/on-this-day/on-this-day.js';

const ARCHIVE = '/feeds/on-this-day/archive.json';
const WORLD = '/test/fixtures/on-this-day/world/{lang}/{MM}/{DD}';

/** Names of the element's own modules that the page has loaded. */
const loaded = () =>
  performance
    .getEntriesByType('resource')
    .flatMap(
      ({name}) =>
        /\/(?:on-this-day|feed)\/(calendar|day-controls|world|body-links|sources|address)\.ts/.exec(name)?.[1] ?? [],
    );

async function show(attributes: Record<string, string>): Promise<OnThisDay> {
  const element = new OnThisDay();
  for (const [name, value] of Object.entries({lang: 'en', date: '2026-11-13', src: ARCHIVE, ...attributes}))
    element.setAttribute(name, value);
  await fixture(html`<div>${element}</div>`);
  return element;
}

const texts = ({renderRoot}: OnThisDay, part: string) =>
  [...renderRoot.querySelectorAll(`[part~=${part}]`)].map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());

/** What of Intl is made anew while something runs. */
function watchIntl(): {made: string[]; stop: () => void} {
  const made: string[] = [];
  const originals = (['DateTimeFormat', 'NumberFormat', 'PluralRules'] as const).map((name) => {
    const original = Intl[name];
    const construct = (target: typeof original, args: unknown[]): object => {
      made.push(name);
      return Reflect.construct(target, args) as object;
    };
    Object.assign(Intl, {[name]: new Proxy(original, {construct})});
    return {[name]: original};
  });
  return {made, stop: () => originals.forEach((original) => Object.assign(Intl, original))};
}

describe('<on-this-day>: what it loads, and when', () => {
  // The first test of the file: what a later one loads stays.
  it('shows an ordinary feed in English with nothing further, and without Intl, whose first use is slow', async () => {
    const {made, stop} = watchIntl();
    try {
      const element = await show({});
      await element.feedComplete;
      expect(texts(element, 'date')).to.deep.equal(['November 13']);
      expect(texts(element, 'year')).to.deep.equal(['2002', '1957', '331 BC']);
      expect(made).to.deep.equal([]);
      expect(loaded()).to.deep.equal(['body-links']);
    } finally {
      stop();
    }
  });

  it('touches Intl in other languages only when the feed is on its way', async () => {
    const {made, stop} = watchIntl();
    try {
      const element = await show({lang: 'en-GB', src: `${ARCHIVE}?delay=300`});
      await element.updateComplete;
      expect(element.renderRoot.querySelector('.skeleton'), 'the first paint').not.to.equal(null);
      expect(made).to.deep.equal([]);
      await waitUntil(() => made.includes('DateTimeFormat'), 'before the feed has arrived', {timeout: 3000});
      expect(element.state).to.equal('loading');
      await element.feedComplete;
      expect(texts(element, 'date')).to.deep.equal(['13 November']);
    } finally {
      stop();
    }
  });

  it('loads the controls when they are asked for, also later', async () => {
    const element = await show({});
    await element.feedComplete;
    expect(loaded()).not.to.include('day-controls');
    element.browse = true;
    await waitUntil(() => texts(element, 'controls').length === 1);
    expect(loaded()).to.include('day-controls');
  });

  it('loads other calendars for the languages that may have one', async () => {
    await (
      await show({lang: 'ar-IQ'})
    ).feedComplete;
    expect(loaded()).not.to.include('calendar');
    const element = await show({lang: 'fa'});
    await element.feedComplete;
    expect(loaded()).to.include('calendar');
    expect(texts(element, 'date')).to.deep.equal(['۲۲ آبان']);
  });

  it('loads what Wikimedia needs for Wikimedia', async () => {
    expect(loaded()).not.to.include('world');
    await (
      await show({src: WORLD})
    ).feedComplete;
    expect(loaded()).to.include.members(['world', 'sources', 'address']);
  });
});
