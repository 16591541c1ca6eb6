/** Whether an address is the page's own site: its host, or one below it. `www.` is the same site as without. */
export function isOwnSite(url: string): boolean {
  const {hostname, host} = new URL(url);
  const own = location.hostname.replace(/^www\./, '');
  return host === location.host || hostname === own || hostname.endsWith(`.${own}`);
}
