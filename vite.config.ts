import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, sep} from 'node:path';
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import {defineConfig, type Plugin} from 'vite';

/** What elements have in common, with all that it imports. */
const COMMON =
  /src.(elements.(feed-element|picture|reading|adopt-styles|words-language)|feed.find-item|locales.direction|styles.card.styles)\.ts$/;

/**
 * Two builds into `dist/cdn`, both with Lit inside: the script tag that loads what a page uses (default), and
 * `--mode all`, everything in one file.
 */
export default defineConfig(({mode}) => {
  const isAll = mode === 'all';
  return {
    base: './',
    publicDir: false,
    plugins: [
      minifyLiterals({options: {minifyOptions: {keepClosingSlash: true}}}),
      ownTrustedTypesPolicy(),
      nativeOnly(),
      ownExportsOnly(),
      integrity(),
      demoFromSource(),
    ],
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: !isAll,
      target: 'es2022',
      lib: {
        entry: isAll ? 'src/index.ts' : 'src/autoloader.ts',
        formats: ['es'],
        fileName: isAll ? 'all' : 'news-elements',
      },
      rolldownOptions: {
        output: {
          minify: true,
          // Notes to bundlers, which have done their work here.
          comments: {annotation: false},
          chunkFileNames: 'chunks/[name]-[hash].js',
          // What the elements share is one chunk, so that a page with one element makes three requests.
          codeSplitting: isAll ? false : {groups: [{name: 'core', test: COMMON}]},
        },
      },
    },
    preview: {open: process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)},
  };
});

/** Lit creates a Trusted Types policy under its own name, which throws when a second Lit is on the page: it uses ours. */
function ownTrustedTypesPolicy(): Plugin {
  return {
    name: 'own-trusted-types-policy',
    transform(code, id) {
      if (!/lit-html[\\/](development[\\/])?lit-html\.js/.test(id)) return undefined;
      const ours = code.replace(
        /\w+\.createPolicy\(\s*["']lit-html["'],\s*\{\s*createHTML:\s*\(?\w+\)?\s*=>\s*\w+,?\s*\}\s*\)/,
        '__policy',
      );
      if (ours === code) throw new Error('lit-html creates its Trusted Types policy in another way now.');
      return `import {policy as __policy} from ${JSON.stringify(join(import.meta.dirname, 'src/feed/trusted-types.ts'))};\n${ours}`;
    },
  };
}

/**
 * Engines that know `light-dark()`, in which our colours are written, adopt style sheets and have shadow roots of their own:
 * what Lit asks and does for others stays out.
 */
function nativeOnly(): Plugin {
  const oldEngines: [file: RegExp, question: RegExp, answer: string][] = [
    [/css-tag\.js/, /\w+\.ShadowRoot\s*&&[^;]*?CSSStyleSheet\.prototype/, 'true'],
    [/(reactive-element|lit-html|lit-element)\.js/, /\w+\.\w+PolyfillSupport\b/, 'undefined'],
  ];
  return {
    name: 'native-only',
    transform(code, id) {
      const [, question, answer = ''] =
        oldEngines.find(([file]) => new RegExp(`[\\\\/](development[\\\\/])?${file.source}`).test(id)) ?? [];
      if (!question || !/node_modules[\\/](@lit|lit-)/.test(id)) return undefined;
      const ours = code.replace(question, answer);
      if (ours === code) throw new Error(`Lit asks in another way now what old engines can do, in ${id}.`);
      return ours;
    },
  };
}

/** The bundler's own loop over a module's exports would take what a page has put on `Object.prototype` for exports. */
function ownExportsOnly(): Plugin {
  return {
    name: 'own-exports-only',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          chunk.code = chunk.code.replace(
            /for\s*\(\s*(var|let|const) (\w+) in (\w+)\s*\)(?=\s*\w+\(\w+,\s*\2,\s*\{\s*get)/g,
            'for($1 $2 of Object.keys($3))',
          );
    },
  };
}

/** Where the README has a site put our folder `cdn`. Elsewhere, a page's import map names that place instead. */
const HOME = '/news-elements/';

/**
 * Beside `cdn`: `sri.json`, file → hash, for `integrity=`; and `importmap.json`, what a page says of all scripts at once,
 * those that load others included. Addresses in an import map are resolved against the page and not against the script.
 */
function integrity(): Plugin {
  return {
    name: 'integrity',
    writeBundle({dir = 'dist/cdn'}) {
      const files = readdirSync(dir, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.js'));
      const hashes = files
        .map((file) => file.replaceAll(sep, '/'))
        .sort()
        .map((file) => [
          file,
          `sha384-${createHash('sha384')
            .update(readFileSync(join(dir, file)))
            .digest('base64')}`,
        ]);
      const write = (name: string, base: string, wrap: (all: object) => object) =>
        writeFileSync(
          join(dirname(dir), name),
          `${JSON.stringify(wrap(Object.fromEntries(hashes.map(([file, hash]) => [`${base}${file}`, hash]))), null, 2)}\n`,
        );
      write('sri.json', 'cdn/', (all) => all);
      write('importmap.json', HOME, (all) => ({integrity: all}));
    },
  };
}

/** While developing, the demo pages run the source instead of the built script. */
function demoFromSource(): Plugin {
  return {
    name: 'demo-from-source',
    apply: 'serve',
    transformIndexHtml: (page) => page.replace('dist/cdn/news-elements.js', 'src/autoloader.ts'),
  };
}
