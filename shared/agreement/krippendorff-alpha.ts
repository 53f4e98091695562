import { type Pattern } from './patterns.ts';
import { Counts, countOf, oneMinus, type Tally } from './tally.ts';

/** How far two values are from each other: 0 for the same, symmetric. */
export type Distance = (a: string, b: string) => number;

export const nominal: Distance = (a, b) => (a === b ? 0 : 1);

const setOf = (value: string): ReadonlySet<string> => new Set(value === '' ? [] : value.split(' '));

/** Asked often, of few sets: each pair is worked out once. */
function remembered(distance: Distance): Distance {
  const known = new Map<string, Map<string, number>>();
  return (a, b) => {
    const row = known.get(a) ?? new Map<string, number>();
    known.set(a, row);
    const found = row.get(b) ?? distance(a, b);
    row.set(b, found);
    return found;
  };
}

/** Of two sets of Labels, written with blanks between: 1 − common / all (Jaccard 1912). Two empty ones are the same. */
export const jaccard: Distance = remembered((a, b) => {
  if (a === b) return 0;
  const [one, two] = [setOf(a), setOf(b)];
  const common = [...one].filter((label) => two.has(label)).length;
  return 1 - common / (one.size + two.size - common);
});

/** Jaccard, milder where one set holds the other: factors 1, 2/3, 1/3, 0 (Passonneau 2006). */
export const masi: Distance = remembered((a, b) => {
  if (a === b) return 0;
  const [one, two] = [setOf(a), setOf(b)];
  const common = [...one].filter((label) => two.has(label)).length;
  const factor = common === 0 ? 0 : common === Math.min(one.size, two.size) ? 2 / 3 : 1 / 3;
  return 1 - (1 - jaccard(a, b)) * factor;
});

/** What α is made of: disagreement within things, and how often each value was given; values of things with one value drop out. */
export function alphaCounts(items: Iterable<Pattern>, distance: Distance): Tally {
  const counts = new Counts();
  for (const { values, count } of items) {
    if (values.length < 2) continue;
    counts.add('n', count);
    let disagreement = 0;
    values.forEach((one, place) => {
      counts.add(givenName + one, count);
      for (let other = place + 1; other < values.length; other++) disagreement += distance(one, values[other] ?? '');
    });
    counts.add('disagreement', (2 * disagreement * count) / (values.length - 1));
  }
  return counts;
}

const givenName = 'given ';

/** Krippendorff's α; `null` where only one value was ever given. */
export function krippendorffAlpha(counts: Tally, distance: Distance): number | null {
  const given: { readonly value: string; readonly times: number }[] = [];
  let [total, squares] = [0, 0];
  for (const [name, times] of counts) {
    if (!name.startsWith(givenName)) continue;
    total += times;
    squares += times * times;
    if (distance !== nominal) given.push({ value: name.slice(givenName.length), times });
  }
  let expected = distance === nominal ? total * total - squares : 0;
  given.forEach((one, place) => {
    for (let other = place + 1; other < given.length; other++) {
      const two = given[other];
      if (two) expected += 2 * one.times * two.times * distance(one.value, two.value);
    }
  });
  return oneMinus((total - 1) * countOf(counts, 'disagreement'), expected, total * total);
}
