import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, it} from 'node:test';
import {root} from './packed.js';

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, {recursive: true, force: true})));

const temporary = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'news-elements-')));
  return folders.at(-1);
};

/** Builds the script tags, from a copy of the source in a folder of its own. @returns file → hash */
async function build() {
  const folder = temporary();
  for (const name of ['src', 'package.json', 'tsconfig.json', 'vite.config.ts'])
    cpSync(join(root, name), join(folder, name), {recursive: true});
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const mode of ['production', 'all']) {
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', mode, '--logLevel', 'error'],
      {cwd: folder, stdio: 'inherit'},
    );
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
  }
  const files = readdirSync(join(folder, 'dist'), {recursive: true, encoding: 'utf8'})
    .filter((file) => statSync(join(folder, 'dist', file)).isFile())
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha384')
        .update(readFileSync(join(folder, 'dist', file)))
        .digest('base64'),
    ]),
  );
}

it('the same source built twice, in different folders, is the same to the byte', async () => {
  const [first, second] = [await build(), await build()];
  assert.ok('sri.json' in first && Object.keys(first).length > 20);
  assert.deepEqual(first, second);
});
