import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join, posix} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {build} from 'vite';
import {pack, root} from './packed.js';

/** @type {ReturnType<typeof pack>} */
let packed;
before(() => {
  packed = pack();
});
after(() => packed.remove());

/** Each export of the package, a wildcard once a file: `{name, types, file}`, with paths inside the package. */
function exported() {
  const inPackage = (path) => path?.replace(/^\.\//, '');
  return Object.entries(packed.manifest.exports).flatMap(([name, target]) => {
    const [types, file] = typeof target === 'string' ? [undefined, target] : [target.types, target.default];
    if (!name.includes('*')) return [{name, types: inPackage(types), file: inPackage(file)}];
    const [before, after] = inPackage(file).split('*');
    return packed.files
      .filter((path) => path.startsWith(before) && path.endsWith(after))
      .map((path) => ({name: name.replace('*', path.slice(before.length, path.length - after.length)), file: path}));
  });
}

const modules = () => exported().filter(({name, file}) => file.endsWith('.js') && !name.startsWith('./cdn/'));

/** What a module asks for: specifiers of `import`, `export … from` and `import()`. */
function imports(path) {
  const code = readFileSync(join(packed.path, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, specifier]) => specifier);
}

/** All modules of the package that these lead to, and all other packages that they need. */
function reach(paths, ending) {
  const files = new Set();
  const packages = new Set();
  const visit = (path) => {
    if (files.has(path)) return;
    files.add(path);
    for (const specifier of imports(path))
      if (!specifier.startsWith('.')) packages.add(specifier.match(/^(@[^/]+\/)?[^/]+/)[0]);
      else visit(posix.join(posix.dirname(path), specifier.replace(/\.js$/, ending)));
  };
  paths.forEach(visit);
  return {files, packages};
}

/** Bundles a line of code as an application would, and says of which modules something is left in it. */
async function bundle(code) {
  const entry = join(packed.folder, 'entry.js');
  writeFileSync(entry, code);
  const built = await build({
    root: packed.folder,
    configFile: false,
    logLevel: 'error',
    build: {write: false, rolldownOptions: {input: entry, preserveEntrySignatures: 'strict'}},
  });
  const {output} = Array.isArray(built) ? built[0] : built;
  const chunks = output.filter(({type}) => type === 'chunk');
  // What is loaded later, or never, costs the page nothing now.
  const now = new Set();
  const visit = (name) => {
    const chunk = chunks.find(({fileName}) => fileName === name);
    if (!chunk || now.has(chunk)) return;
    now.add(chunk);
    chunk.imports.forEach(visit);
  };
  visit(chunks.find(({isEntry}) => isEntry).fileName);
  const modulesOf = (some) =>
    some.flatMap(({modules}) =>
      Object.entries(modules)
        .filter(([, {renderedLength}]) => renderedLength > 0)
        .map(([id]) => id.replaceAll('\\', '/')),
    );
  return {now: modulesOf([...now]), ever: modulesOf(chunks)};
}

describe('the package', () => {
  it('holds what each export names, and its types', () => {
    const all = exported();
    for (const {name, types, file} of all) {
      assert.ok(packed.files.includes(file), `${name} is ${file}, which is not packed`);
      if (types) assert.ok(packed.files.includes(types), `types of ${name} are ${types}, which is not packed`);
    }
    for (const {name, types} of modules()) assert.ok(types, `${name} has no types`);
    for (const name of Object.keys(packed.manifest.exports).filter((name) => name.includes('*')))
      assert.ok(
        all.some((one) => one.name.startsWith(name.split('*')[0])),
        `${name} matches no file`,
      );
  });

  it('has the files that its other fields name', () => {
    const {bin, customElements, 'web-types': webTypes} = packed.manifest;
    for (const path of [...Object.values(bin), customElements, webTypes])
      assert.ok(packed.files.includes(posix.normalize(path)), path);
  });

  it('holds nothing that no export, command or type leads to', () => {
    const {bin, exports: _, ...rest} = packed.manifest;
    const commands = Object.values(bin).map((path) => posix.normalize(path));
    const code = reach([...modules().map(({file}) => file), ...commands], '.js').files;
    // A module may be of types alone, and then code does not lead to it.
    const typesOf = (path) => path.replace(/\.js$/, '.d.ts');
    const types = reach([...modules().map(({types}) => types), ...[...code].map(typesOf)], '.d.ts').files;
    const asked = new Set([
      ...code,
      ...types,
      ...exported().map(({file}) => file),
      rest.customElements,
      rest['web-types'],
      ...['package.json', 'README.md', 'LICENSE'],
    ]);
    const left = packed.files.filter((path) => !asked.has(path) && !asked.has(typesOf(path)));
    assert.deepEqual(left, []);
  });

  it('asks for no package that it does not depend on', () => {
    const commands = Object.values(packed.manifest.bin).map((path) => posix.normalize(path));
    const {packages} = reach([...modules().map(({file}) => file), ...commands], '.js');
    const known = new Set(Object.keys(packed.manifest.dependencies));
    assert.deepEqual(
      [...packages].filter((name) => !known.has(name) && !name.startsWith('node:')),
      [],
    );
  });

  it('is as bundlers and Node expect it (publint)', async () => {
    const {messages} = await publint({pkgDir: packed.path, pack: false, strict: true});
    assert.deepEqual(
      messages.map((message) => formatMessage(message, packed.manifest)),
      [],
    );
  });

  it('has types that TypeScript finds from every kind of module (attw)', () => {
    const names = Object.keys(packed.manifest.exports).filter((name) => modules().some((one) => one.name === name));
    const cli = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    let report;
    try {
      report = execFileSync(
        process.execPath,
        [cli, packed.tarball, '--profile', 'esm-only', '--format', 'json', '--entrypoints', ...names],
        {encoding: 'utf8', maxBuffer: 1e9, stdio: 'pipe'},
      );
    } catch (error) {
      report = error.stdout;
    }
    const {analysis} = JSON.parse(report);
    assert.deepEqual(Object.keys(analysis.entrypoints).sort(), names.sort());
    const asked = new Set(['node16-esm', 'bundler']);
    for (const [name, {resolutions}] of Object.entries(analysis.entrypoints))
      for (const kind of asked) assert.ok(resolutions[kind].resolution?.isTypeScript, `${name} has no types (${kind})`);
    assert.deepEqual(
      analysis.problems.filter(({resolutionKind}) => !resolutionKind || asked.has(resolutionKind)),
      [],
    );
  });
});

