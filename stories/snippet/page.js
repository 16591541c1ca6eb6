/** The snippet maker as a page of the demo, on what has been built. */
import {snippetMaker} from './snippet-maker.js';

const json = async (path) => (await fetch(new URL(path, import.meta.url))).json();
const [manifest, hashes, {version}] = await Promise.all(
  ['../../dist/custom-elements.json', '../../dist/sri.json', '../../package.json'].map(json),
);
const themes = ['default', 'broadsheet', 'bulletin', 'plain'];
const news = '../feeds/news.json';
document.querySelector('main').append(
  snippetMaker({
    manifest,
    hashes,
    version,
    themes: Object.fromEntries(themes.map((name) => [name, `../../dist/themes/${name}.css`])),
    samples: {
      'related-news': news,
      'news-article': news,
      'on-this-day': '../feeds/archive.json',
      'instagram-strip': '../feeds/instagram.json',
      'about-us': news,
    },
  }),
);
