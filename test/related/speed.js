#!/usr/bin/env node
/**
 * How fast is the ranking of related stories, and how large? `node test/related/speed.js [folder]` measures it in Chromium,
 * on the leads of the folder's collections (see data.js), else on made-up ones.
 *
 * Times are the main thread's CPU time, which other processes on the machine do not lengthen; the best of several fresh
 * pages and the median are printed.
 */
import {brotliCompressSync} from 'node:zlib';
import {chromium} from 'playwright-core';
import {browserArgs, findBrowser} from '../browser/find-browser.js';
import {readCollections} from './data.js';
import {seeded} from './measures.js';
import {bundleRanking} from './ranking.js';

const PAGES = 9;
const WARM = 20;
/** Characters of a text that a feed of leads gives. */
const LEAD = 250;

const LIMITS = {
  '100 leads, first call on a page': 20,
  '100 leads, another list': 5,
  '100 leads, another story': 5,
  '1,000 leads, longest task on a new page': 50,
  '1,000 leads, another list': 50,
  '1,000 leads, another story': 50,
};

const code = await bundleRanking();
const [folder] = process.argv.slice(2);
const leads = folder ? realLeads(folder) : madeUpLeads();
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArgs});
try {
  const runs = [];
  for (let n = 0; n < PAGES; n++)
    runs.push([...(await measure(leads.slice(0, 100), false)), ...(await measure(leads, true))]);
  console.log(`${leads.length} leads, ${folder ?? 'made up'}; ms of CPU time`);
  console.log(`${''.padEnd(44)}best    median   at most`);
  Object.entries(LIMITS).forEach(([name, limit], index) => {
    const times = runs.map((run) => run[index]).sort((a, b) => a - b);
    const cells = [times[0], times[PAGES >> 1]].map((time) => time.toFixed(1)).concat(String(limit));
    console.log([name.padEnd(38), ...cells.map((cell) => cell.padStart(10))].join(''));
    if (times[0] > limit) process.exitCode = 1;
  });
  const row = (name, code, limit) =>
    console.log(`${name.padEnd(38)}${String(brotliCompressSync(code).length).padStart(20)}${limit.padStart(10)}`);
  row('ranking, bytes brotli', await bundleRanking('nearest'), '1500');
  row('with the reasons', code, '');
} finally {
  await browser.close();
}

/** In a fresh page, where nothing is compiled and nothing known: the first call (or its longest task), other lists, other stories. */
async function measure(items, isPrepared) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent('<!doctype html><title>Speed</title>');
  await page.evaluate(
    async ([code, items]) => {
      const module = await import(URL.createObjectURL(new Blob([code], {type: 'text/javascript'})));
      const copy = () =>
        items.map((item) => ({...item, authors: [], tags: [], attachments: [], related: [], links: []}));
      let list = copy();
      Object.assign(window, {
        first: () => module.relatedItems(list, list[0]).length,
        prepared: () => module.prepareItems(list).then(window.first),
        otherLists(count) {
          for (let n = 0; n < count; n++) {
            list = copy();
            module.relatedItems(list, list[n]);
          }
        },
        otherStories(count) {
          for (let n = 0; n < count; n++) module.relatedItems(list, list[n]);
        },
      });
    },
    [code, items],
  );
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  const cpu = async (run, count) => {
    const before = await taskTime(session);
    await page.evaluate(run, count);
    return (await taskTime(session)) - before;
  };
  const idle = await cpu(() => 0);
  await browser.startTracing(page, {categories: ['toplevel']});
  const first = await cpu(isPrepared ? () => window.prepared() : () => window.first());
  const longest = longestTask(await browser.stopTracing());
  // The engine warms up.
  await page.evaluate(() => window.otherLists(10));
  const lists = ((await cpu((count) => window.otherLists(count), WARM)) - idle) / WARM;
  const stories = ((await cpu((count) => window.otherStories(count), WARM)) - idle) / WARM;
  await context.close();
  return [isPrepared ? longest : first - idle, lists, stories];
}

/** CPU time of the longest task in a trace: milliseconds. */
function longestTask(trace) {
  const {traceEvents} = JSON.parse(String(trace));
  return Math.max(0, ...traceEvents.filter(({name}) => name.endsWith('RunTask')).map(({tdur = 0}) => tdur)) / 1000;
}

/** Milliseconds of CPU time that the page's tasks have taken. */
async function taskTime(session) {
  const {metrics} = await session.send('Performance.getMetrics');
  return metrics.find(({name}) => name === 'TaskDuration').value * 1000;
}

function realLeads(folder) {
  const stories = readCollections(folder).flatMap(({stories, pairs}) => stories ?? pairs.flatMap(({a, b}) => [a, b]));
  return stories.slice(0, 1000).map(({title, text}, id) => ({id: String(id), title, contentText: text.slice(0, LEAD)}));
}

/** Words as rare as in a language (Zipf), some of them names. */
function madeUpLeads() {
  const random = seeded(7);
  const letters = 'aaabcdeeefghiiiklmnooprstuuvy';
  const word = () =>
    Array.from({length: 2 + Math.floor(random() * 8)}, () => letters[Math.floor(random() * letters.length)]).join('');
  const words = Array.from({length: 12_000}, (_, n) => (n % 7 ? word() : word().replace(/^./, (c) => c.toUpperCase())));
  const text = (count) => Array.from({length: count}, () => words[Math.floor(words.length ** random()) - 1]).join(' ');
  return Array.from({length: 1000}, (_, id) => ({id: String(id), title: text(9), contentText: text(40)}));
}
