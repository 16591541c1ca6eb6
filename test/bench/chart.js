/** The README's picture: what a page with ten headlines downloads, and what it costs the main thread. */

const ROW = 26;
const LABEL = 190;
const BAR = 210;
const GAP = 70;
const TOP = 64;

/** @returns an SVG document, or undefined when the run has not measured what it shows */
export function chart({downloads, measures, engines, date}) {
  const list = measures.find(({id}) => id === 'list-10');
  if (!list || !downloads.length) return undefined;
  const rows = downloads
    .filter(({contestant}) => !['empty page', 'news-elements, one file'].includes(contestant))
    .map(({contestant, kind, brotli}) => {
      const cpu = list.contestants.find((other) => other.contestant === contestant)?.cpu;
      return {name: contestant, kind, size: brotli / 1000, cpu: cpu?.median, low: cpu?.q1, high: cpu?.q3};
    })
    .filter(({cpu}) => cpu !== undefined)
    .sort((a, b) => a.size - b.size);
  const width = LABEL + 2 * (BAR + GAP);
  const height = TOP + rows.length * ROW + 34;
  const most = {size: Math.max(...rows.map(({size}) => size)), cpu: Math.max(...rows.map(({high}) => high))};
  const second = LABEL + BAR + GAP;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">A page with ten headlines: bytes and CPU time</title>
<desc id="description">${rows.map(({name, size, cpu}) => `${name}: ${size.toFixed(1)} kB, ${Math.round(cpu)} ms`).join('; ')}.</desc>
<style>
svg { color: #16181b; --soft: #5b6068; --bar: #c9c5bc; --ours: #9c2a1f; --floor: #e2dfd8; font: 13px system-ui, sans-serif; background: #fff; }
@media (prefers-color-scheme: dark) { svg { color: #eceae5; --soft: #a2a6ad; --bar: #54585f; --ours: #f0907f; --floor: #3a3d42; background: #121416; } }
text { fill: currentColor; dominant-baseline: central; }
.soft { fill: var(--soft); font-size: 11.5px; }
.name { text-anchor: end; }
.head { font-weight: 600; }
.ours { fill: var(--ours); } .peer { fill: var(--bar); } .floor { fill: var(--floor); }
text.ours { font-weight: 600; }
line { stroke: currentColor; stroke-opacity: .55; }
</style>
<rect width="100%" height="100%" fill="none"/>
<text class="head" x="${LABEL}" y="20">Downloaded, kB (brotli)</text><text class="soft" x="${LABEL}" y="40">scripts and style sheets</text>
<text class="head" x="${second}" y="20">Main thread, ms of CPU</text><text class="soft" x="${second}" y="40">whole page; line: quartiles</text>
${rows.map((row, n) => rowOf(row, n, most, second)).join('\n')}
<text class="soft" x="${LABEL}" y="${height - 14}">Chromium ${String(engines.Chromium).split('.')[0]}, ${date}. Pale bars: written by hand. Measured by npm run bench.</text>
</svg>
`;
}

function rowOf({name, kind, size, cpu, low, high}, n, most, second) {
  const y = TOP + n * ROW;
  const middle = y + ROW / 2 - 4;
  const sizeWidth = Math.max(1, (size / most.size) * BAR);
  const at = (value) => second + (value / most.cpu) * BAR;
  return `<text class="name${kind === 'ours' ? ' ours' : ''}" x="${LABEL - 10}" y="${middle}">${name}</text>
<rect class="${kind}" x="${LABEL}" y="${y}" width="${sizeWidth.toFixed(1)}" height="${ROW - 8}" rx="1"/><text class="soft" x="${(LABEL + sizeWidth + 6).toFixed(1)}" y="${middle}">${size.toFixed(1)}</text>
<rect class="${kind}" x="${second}" y="${y}" width="${(at(cpu) - second).toFixed(1)}" height="${ROW - 8}" rx="1"/><line x1="${at(low).toFixed(1)}" x2="${at(high).toFixed(1)}" y1="${middle}" y2="${middle}"/><text class="soft" x="${(at(high) + 6).toFixed(1)}" y="${middle}">${Math.round(cpu)}</text>`;
}
