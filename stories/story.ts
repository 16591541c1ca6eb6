/** What all stories share: an element from its arguments, written as a page would write it. */
import type {Meta, StoryContext, StoryObj} from '@storybook/web-components-vite';
import {html, nothing, type ElementPart, type TemplateResult} from 'lit';
import {Directive, directive, PartType, type PartInfo} from 'lit/directive.js';

export type Arguments = Record<string, string | number | boolean | undefined>;
export type Story = StoryObj<Arguments>;

/** Attributes by name; names that begin with `--` are custom properties. */
class SetAttributes extends Directive {
  #names: string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('Attributes are set on an element.');
  }

  override render(...[]: [Arguments]): typeof nothing {
    return nothing;
  }

  override update({element}: ElementPart, [args]: [Arguments]): typeof nothing {
    const {style} = element as HTMLElement;
    // An empty heading means none; what a control has left empty means nothing.
    const wanted = Object.entries(args).filter(
      ([name, value]) => value !== undefined && value !== false && (value !== '' || name === 'heading'),
    );
    for (const name of this.#names)
      if (name.startsWith('--')) style.removeProperty(name);
      else element.removeAttribute(name);
    for (const [name, value] of wanted)
      if (name.startsWith('--')) style.setProperty(name, String(value));
      else element.setAttribute(name, value === true ? '' : String(value));
    this.#names = wanted.map(([name]) => name);
    return nothing;
  }
}

const setAttributes = directive(SetAttributes);

const templates = {
  'news-article': (args: Arguments, fallback: unknown) =>
    html`<news-article ${setAttributes(args)}>${fallback}</news-article>`,
  'related-news': (args: Arguments, fallback: unknown) =>
    html`<related-news ${setAttributes(args)}>${fallback}</related-news>`,
  'on-this-day': (args: Arguments, fallback: unknown) =>
    html`<on-this-day ${setAttributes(args)}>${fallback}</on-this-day>`,
  'instagram-strip': (args: Arguments, fallback: unknown) =>
    html`<instagram-strip ${setAttributes(args)}>${fallback}</instagram-strip>`,
  'about-us': (args: Arguments, fallback: unknown) => html`<about-us ${setAttributes(args)}>${fallback}</about-us>`,
};
export type Tag = keyof typeof templates;

export function element(tag: Tag, args: Arguments, fallback: unknown = nothing): TemplateResult {
  return templates[tag](args, fallback);
}

/** Every story of an element renders it with its arguments; `fallback` stands inside. */
export function elementMeta(tag: Tag, args: Arguments): Pick<Meta<Arguments>, 'component' | 'args' | 'render'> {
  return {
    component: tag,
    args,
    render: (args, {globals, parameters}: StoryContext<Arguments>) =>
      element(tag, {...args, src: inLanguage(args['src'], String(globals['locale']))}, parameters['fallback']),
  };
}

const translated = Object.keys(import.meta.glob('./feeds/languages/*.json')).map((path) => path.slice(17, -5));

/** The demo’s feed as its readers in a language have it, where it is told in that language. */
export function inLanguage(src: Arguments[string], language: string): Arguments[string] {
  if (language === 'ar' && src === 'feeds/archive.json') return 'feeds/archive.ar.json';
  if (language === 'ar' && src === 'feeds/news.json') return 'feeds/news.ar.json';
  return src === 'feeds/news.json' && translated.includes(language) ? `feeds/languages/${language}.json` : src;
}
