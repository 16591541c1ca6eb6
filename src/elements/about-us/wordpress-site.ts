import {field, text} from '../../feed/fields.js';
import {htmlLine} from '../../feed/pictures.js';
import {request} from '../../feed/request.js';
import {safeUrl} from '../../feed/safe-url.js';

/** What a site says of itself at the root of its API (https://developer.wordpress.org/rest-api/reference/). */
export interface Site {
  title: string | undefined;
  description: string | undefined;
  homePageUrl: string | undefined;
  icon: string | undefined;
}

/** The root of the API that a list of posts belongs to: `…/wp-json/`, or `…/?rest_route=/`. */
function wordPressRoot(src: string, base: string): string | undefined {
  const url = URL.canParse(src, base) ? new URL(src, base) : undefined;
  const [path] = /^.*\/wp-json\/(?=wp\/v2\/)/.exec(url?.pathname ?? '') ?? [];
  const isRoute = url?.searchParams.get('rest_route')?.startsWith('/wp/v2/');
  if (!url || !(path || isRoute)) return undefined;
  url.search = String(new URLSearchParams({...(path ? {} : {rest_route: '/'}), _fields: FIELDS}));
  if (path) url.pathname = path;
  return url.href;
}

const FIELDS = 'name,description,home,site_icon_url';

/** A list of posts does not name its site; where the root cannot be read, the site stays without a name. */
export async function loadWordPressSite(src: string, base: string, signal: AbortSignal): Promise<Site | undefined> {
  const root = wordPressRoot(src, base);
  if (!root) return undefined;
  try {
    const options: Parameters<typeof request>[1] = {
      credentials: 'same-origin',
      referrerPolicy: 'strict-origin-when-cross-origin',
      cache: 'default',
    };
    const {body, url} = await request(root, options, signal);
    const site: unknown = JSON.parse(body);
    return {
      title: htmlLine(text(field(site, 'name')) ?? ''),
      description: htmlLine(text(field(site, 'description')) ?? ''),
      homePageUrl: safeUrl(field(site, 'home'), url),
      icon: safeUrl(field(site, 'site_icon_url'), url),
    };
  } catch {
    return undefined;
  }
}
