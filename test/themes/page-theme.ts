/** A theme on a page, as a site has it: one style sheet. */

export const themeNames = ['default', 'broadsheet', 'bulletin', 'plain'] as const;
export type ThemeName = (typeof themeNames)[number];

/** Grounds and words of a usual page. */
const PAGES = {light: ['#fff', '#16181b'], dark: ['#121416', '#eceae5']} as const;

export async function themeText(name: ThemeName): Promise<string> {
  const response = await fetch(new URL(`../../src/themes/${name}.css`, import.meta.url));
  if (!response.ok) throw new Error(`There is no theme ${name}.`);
  return response.text();
}

/** Gives the page the theme and its colours, and returns what takes both away. */
export async function applyTheme(name: ThemeName, scheme: 'light' | 'dark'): Promise<() => void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await themeText(name));
  document.adoptedStyleSheets.push(sheet);
  const {style} = document.documentElement;
  const [background, color] = PAGES[scheme];
  Object.assign(style, {colorScheme: scheme, background, color});
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    Object.assign(style, {colorScheme: '', background: '', color: ''});
  };
}
