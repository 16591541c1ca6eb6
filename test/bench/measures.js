/** What is measured: each a page that every contestant makes in its own way, from an equal feed. */
import {contestants} from './contestants.js';

const named = (...names) => contestants.filter(({name}) => names.includes(name));
const showing = (view) =>
  contestants.filter(({name, views}) => views.includes(view) && name !== 'news-elements, preloaded');

/** Whose ratio says how near the floor an element is; each measure's others are compared with it. */
const FLOOR = 'vanilla';

/**
 * `runs` is how often a full run repeats it; `copies` how many elements a page has; `of` how many items the feed has.
 *
 * @type {{id: string, title: string, view: string, of: number, limit: number, runs: number, floor: string,
 *   among: object[], copies?: number, what?: string, isSlow?: boolean, isTraced?: boolean, throttle?: number,
 *   times?: number}[]}
 */
export const measures = [
  {
    id: 'list-10',
    title: '10 headlines',
    view: 'list',
    of: 10,
    limit: 10,
    runs: 9,
    floor: FLOOR,
    among: showing('list'),
  },
  {
    id: 'list-100',
    title: '100 headlines',
    view: 'list',
    of: 100,
    limit: 100,
    runs: 7,
    floor: FLOOR,
    among: showing('list').filter(({name}) => name !== 'empty page'),
  },
  {
    id: 'bodies-100',
    title: '100 stories with their bodies',
    view: 'bodies',
    what: '-bodies',
    of: 100,
    limit: 100,
    runs: 5,
    floor: 'dompurify',
    among: showing('bodies').filter(({name}) => name !== 'news-elements, one file'),
  },
  ...[
    ['article', 'One story, whole', '-bodies', 1],
    ['day', 'Ten anniversaries', '', 10],
    ['pictures', 'Ten pictures', '-pictures', 10],
    ['about', 'About us', '', 1],
  ].map(([view, title, what, limit]) => ({
    id: view,
    title,
    view,
    what,
    of: 10,
    limit,
    runs: 5,
    floor: FLOOR,
    among: showing(view).filter(({name}) => name !== 'news-elements, one file'),
  })),
  ...[1, 20, 200].map((copies) => ({
    id: `elements-${copies}`,
    // Lists of related news would leave to each other what one of them shows.
    title: `${copies} ${copies > 1 ? 'elements' : 'element'} on a page, five anniversaries each`,
    view: 'day',
    of: 10,
    limit: 5,
    copies,
    runs: 5,
    floor: FLOOR,
    among: named('news-elements', 'vanilla', 'custom-element', 'lit'),
  })),
  ...[10, 100, 1000, 10_000].map((of) => ({
    id: `feed-${of}`,
    title: `Ten shown of a feed of ${of.toLocaleString('en')}`,
    view: 'list',
    of,
    limit: 10,
    runs: 5,
    floor: FLOOR,
    among: named('news-elements', 'vanilla', 'preact'),
  })),
  ...[1, 4].map((throttle) => ({
    id: `tasks-${throttle}x`,
    title: throttle > 1 ? `Tasks of 10 headlines, CPU ${throttle}× slower` : 'Tasks of 10 headlines',
    view: 'list',
    of: 10,
    limit: 10,
    runs: 5,
    floor: FLOOR,
    isTraced: true,
    throttle,
    among: showing('list'),
  })),
  {
    id: 'slow',
    title: '10 headlines with pictures, 1.6 Mbit/s and 150 ms',
    view: 'list',
    what: '-pictures',
    of: 10,
    limit: 10,
    runs: 3,
    floor: FLOOR,
    isSlow: true,
    among: contestants.filter(({name, views}) => views.includes('list') && name !== 'empty page'),
  },
  {
    id: 'mounts',
    // Lists on one page take from each other: there must be enough for all that are mounted at a time.
    title: '1,000 × mount and unmount, three headlines',
    view: 'list',
    of: 100,
    limit: 3,
    runs: 2,
    floor: FLOOR,
    times: 1000,
    among: named('news-elements', 'vanilla', 'custom-element', 'lit', 'preact', 'react'),
  },
];

/** The page of one contestant for one measure. */
export function pageParts(contestant, {view, of, limit, what = '', copies = 1}) {
  const options = {view, limit, src: `/feed-${of}${what}.json`};
  const shown = contestant.shown(options);
  const body = contestant.body(options);
  return {
    head: contestant.head(options),
    body: Array.from({length: copies}, () => `<section>${body}</section>`).join('\n'),
    shown,
    count: shown.first || view === 'about' ? 1 : limit,
    create: {...contestant.create?.(options), item: shown.item},
  };
}
