/**
 * The tests of faults, policies, geometry and themes in WebKitGTK (Safari's engine), through its WebDriver. Needs
 * Debian's `webkit2gtk-driver` and, without a display, `xvfb`; both are started here and end with the run.
 */
import {spawn} from 'node:child_process';
import {setTimeout as pause} from 'node:timers/promises';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import base from './web-test-runner.config.js';

// Each run has its own, so that two do not meet.
const PORT = 20_000 + (process.pid % 10_000);
const DISPLAY = `:${100 + (process.pid % 10_000)}`;
const browser = process.env.WEBKIT_PATH ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const children = [];
const env = {
  LANG: 'en_US.UTF-8',
  ...process.env,
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
  GDK_BACKEND: 'x11',
  NO_AT_BRIDGE: '1',
};
if (!env.DISPLAY) {
  env.DISPLAY = DISPLAY;
  children.push(spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {stdio: 'ignore'}));
  await pause(1000);
}
children.push(spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${PORT}`], {env, stdio: 'ignore'}));
await pause(1000);
process.on('exit', () => children.forEach((child) => child.kill()));

export default {
  ...base,
  files: 'test/{faults,policy,geometry,themes}/*.test.ts',
  concurrency: 1,
  browsers: [
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: PORT,
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {binary: browser, args: ['--automation']},
      },
    }),
  ],
};
