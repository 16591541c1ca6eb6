import type {Item} from '../feed/feed.js';

/** An address from a template: `{id}`, `{url}` and `{slug}` (the last part of the item's address) filled and encoded. */
export function fillLink(template: string, {id, url = ''}: Item): string {
  const slug = /([^/]*)\/?$/.exec(url.replace(/[?#].*/, ''))?.[1] ?? '';
  const values: Partial<Record<string, string>> = {id, url, slug};
  return template.replace(/\{(id|url|slug)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
