#!/usr/bin/env node
/**
 * Where is a browser to test with? `CHROME_PATH`, else an installed Chrome, Chromium or Edge, else Playwright's download.
 * `node find-browser.js --install` fetches one when there is none.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const {env, platform} = process;
const isRoot = process.getuid?.() === 0;

const ADVICE = `No Chrome, Chromium or Edge was found, and none could be fetched. Install one, or set CHROME_PATH to it:
  npx playwright-core install chromium     on any system that reaches the internet
  sudo apt-get install chromium            on Debian and Ubuntu`;

function candidates() {
  if (platform === 'darwin')
    return ['/Applications', `${env.HOME}/Applications`].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  if (platform === 'win32')
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) =>
        [
          'Google\\Chrome\\Application\\chrome.exe',
          'Chromium\\Application\\chrome.exe',
          'Microsoft\\Edge\\Application\\msedge.exe',
        ].map((path) => join(folder, path)),
      );
  return (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'].map((name) =>
        join(folder, name),
      ),
    );
}

/** The path of a browser, or undefined. */
export function findBrowser() {
  if (env.CHROME_PATH) {
    if (existsSync(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH is set to ${env.CHROME_PATH}, and nothing is there.`);
  }
  return [...candidates(), chromium.executablePath()].find((path) => path && existsSync(path));
}

/** Chromium starts no sandbox as root, nor in most containers. */
export const browserArgs = platform === 'linux' && (isRoot || env.CI) ? ['--no-sandbox'] : [];

function run(command, ...args) {
  return spawnSync(command, args, {stdio: 'inherit', shell: platform === 'win32'}).status === 0;
}

/** Debian's own package first where it can be had without asking: its libraries come along. */
function install() {
  if (
    isRoot &&
    existsSync('/usr/bin/apt-get') &&
    run('apt-get', 'update') &&
    run('apt-get', 'install', '-y', 'chromium')
  )
    return;
  run('npx', 'playwright-core', 'install', 'chromium');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!findBrowser() && process.argv.includes('--install')) install();
  const path = findBrowser();
  if (path) console.log(`Browser for the tests: ${path}`);
  else {
    console.error(ADVICE);
    process.exitCode = 1;
  }
}
