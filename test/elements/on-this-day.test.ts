import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {FeedErrorEvent, ItemClickEvent} from '../../src/elements/feed-events.js';
import {OnThisDay} from '../../src/elements/on-this-day/on-this-day.js';
import {restoreConsole, warnings} from '../browser/page.js';

const ARCHIVE = '/feeds/on-this-day/archive.json';
const WORLD = '/test/fixtures/on-this-day/world/{lang}/{MM}/{DD}';
const {now} = Date;

const parts = (element: OnThisDay, part: string) => [...element.renderRoot.querySelectorAll(`[part~=${part}]`)];
const texts = (element: OnThisDay, part: string) =>
  parts(element, part).map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
const links = (element: OnThisDay) =>
  parts(element, 'link').map((link) => [link.textContent.trim(), link.getAttribute('href')]);

/** In a box of its own. */
const boxed = (element: OnThisDay) => html`<div>${element}</div>`;

async function show(attributes: Record<string, string>, content = '', lang = 'en-GB'): Promise<OnThisDay> {
  const element = new OnThisDay();
  element.innerHTML = content;
  for (const [name, value] of Object.entries({lang, ...attributes})) element.setAttribute(name, value);
  await fixture(boxed(element));
  await element.feedComplete;
  return element;
}

/** Shows what a page hands in. */
async function showFeed(feed: object, attributes: Record<string, string> = {}, lang = 'en-GB'): Promise<OnThisDay> {
  const element = new OnThisDay();
  for (const [name, value] of Object.entries({lang, date: '2026-11-13', 'time-zone': 'UTC', ...attributes}))
    element.setAttribute(name, value);
  element.feed = 'items' in feed ? {version: 'https://jsonfeed.org/version/1.1', title: 'Archive', ...feed} : feed;
  await fixture(boxed(element));
  await element.feedComplete;
  return element;
}

/** Sets the clock; it goes on from there. */
function setClock(moment: string): void {
  const ahead = Date.parse(moment) - now();
  Date.now = () => now() + ahead;
}

