import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {element, sharedControls, type Arguments} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Elements/Related news',
  component: 'related-news',
  argTypes: {
    ...sharedControls,
    item: {control: 'text', description: 'id or url of the story being read'},
    layout: {control: 'inline-radio', options: ['grid', 'list', 'carousel', 'compact']},
    tags: {control: 'text', description: 'Only stories with one of these, separated by commas'},
    'max-age': {control: {type: 'number', min: 0}, description: 'Only stories of so many days'},
    more: {control: 'boolean', description: 'A button for further stories'},
  },
  args: {src: 'feeds/news.json', item: 'us-iraq-agreement', link: '?item={id}', limit: 4},
  render: (args) => element('related-news', args),
};
export default meta;

export const Grid: StoryObj<Arguments> = {};

export const List: StoryObj<Arguments> = {args: {layout: 'list'}};

export const Carousel: StoryObj<Arguments> = {args: {layout: 'carousel', limit: 8}};

export const Compact: StoryObj<Arguments> = {args: {layout: 'compact'}};

/** Further stories in place, from the feed's next pages too. */
export const More: StoryObj<Arguments> = {args: {more: true}};

/** Only stories with this tag. */
export const Tagged: StoryObj<Arguments> = {args: {tags: 'Iraq News'}};

/** With no story to relate to, the newest. */
export const Newest: StoryObj<Arguments> = {args: {item: undefined}};

export const Arabic: StoryObj<Arguments> = {
  args: {src: 'feeds/news.ar.json', item: undefined, lang: 'ar', dir: 'rtl'},
};

export const Empty: StoryObj<Arguments> = {
  args: {src: 'feeds/empty.json'},
  render: (args) => element('related-news', args, 'There are no stories yet.'),
};
