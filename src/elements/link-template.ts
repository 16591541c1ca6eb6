import type {Item} from '../feed/feed.js';

/** An address from a template: `{id}`, `{url}` and `{slug}` (the last part of the item's address) filled and encoded. */
export function fillLink(template: string, {id, url = ''}: Item): string {
  const slug = /([^/]*)\/?$/.exec(url.replace(/[?#].*/, ''))?.[1] ?? '';
  const values: Partial<Record<string, string>> = {id, url, slug};
  // What an address begins with is one already.
  return template
    .replace(/^\{url\}/, url)
    .replace(/\{(id|url|slug)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
