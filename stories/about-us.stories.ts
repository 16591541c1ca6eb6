import type {Meta} from '@storybook/web-components-vite';
import {expect, spyOn, userEvent} from 'storybook/test';
import {shown} from './reader.js';
import * as states from './states.js';
import {elementMeta, type Arguments, type Story} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Elements/About us',
  ...elementMeta('about-us', {src: 'feeds/news.json'}),
};
export default meta;

export const Box: Story = {};

/** A band in columns, for the end of a page. */
export const Footer: Story = {args: {layout: 'footer'}};

/** Narrow and centred, for a sidebar. */
export const Card: Story = {args: {layout: 'card'}, globals: {width: '320px'}};

export const WithoutPeopleAndAddress: Story = {args: {omit: 'people address date'}};

/** “Subscribe” opens the feed’s address, what it is for, and a button that copies it. */
export const Subscribe: Story = {
  play: async ({canvasElement}) => {
    const {inside, element, words} = await shown(canvasElement, 'about-us');
    const copy = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(inside().getByRole('button', {name: words.subscribe}));
    await userEvent.click(await inside().findByRole('button', {name: words.copyAddress}));
    await inside().findByRole('button', {name: words.copied});
    await expect(copy).toHaveBeenCalledWith(element.feed?.feedUrl ?? element.feed?.url);
  },
};

/** A feed that says nothing about itself shows what it has, and leaves no hole. */
export const SilentFeed: Story = {args: {src: 'feeds/minimal.json'}};

export const Arabic: Story = {globals: {locale: 'ar'}};

export const Loading = states.loading({});
export const Slow = states.slow({src: 'feeds/news.json?answer=late'});
export const Failed: Story = {...states.failed({}), tags: ['fails']};
export const Offline: Story = {...states.offline({}), tags: ['fails']};
export const Stale: Story = {...states.stale({}), tags: ['fails']};
