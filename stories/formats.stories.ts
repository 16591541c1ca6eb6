import type {Meta} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {expect} from 'storybook/test';
import {shown} from './reader.js';
import {element, type Arguments, type Story} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Formats',
  parameters: {controls: {disable: true}},
  render: ({src}) => html`
    ${element('related-news', {src, heading: '', layout: 'list', limit: 3, link: '#{id}'})}
    ${element('about-us', {src})}
  `,
};
export default meta;

/** A feed in a format: the elements find out which one it is, and show it as any other. */
function format(src: string, name: string, tag = 'related-news', rest: Partial<Story> = {}): Story {
  return {
    args: {src},
    play: async ({canvasElement}) => {
      const {element, part} = await shown(canvasElement, tag);
      await expect(element.feed?.format).toBe(name);
      await expect(part('item').length).toBeGreaterThan(0);
    },
    ...rest,
  };
}

function strip({src}: Arguments): TemplateResult {
  return element('instagram-strip', {src, layout: 'grid', limit: 8, profile: true});
}

export const JsonFeed = format('feeds/news.json', 'json-feed');
export const Rss = format('feeds/formats/rss.xml', 'rss');
export const Atom = format('feeds/formats/atom.xml', 'atom');
export const WordPress = format('feeds/formats/wordpress.json', 'wordpress');
export const Mastodon = format('feeds/formats/mastodon.json', 'mastodon');
export const SchemaOrg = format('feeds/formats/schema-org.json', 'schema-org');
export const Instagram = format('feeds/instagram.json', 'instagram', 'instagram-strip', {render: strip});
export const Behold = format('feeds/behold.json', 'behold', 'instagram-strip', {render: strip});
export const Wikimedia = format('feeds/world/en/11/13.json', 'wikimedia', 'on-this-day', {
  render: ({src}) => element('on-this-day', {src, date: '--11-13', lang: 'en', limit: 6}),
});
/** Several addresses are one list, newest first, each story once. */
export const SeveralFeeds = format('feeds/formats/rss.xml feeds/formats/atom.xml feeds/formats/wordpress.json', 'rss');
