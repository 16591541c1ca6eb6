/** The commands from their source, with all that they need, so that they run from any folder. */
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = ['news-elements', 'instagram', 'render'];

/** @returns the path of a module by its name */
export async function buildCommands(folder) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: {noExternal: true},
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(root, `src/cli/${name}.ts`)])),
        output: {entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs'},
      },
    },
  });
  return (name) => join(folder, `${name}.mjs`);
}
