import { type Pattern } from './patterns.ts';
import { Counts, countOf, ratio, type Tally } from './tally.ts';

const categoryName = 'said ';

/** Agreement within things, and how often each category was said. Things of which fewer than two people spoke do not count. */
export function fleissCounts(items: Iterable<Pattern>): Tally {
  const counts = new Counts();
  for (const { values, count } of items) {
    if (values.length < 2) continue;
    const said = new Counts();
    for (const value of values) said.add(value, 1);
    const people = values.length;
    let squares = 0;
    for (const [value, times] of said) {
      squares += times * times;
      counts.add(categoryName + value, times * count);
    }
    counts.add('agreement', ((squares - people) / (people * (people - 1))) * count).add('n', count).add('things', count).add('judgements', people * count);
  }
  return counts;
}

/** Fleiss 1971, for any number of people; each thing may have its own number. Not the kappa of Davies and Fleiss. */
export function fleissKappa(counts: Tally): number | null {
  const [things, judgements] = [countOf(counts, 'things'), countOf(counts, 'judgements')];
  if (things === 0) return null;
  let chance = 0;
  for (const [name, times] of counts) if (name.startsWith(categoryName)) chance += (times / judgements) ** 2;
  return ratio(countOf(counts, 'agreement') / things - chance, 1 - chance);
}
