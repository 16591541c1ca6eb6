#!/usr/bin/env node
/**
 * `npm run test:survival -- <folder>`: what is left of real bodies (words, pictures, paragraphs, lists, cells, captions,
 * quotes, links: kept ÷ given), every loss by name, and the time per MB beside DOMPurify's in the same run.
 *
 * Bodies are the `.html` files below the folder, and the bodies of JSON feeds and WordPress answers (`.json`).
 */
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {runInEngines} from './engines.js';
import {timeLine} from './time-line.js';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder of HTML files or JSON feeds: npm run test:survival -- <folder>');

const files = (await readdir(folder, {recursive: true})).filter((name) => /\.(html|json)$/.test(name)).sort();
const bodies = (await Promise.all(files.map(read))).flat();
await runInEngines('survival-page.ts', {'/bodies.json': bodies}, report);

async function read(name) {
  const text = await readFile(join(folder, name), 'utf8');
  if (name.endsWith('.html')) return [{name, html: text}];
  try {
    const feed = JSON.parse(text);
    return [feed.items ?? feed].flat().flatMap((item, index) => {
      const html = item?.content_html ?? item?.content?.rendered;
      return typeof html === 'string' && html ? [{name: `${name} #${index}`, html}] : [];
    });
  } catch {
    return [];
  }
}

function report(engine, {error, results, times}) {
  if (error) {
    console.error(`${engine}: ${error}`);
    process.exitCode = 1;
    return;
  }
  const measured = results.filter(({warning}) => !warning);
  const sum = (pick) => measured.map(pick).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  const share = ([given, kept]) => `${kept} of ${given}`;
  console.log(
    `${engine}: ${results.length} bodies, ${results.length - measured.length} too large, ${measured.reduce((n, {embeds}) => n + embeds, 0)} embeds`,
  );
  console.log(`  words ${share(sum(({words}) => words))} · pictures ${share(sum(({pictures}) => pictures))}`);
  console.log(
    `  ${Object.keys(measured[0].counts)
      .map((what) => `${what} ${share(sum(({counts}) => counts[what]))}`)
      .join(' · ')}`,
  );
  console.log(`  ${timeLine(times)}`);
  if (!process.env.LOSSES) return;
  for (const {name, lost, lostPictures} of measured)
    if (lost.length || lostPictures.length)
      console.log(
        `  ${name}: ${lost.length} words [${lost.slice(0, 15).join(' ')}] · pictures ${lostPictures
          .slice(0, 5)
          .map((src) => src.slice(0, 80))
          .join(' ')}`,
      );
}
