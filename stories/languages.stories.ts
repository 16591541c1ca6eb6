import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect} from 'storybook/test';
import {shown} from './reader.js';
import {element, inLanguage, type Arguments, type Story} from './story.js';
import './languages.css';

const meta: Meta<Arguments> = {
  title: 'Languages',
  parameters: {controls: {disable: true}},
  render: (_, {globals}) => {
    const src = inLanguage('feeds/news.json', String(globals['locale']));
    return html`<div class="languages">
      ${element('news-article', {src, item: 'us-iraq-agreement', omit: 'image'})}
      <div>
        ${element('related-news', {src, item: 'us-iraq-agreement', layout: 'list', limit: 3, link: '#{id}'})}
        ${element('on-this-day', {src: inLanguage('feeds/archive.json', String(globals['locale'])), date: '--11-13', layout: 'single'})}
      </div>
    </div>`;
  },
};
export default meta;

/** The words and dates of the elements, around a feed in the same language. */
function language(locale: string): Story {
  return {
    globals: {locale},
    play: async ({canvasElement}) => {
      const {element, part} = await shown(canvasElement, 'related-news');
      await expect(element.language).toBe(locale);
      await expect(part('heading')[0]).toBeVisible();
      if (locale !== 'en') await expect(part('heading')[0]?.textContent).not.toMatch(/news/i);
    },
  };
}

export const English = language('en');
export const Arabic = language('ar');
export const Persian = language('fa');
export const Hebrew = language('he');
export const KurdishCentral = language('ckb');
export const KurdishNorthern = language('ku');
export const Turkish = language('tr');
export const German = language('de');
export const French = language('fr');
export const Spanish = language('es');
export const Portuguese = language('pt');
export const Russian = language('ru');
export const Chinese = language('zh');
export const Japanese = language('ja');
