import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect} from 'storybook/test';
import {shown} from './reader.js';
import {element, type Arguments, type Story} from './story.js';
import './pages/english.css';
import './pages/arabic.css';
import './pages/tabloid.css';
import './pages/minimal.css';

/** Whole news pages. Each has a style sheet of its own, which also sets the `--news-*` properties, as a site would. */
const meta: Meta<Arguments> = {
  title: 'Page',
  parameters: {layout: 'fullscreen', controls: {disable: true}},
  args: {},
  play: async ({canvasElement}) => {
    const {part} = await shown(canvasElement, 'news-article');
    await expect(part('headline')[0]).toBeVisible();
    await shown(canvasElement, 'related-news');
    await shown(canvasElement, 'about-us');
  },
};
export default meta;

/** A broadsheet: three columns, a masthead between two rules. Related stories are read in place. */
export const English: Story = {
  render: () => html`
    <div class="page-english">
      <header>
        <p class="ear">Baghdad<br />Friday, 13 November 2026</p>
        <p class="masthead">Two Rivers Journal</p>
        <p class="ear">Independent<br />since 2019</p>
      </header>
      <nav aria-label="Sections">
        <a href="#iraq">Iraq</a><a href="#washington">Washington</a><a href="#water">Water</a
        ><a href="#culture">Culture</a><a href="#archive">Archive</a>
      </nav>
      <main>
        <aside class="day" aria-label="On this day">
          ${element('on-this-day', {src: 'feeds/archive.json', date: '--11-13', limit: 6, omit: 'image'})}
        </aside>
        ${element('news-article', {src: 'feeds/news.json', 'heading-level': 1})}
        <aside class="more" aria-label="More stories">
          ${element('related-news', {src: 'feeds/news.json', link: '?item={id}', layout: 'list', limit: 4, omit: 'summary reading-time byline'})}
        </aside>
      </main>
      <section class="wide" aria-label="Latest">
        ${element('related-news', {src: 'feeds/news.json', link: '?item={id}', heading: 'From the desk', limit: 4, tags: 'Iraq News'})}
      </section>
      <section class="wide" aria-label="Pictures">
        ${element('instagram-strip', {src: 'feeds/instagram.json', heading: 'In pictures', lightbox: true})}
      </section>
      <footer>${element('about-us', {src: 'feeds/news.json', layout: 'footer'})}</footer>
    </div>
  `,
};

/** The Arabic edition: right to left, Naskh headlines, Arabic dates. */
export const Arabic: Story = {
  globals: {locale: 'ar'},
  render: () => html`
    <div class="page-arabic">
      <header>
        <div>
          <p class="masthead">يوميات النهرين</p>
          <nav aria-label="أقسام">
            <a href="#news">الأخبار</a><a href="#water">مياه</a><a href="#culture">ثقافة</a
            ><a href="#archive">الأرشيف</a>
          </nav>
        </div>
      </header>
      <main>
        ${element('news-article', {src: 'feeds/news.ar.json', 'heading-level': 1})}
        <aside aria-label="في الجوار">
          ${element('related-news', {src: 'feeds/news.ar.json', link: '?item={id}', layout: 'list', limit: 4, omit: 'summary reading-time'})}
          ${element('on-this-day', {src: 'feeds/archive.ar.json', date: '--11-13', limit: 4, omit: 'image'})}
        </aside>
      </main>
      <section class="band" aria-label="صور">
        ${element('instagram-strip', {src: 'feeds/instagram.json', layout: 'grid', limit: 6, lightbox: true})}
      </section>
      <section class="wide" aria-label="المزيد">
        ${element('related-news', {src: 'feeds/news.ar.json', link: '?item={id}', layout: 'carousel', limit: 8, heading: 'المزيد من الأخبار'})}
      </section>
      <footer>${element('about-us', {src: 'feeds/news.ar.json', layout: 'footer'})}</footer>
    </div>
  `,
};

/** Loud: black, yellow, heavy sans serif, pictures first. */
export const Tabloid: Story = {
  render: () => html`
    <div class="page-tabloid">
      <header>
        <p class="masthead"><span>The</span> Daily Ferry</p>
        <nav aria-label="Sections">
          <a href="#now">Now</a><a href="#sport">Sport</a><a href="#people">People</a><a href="#tv">TV</a>
        </nav>
      </header>
      <section class="teasers" aria-label="Top stories">
        ${element('related-news', {src: 'feeds/news.json', link: '?item={id}', item: 'oak-saplings', heading: '', limit: 4, omit: 'summary byline date reading-time reason'})}
      </section>
      <main>
        ${element('news-article', {src: 'feeds/news.json', item: 'open-air-cinema', 'heading-level': 1})}
        <aside aria-label="Beside the story">
          ${element('on-this-day', {src: 'feeds/archive.json', date: '--11-13', layout: 'single', heading: 'Remember?'})}
          ${element('related-news', {src: 'feeds/news.json', item: 'open-air-cinema', link: '#{id}', layout: 'compact', limit: 6, heading: 'Read next'})}
          ${element('about-us', {src: 'feeds/news.json', layout: 'card', omit: 'people address language date'})}
        </aside>
      </main>
      <section class="band" aria-label="Pictures">
        ${element('instagram-strip', {src: 'feeds/instagram.json', layout: 'mosaic', limit: 9, heading: 'Snap!', lightbox: true})}
      </section>
    </div>
  `,
};

/** One column, two sizes, no ornament. */
export const Minimal: Story = {
  render: () => html`
    <div class="page-minimal">
      <header>
        <p class="masthead">two rivers</p>
        <nav aria-label="Sections">
          <a href="#index">Index</a><a href="#letters">Letters</a><a href="#about">About</a>
        </nav>
      </header>
      <main>
        ${element('news-article', {src: 'feeds/news.json', 'heading-level': 1, omit: 'kicker tags share source'})}
        ${element('related-news', {src: 'feeds/news.json', link: '?item={id}', layout: 'compact', limit: 6, heading: 'Also'})}
        ${element('on-this-day', {src: 'feeds/archive.json', date: '--11-13', limit: 3, omit: 'image links'})}
        ${element('instagram-strip', {src: 'feeds/instagram.json', layout: 'grid', limit: 6, omit: 'aside'})}
      </main>
      <footer>${element('about-us', {src: 'feeds/news.json', omit: 'image address', heading: ''})}</footer>
    </div>
  `,
};