describe('a bundler that shakes the tree', () => {
  const elements = ['news-article', 'related-news', 'on-this-day', 'instagram-strip', 'about-us'];

  for (const tag of elements)
    it(`takes no other element along with <${tag}>`, async () => {
      const {ever} = await bundle(`import 'news-elements/${tag}';`);
      const has = (name) => ever.some((id) => id.includes(`/elements/${name}/${name}.js`));
      assert.deepEqual(elements.filter(has), [tag]);
    });

  it('takes no element and no Lit along with loadFeed', async () => {
    const {ever} = await bundle(`import {loadFeed} from 'news-elements/feed'; globalThis.result = loadFeed('/feed');`);
    assert.ok(ever.some((id) => id.endsWith('/feed/load.js')));
    assert.deepEqual(
      ever.filter((id) => /\/elements\/|\/@?lit/.test(id)),
      [],
    );
  });

  it('takes no element, no Lit and no loading along with the ranking', async () => {
    const {ever} = await bundle(
      `import {relatedItems} from 'news-elements/related'; globalThis.result = relatedItems;`,
    );
    assert.ok(ever.some((id) => id.endsWith('/related-news/related.js')));
    assert.deepEqual(
      ever.filter((id) => /related-news\/related-news\.js|feed-element|feed\/(load|sanitize)|\/@?lit/.test(id)),
      [],
    );
  });

  it('leaves nothing of an import of types for a framework', async () => {
    for (const name of ['react', 'preact', 'solid', 'vue', 'svelte'])
      assert.deepEqual(
        (await bundle(`import 'news-elements/${name}'; globalThis.result = 1;`)).ever.filter((id) =>
          id.includes('/news-elements/'),
        ),
        [],
      );
  });
});

describe('Node', () => {
  it('loads a feed and ranks its stories, without a DOM', () => {
    const story = (id, title, tags) => ({id, title, url: `https://example.com/${id}`, content_text: title, tags});
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'News',
      items: [
        story('1', 'Flood on the Tigris', ['Water']),
        story('2', 'Elections called', ['Politics']),
        story('3', 'The Tigris rises: a flood feared', ['Water']),
      ],
    };
    const entry = join(packed.folder, 'node.mjs');
    writeFileSync(
      entry,
      `import {parseFeed} from 'news-elements/feed';
       import {relatedItems} from 'news-elements/related';
       const feed = await parseFeed(${JSON.stringify(JSON.stringify(feed))});
       console.log(JSON.stringify(relatedItems(feed.items, feed.items[0]).map(({item}) => item.id)));`,
    );
    const [first] = JSON.parse(execFileSync(process.execPath, [entry], {encoding: 'utf8'}));
    assert.equal(first, '3');
  });

  it('finds the command', () => {
    const [path] = Object.values(packed.manifest.bin);
    const {status, stdout, stderr} = spawnSync(process.execPath, [join(packed.path, path), '--help'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    assert.match(stdout + stderr, /npx news-elements/);
  });
});
