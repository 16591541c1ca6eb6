import type {Meta} from '@storybook/web-components-vite';
import {sampler} from './sampler.js';
import type {Arguments, Story} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Themes',
  parameters: {controls: {disable: true}},
  render: (_, {globals}) => sampler(String(globals['locale'])),
};
export default meta;

/** A newspaper’s quiet page: hairlines, a serif for headlines, one accent. */
export const Default: Story = {globals: {theme: 'default'}};
/** Dense, serif, with rules. */
export const Broadsheet: Story = {globals: {theme: 'broadsheet'}};
/** Sans serif, in cards. */
export const Bulletin: Story = {globals: {theme: 'bulletin'}};
/** Takes fonts and colours from the page. */
export const Plain: Story = {globals: {theme: 'plain'}};
