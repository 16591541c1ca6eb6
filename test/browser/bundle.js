/** The two builds for the script tag, as the site gets them, made in memory from the sources. */
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundles = new Map();

/**
 * File names and their code.
 *
 * @param {'all' | 'tag'} mode everything in `all.js`, or `news-elements.js` with its chunks
 */
export function bundle(mode) {
  const made = bundles.get(mode) ?? make(mode);
  bundles.set(mode, made);
  return made;
}

async function make(mode) {
  const results = await build({root, mode, logLevel: 'error', build: {write: false}});
  const files = [results].flat().flatMap(({output}) => output);
  return new Map(files.map((file) => [file.fileName, file.code ?? file.source]));
}
