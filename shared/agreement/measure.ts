import { percentileInterval, replicates } from './bootstrap.ts';
import { type Continuum, inTokens } from './continuum.ts';
import { type Metric, type Parameters } from './metric.ts';
import { type KnownMetric } from './registry.ts';
import { runThrough } from './run-through.ts';
import { type Score } from './score.ts';
import { Series } from './series.ts';
import { type Subjects } from './subjects.ts';
import { pairName, pairsOf } from './voice-pairs.ts';

/** An Article as several people marked it. */
export interface SharedArticle {
  readonly text: string;
  /** In UTF-16 code units. */
  readonly continuum: Continuum;
}

/** How far it is; `resampling` counts replicates. */
export interface MeasureProgress {
  readonly phase: 'counting' | 'resampling';
  readonly done: number;
  readonly total: number;
}

export interface MeasureOptions {
  readonly metrics: readonly KnownMetric[];
  /** What scores are wanted of, besides everything together. */
  readonly subjects: Subjects;
  readonly parameters: Parameters;
}

/** Takes Articles one after another and keeps counts alone: memory grows with the Articles and not with their texts or marks. */
export interface Measurement {
  /** Pauses while an Article is being counted, for the long measures. Articles that fewer than two people marked are passed over. */
  readonly add: (article: SharedArticle) => Generator<undefined, void, undefined>;
  /** Scores of what was added so far, without intervals: at once. */
  readonly soFar: () => readonly Score[];
  /** Scores of all that was added, with a pause between replicates. */
  readonly scores: () => Generator<MeasureProgress, readonly Score[], undefined>;
  /** Articles that counted. */
  readonly articles: () => number;
}

const replicatesPerPause = 20;

export function measurement({ metrics, subjects, parameters }: MeasureOptions): Measurement {
  const all = metrics.flatMap((metric) => subjectsOf(metric, subjects).map((subject): Target => ({ metric, subject, series: new Series(metric, subject) })));
  let articles = 0;

  function* add(shared: SharedArticle): Generator<undefined, void, undefined> {
    if (shared.continuum.voices.length < 2) return;
    yield* countInto(all, articles++, shared, parameters);
    yield;
  }

  function* scores(): Generator<MeasureProgress, readonly Score[], undefined> {
    const values = all.map((): number[] => []);
    let [done, told] = [0, 0];
    for (const drawn of replicates(articles, articles < 2 ? 0 : parameters.replicates, parameters.seed)) {
      all.forEach(({ series }, index) => {
        for (const value of series.drawn(drawn)) if (value !== null) values[index]?.push(value);
      });
      done += drawn.size;
      if (done - told < replicatesPerPause) continue;
      told = done;
      yield { phase: 'resampling', done, total: parameters.replicates };
    }
    return all.map((target, index) => scoreOf(target, values[index] ?? []));
  }

  return { add, scores, soFar: () => all.map((target) => scoreOf(target, [])), articles: () => articles };
}

/** @param drawn the value in every draw in which it is defined */
function scoreOf({ metric, subject, series }: Target, drawn: readonly number[]): Score {
  const [value, counted] = [series.value(), series.articlesWith('n')];
  return {
    metric: metric.id, label: subject, value, interval: value === null || counted < 2 ? null : percentileInterval(drawn),
    n: series.total('n'), articles: counted, coverage: series.beside('coverage'), precision: series.beside('precision'), leftOut: series.leftOut, approached: series.total('approached'),
  };
}

/** Where what a Metric counts of a subject is gathered. */
export interface Target {
  readonly metric: KnownMetric;
  readonly subject: string | null;
  readonly series: Series;
}

/** @param article by which number the Series know it */
export function* countInto(
  targets: readonly Target[], article: number, { text, continuum }: SharedArticle, parameters: Parameters,
): Generator<undefined, void, undefined> {
  const readings = readingsOf(text, continuum);
  for (const { metric, subject, series } of targets) {
    for (const [group, part] of readings(metric)) {
      const counting = metric.count(part, subject, parameters);
      const tally = counting !== null && 'next' in counting ? yield* counting : counting;
      if (tally === null) series.leftOut++;
      else series.add(article, group, tally);
    }
  }
}

function subjectsOf({ scope }: Metric, subjects: Subjects): readonly (string | null)[] {
  return [...(scope.overall ? [null] : []), ...(scope.each ? subjects[scope.of] : [])];
}

/** The Continua that a Metric takes, by group: made once for all Metrics, since they remember what is found out about them. */
function readingsOf(text: string, characters: Continuum): (metric: Metric) => readonly (readonly [group: string, part: Continuum])[] {
  const known = new Map<string, readonly (readonly [string, Continuum])[]>();
  const whole = (unit: Metric['unit']): Continuum => (unit === 'character' ? characters : inTokens(text, characters));
  const remembered = (key: string, make: () => readonly (readonly [string, Continuum])[]): readonly (readonly [string, Continuum])[] => {
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  };
  return ({ unit, people }) => {
    const all = remembered(unit, () => [['', whole(unit)]]);
    if (people === 'all') return all;
    const pairs = remembered(`${unit} pairs`, () => all.flatMap(([, one]) => pairsOf(one).map((pair) => [pairName(pair), pair] as const)));
    return people === 'mean-of-pairs' ? pairs : remembered(`${unit} pooled`, () => pairs.map(([, part]) => ['', part]));
  };
}

/** All in one go, with pauses and progress; stop asking, and it stops. */
export function* measuring(
  shared: readonly SharedArticle[], options: MeasureOptions,
): Generator<MeasureProgress, readonly Score[], undefined> {
  const { add, scores } = measurement(options);
  for (const [done, article] of shared.entries()) {
    for (const counting = add(article); !counting.next().done; ) yield { phase: 'counting', done, total: shared.length };
  }
  return yield* scores();
}

/** The same without a pause. */
export const measure = (shared: readonly SharedArticle[], options: MeasureOptions): readonly Score[] => runThrough(measuring(shared, options));
