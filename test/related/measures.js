/** The measures that rankings are judged by. */

/** Pearson's correlation. */
export function pearson(xs, ys) {
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let xy = 0;
  let xx = 0;
  let yy = 0;
  xs.forEach((x, index) => {
    const y = ys[index];
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  });
  return xx && yy ? xy / Math.sqrt(xx * yy) : 0;
}

/** Spearman's: Pearson's of the ranks, equals sharing theirs. */
export function spearman(xs, ys) {
  return pearson(ranks(xs), ranks(ys));
}

function ranks(values) {
  const order = values.map((value, index) => ({value, index})).sort((a, b) => a.value - b.value);
  const result = [];
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && order[end].value === order[start].value) end++;
    for (let i = start; i < end; i++) result[order[i].index] = (start + end - 1) / 2;
  }
  return result;
}

/** F1 of answers that are yes or no. */
export function f1(answers, truths) {
  const hits = answers.filter((answer, index) => answer && truths[index]).length;
  return (2 * hits) / (answers.filter(Boolean).length + truths.filter(Boolean).length);
}

/** The best F1 that any threshold gives: the kindest reading of a score as a yes or no. */
export function bestF1(scores, truths) {
  const order = scores.map((score, index) => ({score, truth: truths[index]})).sort((a, b) => b.score - a.score);
  const positives = truths.filter(Boolean).length;
  let hits = 0;
  let best = 0;
  order.forEach(({score, truth}, index) => {
    if (truth) hits++;
    if (order[index + 1]?.score !== score) best = Math.max(best, (2 * hits) / (index + 1 + positives));
  });
  return best;
}

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
export function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function sample(list, size, random) {
  const rest = [...list];
  for (let i = rest.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [rest[i], rest[j]] = [rest[j], rest[i]];
  }
  return rest.slice(0, size);
}
