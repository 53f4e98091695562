import { percentileInterval, replicates } from './bootstrap.ts';
import { countInto, type SharedArticle, type Target } from './measure.ts';
import { type Parameters } from './metric.ts';
import { type KnownMetric } from './registry.ts';
import { Series } from './series.ts';

/** How much better the second of two comparisons is than the first, on the same Articles. */
export interface Difference {
  /** Second minus first; `null` where one of them is undefined. */
  readonly value: number | null;
  /** 95 %, over draws of Articles that are the same for both; 0 outside of it means that they differ. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Articles that stand in both. */
  readonly articles: number;
}

/**
 * Compares two people with a third, or one person's work at two times: the same texts, marked by other voices. Articles that only one side has are
 * passed over, since the two are drawn together. It pauses after each Article and after some replicates.
 */
export function* measuringDifference(
  first: readonly SharedArticle[], second: readonly SharedArticle[], metric: KnownMetric, subject: string | null, parameters: Parameters,
): Generator<undefined, Difference, undefined> {
  const others = new Map(second.map((article) => [article.continuum.article, article]));
  const side = (): Target => ({ metric, subject, series: new Series(metric, subject) });
  const [one, two] = [side(), side()];
  let articles = 0;
  for (const article of first) {
    const other = others.get(article.continuum.article);
    if (!other) continue;
    yield* countInto([one], articles, article, parameters);
    yield* countInto([two], articles, other, parameters);
    articles++;
    yield;
  }
  const difference = (before: number | null, after: number | null): number | null => (before === null || after === null ? null : after - before);
  const drawn: number[] = [];
  for (const times of replicates(articles, articles < 2 ? 0 : parameters.replicates, parameters.seed)) {
    const after = two.series.drawn(times);
    one.series.drawn(times).forEach((before, draw) => {
      const value = difference(before, after[draw] ?? null);
      if (value !== null) drawn.push(value);
    });
    yield;
  }
  const value = difference(one.series.value(), two.series.value());
  return { value, interval: value === null ? null : percentileInterval(drawn), articles };
}
