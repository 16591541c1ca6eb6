import {defineConfig} from 'vite';

/** The project's own configuration builds the library; Storybook needs none of it. */
export default defineConfig({
  plugins: [
    {
      // package.json tells bundlers which built files register elements; here the sources and stories do.
      name: 'sources-have-side-effects',
      transform: (code, id) =>
        /\/(src|stories|\.storybook)\//.test(id) && !id.includes('/node_modules/')
          ? {code, map: null, moduleSideEffects: true}
          : undefined,
    },
  ],
});
