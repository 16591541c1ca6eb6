/** From what was measured to a table for people (Markdown) and one for machines (JSON). */
import {sizesOf} from './sizes.js';
import {ratio, summary} from './statistics.js';

/** Figure → heading and how it is written. Those in milliseconds of CPU have a ratio to the floor. */
const COLUMNS = {
  cpu: ['CPU, ms', spread],
  rendering: ['of it style and layout, ms', middle],
  evaluation: ['script evaluation, ms', spread],
  longest: ['longest task, ms', spread],
  blocking: ['blocking (over 50 ms), ms', middle],
  tasks: ['tasks over 1 ms', middle],
  content: ['content after, ms', spread],
  shift: ['layout shift', (figure) => figure.median.toFixed(3)],
  heap: ['heap, kB', (figure) => (figure.median / 1000).toFixed(0)],
  nodes: ['nodes', middle],
  listeners: ['listeners', middle],
  requests: ['requests', middle],
  sent: ['sent, kB', (figure) => (figure.median / 1000).toFixed(1)],
};
const WANTED = {
  tasks: ['evaluation', 'longest', 'blocking', 'tasks'],
  slow: ['content', 'shift', 'requests', 'sent'],
  mounts: ['cpu', 'nodes', 'listeners', 'bytes'],
  firefox: ['content', 'requests'],
};
const USUAL = ['cpu', 'rendering', 'content', 'shift', 'heap', 'nodes', 'listeners', 'requests'];
const OURS = 'news-elements';

export function report({date, engines, processor, cases, served}) {
  const json = {date, engines, processor, downloads: downloads(cases, served), measures: byMeasure(cases)};
  return {json, markdown: markdownOf(json)};
}

/** What a page with one list downloads: scripts and style sheets, not the feed. */
function downloads(cases, served) {
  return cases
    .filter(({measure, paths}) => measure.id === 'list-10' && paths)
    .map(({contestant, paths}) => {
      const files = [...new Set(paths)].filter((path) => /\.(js|css)$/.test(path)).map((path) => served.get(path));
      const sizes = files.map(sizesOf);
      const total = (encoding) => sizes.reduce((sum, size) => sum + size[encoding], 0);
      return {
        contestant: contestant.name,
        kind: contestant.kind,
        requests: files.length,
        raw: total('raw'),
        gzip: total('gzip'),
        brotli: total('brotli'),
      };
    });
}

function byMeasure(cases) {
  return [...new Set(cases.map(({measure}) => measure))].map((measure) => {
    const its = cases.filter((one) => one.measure === measure);
    const floor = its.find(({contestant}) => contestant.name === measure.floor);
    return {
      id: measure.id,
      title: measure.title,
      floor: measure.floor,
      contestants: its.map(({contestant, results, error}) => {
        const values = (figure, of = results) => of.map((result) => result[figure]);
        const figures = Object.keys(results[0] ?? {}).map((figure) => [figure, summary(values(figure))]);
        return {
          contestant: contestant.name,
          kind: contestant.kind,
          ...(error && {error}),
          ...Object.fromEntries(figures.filter(([, figure]) => figure)),
          ...(floor && results.length && {ratio: ratio(values('cpu'), values('cpu', floor.results))}),
        };
      }),
    };
  });
}

