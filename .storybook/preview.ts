import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import '../src/index.js';
import './preview.css';

// Built just before, so that it is not there for the type check.
const [manifest] = Object.values(
  import.meta.glob<object>('../dist/custom-elements.json', {import: 'default', eager: true}),
);
setCustomElementsManifest(manifest);

/** A theme is a style sheet of the page, as it is on a real one. */
const themes = import.meta.glob<string>('../src/themes/*.css', {query: '?url', import: 'default', eager: true});
const themeLink = document.head.appendChild(Object.assign(document.createElement('link'), {rel: 'stylesheet'}));
const themeNames = Object.keys(themes).map((path) => path.replace(/.*\/|\.css$/g, ''));

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: {test: 'error'},
    controls: {expanded: true},
    layout: 'padded',
    options: {storySort: {order: ['Guides', ['Start'], 'Elements', 'Page']}},
  },
  globalTypes: {
    scheme: {
      description: 'Colour scheme',
      toolbar: {icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true},
    },
    theme: {
      description: 'Theme',
      toolbar: {icon: 'paintbrush', items: themeNames, dynamicTitle: true},
    },
    direction: {
      description: 'Direction',
      toolbar: {icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true},
    },
    language: {
      description: 'Language',
      toolbar: {icon: 'globe', items: ['en', 'ar'], dynamicTitle: true},
    },
    width: {
      description: 'Width of the container',
      toolbar: {icon: 'ruler', items: ['100%', '320px', '480px', '768px', '1200px'], dynamicTitle: true},
    },
  },
  initialGlobals: {scheme: 'light', theme: 'default', direction: 'ltr', language: 'en', width: '100%'},
  decorators: [
    (story, {globals}) => {
      const root = document.documentElement;
      root.style.colorScheme = String(globals['scheme']);
      themeLink.href = themes[`../src/themes/${String(globals['theme'])}.css`] ?? '';
      root.dir = String(globals['direction']);
      root.lang = String(globals['language']);
      root.style.setProperty('--story-width', String(globals['width']));
      return story();
    },
  ],
};

export default preview;
