import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import {browserArgs, findBrowser} from '../test/browser/find-browser.js';
import {faultServer} from '../test/browser/fault-server.js';
import {preferences} from '../test/browser/preferences.js';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/** The demo's feeds as they are: the plugin below would make modules of them. */
async function demoFeeds(context, next) {
  if (!context.path.startsWith('/stories/feeds/')) return next();
  const text = await readFile(`${rootDir}${context.path.slice(1)}`, 'utf8').catch(() => undefined);
  if (text === undefined) return next();
  context.type = 'application/feed+json';
  context.body = text;
}

export default {
  rootDir,
  files: ['test/**/*.test.ts', '!**/node_modules/**'],
  nodeResolve: {exportConditions: ['browser', 'production']},
  // Where a pause of the machine can cost a whole run, a test may be tried twice; at a desk it fails at once.
  testFramework: {config: {ui: 'bdd', timeout: '60000', retries: process.env.CI ? 1 : 0}},
  testsFinishTimeout: 900_000,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  // A second file would run in a background tab, where no frame is drawn, and tests that wait for one hang.
  concurrency: 1,
  plugins: [esbuildPlugin({ts: true, json: true, target: 'es2022', tsconfig: `${rootDir}/tsconfig.json`}), preferences],
  middleware: [faultServer, demoFeeds],
  browsers: [chromeLauncher({launchOptions: {executablePath: findBrowser(), args: browserArgs}})],
};
