import { type Difference, measuringDifference } from '../../shared/agreement/difference.ts';
import { type SharedArticle } from '../../shared/agreement/measure.ts';
import { type Parameters } from '../../shared/agreement/metric.ts';
import { metricById } from '../../shared/agreement/registry.ts';
import { runThrough } from '../../shared/agreement/run-through.ts';
import { type Score } from '../../shared/agreement/score.ts';
import { type Gathered, type Person } from '../../shared/agreement/shared-articles.ts';
import { wrongUsage } from './command-failure.ts';

/** How much better the second of two people agrees with a third than the first does. */
export interface Compared {
  readonly first: string;
  readonly second: string;
  /** The third. */
  readonly beside: string;
  readonly differences: readonly (Difference & Pick<Score, 'metric' | 'label'>)[];
}

/**
 * @param names of the first and the second; besides them one person may be there
 * @param scores what was measured: of each there is a difference
 * @throws a `CommandFailure` where it is not clear who is meant
 */
export function comparedWith({ articles, people }: Gathered, names: readonly string[], scores: readonly Score[], parameters: Parameters): Compared {
  const known = people.map(({ key }) => key).join(', ');
  const [first, second, ...more] = names.map((name) => {
    const found: Person | undefined = people.find(({ key }) => key === name) ?? people.find(({ annotator }) => annotator === name);
    if (!found) throw wrongUsage(`Nobody here is called ${name}. There are: ${known}.`);
    return found.key;
  });
  if (first === undefined || second === undefined || more.length > 0 || first === second) throw wrongUsage('--difference wants two people: A,B.');
  const [beside, ...others] = people.flatMap(({ key }) => (key === first || key === second ? [] : key));
  if (beside === undefined || others.length > 0) {
    throw wrongUsage(`Whom are ${first} and ${second} compared with? Name one more, and nobody else: --between ${first},${second},WHOM. There are: ${known}.`);
  }
  const [ofFirst, ofSecond] = [first, second].map((key) => between(articles, key, beside)) as [readonly SharedArticle[], readonly SharedArticle[]];
  const differences = scores.flatMap(({ metric: id, label }) => {
    const metric = metricById(id);
    return metric ? [{ metric: id, label, ...runThrough(measuringDifference(ofFirst, ofSecond, metric, label, parameters)) }] : [];
  });
  return { first, second, beside, differences };
}

const between = (articles: readonly SharedArticle[], ...two: readonly string[]): readonly SharedArticle[] =>
  articles
    .map(({ text, continuum }) => ({ text, continuum: { ...continuum, voices: continuum.voices.filter(({ annotator }) => two.includes(annotator)) } }))
    .filter(({ continuum }) => continuum.voices.length === 2);
