/**
 * The public CSS properties, as `src/styles/tokens.styles.ts` states them: for the manifest, the documentation and the
 * tests.
 */

/** A comment, then our own property, which reads the public one with its default. */
const TOKEN = /\/\*\s*([^:]+): ([^*]+?)\s*\*\/\s*--_[\w-]+:\s*var\(\s*(--news-[\w-]+)\s*(?:,([^;]*))?\);/g;

/**
 * @param {string} css the file, or the style sheet that it makes
 * @returns {import('./tokens.js').Token[]}
 */
export function tokensOf(css) {
  return [...css.matchAll(TOKEN)].map(([, type, description, name, initial = '']) => {
    const [syntax, element] = type.split(' in ');
    return {
      name,
      syntax,
      description,
      default: initial
        .replace(/\s+/g, ' ')
        .replace(/\( | \)/g, (bracket) => bracket.trim())
        .replaceAll('--_', '--news-color-')
        .trim(),
      element,
    };
  });
}
