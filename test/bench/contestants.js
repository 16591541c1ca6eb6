/**
 * Who is measured: our elements as the script tag brings them, floors written by hand, and what a site would use instead.
 * Each says how its page is written, and by what it is told that it shows its items.
 */
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import {build} from 'vite';
import {bundle} from '../browser/bundle.js';

const here = import.meta.dirname;

/** What is asked of a page: `view` names what is shown, `src` the feed, `limit` the most items, `count` how many boxes. */
const OURS = {
  list: ({src, limit}) => `<related-news src="${src}" limit="${limit}"></related-news>`,
  article: ({src}) => `<news-article src="${src}" item="story-0"></news-article>`,
  bodies: ({src, limit}) =>
    Array.from(
      {length: limit},
      (_, n) => `<news-article src="${src}" item="story-${n}" loading="lazy"></news-article>`,
    ).join('\n'),
  day: ({src, limit}) => `<on-this-day src="${src}" limit="${limit}" date="--06-14"></on-this-day>`,
  pictures: ({src, limit}) => `<instagram-strip src="${src}" limit="${limit}"></instagram-strip>`,
  about: ({src}) => `<about-us src="${src}"></about-us>`,
};
const TAGS = {
  list: 'related-news',
  article: 'news-article',
  bodies: 'news-article',
  day: 'on-this-day',
  pictures: 'instagram-strip',
  about: 'about-us',
};

const script = (src) => `<script type="module" src="${src}"></script>`;
const shownOurs = ({view}) => ({
  host: TAGS[view],
  item: view === 'about' ? '[part=headline]' : '[part=item]',
  first: view === 'bodies',
});

function ours(name, file, extra = () => '') {
  return {
    name,
    kind: 'ours',
    views: Object.keys(OURS),
    head: (page) => extra(page) + script(file),
    body: (page) => OURS[page.view](page),
    shown: shownOurs,
    create: ({view, src, limit}) => ({tag: TAGS[view], attributes: {src, limit}}),
  };
}

/** A page of our own hand: `<tag class="news" data-src … >` and one script. */
function floor(name, tag, views, page = name, kind = 'floor') {
  return {
    name,
    kind,
    views,
    page,
    head: () => script(`/${page}/${page}.js`),
    body: ({src, view, limit}) =>
      `<${tag} class="news" data-src="${src}" data-view="${view}" data-limit="${limit}" data-item="story-0"></${tag}>`,
    shown: () => ({host: '.news', item: '.item'}),
    create: ({view, src, limit}) => ({
      attributes: {class: 'news', 'data-src': src, 'data-view': view, 'data-limit': limit},
    }),
  };
}

const ALL = ['list', 'article', 'day', 'pictures', 'about'];

