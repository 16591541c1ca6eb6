import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, spyOn, userEvent, within} from 'storybook/test';
import './theme-maker/theme-maker.js';
import {sampler} from './sampler.js';
import type {Arguments, Story} from './story.js';

/** Fonts, colours and shape for a site, seen on all elements at once; the button copies a theme: one CSS file. */
const meta: Meta<Arguments> = {
  title: 'Theme maker',
  parameters: {layout: 'fullscreen', controls: {disable: true}},
  render: (_, {globals}) => html`<theme-maker .sample=${sampler(String(globals['locale']))}></theme-maker>`,
};
export default meta;

export const MakeATheme: Story = {
  play: async ({canvasElement}) => {
    const copy = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const inside = within(canvasElement);
    await userEvent.selectOptions(inside.getByLabelText('Begin with'), 'bulletin');
    await userEvent.click(inside.getByRole('button', {name: 'Copy the theme'}));
    await inside.findByText('Copied.');
    await expect(copy.mock.calls[0]?.[0]).toMatch(/^:root \{\n {2}--news-font/);
    await userEvent.selectOptions(inside.getByLabelText('Begin with'), 'default');
  },
};
