/** Central Kurdish dates, of which engines know half, in whatever element shows a date. */
import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/about-us/about-us.js';
import '../../src/elements/news-article/news-article.js';
import '../../src/elements/on-this-day/on-this-day.js';
import '../../src/elements/related-news/related-news.js';
import {formatDate} from '../../src/locales/dates.js';
import {loadLocale, registerLocale} from '../../src/locales/index.js';
import {en} from '../../src/locales/en.js';
import {find} from '../browser/page.js';

const november13 = new Date('2026-11-13T12:00:00Z');
const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'ڕووبار',
  items: [
    {id: '1', url: 'https://news.example/1', title: 'پرد', content_text: '…', date_published: '2025-11-13T12:00:00Z'},
    {id: '2', url: 'https://news.example/2', title: 'ڕێگا', content_text: '…', date_published: '2025-11-13T11:00:00Z'},
  ],
};

describe('Kurdish dates', () => {
  for (const tag of ['news-article', 'related-news', 'about-us', 'on-this-day'] as const)
    it(`are Kurdish in <${tag}>`, async () => {
      const page = await fixture(html`<div lang="ckb-IQ" time-zone="UTC"></div>`);
      page.append(document.createElement(tag));
      const element = find(page, tag);
      if (tag === 'on-this-day') element.setAttribute('date', '2026-11-13');
      element.feed = FEED;
      await element.feedComplete;
      expect(element.renderRoot.textContent).to.contain('١٣ی تشرینی دووەم');
    });

  it('are loaded too for a site that brings its own words', async () => {
    registerLocale('ckb', {...en, onThisDay: 'لەم ڕۆژەدا'});
    await loadLocale('ckb-IQ');
    expect(formatDate(november13, 'ckb-IQ', 'UTC')).to.equal('١٣ی تشرینی دووەمی ٢٠٢٦');
  });

  it('are shown in the calendar and the digits that the language names', async () => {
    const write = async (language: string, options?: Intl.DateTimeFormatOptions) => {
      await loadLocale(language);
      return formatDate(november13, language, 'UTC', options);
    };
    expect(await write('ckb-u-ca-persian', {month: 'long', day: 'numeric'})).to.equal('٢٢ی گەڵاڕێزان');
    expect(await write('ckb-u-ca-persian')).to.equal('٢٢ی گەڵاڕێزانی ١٤٠٥');
    expect(await write('ckb-IR'), 'the calendar and the digits of Iran').to.equal('۲۲ی گەڵاڕێزانی ۱۴۰۵');
    expect(await write('ckb-Arab-IR-u-ca-gregory')).to.equal('۱۳ی تشرینی دووەمی ۲۰۲۶');
    expect(await write('ckb-u-nu-latn')).to.equal('13ی تشرینی دووەمی 2026');
    expect(await write('ckb-u-ca-islamic-umalqura')).to.contain('١٤٤٨');
  });

  it('name every month', async () => {
    await loadLocale('ckb');
    const months = Array.from({length: 12}, (_, month) =>
      formatDate(new Date(Date.UTC(2026, month, 15)), 'ckb', 'UTC', {month: 'long'}),
    );
    expect(months.slice(0, 3)).to.deep.equal(['کانوونی دووەم', 'شوبات', 'ئازار']);
    expect(new Set(months).size).to.equal(12);
  });
});
