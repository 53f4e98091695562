import { type Independence } from './independence.ts';
import { type Dataset } from '../model/dataset.ts';
import { type Schema } from '../model/schema.ts';
import { measurement, type MeasureProgress, type SharedArticle } from './measure.ts';
import { defaultParameters, type Parameters } from './metric.ts';
import { metrics, type MetricId } from './registry.ts';
import { runThrough } from './run-through.ts';
import { type Score } from './score.ts';
import { gather, type WorkChoice } from './shared-articles.ts';
import { type Subjects, subjectsIn } from './subjects.ts';

const noSubjects: Subjects = { labels: [], relations: [], attributes: [] };
const { alpha, beta, delta, samples, seed } = defaultParameters;
const parametersOfGamma = { alpha, beta, delta, samples, seed } as const;

/** What the card of a dataset prints of a Score. */
export type CardScore = Omit<Score, 'approached' | 'precision'>;

/** What each Label has a value of, too. */
const ofEach: readonly MetricId[] = ['strict-f1', 'partial-f1', 'overlap-f1', 'token-alpha', 'u-alpha', 'u-alpha-marked', 'cu-alpha', 'ku-alpha'];

/** Gamma takes thousands of times as long as they do: it stands on the card of all Labels together, and of so many Annotations. */
const mostOfGamma = { inOne: 300, inAll: 1500 } as const;

/** Only what people have finished on their own: suggestions and adjudicated work are nobody's independent judgement, nor is work that was talked about and handed in again. */
const finishedByPeople: WorkChoice = { roles: ['work'], statuses: ['done'], kinds: ['person'], reworked: false };

/**
 * Agreement of the people who finished the same Articles: what papers are asked for (review.md 3.2), together and for each Label that
 * anybody used. Takes a dataset part by part, each with all sets of its Articles, and keeps counts alone.
 */
export interface CardMeasurement {
  readonly add: (part: Dataset) => void;
  /** Articles that are measured, and how far they were judged independently. */
  readonly on: () => Omit<Independence, 'isReworkCounted'> & { readonly articles: number; readonly gamma: GammaOn | null };
  /** Empty where no Article was finished by two. */
  readonly scores: () => Generator<MeasureProgress, readonly CardScore[], undefined>;
}

/** On how many Articles gamma was measured, the first of those that are measured, what was set, and how near it is known what chance brings. */
export type GammaOn = Pick<Parameters, 'alpha' | 'beta' | 'delta' | 'samples' | 'seed'> & Pick<Score, 'precision'> & { readonly articles: number };

export function measurementForCard(schema: Schema): CardMeasurement {
  const { add, scores, articles } = measurement({
    metrics: metrics.filter(({ id }) => ofEach.includes(id)),
    subjects: { labels: subjectsIn(schema).labels, relations: [], attributes: [] },
    parameters: defaultParameters,
  });
  const gamma = measurement({ metrics: metrics.filter(({ id }) => id === 'gamma'), subjects: noSubjects, parameters: defaultParameters });
  let inGamma = 0;
  const addToGamma = (shared: SharedArticle): void => {
    const annotations = shared.continuum.voices.reduce((sum, { marked }) => sum + marked.length, 0);
    if (annotations > mostOfGamma.inOne || inGamma + annotations > mostOfGamma.inAll) return;
    inGamma += annotations;
    runThrough(gamma.add(shared));
  };
  const judged = { reworked: 0, proposed: 0, annotations: 0 };
  return {
    add(part) {
      const { articles: found, independence } = gather([{ name: '', dataset: part }], finishedByPeople);
      for (const name of ['reworked', 'proposed', 'annotations'] as const) judged[name] += independence[name];
      for (const shared of found) {
        // The pauses are for measures that take long: of these none does, and of gamma few are counted.
        runThrough(add(shared));
        addToGamma(shared);
      }
    },
    on: () => ({ articles: articles(), ...judged, gamma: gamma.articles() > 0 ? { ...parametersOfGamma, articles: gamma.articles(), precision: gamma.soFar()[0]?.precision ?? null } : null }),
    *scores() {
      if (articles() === 0) return [];
      return [...(yield* scores()), ...(yield* gamma.scores())]
        // Of a Label that nobody used there is nothing to say.
        .filter(({ label, value }) => label === null || value !== null)
        .map(({ metric, label, value, interval, n, articles: of, coverage, leftOut }) => ({ metric, label, value, interval, n, articles: of, coverage, leftOut }));
    },
  };
}
