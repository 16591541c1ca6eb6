import {readFileSync} from 'node:fs';
import {tokensOf} from './tokens.js';

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [cssProperties(), describedEvents()],
};

const elementsOf = ({modules}) => modules.flatMap(({declarations = []}) => declarations).filter(({tagName}) => tagName);

/** Each element has the public CSS properties that it reads, from the one file that states them. */
function cssProperties() {
  return {
    name: 'css-properties',
    packageLinkPhase({customElementsManifest}) {
      const tokens = tokensOf(readFileSync(new URL('../src/styles/tokens.styles.ts', import.meta.url), 'utf8'));
      for (const declaration of elementsOf(customElementsManifest))
        declaration.cssProperties = tokens
          .filter(({element}) => !element || element === declaration.tagName)
          .map(({name, syntax, description, default: initial}) => ({
            name,
            syntax,
            description,
            ...(initial && {default: initial}),
          }));
    },
  };
}

/** The analyser takes what `dispatchEvent` is called with for the name of an event: those that are meant are described. */
function describedEvents() {
  return {
    name: 'described-events',
    packageLinkPhase({customElementsManifest}) {
      for (const declaration of elementsOf(customElementsManifest))
        declaration.events = declaration.events?.filter(({description}) => description);
    },
  };
}
