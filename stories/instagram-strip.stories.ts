import type {Meta} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {shown} from './reader.js';
import * as states from './states.js';
import {elementMeta, type Arguments, type Story} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Elements/Instagram strip',
  ...elementMeta('instagram-strip', {src: 'feeds/instagram.json'}),
};
export default meta;

export const Strip: Story = {args: {lightbox: true}};

export const Grid: Story = {args: {layout: 'grid', limit: 8}};

export const Mosaic: Story = {args: {layout: 'mosaic', limit: 9}};

/** A press opens the whole post; arrows, swipe and buttons go on; Escape gives the focus back to the picture. */
export const Lightbox: Story = {
  args: {lightbox: true, layout: 'grid', limit: 8},
  play: async ({canvasElement}) => {
    const {inside, part, element, words} = await shown(canvasElement, 'instagram-strip');
    const dialog = () => element.renderRoot.querySelector('dialog');
    const shows = () => dialog()?.querySelector('[part~=caption]')?.textContent;
    const [first] = part('link').filter((link) => link.getAttribute('aria-haspopup'));
    if (!first) throw new Error('There is no post to open.');
    await userEvent.click(first);
    await waitFor(() => expect(dialog()?.open).toBe(true));
    const before = shows();
    await userEvent.click(inside().getByRole('button', {name: words.next}));
    await waitFor(() => expect(shows()).not.toBe(before));
    await userEvent.click(inside().getByRole('button', {name: words.close}));
    await waitFor(() => expect(dialog()).toBeNull());
    await expect(element.shadowRoot?.activeElement).toBe(first);
  },
};

/** From Behold’s JSON, with the sizes that it gives, and the account above. */
export const BeholdWithProfile: Story = {args: {src: 'feeds/behold.json', profile: true}};

/** The feed is on another site, which is asked for nothing before the reader agrees. */
export const AskFirst: Story = {args: {src: 'https://feeds.behold.so/example', 'ask-first': true}};

/** In a sidebar of 240 pixels. */
export const Narrow: Story = {args: {layout: 'grid', limit: 6}, globals: {width: '240px'}};

export const Arabic: Story = {args: {lightbox: true}, globals: {locale: 'ar'}};

export const Loading = states.loading({});
export const Slow = states.slow({src: 'feeds/instagram.json?answer=late'});
export const Empty = states.empty('There are no pictures yet.');
export const Failed: Story = {...states.failed({}), tags: ['fails']};
export const Offline: Story = {...states.offline({}), tags: ['fails']};
export const Stale: Story = {...states.stale({src: 'feeds/instagram.json'}), tags: ['fails']};
