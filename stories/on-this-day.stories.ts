import type {Meta} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {shown} from './reader.js';
import * as states from './states.js';
import {elementMeta, type Arguments, type Story} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Elements/On this day',
  // Without a `date` it is today in `time-zone`; the stories stay on one day, so that they can be compared.
  ...elementMeta('on-this-day', {src: 'feeds/archive.json', date: '--11-13', limit: 6}),
};
export default meta;

export const Timeline: Story = {};

export const Cards: Story = {args: {layout: 'cards'}};

/** One, the same for all readers of the day. */
export const Single: Story = {args: {layout: 'single'}};

/** Days can be browsed; a day without events says so, and `nearest` would show the nearest that has some. */
export const Browsing: Story = {
  args: {browse: true},
  play: async ({canvasElement}) => {
    const {inside, part, words} = await shown(canvasElement, 'on-this-day');
    const field = await inside().findByLabelText(words.chooseDay);
    const day = () => part('date')[0]?.textContent.trim();
    await waitFor(() => expect(field).toHaveDisplayValue(/-11-13$/));
    const before = day();
    await userEvent.click(inside().getByRole('button', {name: words.nextDay}));
    await waitFor(() => expect(field).toHaveDisplayValue(/-11-14$/));
    await expect(day()).not.toBe(before);
    await userEvent.click(inside().getByRole('button', {name: words.previousDay}));
    await waitFor(() => expect(field).toHaveDisplayValue(/-11-13$/));
    await waitFor(() => expect(part('item').length).toBeGreaterThan(1));
  },
};

/** 14 November has nothing in this archive. */
export const NearestDay: Story = {args: {date: '--11-14', nearest: true, browse: true}};

/** The site's own archive first, then Wikipedia's day; each entry names its source. */
export const TwoSources: Story = {
  args: {src: 'feeds/archive.json feeds/world/{lang}/{MM}/{DD}.json', lang: 'en', limit: 9},
};

/** Wikipedia's day alone, in the lists that `types` names. */
export const Wikipedia: Story = {
  args: {src: 'feeds/world/{lang}/{MM}/{DD}.json', lang: 'en', types: 'events births holidays', limit: 8},
};

/** The day of the Persian calendar, compared and shown in it. */
export const PersianCalendar: Story = {
  args: {lang: 'en-u-ca-persian', date: '2026-11-13', nearest: true},
};

export const Arabic: Story = {globals: {locale: 'ar'}};

export const Loading = states.loading({});
export const Slow = states.slow({src: 'feeds/archive.json?answer=late'});
export const Empty = states.empty('Nothing is known of this day.');
export const Failed: Story = {...states.failed({}), tags: ['fails']};
export const Offline: Story = {...states.offline({}), tags: ['fails']};
export const Stale: Story = {...states.stale({src: 'feeds/archive.json'}), tags: ['fails']};
