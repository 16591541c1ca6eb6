/**
 * npm run sbom: what a user installs with the library, as CycloneDX JSON. It is asked of an install of its own, since
 * `npm sbom --omit dev` leaves out what the tools here need as well.
 */
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const root = join(import.meta.dirname, '..');
// npm calls the component what its folder is called.
const parent = mkdtempSync(join(tmpdir(), 'sbom-'));
const {devDependencies: _, scripts: __, ...manifest} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = join(parent, manifest.name);
const npm = (...args) =>
  execFileSync('npm', args, {cwd: folder, encoding: 'utf8', shell: process.platform === 'win32'});
try {
  cpSync(join(root, 'package-lock.json'), join(folder, 'package-lock.json'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  npm('install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
  process.stdout.write(npm('sbom', '--sbom-format', 'cyclonedx'));
} finally {
  rmSync(parent, {recursive: true, force: true});
}
