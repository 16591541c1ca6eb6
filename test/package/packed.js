/** The package as `npm publish` would send it, unpacked in a folder beside what it depends on. */
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** @returns {{folder: string, path: string, tarball: string, files: string[], manifest: any, remove(): void}} */
export function pack() {
  const folder = mkdtempSync(join(tmpdir(), 'news-elements-'));
  const path = join(folder, 'node_modules/news-elements');
  mkdirSync(path, {recursive: true});
  // Without scripts: what is packed is what was built.
  const npm = (...args) =>
    execFileSync('npm', args, {cwd: root, encoding: 'utf8', shell: process.platform === 'win32', stdio: 'pipe'});
  const [packed] = Object.values(JSON.parse(npm('pack', '--json', '--ignore-scripts', '--pack-destination', folder)));
  const tarball = join(folder, packed.filename);
  execFileSync('tar', ['-xzf', tarball, '-C', path, '--strip-components=1']);
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), {recursive: true});
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
  return {
    folder,
    path,
    tarball,
    files: packed.files.map(({path}) => path).sort(),
    manifest,
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}
