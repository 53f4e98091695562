import { type MessageCode } from '../messages/catalogue.ts';
import { tokenVersion } from '../text/tokens.ts';
import { citations } from './citations.ts';
import { type Independence } from './independence.ts';
import { type Citation, type Parameters } from './metric.ts';
import { metricById, type MetricId, metricMeaning, metricName } from './registry.ts';
import { fewArticles, type Score } from './score.ts';

/** A sentence to be said: its message and the values that it takes. `metric` and `means` are codes of messages themselves. */
export interface Sentence {
  readonly code: MessageCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly names?: Readonly<Record<string, MessageCode>>;
}

/** What a paper's section on methods needs to say so that somebody else could compute the same numbers. */
export interface Methods {
  readonly sentences: readonly Sentence[];
  /** Each once, in the order in which they are first needed. */
  readonly sources: readonly Citation[];
}

export interface MeasuredOn {
  readonly articles: number;
  readonly people: number;
  readonly parameters: Parameters;
  readonly independence: Independence;
}

export function methodsOf(scores: readonly Score[], { articles, people, parameters, independence }: MeasuredOn): Methods {
  const { replicates, seed } = parameters;
  const ids = [...new Set(scores.map(({ metric }) => metric))];
  const used = ids.flatMap((id) => metricById(id) ?? []);
  const has = (...some: readonly MetricId[]): boolean => ids.some((id) => some.includes(id));
  // The same table for all of them.
  const coverage = scores.find((score) => score.coverage !== null)?.coverage ?? null;
  const precision = scores.find((score) => score.precision !== null)?.precision ?? null;
  const leftOut = Math.max(0, ...scores.map((score) => score.leftOut));
  const sentences: readonly Sentence[] = [
    { code: 'agreement.methods.data', values: { articles, people } },
    ...independenceSentences(independence),
    ...ids.map((id): Sentence => ({ code: 'agreement.methods.metric', values: {}, names: { metric: metricName(id), means: metricMeaning(id) } })),
    ...(has(...paired) ? [plain('agreement.methods.alignment')] : []),
    plain('agreement.methods.pooled'),
    ...(people > 2 && used.some((metric) => metric.people === 'pairs') ? [plain('agreement.methods.pairs')] : []),
    ...(people > 2 && used.some((metric) => metric.people === 'mean-of-pairs') ? [plain('agreement.methods.mean-of-pairs')] : []),
    ...(used.some(({ unit }) => unit === 'token') ? [{ code: 'agreement.methods.tokens', values: { version: tokenVersion } } as const] : []),
    ...(has('iou-f1') ? [{ code: 'agreement.methods.iou', values: { threshold: parameters.threshold } } as const] : []),
    ...(has('gamma') ? [{ code: 'agreement.methods.gamma', values: gammaValues(parameters) } as const] : []),
    ...(precision === null ? [] : [{ code: 'agreement.methods.precision', values: { percent: percentOf(precision) } } as const]),
    ...(has('boundary-similarity') ? [{ code: 'agreement.methods.window', values: { window: parameters.window } } as const] : []),
    ...(has('gamma', 'alpha-u', 'u-alpha', 'u-alpha-marked', 'cu-alpha', 'ku-alpha') ? [plain('agreement.methods.pieces')] : []),
    ...(coverage === null ? [] : [{ code: 'agreement.methods.coverage', values: { percent: percentOf(coverage) } } as const]),
    ...(leftOut > 0 ? [{ code: 'agreement.methods.left-out', values: { articles: leftOut } } as const] : []),
    ...(replicates > 0 ? [{ code: 'agreement.methods.interval', values: { replicates, seed } } as const] : []),
    ...(articles < fewArticles ? [plain('agreement.methods.few')] : []),
  ];
  const sources = [...used.map(({ source }) => source), ...(replicates > 0 ? [citations.bootstrap] : [])];
  return { sentences, sources: [...new Set<Citation>(sources)] };
}

/** Who judged for themselves, said also where all did of whom it can be known: nobody asks for what is not mentioned. */
function independenceSentences({ reworked, isReworkCounted, proposed, annotations }: Independence): readonly Sentence[] {
  return [
    ...(reworked > 0 ? [{ code: isReworkCounted ? 'agreement.methods.reworked' : 'agreement.methods.without-reworked', values: { articles: reworked } } as const] : []),
    proposed > 0 ? { code: 'agreement.methods.proposed', values: { proposed, annotations, percent: percentOf(proposed / annotations) } } : plain('agreement.methods.unproposed'),
  ];
}

/** Those that rest on which Annotations are the same thing. */
const paired: readonly MetricId[] = [
  'strict-f1', 'exact-f1', 'partial-f1', 'type-f1', 'iou-f1', 'start-offset', 'end-offset',
  'relation-strict-f1', 'relation-relaxed-f1', 'relation-given-f1', 'attribute-raw', 'attribute-kappa', 'attribute-ac1', 'attribute-alpha',
];

/** With one decimal. */
const percentOf = (part: number): number => Math.round(1000 * part) / 10;

const plain = (code: MessageCode): Sentence => ({ code, values: {} });

const gammaValues = ({ alpha, beta, delta, samples, seed }: Parameters): Sentence['values'] => ({ alpha, beta, delta, samples, seed });
