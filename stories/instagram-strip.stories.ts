import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {element, sharedControls, type Arguments} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Elements/Instagram strip',
  component: 'instagram-strip',
  argTypes: {
    ...sharedControls,
    layout: {control: 'inline-radio', options: ['strip', 'grid', 'mosaic']},
    lightbox: {control: 'boolean', description: 'Opens the whole post in a dialog'},
    profile: {control: 'boolean', description: 'Picture, name and biography'},
    'ask-first': {control: 'boolean', description: 'Nothing of another site before the reader agrees'},
  },
  args: {src: 'feeds/instagram.json'},
  render: (args) => element('instagram-strip', args),
};
export default meta;

export const Strip: StoryObj<Arguments> = {args: {lightbox: true}};

export const Grid: StoryObj<Arguments> = {args: {layout: 'grid', limit: 8}};

export const Mosaic: StoryObj<Arguments> = {args: {layout: 'mosaic', limit: 9}};

/** From Behold’s JSON, with the sizes that it gives, and the account above. */
export const BeholdWithProfile: StoryObj<Arguments> = {args: {src: 'feeds/behold.json', profile: true}};

/** The feed is on another site, which is asked for nothing before the reader agrees. */
export const AskFirst: StoryObj<Arguments> = {args: {src: 'https://feeds.behold.so/example', 'ask-first': true}};

export const Arabic: StoryObj<Arguments> = {args: {lang: 'ar', dir: 'rtl', lightbox: true}};
