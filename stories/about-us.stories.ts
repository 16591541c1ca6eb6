import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {element, sharedControls, type Arguments} from './story.js';

const meta: Meta<Arguments> = {
  title: 'Elements/About us',
  component: 'about-us',
  argTypes: {
    ...sharedControls,
    layout: {control: 'inline-radio', options: ['box', 'footer', 'card']},
    'json-ld': {control: 'boolean', description: 'Describes the publisher to search engines'},
  },
  args: {src: 'feeds/news.json'},
  render: (args) => element('about-us', args),
};
export default meta;

export const Box: StoryObj<Arguments> = {};

/** A band in columns, for the end of a page. */
export const Footer: StoryObj<Arguments> = {args: {layout: 'footer'}};

/** Narrow and centred, for a sidebar. */
export const Card: StoryObj<Arguments> = {args: {layout: 'card'}};

export const WithoutPeopleAndAddress: StoryObj<Arguments> = {args: {omit: 'people address date'}};

export const Arabic: StoryObj<Arguments> = {args: {src: 'feeds/news.ar.json', lang: 'ar', dir: 'rtl'}};

/** A feed that says nothing about itself shows what it has, and leaves no hole. */
export const SilentFeed: StoryObj<Arguments> = {args: {src: 'feeds/minimal.json'}};

/** The address is wrong: the reader sees the fallback, the builder (with `debug`) sees why. */
export const Failed: StoryObj<Arguments> = {
  args: {src: 'feeds/nothing-here.json', debug: true},
  render: (args) => element('about-us', args, 'What the page put into the element.'),
};
