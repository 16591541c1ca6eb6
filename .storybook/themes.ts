/** The themes of the library as style sheets of the page, as they are on a real one. */
const files = import.meta.glob<string>('../src/themes/*.css', {query: '?inline', import: 'default', eager: true});

const themes = new Map(
  Object.entries(files)
    .map(([path, css]): [string, string] => [path.replace(/.*\/|\.css$/g, ''), css])
    .sort(([a], [b]) => Number(b === 'default') - Number(a === 'default') || a.localeCompare(b)),
);

export const themeNames: readonly string[] = [...themes.keys()];

// One sheet whose text is replaced: a theme is there at once, and no request is waited for.
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

export function useTheme(name: string): void {
  sheet.replaceSync(themes.get(name) ?? '');
}
