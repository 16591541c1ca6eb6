const WEB = ['https:', 'http:'];
const LINK = [...WEB, 'mailto:', 'tel:'];
const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/;

/**
 * The one function that every address from a feed passes: absolute and `http(s)`, or nothing.
 *
 * User name and password are removed. An address on the reader's own machine (`localhost`, left over from a site's
 * preview) is none, unless the feed comes from there too.
 */
export function safeUrl(value: unknown, base?: string): string | undefined {
  return resolve(value, base, WEB);
}

/** As {@link safeUrl}, for what a reader clicks: `mailto:` and `tel:` (digits and `+-(). ` alone) as well. */
export function safeLink(value: unknown, base?: string): string | undefined {
  return resolve(value, base, LINK);
}

function resolve(value: unknown, base: string | undefined, schemes: string[]): string | undefined {
  if (typeof value !== 'string' || !value.trim()) return undefined;
  const url = urlOf(value, base);
  if (!url || !schemes.includes(url.protocol)) return undefined;
  if (url.protocol === 'tel:') return /^tel:[-+0-9(). ]+$/.test(url.href) ? url.href : undefined;
  if (THIS_MACHINE.test(url.hostname) && !isOnThisMachine(base)) return undefined;
  // Setting them is slow, even to what they are.
  if (url.username || url.password) url.username = url.password = '';
  return url.href;
}

function isOnThisMachine(base: string | undefined): boolean {
  return THIS_MACHINE.test(urlOf(base ?? '')?.hostname ?? '');
}

/** Parsed once: `URL.canParse` before it would double what a long feed costs most. */
function urlOf(value: string, base?: string): URL | undefined {
  try {
    // A base that is not needed would be parsed all the same.
    return new URL(value, /^https?:\/\//i.test(value) ? undefined : base);
  } catch {
    return undefined;
  }
}
