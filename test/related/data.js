/**
 * Reads the collections of a folder by what they look like, whatever they are called and however deep they lie:
 * a `.cor` file with a matrix of judgements beside it, a `.csv` of judged pairs, a `.tsv` of stories with topics.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';

/**
 * @typedef {{id: string, title?: string, text: string, topic?: string, outlet?: string}} Story
 * @typedef {{kind: 'matrix', name: string, stories: Story[], judged: number[][]}} Matrix
 * @typedef {{kind: 'pairs', name: string, pairs: {language: string, a: Story, b: Story, judged: number}[]}} Pairs
 * @typedef {{kind: 'topics', name: string, stories: Story[]}} Topics
 */

/** @returns {(Matrix | Pairs | Topics)[]} */
export function readCollections(folder) {
  return readdirSync(folder, {recursive: true})
    .map(String)
    .sort()
    .flatMap((path) => read(join(folder, path)) ?? []);
}

function read(path) {
  if (path.endsWith('.cor')) return readMatrix(path);
  if (path.endsWith('.csv')) return readPairs(path);
  if (path.endsWith('.tsv')) return readTopics(path);
}

/** One story a line; the upper triangle of the judgements lies beside it. */
function readMatrix(path) {
  const matrix = [path.replace(/\.cor$/, '-similarities.txt'), join(path, '../similarities0-1.txt')].find(existsSync);
  if (!matrix) return undefined;
  const stories = lines(path).map((text, index) => ({id: String(index), text}));
  const judged = lines(matrix).map((line) => line.trim().split(/\s+/).map(Number));
  return judged.length === stories.length ? {kind: 'matrix', name: basename(path), stories, judged} : undefined;
}

/** Pairs that people judged from 1 (the same story) to 4 (unrelated), here turned round. Pairs across languages are left out. */
function readPairs(path) {
  const rows = table(readFileSync(path, 'utf8'), ',');
  if (!rows[0] || !('text1' in rows[0] && 'Overall' in rows[0])) return undefined;
  const pairs = rows
    .filter(({lang1, lang2}) => lang1 === lang2)
    .map(({pair_id: id, lang1: language, text1, text2, Overall}) => {
      const [first, second] = id.split('_');
      return {language, a: {id: first, text: text1}, b: {id: second, text: text2}, judged: -Overall};
    });
  return {kind: 'pairs', name: basename(path), pairs};
}

function readTopics(path) {
  const rows = table(readFileSync(path, 'utf8'), '\t');
  if (!rows[0]?.topic) return undefined;
  const stories = rows.map(({path: id, topic, outlet = '', title, body}) => ({id, topic, outlet, title, text: body}));
  return {kind: 'topics', name: basename(path), stories};
}

function lines(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim());
}

/** RFC 4180 with any separator; tab-separated files quote nothing. */
function table(text, separator) {
  const cells = separator === '\t' ? /([^\t\n]*)(\t|\n|$)/g : /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\r?\n|$)/g;
  const rows = [[]];
  for (const match of text.matchAll(cells)) {
    const end = match.at(-1);
    const cell = match.slice(1, -1).find((part) => part !== undefined) ?? '';
    rows.at(-1).push(separator === ',' ? cell.replaceAll('""', '"') : cell);
    if (end === '') break;
    if (end !== separator) rows.push([]);
  }
  const [header, ...body] = rows;
  return body
    .filter((cells) => cells.length === header.length)
    .map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index]])));
}
