/**
 * What the ranking is compared with. Each takes a feed's items and gives a function from the current item's index to a score for every item.
 */
import MiniSearch from 'minisearch';
import {seeded} from './measures.js';

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const fullText = ({title = '', contentText = ''}) => `${title} ${contentText}`;

export const rankers = {
  random(items) {
    const random = seeded(items.length);
    return () => items.map(random);
  },

  'newest first'(items) {
    return () => items.map((_, index) => -index);
  },

  'title overlap'(items) {
    const titles = items.map(({title, contentText}) => new Set(wordsOf(title ?? contentText.slice(0, 80))));
    return (current) =>
      titles.map((title) => {
        const shared = [...title].filter((word) => titles[current].has(word)).length;
        return shared / (title.size + titles[current].size - shared || 1);
      });
  },

  BM25(items) {
    const {counts, idf, lengths, mean} = statistics(items);
    return (current) =>
      counts.map((count, index) => {
        let score = 0;
        for (const word of counts[current].keys()) {
          const f = count.get(word) ?? 0;
          if (f) score += (idf(word) * f * 2.2) / (f + 1.2 * (0.25 + (0.75 * lengths[index]) / mean));
        }
        return score;
      });
  },

  MiniSearch(items) {
    const {counts, idf} = statistics(items);
    const index = new MiniSearch({fields: ['title', 'contentText'], searchOptions: {boost: {title: 2}}});
    index.addAll(items.map(({title = '', contentText = ''}, id) => ({id, title, contentText})));
    return (current) => {
      const query = [...counts[current]]
        .map(([word, f]) => ({word, weight: f * idf(word)}))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, 20)
        .map(({word}) => word)
        .join(' ');
      const scores = items.map(() => 0);
      for (const {id, score} of index.search(query)) scores[id] = score;
      return scores;
    };
  },
};

function statistics(items) {
  const counts = items.map((item) => {
    const count = new Map();
    for (const word of wordsOf(fullText(item))) count.set(word, (count.get(word) ?? 0) + 1);
    return count;
  });
  const df = new Map();
  for (const count of counts) for (const word of count.keys()) df.set(word, (df.get(word) ?? 0) + 1);
  const lengths = counts.map((count) => [...count.values()].reduce((sum, f) => sum + f, 0));
  return {
    counts,
    lengths,
    mean: lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
    idf: (word) => Math.log(1 + (items.length - df.get(word) + 0.5) / (df.get(word) + 0.5)),
  };
}
