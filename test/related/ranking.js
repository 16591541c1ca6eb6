/** The ranking as it stands in the sources, bundled in memory as a user's bundler would do it. */
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

export async function bundleRanking() {
  const entry = fileURLToPath(new URL('../../src/elements/related-news/related.ts', import.meta.url));
  const [{output}] = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {entry, formats: ['es']},
      rolldownOptions: {output: {minify: true}},
    },
  });
  return output[0].code;
}
