/** The ranking as it stands in the sources, bundled in memory as a user's bundler would do it. */
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

/** @param {'related' | 'nearest'} [name] with the reasons, which the script tag loads apart, or without */
export async function bundleRanking(name = 'related') {
  const entry = fileURLToPath(new URL(`../../src/elements/related-news/${name}.ts`, import.meta.url));
  const [{output}] = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {entry, formats: ['es']},
      rolldownOptions: {output: {minify: true, comments: {annotation: false}}},
    },
  });
  return output[0].code;
}
