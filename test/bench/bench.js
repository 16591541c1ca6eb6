#!/usr/bin/env node
/**
 * npm run bench -- [--only TEXT[,TEXT]] [--runs N] [--minutes N] [--quick] [--dist FOLDER] [--out FOLDER] [--list]
 *
 * Measures our elements beside floors and peers, one after the other in turn, and writes a table (Markdown), everything
 * (JSON) and a chart (SVG). A full run ends after --minutes (15), with as many rounds as fit; it writes to
 * test/bench/results, a partial one only where --out says.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {cpus} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

const here = import.meta.dirname;

const {values: options} = parseArgs({
  options: {
    only: {type: 'string', default: ''},
    runs: {type: 'string'},
    minutes: {type: 'string', default: '15'},
    quick: {type: 'boolean', default: false},
    dist: {type: 'string'},
    out: {type: 'string'},
    list: {type: 'boolean', default: false},
  },
});

installPeers();
const {measures, pageParts} = await import('./measures.js');
const {contestants, files} = await import('./contestants.js');
const {measureMounts, measurePage, pageOf, startChromium} = await import('./chromium.js');
const {startFirefox} = await import('./firefox.js');
const {startServer} = await import('./server.js');
const {report} = await import('./report.js');
const {chart} = await import('./chart.js');

if (options.list) {
  for (const {id, title} of measures) console.log(`${id.padEnd(16)} ${title}`);
  console.log(`${'firefox'.padEnd(16)} Time to content of 10 headlines in Firefox`);
  console.log(`\n${contestants.map(({name}) => name).join(', ')}`);
} else await run();

function installPeers() {
  if (existsSync(join(here, 'node_modules/.package-lock.json'))) return;
  console.log('Installing what to compare with …');
  const {status} = spawnSync('npm', ['ci', '--prefix', here, '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status) throw new Error('The peers cannot be installed.');
}

/** Words of `--only` choose measures and contestants; a measure's floor stays, or there would be no ratio. */
function chosenCases() {
  // Names have commas of their own, with a blank behind.
  const words = options.only.split(/,(?! )/).filter(Boolean);
  const ids = words.flatMap(measuresCalled);
  const names = words.filter((word) => contestants.some(({name}) => name === word));
  const unknown = words.find((word) => word !== 'firefox' && !names.includes(word) && !measuresCalled(word).length);
  if (unknown) throw new Error(`There is no measure and no contestant called “${unknown}”: --list names them all.`);
  return measures
    .filter(({id}) => ids.includes(id) || (!ids.length && !words.includes('firefox')))
    .flatMap((measure) =>
      measure.among
        .filter(({name}) => !names.length || name === measure.floor || names.includes(name))
        .map((contestant) => ({measure, contestant, runs: runsOf(measure), results: [], error: undefined})),
    );
}

/** By its whole name, or by how the names of several begin: `feed`, `elements`. */
function measuresCalled(word) {
  const ids = measures.map(({id}) => id);
  return ids.includes(word) ? [word] : ids.filter((id) => id.startsWith(`${word}-`));
}

function runsOf({runs}) {
  if (options.runs) return Number(options.runs);
  return options.quick ? Math.min(runs, 2) : runs;
}

async function run() {
  const cases = chosenCases();
  const isFull = !options.only && !options.quick;
  const withFirefox = isFull || options.only.split(',').includes('firefox');
  const minutes = Number(options.minutes);
  const end = Date.now() + minutes * 60_000;
  console.log('Building …');
  const served = await files(contestants, options.dist);
  const server = await startServer(served, await readFile(join(here, '../../stories/photos/coast-640.jpg')));
  const browser = await startChromium();
  const engines = {Chromium: browser.version()};
  let firefoxCases = [];
  try {
    if (withFirefox) firefoxCases = await runFirefox(server, engines, end);
    await runRounds(cases, browser, server, end);
  } finally {
    await browser.close();
    server.close();
  }
  const result = {
    date: new Date().toISOString().slice(0, 10),
    engines,
    processor: `${cpus().length} × ${cpus()[0]?.model}`,
    cases: [...cases, ...firefoxCases],
    served,
  };
  const {markdown, json} = report(result);
  console.log(`\n${markdown}`);
  const out = options.out ?? (isFull ? join(here, 'results') : undefined);
  if (out) {
    await mkdir(out, {recursive: true});
    await writeFile(join(out, 'results.md'), markdown);
    await writeFile(join(out, 'results.json'), `${JSON.stringify(json, null, 1)}\n`);
    const drawing = chart(json);
    if (drawing) await writeFile(join(out, 'chart.svg'), drawing);
    console.log(`Written to ${out}`);
  }
  const failed = cases.filter(({error}) => error);
  for (const {measure, contestant, error} of failed) console.error(`${measure.id}, ${contestant.name}: ${error}`);
  if (failed.length) process.exitCode = 1;
}

/** A B C, A B C, …: what slows the machine down for a while slows all of them down. */
async function runRounds(cases, browser, server, end) {
  const rounds = Math.max(...cases.map(({runs}) => runs), 0);
  const total = cases.reduce((sum, {runs}) => sum + runs, 0);
  let done = 0;
  const started = Date.now();
  for (let round = 0; round < rounds; round++)
    for (const one of cases) {
      if (round >= one.runs || one.error) continue;
      if (Date.now() > end) {
        console.log(`\nThe time is up in round ${round + 1} of ${rounds}.`);
        return;
      }
      progress(++done, total, started, `round ${round + 1}: ${one.measure.id}, ${one.contestant.name}`);
      await runOnce(one, browser, server);
    }
}

async function runOnce(one, browser, server) {
  const {measure, contestant, results} = one;
  const parts = pageParts(contestant, measure);
  const html = pageOf(parts);
  const attempt = () =>
    measure.times
      ? measureMounts(browser, server, {html, ...parts, times: measure.times})
      : measurePage(browser, server, {html, ...measure});
  try {
    // A browser on a starved machine fails now and then: once more, and a second failure is one.
    results.push(await attempt().catch(attempt));
    one.paths ??= server.requests().map(({path}) => path);
  } catch (error) {
    one.error = error.message;
  }
}

async function runFirefox(server, engines, end) {
  const firefox = await startFirefox().catch((error) => console.warn(`Firefox: ${error.message}`));
  if (!firefox) return [];
  engines.Firefox = firefox.version;
  const [base] = measures;
  const measure = {...base, id: 'firefox', title: '10 headlines in Firefox, by the clock'};
  const cases = measure.among.map((contestant) => ({measure, contestant, results: []}));
  const runs = Number(options.runs ?? 5);
  try {
    for (let round = 0; round < runs; round++)
      for (const one of cases) {
        if (Date.now() > end || one.error) continue;
        progress(0, 0, 0, `Firefox, round ${round + 1}: ${one.contestant.name}`);
        try {
          one.results.push(await firefox.measure(server, pageOf(pageParts(one.contestant, measure))));
        } catch (error) {
          one.error = error.message;
        }
      }
  } finally {
    await firefox.close();
  }
  return cases;
}

function progress(done, total, started, what) {
  const left = done > 1 ? Math.round((((Date.now() - started) / (done - 1)) * (total - done)) / 1000) : 0;
  const line = `${total ? `${done}/${total}` : ''} ${what}${left ? `, about ${left} s left at most` : ''}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
  else console.log(line);
}
