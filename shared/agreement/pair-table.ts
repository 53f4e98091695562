import { measuring, type MeasureOptions, type MeasureProgress, type SharedArticle } from './measure.ts';
import { type Score } from './score.ts';

/** What two people score together. */
export interface PairScores {
  readonly people: readonly [string, string];
  readonly scores: readonly Score[];
}

/** The same Scores for every two of the people, in the order of their names; pairs that share no Article are not there. */
export function* measuringPairs(
  shared: readonly SharedArticle[], options: MeasureOptions,
): Generator<MeasureProgress, readonly PairScores[], undefined> {
  const names = [...new Set(shared.flatMap(({ continuum }) => continuum.voices.map(({ annotator }) => annotator)))].sort();
  const pairs = names.flatMap((one, place) => names.slice(place + 1).map((other) => [one, other] as const));
  const found: PairScores[] = [];
  for (const people of pairs) {
    const theirs = shared.map((article) => between(article, people)).filter(({ continuum }) => continuum.voices.length === 2);
    if (theirs.length > 0) found.push({ people, scores: yield* measuring(theirs, options) });
  }
  return found;
}

const between = ({ text, continuum }: SharedArticle, people: readonly string[]): SharedArticle => ({
  text, continuum: { ...continuum, voices: continuum.voices.filter(({ annotator }) => people.includes(annotator)) },
});

/** A mean over pairs of people: another number than the pooled one of everybody. */
export interface PairMean extends Pick<Score, 'metric' | 'label' | 'value'> {
  /** Pairs that have a value. */
  readonly pairs: number;
}

/** Of every Metric and Label that the pairs were measured with. */
export function meansOfPairs(pairs: readonly PairScores[]): readonly PairMean[] {
  return (pairs[0]?.scores ?? []).map(({ metric, label }, place) => {
    const values = pairs.map(({ scores }) => scores[place]?.value ?? null);
    return { metric, label, value: meanOverPairs(values), pairs: values.filter((value) => value !== null).length };
  });
}

/** Mean of those that are defined, `null` where none is. */
export function meanOverPairs(values: readonly (number | null)[]): number | null {
  const defined = values.filter((value) => value !== null);
  return defined.length === 0 ? null : defined.reduce((sum, value) => sum + value, 0) / defined.length;
}