describe('<on-this-day>', () => {
  afterEach(() => {
    restoreConsole();
    Date.now = now;
  });

  describe('from an ordinary feed', () => {
    it('shows the events of a day: year, how long ago, what happened, picture', async () => {
      const element = await show({src: ARCHIVE, date: '2026-11-13'});
      expect(element.state).to.equal('ready');
      expect(texts(element, 'heading')).to.deep.equal(['On this day']);
      expect(texts(element, 'date')).to.deep.equal(['13 November']);
      expect(texts(element, 'year')).to.deep.equal(['2002', '1957', '331 BC']);
      expect(texts(element, 'ago')).to.deep.equal(['24 years ago', '69 years ago', '2,356 years ago']);
      expect(texts(element, 'summary')[0]).to.equal(
        'On this day, 2002, the government let inspectors visit sites that nobody had named before.',
      );
      expect(texts(element, 'headline')).to.deep.equal(['The first train crosses the river']);
      expect(element.renderRoot.querySelector('img')?.alt).to.equal('A bird over a hill');
      expect(texts(element, 'byline'), 'one source needs no name').to.deep.equal([]);
    });

    it('passes the accessibility rules, with its controls', async () => {
      const element = await show({src: ARCHIVE, date: '2026-11-13', browse: ''});
      await expect(element).to.be.accessible();
    });

    it('keeps the links of a text that has no headline', async () => {
      const element = await show({src: ARCHIVE, date: '2026-05-05'});
      await waitUntil(() => parts(element, 'link').length > 1);
      expect(links(element)).to.deep.equal([
        ['bridge', 'https://school.example/bridge'],
        ['Read the whole story', 'https://valley.example/1970/bridge'],
      ]);
      expect(texts(element, 'summary')).to.deep.equal(['A bridge opens. Nobody cuts a ribbon. Read the whole story']);
    });

    it('lets the page follow a link in its own way', async () => {
      const element = await show({src: ARCHIVE, date: '2026-11-13', link: '/story?id={id}'});
      let clicked: ItemClickEvent | undefined;
      element.addEventListener('item-click', (event) => {
        clicked = event;
        event.preventDefault();
      });
      const link = parts(element, 'link')[1];
      expect(link?.getAttribute('href')).to.equal('/story?id=bridge');
      if (link instanceof HTMLElement) link.click();
      expect(clicked?.item.id).to.equal('bridge');
      expect(clicked?.position).to.equal(1);
    });

    it('shows publications on the day that it was at the publisher', async () => {
      const baghdad = {src: ARCHIVE, date: '2026-03-21', 'time-zone': 'Asia/Baghdad'};
      expect(texts(await show(baghdad), 'headline')).to.deep.equal(['The valley road is under water']);
      expect((await show({...baghdad, 'time-zone': 'UTC'})).state).to.equal('empty');
    });

    it('shows the text of the day whole, also under a title that only says what the box says', async () => {
      const text =
        `On this day, 2002, ${'the government let inspectors visit sites that nobody had named. '.repeat(5)}`.trim();
      const picture = '/stories/photos/coast-640.jpg';
      const common = {url: 'https://valley.example/x', date_published: '2026-11-13T06:00:00Z'};
      const html = `<p>${text.replace('inspectors', '<a href="https://un.example/">inspectors</a>')}</p><p><img src="${picture}" alt=""></p>`;
      for (const [name, item] of Object.entries({
        'text alone': {content_text: text, image: picture},
        'with a title': {title: 'On This Day', content_text: text, image: picture},
        'as HTML': {title: 'On This Day', content_html: html},
      })) {
        const element = await showFeed({items: [{id: 'day', ...common, ...item}]});
        if (name === 'as HTML') await waitUntil(() => parts(element, 'link').length > 1);
        expect(texts(element, 'heading'), name).to.deep.equal(['On this day']);
        expect(texts(element, 'year'), name).to.deep.equal(['2002']);
        expect(texts(element, 'ago'), name).to.deep.equal(['24 years ago']);
        expect(texts(element, 'headline'), name).to.deep.equal([]);
        expect(texts(element, 'summary')[0], name).to.contain(text);
        expect(parts(element, 'image')[0]?.getAttribute('src'), name).to.match(/coast-640\.jpg$/);
      }
    });

    it('keeps as many places while loading as it will show, up to what a reader can see', async () => {
      const slow = `${ARCHIVE}?delay=200`;
      const rows = async (attributes: Record<string, string>) => {
        const element = new OnThisDay();
        for (const [name, value] of Object.entries({src: `${slow}&${new URLSearchParams(attributes)}`, ...attributes}))
          element.setAttribute(name, value);
        await fixture(boxed(element));
        const count = element.renderRoot.querySelectorAll('.skeleton .entry').length;
        await element.feedComplete;
        expect(element.renderRoot.querySelector('.skeleton')).to.equal(null);
        return count;
      };
      expect(await rows({limit: '2'})).to.equal(2);
      expect(await rows({})).to.equal(5);
      expect(await rows({limit: '7'})).to.equal(7);
      expect(await rows({limit: '500'})).to.equal(8);
      expect(await rows({limit: '0'})).to.equal(0);
      expect(await rows({limit: '-3'})).to.equal(5);
      expect(await rows({layout: 'single'})).to.equal(1);
    });

    it('is empty, without an error, on a day that has nothing', async () => {
      const element = await show({src: ARCHIVE, date: '2026-07-01'}, '<p slot="empty">A quiet day.</p>');
      expect(element.state).to.equal('empty');
      expect(element.querySelector('p')?.checkVisibility()).to.be.true;
    });

    it('shows the nearest day that has something, and says so', async () => {
      const element = await show({src: ARCHIVE, date: '2026-11-20', nearest: ''});
      expect(texts(element, 'date')).to.deep.equal(['13 November']);
      expect(texts(element, 'reason')).to.deep.equal([
        'Nothing on 20 November. The nearest day with something is 13 November.',
      ]);
      expect(texts(element, 'year')).to.have.length(3);
    });

    it('shows a feed that the page hands in, with the links of its texts', async () => {
      const {sentences} = warnings();
      const element = await show({date: '2026-05-05'});
      expect(sentences(), 'it has no src yet').to.have.length(1);
      element.feed = await (await fetch(ARCHIVE)).json();
      await waitUntil(() => parts(element, 'link').length > 1);
      expect(texts(element, 'year')).to.deep.equal(['1970']);
    });

    it('shows one alone in the layout “single”', async () => {
      expect(parts(await show({src: ARCHIVE, date: '2026-11-13', layout: 'single'}), 'item')).to.have.length(1);
    });

    it('selects again, and fetches nothing, when date, limit or layout change', async () => {
      const element = await show({src: ARCHIVE, date: '2026-11-13'});
      const {feed} = element;
      Object.assign(element, {limit: 2});
      await element.updateComplete;
      expect(texts(element, 'year')).to.deep.equal(['2002', '331 BC']);
      element.date = '--02-28';
      await element.updateComplete;
      expect(texts(element, 'year')).to.deep.equal(['1996']);
      expect(element.feed).to.equal(feed);
    });
  });

  describe('in other languages', () => {
    it('says the day, the year and how long ago in Arabic, with the months of Iraq', async () => {
      const element = await show({src: ARCHIVE, date: '2026-11-13'}, '', 'ar-IQ');
      expect(texts(element, 'heading')).to.deep.equal(['في مثل هذا اليوم']);
      expect(texts(element, 'date')).to.deep.equal(['١٣ تشرين الثاني']);
      expect(texts(element, 'year')).to.deep.equal(['٢٠٠٢', '١٩٥٧', '٣٣١ ق.م']);
      expect(texts(element, 'ago').slice(0, 2)).to.deep.equal(['قبل ٢٤ عامًا', 'قبل ٦٩ عامًا']);
    });

    it('writes what stands in another script from its own side', async () => {
      const items = [{id: 'x', content_text: 'قطار يعبر النهر', _news: {event_date: '1957-11-13'}}];
      const element = await showFeed({language: 'ar', items}, {dir: 'rtl'}, 'sd');
      const direction = (node: Element | null | undefined) => node && getComputedStyle(node).direction;
      expect(direction(element.renderRoot.querySelector('.words'))).to.equal('rtl');
      // There are no words of ours in Sindhi: “years ago” must not become “ago years”.
      expect(texts(element, 'ago')[0]).to.match(/years ago$/);
      expect(direction(parts(element, 'ago')[0])).to.equal('ltr');
    });

    it('shows the years of a calendar that shares the Gregorian months', async () => {
      const element = await show({src: ARCHIVE, date: '2026-11-13'}, '', 'th-TH-u-ca-buddhist');
      expect(texts(element, 'year')[0]).to.contain('2545');
      expect(texts(element, 'ago')[0]).to.match(/^24 /);
    });

    for (const [lang, day] of Object.entries({
      'ar-IQ': /^١٣ كانون الثاني$/,
      'ar-SY': /^(13|١٣) كانون الثاني$/,
      'ar-LB': /^(13|١٣) كانون الثاني$/,
      'ar-EG': /^١٣ يناير$/,
      'ckb-IQ': /کانوونی دووەم/,
      'fa-u-ca-persian': /^۲۳ دی$/,
      'he-u-ca-hebrew': /^24 בטבת$/,
      'ar-u-ca-islamic-umalqura': /^(24|٢٤) رجب$/,
    }))
      it(`writes 13 January in ${lang} as its readers do`, async () => {
        const element = await show({src: ARCHIVE, date: '2026-01-13', browse: ''}, '', lang);
        expect(texts(element, 'date')[0]).to.match(day);
      });

    it('shows the day and the years of the calendar that the language names', async () => {
      const element = await show({src: ARCHIVE, date: '2026-11-13'}, '', 'fa-u-ca-persian');
      expect(texts(element, 'date')).to.deep.equal(['۲۲ آبان']);
      expect(texts(element, 'year').slice(0, 2)).to.deep.equal(['۱۳۸۱', '۱۳۳۶']);
      expect(texts(element, 'ago')[0]).to.match(/۲۴/);
    });
  });

  describe('with the clock', () => {
    it('shows today where the publisher is', async () => {
      setClock('2026-11-12T21:30:00Z');
      const attributes = {src: ARCHIVE, browse: ''};
      expect(texts(await show({...attributes, 'time-zone': 'Asia/Baghdad'}), 'date')).to.deep.equal(['13 November']);
      expect(texts(await show({...attributes, 'time-zone': 'America/Los_Angeles'}), 'date')).to.deep.equal([
        '12 November',
      ]);
    });

    it('moves on at midnight there', async () => {
      setClock('2026-11-12T20:59:59.200Z');
      const element = await show({src: ARCHIVE, browse: '', 'time-zone': 'Asia/Baghdad'});
      expect(texts(element, 'date')).to.deep.equal(['12 November']);
      await waitUntil(() => texts(element, 'date')[0] === '13 November', undefined, {timeout: 3000});
      expect(texts(element, 'year')).to.deep.equal(['2002', '1957', '331 BC']);
    });

    it('moves on after a sleep, as soon as the page is seen again', async () => {
      setClock('2026-11-10T12:00:00Z');
      const element = await show({src: ARCHIVE, browse: '', 'time-zone': 'Asia/Baghdad'});
      setClock('2026-11-13T12:00:00Z');
      document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
      await element.updateComplete;
      expect(texts(element, 'date')).to.deep.equal(['13 November']);
    });

    it('stays on a date that was asked for', async () => {
      setClock('2026-11-13T12:00:00Z');
      const element = await show({src: ARCHIVE, date: '--11-13'});
      setClock('2026-11-14T12:00:00Z');
      document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
      expect(element.isUpdatePending).to.be.false;
      expect(texts(element, 'date')).to.deep.equal(['13 November']);
    });
  });

  describe('from Wikimedia', () => {
    it('shows the events of the day with links to what they name', async () => {
      const element = await show({src: WORLD, date: '2026-11-13'});
      expect(texts(element, 'year')).to.deep.equal(['2001', '1835', '39 BC']);
      expect(links(element).slice(0, 3)).to.deep.equal([
        ['Old Bridge', 'https://en.wikipedia.org/wiki/Old_Bridge'],
        ['Mostar', 'https://en.wikipedia.org/wiki/Mostar'],
        ['balloon', 'https://en.wikipedia.org/wiki/Balloon'],
      ]);
      expect(texts(element, 'summary')[0]).to.equal('The Old Bridge over the Neretva is rebuilt stone by stone.');
      expect(texts(element, 'byline'), 'the one source is named once').to.deep.equal(['Wikipedia']);
      const comet = links(element).slice(-4);
      expect(comet.map(([words]) => words)).to.deep.equal(['day', 'Sino-Roman year', 'C++', 'Wikipedia']);
    });

    it('tells links from the words round them by a line', async () => {
      const element = await show({src: WORLD, date: '2026-11-13'});
      const link = element.renderRoot.querySelector('[part=summary] a');
      expect(link && getComputedStyle(link).textDecorationLine).to.equal('underline');
    });

    it('shows other lists when asked, and says what they are', async () => {
      const element = await show({src: WORLD, date: '2026-11-13', types: 'births holidays'});
      expect(texts(element, 'kicker')).to.deep.equal(['Birth', 'Holiday']);
      expect(texts(element, 'year')).to.deep.equal(['1901']);
    });

    it('shows both sources, the site’s own first, and names each', async () => {
      const element = await show({src: `${ARCHIVE} ${WORLD}`, date: '2026-11-13', limit: '6'});
      expect(texts(element, 'year')).to.deep.equal(['2002', '1957', '331 BC', '2001', '1835', '39 BC']);
      expect(new Set(texts(element, 'byline'))).to.deep.equal(new Set(['Valley Post: the archive', 'Wikipedia']));
    });

    it('shows the site’s own when Wikipedia has not the language, with one warning', async () => {
      const {sentences} = warnings();
      const element = await show({src: `${ARCHIVE} ${WORLD}`, date: '2026-11-13', 'fallback-lang': 'de'}, '', 'sv');
      expect(texts(element, 'year')).to.deep.equal(['2002', '1957', '331 BC']);
      expect(sentences()).to.have.length(1);
      expect(sentences()[0]).to.match(/world\/sv\/11\/13 answers with the error 404/);
    });

    it('falls back to another language when the site has nothing', async () => {
      warnings();
      const element = await show({src: WORLD, date: '2026-11-13', 'fallback-lang': 'de'}, '', 'sv');
      expect(texts(element, 'summary')).to.deep.equal(['Ein Luftschiff steigt auf.']);
      expect(parts(element, 'item')[0]?.getAttribute('lang')).to.equal('de');
    });

    it('says what is wrong, once, when Wikimedia answers with an error', async () => {
      const error = JSON.stringify({
        type: 'https://mediawiki.org/wiki/HyperSwitch/errors/not_found',
        title: 'Not found.',
      });
      const {sentences} = warnings();
      const wrong = `/feeds/on-this-day/world/en/{MM}/{DD}?body=${encodeURIComponent(error)}`;
      const alone = await show({src: wrong, date: '2026-11-13'});
      expect(alone.state).to.equal('error');
      expect(sentences()).to.have.length(1);
      const beside = await show({src: `${ARCHIVE} ${wrong}`, date: '2026-11-13'});
      expect(texts(beside, 'year')).to.deep.equal(['2002', '1957', '331 BC']);
      expect(sentences()).to.have.length(2);
    });

    it('does not say “pictured” of a picture that may show something else', async () => {
      const page = (title: string) => ({titles: {canonical: title, normalized: title}, lang: 'en'});
      const text = 'Raúl Alfonsín (pictured) is elected; a bridge (model pictured) opens.';
      const element = await showFeed({events: [{year: 1983, text, pages: [page('Raúl Alfonsín')]}]});
      await waitUntil(() => parts(element, 'link').length > 1);
      expect(texts(element, 'summary')[0]).to.equal('Raúl Alfonsín is elected; a bridge opens.');
    });

    it('is empty when there is no such day', async () => {
      warnings();
      expect((await show({src: WORLD, date: '2026-11-20'})).state).to.equal('empty');
    });

    it('fails as any element when nothing answers', async () => {
      warnings();
      const element = new OnThisDay();
      element.src = '/feeds/on-this-day/archive.json?status=403&d={DD} /feeds/on-this-day/archive.json?status=410';
      const failed = oneEvent<FeedErrorEvent>(element, 'feed-error');
      await fixture(boxed(element));
      expect((await failed).status).to.equal(403);
      expect(element.state).to.equal('error');
    });
  });

  describe('browsing', () => {
    const button = (element: OnThisDay, name: string) =>
      element.renderRoot.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);

    it('goes to the next day and back, says so, and asks for each day once', async () => {
      const element = await show({src: `${WORLD}?browsing`, date: '2026-11-13', browse: ''});
      const status = element.renderRoot.querySelector('.days [role=status]');
      expect(status?.textContent).to.equal('');
      button(element, 'Next day')?.focus();
      button(element, 'Next day')?.click();
      await waitUntil(() => texts(element, 'summary')[0] === 'A theatre opens in Sarajevo.');
      expect(status?.textContent).to.match(/^14 November\./);
      expect(element.shadowRoot?.activeElement).to.equal(button(element, 'Next day'));
      const requests = () => performance.getEntriesByType('resource').filter(({name}) => name.endsWith('13?browsing'));
      expect(requests()).to.have.length(1);
      button(element, 'Previous day')?.click();
      await waitUntil(() => texts(element, 'year')[0] === '2001');
      await element.feedComplete;
      expect(requests()).to.have.length(1);
    });

    it('keeps the day on show until the next one has arrived', async () => {
      const slow = `/feeds/on-this-day/world/en/{MM}/{DD}?delay=300`;
      const element = await show({src: slow, date: '2026-11-13', browse: ''});
      button(element, 'Next day')?.click();
      await element.updateComplete;
      expect(texts(element, 'date')).to.deep.equal(['13 November']);
      expect(parts(element, 'list')[0]?.getAttribute('aria-busy')).to.equal('true');
      await element.feedComplete;
      expect(texts(element, 'date')).to.deep.equal(['14 November']);
      expect(parts(element, 'list')[0]?.hasAttribute('aria-busy')).to.be.false;
    });

    it('goes to any day by the date field, and over the turn of the year', async () => {
      const element = await show({src: ARCHIVE, date: '2026-12-31', browse: ''});
      const field = element.renderRoot.querySelector('input');
      expect(field?.value).to.equal('2026-12-31');
      button(element, 'Next day')?.click();
      await element.updateComplete;
      expect(field?.value).to.equal('2027-01-01');
      if (field) field.value = '2026-11-13';
      field?.dispatchEvent(new Event('change'));
      await element.updateComplete;
      expect(texts(element, 'year')).to.deep.equal(['2002', '1957', '331 BC']);
    });

    it('ends where the date field does', async () => {
      const element = await show({src: ARCHIVE, date: '9999-12-31', browse: ''});
      expect(button(element, 'Next day')?.disabled).to.be.true;
      button(element, 'Previous day')?.click();
      await element.updateComplete;
      expect(element.date).to.equal('9999-12-30');
      element.date = '0001-01-01';
      await element.updateComplete;
      expect(button(element, 'Previous day')?.disabled).to.be.true;
      expect(button(element, 'Next day')?.disabled).to.be.false;
    });

    it('can leave a day that has nothing', async () => {
      const element = await show({src: ARCHIVE, date: '2026-11-14', browse: ''});
      expect(element.state).to.equal('empty');
      expect(element.matches(':state(empty)')).to.be.true;
      expect(element.renderRoot.textContent).to.contain('Nothing is recorded on this day.');
      button(element, 'Previous day')?.click();
      await element.updateComplete;
      expect(element.state).to.equal('ready');
    });
  });

  describe('given nonsense', () => {
    for (const date of ['2026-02-30', 'yesterday', '275760-09-13', '0000-01-01', '0'])
      it(`takes “${date}” for today and says so once`, async () => {
        setClock('2026-11-13T12:00:00Z');
        const {sentences} = warnings();
        const element = await show({src: ARCHIVE, date, 'time-zone': 'UTC'});
        element.requestUpdate();
        await element.updateComplete;
        expect(texts(element, 'date')).to.deep.equal(['13 November']);
        expect(sentences()).to.deep.equal([
          `<on-this-day>: “${date}” is no day. Write 2026-11-13, or --11-13 for that day of this year.`,
        ]);
      });

    it('takes a time zone that does not exist for UTC and says so once', async () => {
      setClock('2026-11-13T23:30:00Z');
      const {sentences} = warnings();
      const element = await show({src: ARCHIVE, 'time-zone': 'Mesopotamia/Ur'});
      expect(texts(element, 'date')).to.deep.equal(['13 November']);
      expect(sentences()).to.have.length(1);
      expect(sentences()[0]).to.contain('There is no time zone “Mesopotamia/Ur”');
    });

    it('drops events of days that do not exist, and of years to come, without a word', async () => {
      const dates = ['1957-02-30', '1957-13-13', '275760-11-13', '0000-11-13', '+999999-11-13', '-271900-11-13', ''];
      const items = dates.map((event_date) => ({
        id: `of ${event_date}`,
        content_text: event_date,
        _news: {event_date},
      }));
      const {sentences} = warnings();
      const element = await showFeed({items});
      expect(texts(element, 'year')).to.deep.equal(['1 BC', '271901 BC']);
      expect(sentences()).to.deep.equal([]);
      for (const lang of ['fa', 'he-u-ca-hebrew', 'ar-u-ca-islamic-umalqura', 'zh-u-ca-chinese', 'en-u-ca-ethiopic']) {
        element.lang = lang;
        element.requestUpdate();
        await element.updateComplete;
        expect(element.state, lang).to.be.oneOf(['ready', 'empty']);
      }
    });

    it('bears languages, calendars and limits that do not exist', async () => {
      for (const lang of ['x', 'en-u-ca-mayan', 'no such thing', 'qq-QQ'])
        expect(parts(await show({src: ARCHIVE, date: '2026-11-13'}, '', lang), 'item'), lang).to.have.length(3);
      expect(parts(await show({src: ARCHIVE, date: '2026-11-13', limit: 'many'}), 'item')).to.have.length(3);
    });
  });
});
