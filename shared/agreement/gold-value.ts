import { percentileInterval, replicates } from './bootstrap.ts';
import { type Parameters } from './metric.ts';
import { type KnownMetric, metricById } from './registry.ts';
import { type Measured, Series } from './series.ts';
import { Counts, countOf, ratio, type Tally } from './tally.ts';

/** A value against gold with its interval over Articles, and of how many Annotations. */
export interface GoldValue {
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly n: number;
}

/** A Metric of one subject, or a part of all that there was. */
export interface AskedValue {
  readonly id: KnownMetric['id'] | 'share';
  /** What was counted in each Article; an empty one where there was nothing to count. */
  readonly tallies: readonly Tally[];
  /** Without one, nothing is drawn for it. */
  readonly hasInterval: boolean;
}

/** Values over the same Articles, in the order in which they were asked for. Articles are drawn once for all of them: that is what intervals cost most. */
export function valuesOver(asked: readonly AskedValue[], { replicates: count, seed }: Parameters): readonly GoldValue[] {
  const found = asked.map(({ id, tallies, hasInterval }) => {
    const series = seriesOf(id, tallies);
    const value = series.value();
    return { series, value, drawn: [] as number[], isDrawn: hasInterval && value !== null };
  });
  const articles = asked[0]?.tallies.length ?? 0;
  const drawn = found.filter(({ isDrawn }) => isDrawn);
  if (articles > 1 && drawn.length > 0) {
    for (const draws of replicates(articles, count, seed))
      for (const one of drawn) for (const value of one.series.drawn(draws)) if (value !== null) one.drawn.push(value);
  }
  return found.map(({ series, value, drawn: values }) => ({ value, interval: percentileInterval(values), n: series.total('n') }));
}

/** Nobody agrees with anybody in it: it is no Metric. */
const share: Measured = { value: (tally) => ratio(countOf(tally, 'part'), countOf(tally, 'whole')) };

/** What a share counts of one Article. */
export const shareTally = (part: number, whole: number): Tally => new Counts([['part', part], ['whole', whole], ['n', whole]]);

function seriesOf(id: AskedValue['id'], tallies: readonly Tally[]): Series {
  const metric = id === 'share' ? share : metricById(id);
  if (!metric) throw new Error(`no measure called ${id}`);
  const series = new Series(metric, null);
  tallies.forEach((tally, place) => series.add(place, '', new Counts(tally)));
  return series;
}
