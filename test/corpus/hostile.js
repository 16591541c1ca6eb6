#!/usr/bin/env node
/**
 * `npm run test:hostile -- [file]`: all bodies of a file, and 5,000 seeded mutations of them, in three engines; and the time per
 * MB beside DOMPurify's in the same run.
 *
 * The file is JSON: a list of bodies, or of objects with `html`. Without one, the fixtures of `test/fixtures/hostile` are
 * taken. `MUTATIONS` and `SEED` change how many mutations there are and which.
 */
import {readdir, readFile} from 'node:fs/promises';
import {runInEngines} from './engines.js';
import {timeLine} from './time-line.js';

const fixtures = new URL('../fixtures/hostile/', import.meta.url);
const {MUTATIONS = 5000, SEED = 1} = process.env;

async function read(file) {
  return JSON.parse(await readFile(file, 'utf8')).map((entry) => entry.html ?? entry);
}

const [file] = process.argv.slice(2);
const files = file ? [file] : (await readdir(fixtures)).map((name) => new URL(name, fixtures));
const bodies = (await Promise.all(files.map(read))).flat();

await runInEngines(
  'hostile-page.ts',
  {'/task.json': {bodies, mutations: Number(MUTATIONS), seed: Number(SEED)}},
  report,
);

function report(engine, {error, bodies, mutations, oracles, findings, times}) {
  if (error) {
    console.error(`${engine}: ${error}`);
    process.exitCode = 1;
    return;
  }
  const count = (row) =>
    findings.flatMap((entry) => entry.findings).filter((finding) => finding.startsWith(row)).length;
  console.log(
    `${engine}: ${bodies} bodies + ${mutations} mutations · scripts run ${count('C1')} · not allowed ${count('C2')} · mutated ${count('C3')} · beyond ${oracles.join(' and ')} ${count('C4')}`,
  );
  console.log(`  ${timeLine(times)}`);
  for (const entry of findings.slice(0, 20))
    console.log(`  ${JSON.stringify(entry.body.slice(0, 400))}\n    ${entry.findings.slice(0, 5).join('\n    ')}`);
  if (findings.length) process.exitCode = 1;
}
