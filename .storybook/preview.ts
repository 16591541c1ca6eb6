import type {Preview} from '@storybook/web-components-vite';
import {html} from 'lit';
import {action} from 'storybook/actions';
import '../src/index.js';
import {argTypesOf, descriptionOf} from './arg-types.js';
import {languages, directionOf} from './languages.js';
import './network.js';
import './preview.css';
import {themeNames, useTheme} from './themes.js';

const tell = action('event');

/** What an analytics script would see, in the Actions panel. */
for (const name of ['feed-load', 'feed-error', 'item-click', 'item-view', 'item-change', 'picture-error'])
  document.addEventListener(name, (event) => {
    const {position, reason, item, feed, code, count} = event as Event & Partial<Record<string, unknown>>;
    tell(name, {title: titleOf(item ?? feed), position, reason, code, count});
  });

function titleOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'title' in value ? value.title : undefined;
}

/** A link of a story leads out of Storybook’s frame, which would be the end of the story. */
document.addEventListener('click', (event) => {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link?.href || link.target || link.getAttribute('href')?.startsWith('#') || event.defaultPrevented) return;
  const isOfStory = link.getRootNode() instanceof ShadowRoot || link.closest('.story');
  if (!isOfStory) return;
  event.preventDefault();
  const item = new URLSearchParams(link.search).get('item');
  if (item && document.querySelector('.story news-article:not([item])')) followInPlace(item);
  else tell('link', link.href);
});

/** `?item=` of a page; the frame’s own query, which names the story of Storybook, stays. */
function followInPlace(item: string): void {
  const address = new URL(location.href);
  address.searchParams.set('item', item);
  location.assign(address);
}

function leaveItem(): void {
  const address = new URL(location.href);
  address.searchParams.delete('item');
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}

const preview: Preview = {
  tags: ['autodocs'],
  beforeEach: () => leaveItem,
  parameters: {
    a11y: {test: 'error'},
    controls: {expanded: true, sort: 'none'},
    layout: 'padded',
    docs: {
      extractArgTypes: argTypesOf,
      extractComponentDescription: descriptionOf,
      source: {excludeDecorators: true},
    },
    options: {
      storySort: {
        order: [
          'Guides',
          ['Start', 'Theming', 'Formats', 'Languages', 'Events', 'Accessibility', 'Security', '*'],
          'Page',
          'Elements',
          ['News article', 'Related news', 'On this day', 'Instagram strip', 'About us'],
          'Theme maker',
          'Themes',
          'Languages',
          'Formats',
        ],
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: {icon: 'paintbrush', items: [...themeNames], dynamicTitle: true},
    },
    scheme: {
      description: 'Colour scheme',
      toolbar: {
        icon: 'contrast',
        items: [
          {value: 'light', title: 'Light', icon: 'sun'},
          {value: 'dark', title: 'Dark', icon: 'moon'},
        ],
        dynamicTitle: true,
      },
    },
    locale: {
      description: 'Language of the reader',
      toolbar: {
        icon: 'globe',
        items: [...languages].map(([value, {title}]) => ({value, title, right: value})),
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Direction',
      toolbar: {
        icon: 'transfer',
        items: [
          {value: 'auto', title: 'Direction of the language'},
          {value: 'ltr', title: 'Left to right'},
          {value: 'rtl', title: 'Right to left'},
        ],
        dynamicTitle: true,
      },
    },
    width: {
      description: 'Width of the container',
      toolbar: {
        icon: 'ruler',
        items: ['240px', '320px', '480px', '768px', '1200px', '100%'],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: {theme: 'default', scheme: 'light', locale: 'en', direction: 'auto', width: '100%'},
  decorators: [
    (story, {globals, viewMode}) => {
      const chosen = (name: string) => String(globals[name]);
      const [theme, scheme, locale, width] = [chosen('theme'), chosen('scheme'), chosen('locale'), chosen('width')];
      const root = document.documentElement;
      const dir = chosen('direction') === 'auto' ? directionOf(locale) : chosen('direction');
      useTheme(theme);
      root.style.colorScheme = scheme;
      root.style.setProperty('--story-width', width);
      // A page of documentation is English, whatever its stories are in.
      if (viewMode === 'story') Object.assign(root, {lang: locale, dir});
      return html`<div class="story" lang=${locale} dir=${dir}>${story()}</div>`;
    },
  ],
};

export default preview;
