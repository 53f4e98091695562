import { type Independence } from './independence.ts';
import { type Dataset } from '../model/dataset.ts';
import { type Schema } from '../model/schema.ts';
import { measurement, type MeasureProgress } from './measure.ts';
import { defaultParameters } from './metric.ts';
import { metrics, type MetricId } from './registry.ts';
import { runThrough } from './run-through.ts';
import { type Score } from './score.ts';
import { gather, type WorkChoice } from './shared-articles.ts';
import { subjectsIn } from './subjects.ts';

/** What the card of a dataset prints of a Score. */
export type CardScore = Pick<Score, 'metric' | 'label' | 'value' | 'interval' | 'n'>;

const onCard: readonly MetricId[] = ['strict-f1', 'overlap-f1', 'token-alpha'];

/** Only what people have finished on their own: suggestions and adjudicated work are nobody's independent judgement, nor is work that was talked about and handed in again. */
const finishedByPeople: WorkChoice = { roles: ['work'], statuses: ['done'], kinds: ['person'], reworked: false };

/**
 * Agreement of the people who finished the same Articles: strict F1, overlap F1 and α on tokens, together and for each Label that anybody
 * used. Takes a dataset part by part, each with all sets of its Articles, and keeps counts alone.
 */
export interface CardMeasurement {
  readonly add: (part: Dataset) => void;
  /** Articles that are measured, and how far they were judged independently. */
  readonly on: () => Omit<Independence, 'isReworkCounted'> & { readonly articles: number };
  /** Empty where no Article was finished by two. */
  readonly scores: () => Generator<MeasureProgress, readonly CardScore[], undefined>;
}

export function measurementForCard(schema: Schema): CardMeasurement {
  const { add, scores, articles } = measurement({
    metrics: metrics.filter(({ id }) => onCard.includes(id)),
    subjects: { labels: subjectsIn(schema).labels, relations: [], attributes: [] },
    parameters: defaultParameters,
  });
  const judged = { reworked: 0, proposed: 0, annotations: 0 };
  return {
    add(part) {
      const { articles: found, independence } = gather([{ name: '', dataset: part }], finishedByPeople);
      for (const name of ['reworked', 'proposed', 'annotations'] as const) judged[name] += independence[name];
      // The pauses are for measures that take long: none of these does.
      for (const shared of found) runThrough(add(shared));
    },
    on: () => ({ articles: articles(), ...judged }),
    *scores() {
      if (articles() === 0) return [];
      const found = yield* scores();
      return found
        // Of a Label that nobody used there is nothing to say.
        .filter(({ label, value }) => label === null || value !== null)
        .map(({ metric, label, value, interval, n }) => ({ metric, label, value, interval, n }));
    },
  };
}
