import type {Meta} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {shown} from './reader.js';
import * as states from './states.js';
import {elementMeta, type Arguments, type Story} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Elements/Related news',
  ...elementMeta('related-news', {src: 'feeds/news.json', item: 'us-iraq-agreement', link: '?item={id}', limit: 4}),
};
export default meta;

export const Grid: Story = {};

export const List: Story = {args: {layout: 'list'}};

/** By swipe, by wheel, by Tab from card to card, and by the two buttons. */
export const Carousel: Story = {
  args: {layout: 'carousel', limit: 8},
  globals: {width: '768px'},
  play: async ({canvasElement}) => {
    const {inside, element, words} = await shown(canvasElement, 'related-news');
    const row = element.renderRoot.querySelector('.row');
    const next = await inside().findByRole('button', {name: words.next});
    await expect(inside().queryByRole('button', {name: words.previous})).toBeNull();
    await userEvent.click(next);
    await waitFor(() => expect(Math.abs(row?.scrollLeft ?? 0)).toBeGreaterThan(100));
    await userEvent.click(await inside().findByRole('button', {name: words.previous}));
    await waitFor(() => expect(Math.abs(row?.scrollLeft ?? 99)).toBeLessThan(3));
  },
};

export const Compact: Story = {args: {layout: 'compact', limit: 6}, globals: {width: '320px'}};

/** Further stories in place, from the feed's next pages too; the first new one takes the focus. */
export const More: Story = {
  args: {more: true},
  play: async ({canvasElement}) => {
    const {inside, part, element, words} = await shown(canvasElement, 'related-news');
    const before = part('item').length;
    await userEvent.click(await inside().findByRole('button', {name: words.more}));
    await waitFor(() => expect(part('item').length).toBeGreaterThan(before));
    await waitFor(() => expect(part('controls')[0]?.querySelector('[role=status]')?.textContent).toBeTruthy());
    await expect(part('item')[before]?.contains(element.shadowRoot?.activeElement ?? null)).toBe(true);
  },
};

/** Only stories with this tag. */
export const Tagged: Story = {args: {tags: 'Iraq News'}};

/** With no story to relate to, the newest. */
export const Newest: Story = {args: {item: undefined}};

export const WithoutPictures: Story = {args: {omit: 'image', layout: 'list'}};

export const Arabic: Story = {args: {item: undefined}, globals: {locale: 'ar'}};

export const Loading = states.loading({});
export const Slow = states.slow({src: 'feeds/news.json?answer=late'});
export const Empty = states.empty('There are no stories yet.');
export const Failed: Story = {...states.failed({}), tags: ['fails']};
export const Offline: Story = {...states.offline({}), tags: ['fails']};
export const Stale: Story = {...states.stale({}), tags: ['fails']};
