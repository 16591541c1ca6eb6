import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {element, sharedControls, type Arguments} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Elements/On this day',
  component: 'on-this-day',
  argTypes: {
    ...sharedControls,
    date: {control: 'text', description: 'An ISO date, or --11-13 for that day of this year'},
    layout: {control: 'inline-radio', options: ['timeline', 'cards', 'single']},
    browse: {control: 'boolean', description: 'Previous day, next day and a date picker'},
    nearest: {control: 'boolean', description: 'The nearest day that has something'},
    types: {control: 'text', description: 'Which of Wikimedia’s lists'},
    'fallback-lang': {control: 'text'},
  },
  args: {src: 'feeds/archive.json', date: '--11-13', limit: 6},
  render: (args) => element('on-this-day', args),
};
export default meta;

export const Timeline: StoryObj<Arguments> = {};

export const Cards: StoryObj<Arguments> = {args: {layout: 'cards'}};

/** One, the same for all readers of the day. */
export const Single: StoryObj<Arguments> = {args: {layout: 'single'}};

export const Browsing: StoryObj<Arguments> = {args: {browse: true, nearest: true}};

export const Arabic: StoryObj<Arguments> = {args: {src: 'feeds/archive.ar.json', lang: 'ar-IQ', dir: 'rtl'}};

/** The site's own archive first, then Wikipedia's day; each entry names its source. */
export const TwoSources: StoryObj<Arguments> = {
  args: {src: 'feeds/archive.json feeds/world/{lang}/{MM}/{DD}.json', lang: 'en', limit: 9},
};

/** Wikipedia's day alone, in the lists that `types` names. */
export const Wikipedia: StoryObj<Arguments> = {
  args: {src: 'feeds/world/{lang}/{MM}/{DD}.json', lang: 'en', types: 'events births holidays', limit: 8},
};

/** The day of the Persian calendar, compared and shown in it. */
export const PersianCalendar: StoryObj<Arguments> = {
  args: {lang: 'en-u-ca-persian', date: '2026-11-13', nearest: true},
};

export const NothingOnThisDay: StoryObj<Arguments> = {
  args: {src: 'feeds/empty.json'},
  render: (args) => element('on-this-day', args, 'Nothing is known of this day.'),
};
