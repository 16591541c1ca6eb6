/** What the fault tests that need a browser of their own have in common: a server that sees every request, and pages. */
import {createServer} from 'node:http';
import {chromium} from 'playwright-core';
import {handle} from '../../browser/fault-server.js';
import {browserArgs, findBrowser} from '../../browser/find-browser.js';

/** Serves pages that a test writes, beside all that the fault server serves. Every request is noted. */
export async function startServer() {
  const pages = new Map();
  const requests = [];
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    requests.push({url: request.url, headers: request.headers, time: performance.now()});
    if (pages.has(pathname)) {
      response.writeHead(200, {'content-type': 'text/html; charset=utf-8'});
      response.end(pages.get(pathname));
    } else if (pathname === '/favicon.ico') response.writeHead(204).end();
    else void handle(request, response);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    requests,
    /** Requests for an address that has this in it. */
    asked: (part) => requests.filter(({url}) => url.includes(part)),
    page: (path, body, head = '') =>
      pages.set(
        path,
        `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body>${body}</body></html>`,
      ),
    close: () => (server.closeAllConnections(), server.close()),
  };
}

/** All of the library as one module, with `configure` within reach of the test. */
export const SCRIPT = `<script type="module">
  import * as library from '/bundle/all/all.js';
  window.library = library;
</script>`;

export function launch(options = {}) {
  return chromium.launch({executablePath: findBrowser(), ...options, args: [...browserArgs, ...(options.args ?? [])]});
}

/** Resolves when an element of the page is in one of these states. */
export function inState(page, selector, ...states) {
  return page.waitForFunction(
    ([selector, states]) => states.includes(document.querySelector(selector)?.state),
    [selector, states],
  );
}
