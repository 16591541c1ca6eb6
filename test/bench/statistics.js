/** Medians and quartiles: one slow run on a busy machine moves neither. */

function quantile(sorted, share) {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

export function summary(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return undefined;
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => round(quantile(sorted, share)));
  return {median, q1, q3, n: sorted.length};
}

/** Of pairs measured one after the other, so that what slows the machine down for a while cancels out. */
export function ratio(values, others) {
  return summary(values.map((value, n) => value / others[n]));
}

const round = (value) => Number(value.toPrecision(4));
