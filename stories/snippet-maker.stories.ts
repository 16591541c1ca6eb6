import type {Meta} from '@storybook/web-components-vite';
import {expect, userEvent, within} from 'storybook/test';
import {version} from '../package.json';
import './snippet/snippet-maker.css';
import {snippetMaker} from './snippet/snippet-maker.js';
import type {Arguments, Story} from './story.js';

const files = import.meta.glob<object>('../dist/custom-elements.json', {import: 'default', eager: true});
// There after `npm run build` alone.
const hashes = import.meta.glob<Record<string, string>>('../dist/sri.json', {import: 'default', eager: true});
const themes = import.meta.glob<string>('../src/themes/*.css', {query: '?url', import: 'default', eager: true});

/** Choose an element, paste the address of your feed, copy what to paste into your site. */
const meta: Meta<Arguments> = {
  title: 'Snippet maker',
  parameters: {controls: {disable: true}},
  render: () =>
    snippetMaker({
      manifest: Object.values(files)[0] ?? {modules: []},
      hashes: Object.values(hashes)[0] ?? {},
      version,
      themes: Object.fromEntries(
        Object.entries(themes)
          .map(([path, address]): [string, string] => [path.replace(/.*\/|\.css$/g, ''), address])
          .sort(([a], [b]) => Number(b === 'default') - Number(a === 'default')),
      ),
      samples: {
        'related-news': 'feeds/news.json',
        'news-article': 'feeds/news.json',
        'on-this-day': 'feeds/archive.json',
        'instagram-strip': 'feeds/instagram.json',
        'about-us': 'feeds/news.json',
      },
    }),
};
export default meta;

export const MakeASnippet: Story = {
  play: async ({canvasElement}) => {
    const inside = within(canvasElement);
    await inside.findByText(/It is a feed/);
    await userEvent.click(inside.getByRole('radio', {name: /Instagram strip/}));
    await userEvent.selectOptions(inside.getByLabelText('Layout'), 'grid');
    await inside.findByText(/It is a feed \(instagram\)/);
    await expect(inside.getByLabelText('Snippet')).toHaveTextContent(
      '<instagram-strip src="feeds/instagram.json" layout="grid">',
    );
  },
};
