/** The package as its users get it from npm, compiled from the source into a folder from which Node finds our dependencies. */
import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const tsc = join(dirname(createRequire(import.meta.url).resolve('@typescript/native/package.json')), 'bin', 'tsc');

/** @returns the folder, and what removes it */
export async function compile() {
  const folder = await mkdtemp(join(root, 'node_modules', '.news-elements-'));
  const remove = () => rm(folder, {recursive: true, force: true});
  try {
    const options = ['--project', join(root, '.config/tsconfig.build.json'), '--outDir', folder];
    await promisify(execFile)(process.execPath, [tsc, ...options, '--declaration', 'false', '--sourceMap', 'false', '--inlineSources', 'false']); // prettier-ignore
  } catch (error) {
    await remove();
    throw new Error(`The package does not compile:\n${error.stdout}`, {cause: error});
  }
  return {folder, remove};
}
