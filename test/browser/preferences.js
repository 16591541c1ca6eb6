/** Lets a test ask Chromium for a medium and for what a reader prefers: `executeServerCommand('prefer', …)`. */

/** What one session has set, another cannot take back. */
const sessions = new WeakMap();

async function sessionOf(page) {
  if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
  return sessions.get(page);
}

export const preferences = {
  name: 'preferences',
  async executeCommand({command, payload, session}) {
    if (command !== 'prefer') return undefined;
    const devtools = await sessionOf(session.browser.getPage(session.id));
    const names = ['prefers-contrast', 'prefers-reduced-motion', 'forced-colors'];
    const features = names.map(
      (name) => payload.features.find((feature) => feature.name === name) ?? {name, value: ''},
    );
    await devtools.send('Emulation.setEmulatedMedia', {media: payload.media, features});
    return true;
  },
};
