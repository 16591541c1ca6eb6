/** Runs in each engine: checks every body and its mutations, and posts what it finds. */
import {checkBody, sanitized} from './check-body.js';
import {oracleNames} from './differential.js';
import {mutations} from './mutate.js';
import {times} from './time.js';
import {provoke, setTripwires, whatTripped} from './provoke.js';

interface Task {
  bodies: string[];
  mutations: number;
  seed: number;
}

const BATCH = 50;

async function run(): Promise<unknown> {
  const {bodies, mutations: count, seed} = (await (await fetch('/task.json')).json()) as Task;
  setTripwires();
  const findings: {body: string; findings: string[]}[] = [];
  const all = [...bodies, ...mutations(bodies, count, seed)];
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    for (const body of batch) {
      const found = checkBody(body);
      if (found.length) findings.push({body, findings: found});
      provoke(sanitized(body));
    }
    const tripped = await whatTripped();
    if (tripped.length) findings.push({body: batch.join('\n\n'), findings: tripped.map((what) => `C1 ${what}`)});
  }
  return {bodies: bodies.length, mutations: count, oracles: oracleNames, findings, times: times(bodies)};
}

const result = await run().catch((error: unknown) => ({error: error instanceof Error ? error.stack : String(error)}));
await fetch('/result', {method: 'POST', body: JSON.stringify(result)});
