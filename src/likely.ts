/**
 * What the elements of a page will most likely need besides their own code: it comes beside that and the feed instead of
 * after them, which saves a slow network one to three ways to the server. A wrong guess costs a kilobyte or two, of XML five.
 *
 * Of each module one export is asked for, as in the autoloader.
 */
type Load = () => Promise<unknown>;

/** By tag and address. */
const formats: [sign: RegExp, Load][] = [
  [/wp-json|rest_route=/, async () => (await import('./feed/formats/wordpress.js')).parseWordPress],
  [/^instagram-strip/, async () => (await import('./feed/formats/instagram.js')).parseInstagram],
  [/\.(xml|rss|atom|rdf)$|\/(feed|rss|atom)\/?$/, async () => (await import('./feed/xml-formats.js')).readXml],
];

/** Those of `locales/index.ts`, once more: what it has comes too late. */
export const languages = new Map<string, Load>([
  ['ar', async () => (await import('./locales/ar.js')).ar],
  ['ckb', async () => (await import('./locales/ckb.js')).ckb],
  ['de', async () => (await import('./locales/de.js')).de],
  ['es', async () => (await import('./locales/es.js')).es],
  ['fa', async () => (await import('./locales/fa.js')).fa],
  ['fr', async () => (await import('./locales/fr.js')).fr],
  ['he', async () => (await import('./locales/he.js')).he],
  ['ja', async () => (await import('./locales/ja.js')).ja],
  ['ku', async () => (await import('./locales/ku.js')).ku],
  ['pt', async () => (await import('./locales/pt.js')).pt],
  ['ru', async () => (await import('./locales/ru.js')).ru],
  ['tr', async () => (await import('./locales/tr.js')).tr],
  ['zh', async () => (await import('./locales/zh.js')).zh],
]);

/** @param sign the tag, a blank, and the feed's address */
export function loadFormat(sign: string): void {
  const [, load] = formats.find(([known]) => known.test(sign)) ?? [];
  if (load) tryAll(load, async () => (await import('./feed/formats/index.js')).formatOf);
}

/** @param language BCP 47 tag */
export function loadWords(language: string): void {
  const load = languages.get(language.toLowerCase().split('-', 1)[0] ?? '');
  if (load) tryAll(load);
}

/** Where one cannot be had, whoever needs it will say so. */
function tryAll(...loads: Load[]): void {
  for (const load of loads) load().catch(() => undefined);
}