export const contestants = [
  ours('news-elements', '/news-elements/news-elements.js'),
  ours('news-elements, one file', '/news-elements/all.js'),
  ours('news-elements, preloaded', '/news-elements/news-elements.js', ({view}) =>
    [
      ...preloads(TAGS[view]).map((path) => `<link rel="modulepreload" href="${path}">`),
      // Unknown elements are inline, and have no block size. More than any content here: what stands below never moves.
      `<style>${TAGS[view]} { display: block; min-block-size: 90rem }</style>`,
    ].join('\n'),
  ),
  floor('vanilla', 'div', [...ALL]),
  floor('custom-element', 'bare-news', ALL),
  floor('lit', 'lit-news', ALL),
  floor('dompurify', 'div', ['article', 'bodies']),
  floor('dompurify-lazy', 'div', ['bodies']),
  floor('preact', 'div', ['list'], 'preact', 'peer'),
  floor('react', 'div', ['list'], 'react', 'peer'),
  floor('react-dompurify', 'div', ['bodies'], 'react-dompurify', 'peer'),
  {
    name: 'emfed',
    kind: 'peer',
    views: ['list', 'bodies'],
    page: 'emfed',
    head: () => '<link rel="stylesheet" href="/emfed/toots.css">' + script('/emfed/emfed.js'),
    body: ({limit, view}) =>
      `<a class="mastodon-feed" href="/@times" data-toot-account-id="1${view === 'bodies' ? '-bodies' : ''}" data-toot-limit="${limit}">Follow</a>`,
    shown: () => ({host: '.toots', item: '.toot'}),
    files: {'toots.css': 'emfed/toots.css'},
  },
  {
    name: 'mastodon-embed-timeline',
    kind: 'peer',
    views: ['list'],
    page: 'mastodon-embed',
    head: () =>
      '<link rel="stylesheet" href="/mastodon-embed/mastodon-timeline.min.css">' +
      script('/mastodon-embed/mastodon-embed.js'),
    body: ({limit}) =>
      `<div id="mt-container" class="mt-container" data-limit="${limit}"><div class="mt-body" role="feed"><div class="mt-loading-spinner"></div></div></div>`,
    shown: () => ({host: '#mt-container', item: 'article'}),
    files: {'mastodon-timeline.min.css': '@idotj/mastodon-embed-timeline/dist/mastodon-timeline.min.css'},
  },
  {
    name: 'bsky-embed',
    kind: 'peer',
    views: ['list'],
    head: () => script('/bsky-embed/bsky-embed.es.js'),
    body: ({limit}) => `<bsky-embed username="news.example" limit="${limit}"></bsky-embed>`,
    shown: () => ({host: 'bsky-embed', item: '[id^=post-]'}),
    files: {'bsky-embed.es.js': 'bsky-embed/dist/bsky-embed.es.js'},
    folder: 'bsky-embed',
  },
  {
    name: 'rss-items',
    kind: 'peer',
    views: ['list'],
    page: 'rss-items',
    head: () => script('/rss-items/rss-items.js'),
    body: ({src, limit}) =>
      `<rss-items url="${src.replace('.json', '.xml')}" max="${limit}" max-title-length="200" max-excerpt-length="400" auto></rss-items>`,
    shown: () => ({host: 'rss-items', item: 'article'}),
    files: {'lib/x2js.js': '@lrnwebcomponents/rss-items/lib/x2js.js'},
  },
  {
    name: 'empty page',
    kind: 'floor',
    views: ['list'],
    head: () => '',
    body: () => '<div class="news"><p class="item">Nothing</p></div>',
    shown: () => ({host: '.news', item: '.item', first: true}),
  },
];

/**
 * Everything that pages ask for, but feeds: path → bytes.
 *
 * @param {object[]} wanted contestants
 * @param {string} [dist] a folder that `npm run build` has made; without one, the sources are built in memory
 */
export async function files(wanted, dist) {
  const served = new Map();
  for (const [name, code] of dist ? await readAll(dist) : await buildOurs())
    served.set(`/news-elements/${name}`, Buffer.from(code));
  for (const name of served.keys()) paths.add(name);
  for (const {page, files = {}, folder = page} of wanted) {
    if (page) served.set(`/${page}/${page}.js`, Buffer.from(await bundlePage(page)));
    for (const [name, path] of Object.entries(files))
      served.set(`/${folder}/${name}`, await readFile(join(here, 'node_modules', path)));
  }
  return served;
}

async function buildOurs() {
  return [...(await bundle('tag')), ...(await bundle('all'))];
}

async function readAll(folder) {
  const names = (await readdir(folder, {recursive: true})).filter((name) => name.endsWith('.js'));
  return Promise.all(names.map(async (name) => [name.replaceAll('\\', '/'), await readFile(join(folder, name))]));
}

const paths = new Set();

/** What a page with this element asks for in any case; the names have hashes. */
function preloads(tag) {
  return [...paths].filter((path) => new RegExp(`/chunks/(core|${tag})-`).test(path));
}

async function bundlePage(page) {
  const result = await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    // The floor stands on the very Lit that our elements stand on; rss-items brings an older one.
    resolve: page === 'lit' ? {alias: {lit: join(here, '../../node_modules/lit')}} : {},
    define: {'process.env.NODE_ENV': '"production"'},
    plugins: [minifyLiterals({options: {minifyOptions: {keepClosingSlash: true}}}), besideItself()],
    build: {
      write: false,
      target: 'es2022',
      lib: {entry: join(here, 'pages', `${page}.js`), formats: ['es'], fileName: page},
      rolldownOptions: {output: {minify: true, codeSplitting: false}},
    },
  });
  return [result].flat()[0].output[0].code;
}

/** rss-items loads a script from beside its own file, which the bundler would put into the bundle as a `data:` address. */
function besideItself() {
  return {
    name: 'beside-itself',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('rss-items/rss-items.js')
        ? code.replace('new URL("./", import.meta.url).href', '`${window.location.origin}/rss-items/`')
        : undefined,
  };
}
