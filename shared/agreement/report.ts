import { type Dataset } from '../model/dataset.ts';
import { type AnnotatorId } from '../model/id.ts';
import { type SetRole } from '../model/annotation-set.ts';
import { type Schema } from '../model/schema.ts';
import { casesIn } from './cases.ts';
import { type AgreementChoice, comparedArticle, isSetAside } from './compared-article.ts';
import { cellCounter, type CountedCell } from './confusion.ts';
import { type Independence, proposedIn } from './independence.ts';
import { type Measurement, measurement, type MeasureOptions, type MeasureProgress } from './measure.ts';
import { type Parameters } from './metric.ts';
import { type PairScores } from './pair-table.ts';
import { type PersonQuality, qualityMeasurement } from './quality.ts';
import { type MetricId, metrics } from './registry.ts';
import { type Score } from './score.ts';
import { type SelfAgreement, selfMeasurement } from './self-agreement.ts';
import { type Subjects, subjectsIn } from './subjects.ts';
import { type Trend, trendMeasurement } from './trend.ts';
import { pairName, pairsOf } from './voice-pairs.ts';

/** Someone who can be compared: an Annotator's work of one role, in the Articles of the chosen days. */
export interface PresentPerson {
  readonly key: string;
  readonly annotator: AnnotatorId;
  readonly role: SetRole;
  /** Sets of any state. */
  readonly sets: number;
}

/** Everything that a screen shows of a project's agreement. */
export interface AgreementReport {
  /** By key. */
  readonly people: readonly PresentPerson[];
  /** Keys of those who share an Article with somebody. */
  readonly compared: readonly string[];
  /** Articles that two of them marked or more. */
  readonly articles: number;
  readonly independence: Independence;
  /** Of what anybody used. */
  readonly scores: readonly Score[];
  readonly pairs: readonly PairScores[];
  readonly cells: readonly CountedCell[];
  readonly trend: Trend;
  readonly quality: readonly PersonQuality[];
  readonly selves: readonly SelfAgreement[];
}

/** What is counted in the one pass that does not take long. */
export const quickMetrics: readonly MetricId[] = [
  'strict-f1', 'overlap-f1', 'relation-strict-f1', 'relation-relaxed-f1', 'relation-given-f1', 'attribute-raw', 'attribute-kappa', 'attribute-alpha',
];
/** For papers: what corrects for chance on spans, and other ways to count borders. */
export const researchMetrics: readonly MetricId[] = [
  'gamma', 'u-alpha', 'u-alpha-marked', 'cu-alpha', 'ku-alpha', 'token-alpha', 'partial-f1', 'exact-f1', 'iou-f1', 'boundary-similarity',
];
const headline: readonly MetricId[] = ['strict-f1', 'overlap-f1'];

const chosen = (ids: readonly MetricId[]) => metrics.filter(({ id }) => ids.includes(id));
const noSubjects: Subjects = { labels: [], relations: [], attributes: [] };

/** Takes a project slice by slice and keeps counts alone: memory grows with Articles, people and Labels, not with texts or marks. */
export interface Reckoning {
  readonly add: (slice: Dataset) => Generator<undefined, void, undefined>;
  /** What is known so far, without intervals. */
  readonly soFar: () => AgreementReport;
  readonly report: () => Generator<MeasureProgress, AgreementReport, undefined>;
}

export function reckoning(schema: Schema, choice: AgreementChoice, parameters: Parameters): Reckoning {
  const whole = measurement({ metrics: chosen(quickMetrics), subjects: chosenSubjects(schema, choice), parameters });
  const few: MeasureOptions = { metrics: chosen(headline), subjects: noSubjects, parameters };
  const pairs = new Map<string, { readonly people: PairScores['people']; readonly measured: Measurement }>();
  const trend = trendMeasurement(few);
  const cells = cellCounter();
  const quality = qualityMeasurement(chosenSubjects(schema, choice).attributes);
  const selves = selfMeasurement();
  const people = new Map<string, { -readonly [Key in keyof PresentPerson]: PresentPerson[Key] }>();
  const compared = new Set<string>();
  const independence = { reworked: 0, isReworkCounted: choice.reworked, proposed: 0, annotations: 0 };

  function* add(slice: Dataset): Generator<undefined, void, undefined> {
    const one = comparedArticle(slice, choice);
    if (one === null) return;
    for (const [key, { annotator, role }] of one.present) {
      const known = people.get(key) ?? { key, annotator, role, sets: 0 };
      people.set(key, known);
      known.sets++;
    }
    quality.add(one);
    selves.add(one);
    const { shared } = one;
    if (shared.continuum.voices.length < 2) return;
    if (one.isReworked) independence.reworked++;
    if (isSetAside(one, choice)) return;
    for (const { annotator } of shared.continuum.voices) compared.add(annotator);
    const { proposed, annotations } = proposedIn(shared.continuum.voices.flatMap(({ annotator }) => one.sets.get(annotator) ?? []), choice.labels);
    independence.proposed += proposed;
    independence.annotations += annotations;
    yield* whole.add(shared);
    cells.add(casesIn(shared.continuum));
    yield* trend.add({ shared, day: one.day });
    for (const pair of pairsOf(shared.continuum)) {
      const [a, b] = pair.voices.map(({ annotator }) => annotator) as [string, string];
      const known = pairs.get(pairName(pair)) ?? { people: [a, b], measured: measurement(few) };
      pairs.set(pairName(pair), known);
      yield* known.measured.add({ text: shared.text, continuum: pair });
    }
  }

  const inOrder = () => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
  const counted = () => ({
    people: [...people.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map((person) => ({ ...person })), compared: [...compared].sort(),
    articles: whole.articles(), cells: cells.cells(), independence: { ...independence },
  });

  function* report(): Generator<MeasureProgress, AgreementReport, undefined> {
    const scores = used(yield* whole.scores());
    const ofPairs: PairScores[] = [];
    for (const { people: two, measured } of inOrder()) ofPairs.push({ people: two, scores: yield* measured.scores() });
    return { ...counted(), scores, pairs: ofPairs, trend: yield* trend.trend(), quality: quality.quality(parameters), selves: selves.selves(parameters) };
  }

  return {
    add, report,
    soFar: () => ({
      ...counted(), scores: used(whole.soFar()), pairs: inOrder().map(({ people: two, measured }) => ({ people: two, scores: measured.soFar() })),
      trend: trend.soFar(), quality: quality.quality({ ...parameters, replicates: 0 }), selves: selves.selves({ ...parameters, replicates: 0 }),
    }),
  };
}

/** The measures that take long, of the same choice. */
export const researchMeasurement = (schema: Schema, choice: AgreementChoice, parameters: Parameters): Measurement =>
  measurement({ metrics: chosen(researchMetrics), subjects: { ...noSubjects, labels: chosenSubjects(schema, choice).labels }, parameters });

function chosenSubjects(schema: Schema, { labels }: AgreementChoice): Subjects {
  const all = subjectsIn(schema);
  return labels === null ? all : {
    ...all, labels: all.labels.filter((label) => labels.includes(label)),
    attributes: all.attributes.filter((subject) => labels.includes(subject.slice(0, subject.indexOf('.')))),
  };
}

/** Of what nobody used there is nothing to say. */
export const used = (scores: readonly Score[]): readonly Score[] => scores.filter(({ label, n }) => label === null || n > 0);
