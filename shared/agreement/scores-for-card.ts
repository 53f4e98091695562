import { type Dataset } from '../model/dataset.ts';
import { measuring, type MeasureProgress } from './measure.ts';
import { defaultParameters } from './metric.ts';
import { metrics, type MetricId } from './registry.ts';
import { type Score } from './score.ts';
import { gather } from './shared-articles.ts';
import { subjectsIn, usedIn } from './subjects.ts';

/** What the card of a dataset prints of a Score. */
export type CardScore = Pick<Score, 'metric' | 'label' | 'value' | 'interval' | 'n'>;

const onCard: readonly MetricId[] = ['strict-f1', 'overlap-f1', 'token-alpha'];

/**
 * Agreement of the people who finished the same Articles: strict F1, overlap F1 and α on tokens, together and for each Label that anybody used.
 * Empty where no Article was finished by two.
 */
export function* measuringForCard(dataset: Dataset): Generator<MeasureProgress, readonly CardScore[], undefined> {
  const { articles } = gather([{ name: '', dataset }], { roles: ['work'], statuses: ['done'], kinds: ['person'] });
  if (articles.length === 0) return [];
  const { labels } = usedIn(articles.map(({ continuum }) => continuum), subjectsIn(dataset.schema));
  const scores = yield* measuring(articles, {
    metrics: metrics.filter(({ id }) => onCard.includes(id)),
    subjects: { labels, relations: [], attributes: [] },
    parameters: defaultParameters,
  });
  return scores.map(({ metric, label, value, interval, n }) => ({ metric, label, value, interval, n }));
}

/** The same without a pause. */
export function scoresForCard(dataset: Dataset): readonly CardScore[] {
  for (const steps = measuringForCard(dataset); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
