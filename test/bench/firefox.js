/** The time to content in Firefox, where one is installed: it offers no count of CPU time or of shifts. */
import {existsSync} from 'node:fs';
import puppeteer from 'puppeteer-core';

const PLACES = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** A function from a page to its figures, and one to close; undefined without a Firefox. */
export async function startFirefox() {
  const executablePath = PLACES.find((path) => path && existsSync(path));
  if (!executablePath) return undefined;
  const browser = await puppeteer.launch({browser: 'firefox', executablePath, headless: true});
  return {
    version: await browser.version(),
    close: () => browser.close(),
    async measure(server, html) {
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        server.serve(html);
        await page.goto(server.url, {waitUntil: 'domcontentloaded'});
        const content = await page.evaluate('bench.done.then(() => bench.content)');
        return {content, requests: server.requests().length};
      } finally {
        await context.close();
      }
    },
  };
}
