import { type Pattern } from './patterns.ts';
import { Counts, oneMinus, pairsIn, type Tally, together } from './tally.ts';

/** How far two values are from each other: 0 for the same, symmetric. */
export type Distance = (a: string, b: string) => number;

export const nominal: Distance = (a, b) => (a === b ? 0 : 1);

const setOf = (value: string): ReadonlySet<string> => new Set(value === '' ? [] : value.split(' '));

/** Of two sets of Labels, written with blanks between: 1 − common / all (Jaccard 1912). Two empty ones are the same. */
export const jaccard: Distance = (a, b) => {
  if (a === b) return 0;
  const [one, two] = [setOf(a), setOf(b)];
  const common = [...one].filter((label) => two.has(label)).length;
  return 1 - common / (one.size + two.size - common);
};

/** Jaccard, milder where one set holds the other: factors 1, 2/3, 1/3, 0 (Passonneau 2006). */
export const masi: Distance = (a, b) => {
  if (a === b) return 0;
  const [one, two] = [setOf(a), setOf(b)];
  const common = [...one].filter((label) => two.has(label)).length;
  const factor = common === 0 ? 0 : common === Math.min(one.size, two.size) ? 2 / 3 : 1 / 3;
  return 1 - (1 - jaccard(a, b)) * factor;
};

/** Coincidences: every pair of values that a thing was given, weighted so that each value counts once. Things with one value drop out. */
export function coincidences(items: Iterable<Pattern>): Counts {
  const counts = new Counts();
  for (const { values, count } of items) {
    if (values.length < 2) continue;
    counts.add('n', count);
    values.forEach((one, i) => values.forEach((two, j) => {
      if (i !== j) counts.add(together(one, two), count / (values.length - 1));
    }));
  }
  return counts;
}

/** Krippendorff's α of coincidences; `null` where only one value was ever given. */
export function krippendorffAlpha(counts: Tally, distance: Distance): number | null {
  const times = new Counts();
  let [observed, total] = [0, 0];
  for (const [one, two, count] of pairsIn(counts)) {
    times.add(one, count);
    total += count;
    observed += count * distance(one, two);
  }
  let expected = 0;
  for (const [one, a] of times) for (const [two, b] of times) expected += a * b * distance(one, two);
  return oneMinus((total - 1) * observed, expected, total * total);
}
