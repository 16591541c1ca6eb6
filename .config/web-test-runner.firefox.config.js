/**
 * The tests of faults, policies, geometry and themes in Firefox, driven by WebDriver BiDi: no browser is downloaded.
 * `FIREFOX_PATH` names another one.
 */
import {chromeLauncher} from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import base from './web-test-runner.config.js';

export default {
  ...base,
  files: 'test/{faults,policy,geometry,themes}/*.test.ts',
  browsers: [
    chromeLauncher({
      puppeteer: puppeteer.default ?? puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
        headless: true,
      },
      concurrency: 1,
    }),
  ],
};
