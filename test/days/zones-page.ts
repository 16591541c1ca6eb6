/** Runs in each engine and zone: sets the clock, shows today in every zone, lets midnight come, and posts what was shown. */
import {OnThisDay} from '../../src/elements/on-this-day/on-this-day.js';

interface Table {
  MOMENTS: [moment: string, days: string, changes: Record<string, string>][];
  ZONES: string[];
}

interface Row {
  moment: string;
  /** Absent where the browser's own zone counts. */
  attribute: string | undefined;
  before: string;
  after: string;
}

/** Milliseconds before the full minute at which the clock is set. */
const BEFORE = 200;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let clock = 0;
Date.now = () => clock;

async function show(attribute: string | undefined): Promise<OnThisDay> {
  const element = new OnThisDay();
  element.lang = 'en-GB';
  element.limit = 99;
  if (attribute) element.setAttribute('time-zone', attribute);
  element.src = '/feed.json';
  document.body.append(element);
  await element.feedComplete;
  return element;
}

/** `31 December: titles` */
function seen({renderRoot}: OnThisDay): string {
  const texts = (part: string) =>
    [...renderRoot.querySelectorAll(`[part~=${part}]`)].map(({textContent}) => textContent.trim());
  return `${texts('date').join()}: ${texts('headline').sort().join(', ')}`;
}

async function rowsOf(moment: string, zones: readonly string[]): Promise<Row[]> {
  clock = Date.parse(moment) + 1000 - BEFORE;
  const attributes = [undefined, ...zones];
  const elements = await Promise.all(attributes.map(show));
  const before = elements.map(seen);
  clock = Date.parse(moment) + 1000;
  // The elements look at the clock at what they took for the full minute.
  await pause(2.5 * BEFORE);
  await Promise.all(elements.map(({updateComplete}) => updateComplete));
  const after = elements.map(seen);
  for (const element of elements) element.remove();
  return attributes.map((attribute, n) => ({moment, attribute, before: before[n] ?? '', after: after[n] ?? ''}));
}

async function run(): Promise<object> {
  const {MOMENTS, ZONES} = (await (await fetch('/moments.json')).json()) as Table;
  const rows: Row[] = [];
  for (const [moment] of MOMENTS) rows.push(...(await rowsOf(moment, ZONES)));
  return {rows, offset: new Date('2026-07-01T00:00:00Z').getTimezoneOffset()};
}

const result = await run().catch((error: unknown) => ({error: String(error)}));
await fetch('/result', {method: 'POST', body: JSON.stringify(result)});
