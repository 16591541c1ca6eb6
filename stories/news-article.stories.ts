import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {element, sharedControls, type Arguments} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Elements/News article',
  component: 'news-article',
  argTypes: {
    ...sharedControls,
    item: {control: 'text', description: 'id or url of the story'},
    listen: {
      control: 'boolean',
      description: 'Offers to read the story aloud, where there is a voice for its language',
    },
    'json-ld': {control: 'boolean', description: 'One NewsArticle for search engines in the head of the document'},
    consent: {control: 'text', description: 'Providers of embeds that are loaded without asking'},
  },
  args: {src: 'feeds/news.json', item: 'us-iraq-agreement', 'heading-level': 1},
  render: (args) => element('news-article', args),
};
export default meta;

export const Article: StoryObj<Arguments> = {};

/** Without an item, the newest. */
export const Newest: StoryObj<Arguments> = {args: {item: undefined}};

export const HeadlineAndBodyOnly: StoryObj<Arguments> = {
  args: {omit: 'kicker summary byline image tags attachments source'},
};

/** The button is there where the browser has a voice that speaks the story's language. */
export const ReadAloud: StoryObj<Arguments> = {args: {listen: true}};

export const Arabic: StoryObj<Arguments> = {
  args: {src: 'feeds/news.ar.json', item: undefined, lang: 'ar', dir: 'rtl'},
};

/** A story that the feed does not have is never replaced by another. */
export const UnknownItem: StoryObj<Arguments> = {
  args: {item: 'no-such-story', debug: true},
  render: (args) => element('news-article', args, 'What the page put into the element.'),
};
