#!/usr/bin/env node
/**
 * How good is the ranking of related stories? `npm run eval:related -- <folder>` reads every collection in the folder
 * (see data.js) and prints the same measures for the ranking and for what it is compared with, all from this one run.
 */
import {copiesOf} from './copies.js';
import {readCollections} from './data.js';
import {bestF1, f1, pearson, sample, seeded, spearman} from './measures.js';
import {rankers} from './rankers.js';
import {bundleRanking} from './ranking.js';

const SAMPLES = 30;
const FEED = 60;
const SHOWN = 4;
const COPIES = 20;
/** Characters of a text that a feed of leads gives. */
const LEAD = 250;

const OURS = 'news-elements';
/** What the ranking must reach on the collections that it was specified with. */
const TO_REACH = {
  Pearson: 0.6,
  'Spearman en': 0.84,
  'Spearman ar': 0.4,
  'en whole': 0.74,
  'en lead': 0.465,
  'ar whole': 0.67,
  'ar lead': 0.54,
  copies: 0.99,
};

const {relatedItems, similarity} = await import(
  `data:text/javascript;base64,${Buffer.from(await bundleRanking()).toString('base64')}`
);
const all = {...rankers, [OURS]: (items) => (current) => similarity(items[current], items)};

const [folder] = process.argv.slice(2);
const collections = folder ? readCollections(folder) : [];
if (!collections.length) {
  console.error(
    folder ? `No collection was found in ${folder}.` : 'Say where the data are: npm run eval:related -- <folder>',
  );
  process.exit(1);
}
for (const collection of collections) {
  const measure = {matrix: measureMatrix, pairs: measurePairs, topics: measureTopics}[collection.kind];
  console.log(`\n${collection.name}: ${describe(collection)}`);
  printTable(
    Object.fromEntries(Object.entries(all).map(([name, ranker]) => [name, measure(collection, ranker, name)])),
  );
}

/** Do the numbers go together with the judgements, which are linear? */
function measureMatrix({stories, judged}, ranker) {
  const items = stories.map((story) => toItem(story));
  const rank = ranker(items);
  const rows = items.map((_, index) => rank(index));
  const numbers = [];
  const judgements = [];
  for (let i = 0; i < items.length; i++)
    for (let j = i + 1; j < items.length; j++) {
      numbers.push((rows[i][j] + rows[j][i]) / 2);
      judgements.push(judged[i][j]);
    }
  return {Pearson: pearson(numbers, judgements)};
}

/** Do the numbers put pairs of one language in the order of the judgements? All its stories together are the feed. */
function measurePairs({pairs}, ranker) {
  const result = {};
  for (const language of new Set(pairs.map(({language}) => language).sort())) {
    const ours = pairs.filter((pair) => pair.language === language);
    const items = [...new Map(ours.flatMap(({a, b}) => [a, b]).map((story) => [story.id, toItem(story)])).values()];
    const indexOf = new Map(items.map(({id}, index) => [id, index]));
    const rank = ranker(items);
    const numbers = ours.map(({a, b}) => {
      const [i, j] = [indexOf.get(a.id), indexOf.get(b.id)];
      return (rank(i)[j] + rank(j)[i]) / 2;
    });
    result[`Spearman ${language}`] = spearman(numbers, ours.map(({judged}) => judged)); // prettier-ignore
  }
  return result;
}

/** Are the first four of the current story's topic? And are edited copies told from other stories? */
function measureTopics({stories}, ranker, name) {
  const language = /\p{sc=Arab}/u.test(stories[0].text) ? 'ar' : 'en';
  const result = {};
  // An outlet's style gives away the topics that it alone covers, so each feed is of one outlet.
  const outlets = [...new Set(stories.map(({outlet}) => outlet))].map((outlet) =>
    stories.filter((story) => story.outlet === outlet),
  );
  for (const [form, cut] of [
    ['whole', Infinity],
    ['lead', LEAD],
  ])
    // prettier-ignore
    result[`${language} ${form}`] = average(outlets.map((stories) => precision(stories, cut, ranker)));
  result.copies = average(
    outlets.flatMap((stories) => [Infinity, LEAD].map((cut) => copyF1(stories, cut, ranker, name === OURS))),
  );
  return result;
}

function precision(stories, cut, ranker) {
  const random = seeded(1);
  let hits = 0;
  for (let n = 0; n < SAMPLES; n++) {
    const feed = sample(stories, FEED, random);
    const rank = ranker(feed.map((story) => toItem(story, cut)));
    feed.forEach(({topic}, current) => {
      const scores = rank(current);
      const others = feed.map((story, index) => ({topic: story.topic, score: scores[index], index}));
      const shown = others.filter(({index}) => index !== current).sort((a, b) => b.score - a.score);
      hits += shown.slice(0, SHOWN).filter((story) => story.topic === topic).length;
    });
  }
  return hits / (SAMPLES * FEED * SHOWN);
}

/**
 * Copies with an edited headline or body are read beside a feed that holds the originals. What `relatedItems` leaves out
 * as being the same story is taken as its answer; the others' scores get the best threshold that there is.
 */
function copyF1(stories, cut, ranker, isOurs) {
  const random = seeded(2);
  const scores = [];
  const truths = [];
  for (let n = 0; n < SAMPLES / 3; n++) {
    const feed = withoutDoubles(sample(stories, FEED, random));
    const items = feed.map((story) => toItem(story, cut));
    copiesOf(feed, COPIES, random).forEach((story, original) => {
      const copy = toItem(story, cut);
      const answer = isOurs ? leftOut(items, copy) : ranker([...items, copy])(items.length);
      scores.push(...answer.slice(0, items.length));
      truths.push(...items.map((_, index) => index === original));
    });
  }
  return isOurs ? f1(scores, truths) : bestF1(scores, truths);
}

function leftOut(items, current) {
  const shown = new Set(relatedItems(items, current, {limit: items.length}).map(({item}) => item));
  return items.map((item) => {
    if (shown.has(item)) return false;
    // Left out because of the current story, or because of another one that is shown?
    const exclude = items.map(({id}) => id).filter((id) => id !== item.id);
    return relatedItems(items, current, {exclude}).length === 0;
  });
}

/** The collections themselves hold some stories twice. */
function withoutDoubles(stories) {
  return [...new Map(stories.map((story) => [story.text.slice(0, 60), story])).values()];
}

function toItem({id, title, text}, cut = Infinity) {
  return {id, title, contentText: text.slice(0, cut), authors: [], tags: [], attachments: [], related: []};
}

function average(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function describe({kind, stories, pairs}) {
  return kind === 'matrix'
    ? `${stories.length} stories, every pair judged; Pearson’s correlation`
    : kind === 'pairs'
      ? `${pairs.length} judged pairs of one language; Spearman’s correlation`
      : `${stories.length} stories; share of the first ${SHOWN} with the same topic in ${SAMPLES} feeds of ${FEED}, and F1 on edited copies`;
}

function printTable(rows) {
  const columns = Object.keys(Object.values(rows)[0]);
  const wanted = columns.map((column) => TO_REACH[column]?.toFixed(3) ?? '');
  const line = (name, cells) => [name.padEnd(14), ...cells.map((cell) => cell.padStart(12))].join('');
  console.log(line('', columns));
  for (const [name, row] of Object.entries(rows)) console.log(line(name, columns.map((column) => row[column].toFixed(3)))); // prettier-ignore
  if (wanted.some(Boolean)) console.log(line('to reach', wanted));
}