function markdownOf(json) {
  const {date, engines, processor, measures} = json;
  const names = Object.entries(engines).map(([name, version]) => `${name} ${String(version).replace(/^\D+/, '')}`);
  return [
    '# Benchmark',
    `${date}, ${names.join(', ')}, ${processor}. Made by \`npm run bench\`.`,
    'Each figure is the median of its runs, with the quartiles in brackets. CPU is the main thread’s own time for the whole page, from the first byte of HTML until 0.4 s after the content is there, whatever else the machine does meanwhile; “×” is the median of the runs’ ratios to the floor, measured in turn with it. Every page shows an equal feed. The floors show of each story what `<related-news>` shows (picture, tag, headline, summary, author, date); emfed, mastodon-embed-timeline and bsky-embed are given it as a post: headline, summary and date, without a tag or an author of its own. These three and rss-items are given no pictures. Rows marked “few” have less than five runs: take them as a hint.',
    budgetTable(json),
    downloadTable(json),
    ...measures.map(measureTable),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

function downloadTable({downloads}) {
  if (!downloads.length) return '';
  const rows = [...downloads]
    .sort((a, b) => a.brotli - b.brotli)
    .map(({contestant, requests, raw, gzip, brotli}) => [contestant, requests, raw, gzip, brotli]);
  return `## What a page with one list downloads\n\nScripts and style sheets, without the feed.\n\n${table(['', 'requests', 'bytes', 'gzip', 'brotli'], rows)}`;
}

function measureTable({id, title, floor, contestants}) {
  const wanted = WANTED[id.split('-')[0]] ?? USUAL;
  const columns = wanted.filter((figure) => contestants.some((contestant) => contestant[figure]));
  const hasRatio = wanted.includes('cpu') && contestants.some(({ratio}) => ratio);
  const rows = contestants.map((contestant) => [
    contestant.contestant,
    ...columns.map((figure) => cell(contestant, figure)),
    ...(hasRatio ? [contestant.ratio ? contestant.ratio.median.toFixed(2) : ''] : []),
    contestant.error ? `failed: ${contestant.error.split('\n')[0]}` : runsOf(contestant[columns[0]]?.n ?? 0),
  ]);
  const heads = columns.map((figure) => (figure === 'bytes' ? 'bytes left of each' : COLUMNS[figure][0]));
  const left = id === 'mounts' ? heads.map((head) => head.replace(/^(nodes|listeners)$/, '$1 left')) : heads;
  return `## ${title}\n\n${table(['', ...left, ...(hasRatio ? [`CPU × ${floor}`] : []), 'runs'], rows)}`;
}

/** Of less than five, a median says little. */
function runsOf(n) {
  return n < 5 ? `${n} (few)` : n;
}

function cell(contestant, figure) {
  if (!contestant[figure]) return '';
  return figure === 'bytes' ? middle(contestant[figure]) : COLUMNS[figure][1](contestant[figure]);
}

function spread({median, q1, q3}) {
  return `${round(median)} (${round(q1)}–${round(q3)})`;
}

function middle({median}) {
  return String(round(median));
}

function round(value) {
  return Math.abs(value) < 10 ? Number(value.toFixed(1)) : Math.round(value);
}

/** DESIGN's budgets, as far as this run has measured them. */
function budgetTable({downloads, measures}) {
  const of = (id, name = OURS) =>
    measures.find((measure) => measure.id === id)?.contestants.find(({contestant}) => contestant === name);
  const perElement = (name) => {
    const [many, one] = [of('elements-200', name), of('elements-1', name)];
    return many?.cpu && one?.cpu && (many.cpu.median - one.cpu.median) / 199;
  };
  const larger = of('feed-1000')?.cpu;
  const smaller = of('feed-10')?.cpu;
  const rows = [
    ['Page with one list, brotli bytes', 9000, downloads.find(({contestant}) => contestant === OURS)?.brotli],
    ['CPU × vanilla, 10 headlines', 1.4, of('list-10')?.ratio?.median],
    ['CPU × vanilla, 100 headlines', 1.2, of('list-100')?.ratio?.median],
    ['CPU × fetch + DOMPurify + innerHTML, 100 bodies', 0.25, of('bodies-100')?.ratio?.median],
    ['Longest task, ms', 16, of('tasks-1x')?.longest?.median],
    ['Longest task at 4× CPU throttle, ms', 50, of('tasks-4x')?.longest?.median],
    ['Layout shift, height reserved', 0, of('slow', 'news-elements, preloaded')?.shift?.median],
    ['200 elements of one feed: requests for it', 1, feedRequests(of('elements-200'), of('elements-1'))],
    ['200 elements of one feed: CPU of each, ms', 1.5, perElement(OURS)],
    ['1,000 × mount and unmount: nodes left', 0, of('mounts')?.nodes?.median],
    ['1,000 × mount and unmount: listeners left', 0, of('mounts')?.listeners?.median],
    ['1,000 × mount and unmount: bytes left of each', 100, of('mounts')?.bytes?.median],
    ['Feed of 1,000 against a feed of 10, CPU ×', 2, larger && smaller && larger.median / smaller.median],
  ]
    .filter(([, , value]) => value !== undefined)
    .map(([what, budget, value]) => [what, budget, Number(value.toFixed(2)), value <= budget ? 'yes' : '**no**']);
  return rows.length ? `## Budgets\n\n${table(['', 'budget', 'measured', 'met'], rows)}` : '';
}

/** Scripts are asked for once however many elements there are: what is more than for one element, is the feed. */
function feedRequests(many, one) {
  return many?.requests && one?.requests && many.requests.median - one.requests.median + 1;
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, n) => (n ? '--:' : '---'))), ...rows.map(line)].join('\n');
}
