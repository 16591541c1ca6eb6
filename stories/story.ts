/** What the stories of all elements share: their controls from the manifest, and templates from their arguments. */
import type {ArgTypes} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';

export type Arguments = Record<string, string | number | boolean | undefined>;

/** Controls for the attributes that every element has. */
export const sharedControls: ArgTypes = {
  src: {control: 'text', description: 'Address of the feed'},
  format: {control: 'text', description: 'Forces a format by its name'},
  loading: {control: 'inline-radio', options: ['eager', 'lazy']},
  refresh: {control: {type: 'number', min: 0}, description: 'Seconds between reloads'},
  crossorigin: {control: 'select', options: [undefined, 'anonymous', 'use-credentials']},
  referrerpolicy: {control: 'text'},
  limit: {control: {type: 'number', min: 1, max: 24}},
  heading: {control: 'text', description: 'Empty for none'},
  'heading-level': {control: {type: 'number', min: 1, max: 6}},
  omit: {control: 'text', description: 'Parts to leave out, separated by spaces'},
  link: {control: 'text', description: 'Template with {id} {url} {slug}'},
  'time-zone': {control: 'text'},
  lang: {control: 'text'},
  dir: {control: 'inline-radio', options: [undefined, 'ltr', 'rtl', 'auto']},
  debug: {control: 'boolean'},
};

/** The element with the arguments as its attributes, just as a page would have it. */
export function element(tag: string, args: Arguments, fallback: unknown = ''): TemplateResult {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(args))
    if (value === true) node.setAttribute(name, '');
    else if (value !== undefined && value !== false) node.setAttribute(name, String(value));
  if (typeof fallback === 'string') node.append(fallback);
  return html`${node}`;
}
