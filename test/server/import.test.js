/** Every module of the package in a bare Node process, where there is no window, no document and no HTMLElement. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {Worker} from 'node:worker_threads';
import {compile, root} from './compile.js';

let compiled;

before(async () => {
  compiled = await compile();
});
after(() => compiled?.remove());

/** Runs a module in a thread of its own, with globals that no other module has touched. */
function run(path) {
  return new Promise((resolve, reject) => {
    const thread = new Worker(join(compiled.folder, path));
    thread.once('error', reject);
    thread.once('exit', resolve);
  });
}

describe('in Node', () => {
  const {exports} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const modules = Object.entries(exports).filter(([, target]) => target.types);

  it('imports every entry of the package', async () => {
    assert.ok(modules.length >= 8);
    for (const [name, {default: path}] of modules) await assert.doesNotReject(run(path.replace('./dist/', '')), name);
  });

  it('imports every module, whichever an entry brings along later', async () => {
    const files = (await readdir(compiled.folder, {recursive: true})).map((file) => file.replaceAll('\\', '/'));
    const libraries = files.filter((file) => file.endsWith('.js') && !file.startsWith('cli/'));
    assert.ok(libraries.length > 100);
    const imports = libraries.map(
      (file) => `import ${JSON.stringify(String(pathToFileURL(join(compiled.folder, file))))};`,
    );
    const program = `${imports.join('\n')}\nconsole.log(typeof window, typeof document, customElements.get('related-news').name);`;
    const {stdout, stderr} = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
    assert.equal(stdout.trim(), 'undefined undefined RelatedNews');
    assert.equal(stderr, '');
  });
});
