import { type parseArgs } from 'node:util';
import { defaultParameters, type Parameters as MeasureParameters } from '../../shared/agreement/metric.ts';
import { type KnownMetric, metricById, type MetricId, metrics } from '../../shared/agreement/registry.ts';
import { type WorkChoice } from '../../shared/agreement/shared-articles.ts';
import { setRoles, setStatuses } from '../../shared/model/annotation-set.ts';
import { wrongUsage } from './command-failure.ts';
import { type ExportWords } from './export-words.ts';

/** What `agree` is told, besides `--state` and `--seed`, which `export` knows as well. */
export const agreeWords = {
  metric: { type: 'string' },
  role: { type: 'string' },
  between: { type: 'string' },
  difference: { type: 'string' },
  pairs: { type: 'boolean' },
  csv: { type: 'boolean' },
  methods: { type: 'boolean' },
  reworked: { type: 'boolean' },
  replicates: { type: 'string' },
} as const satisfies NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

export interface AgreeWords {
  readonly metric?: string | undefined;
  readonly role?: string | undefined;
  readonly between?: string | undefined;
  readonly difference?: string | undefined;
  readonly pairs?: boolean | undefined;
  readonly csv?: boolean | undefined;
  readonly methods?: boolean | undefined;
  readonly reworked?: boolean | undefined;
  readonly replicates?: string | undefined;
}

export interface AgreeOptions {
  readonly metrics: readonly KnownMetric[];
  readonly choice: WorkChoice;
  /** Keys or ids of people; `null` for everybody. */
  readonly between: readonly string[] | null;
  /** Two people who are compared with a third; `null` for nobody. */
  readonly difference: readonly string[] | null;
  readonly pairs: boolean;
  /** A table for programs in place of the one for people. */
  readonly csv: boolean;
  /** A text for a paper behind the table. */
  readonly methods: boolean;
  readonly parameters: MeasureParameters;
}

/** What is measured when nobody says what: the honest headline numbers, and none that takes long. */
const usual: readonly MetricId[] = ['strict-f1', 'overlap-f1', 'relation-relaxed-f1', 'attribute-kappa'];

/** @throws a `CommandFailure` for a word that cannot be meant. */
export function agreeOptions({ agree, words }: { readonly agree: AgreeWords; readonly words: ExportWords }): AgreeOptions {
  const state = typeof words.state === 'string' ? words.state : null;
  return {
    metrics: metricsFrom(agree.metric),
    choice: {
      roles: agree.role === undefined ? ['work', 'adjudicated'] : each('role', agree.role, setRoles),
      statuses: state === null ? null : each('state', state, setStatuses),
      kinds: ['person', 'machine'],
      reworked: agree.reworked === true,
    },
    between: agree.between === undefined ? null : listed(agree.between),
    difference: agree.difference === undefined ? null : listed(agree.difference),
    pairs: agree.pairs === true,
    csv: agree.csv === true,
    methods: agree.methods === true,
    parameters: {
      ...defaultParameters,
      seed: numberFrom('seed', typeof words.seed === 'string' ? words.seed : undefined, defaultParameters.seed),
      replicates: numberFrom('replicates', agree.replicates, defaultParameters.replicates),
    },
  };
}

const listed = (value: string): readonly string[] => value.split(',').map((one) => one.trim());

function each<Value extends string>(word: string, value: string, values: readonly Value[]): readonly Value[] {
  return listed(value).map((one) => {
    const found = values.find((known) => known === one);
    if (found === undefined) throw wrongUsage(`--${word} wants ${values.join(', ')}, not "${one}".`);
    return found;
  });
}

function metricsFrom(value: string | undefined): readonly KnownMetric[] {
  if (value === 'all') return metrics;
  if (value === undefined) return metrics.filter(({ id }) => usual.includes(id));
  return listed(value).map((id) => {
    const metric = metricById(id);
    if (!metric) throw wrongUsage(`There is no measure "${id}". --metric wants all, or some of: ${metrics.map((one) => one.id).join(', ')}.`);
    return metric;
  });
}

function numberFrom(word: string, value: string | undefined, usually: number): number {
  if (value === undefined) return usually;
  if (!/^\d{1,6}$/.test(value)) throw wrongUsage(`--${word} wants a whole number of at most six digits, not "${value}".`);
  return Number(value);
}
