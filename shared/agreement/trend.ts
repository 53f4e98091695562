import { type Day, dayOfGregorian, gregorianOfDay } from '../text/jalali.ts';
import { type Measurement, measurement, type MeasureOptions, type MeasureProgress, type SharedArticle } from './measure.ts';
import { type Score } from './score.ts';

/** An Article with the day that it counts for: when it was finished, published, handed in. */
export interface DatedArticle {
  readonly shared: SharedArticle;
  /** Gregorian `YYYY-MM-DD`, with or without a time; `null` where it is not known. */
  readonly day: string | null;
}

/** Scores of one week's Articles. */
export interface WeekScores {
  /** The Saturday that it begins with, `YYYY-MM-DD`. */
  readonly from: string;
  readonly articles: number;
  /** Too few Articles to say anything: drawn grey. */
  readonly isThin: boolean;
  readonly scores: readonly Score[];
}

export interface Trend {
  /** In order; weeks without Articles are not there. */
  readonly weeks: readonly WeekScores[];
  /** Articles without a day. */
  readonly undated: number;
}

/** A week with fewer Articles says too little. */
export const thinWeek = 5;

/** Takes Articles one after another, as a Measurement does. */
export interface TrendMeasurement {
  readonly add: (dated: DatedArticle) => Generator<undefined, void, undefined>;
  /** Without intervals, at once. */
  readonly soFar: () => Trend;
  readonly trend: () => Generator<MeasureProgress, Trend, undefined>;
}

/** Week by week, from Saturday to Friday. Articles that fewer than two people marked are passed over. */
export function trendMeasurement(options: MeasureOptions): TrendMeasurement {
  const weeks = new Map<Day, Measurement>();
  let undated = 0;
  const inOrder = (): readonly (readonly [Day, Measurement])[] => [...weeks].sort(([a], [b]) => a - b);
  const weekScores = (saturday: Day, week: Measurement, scores: readonly Score[]): WeekScores =>
    ({ from: gregorianOfDay(saturday), articles: week.articles(), isThin: week.articles() < thinWeek, scores });
  return {
    *add({ shared, day }) {
      if (shared.continuum.voices.length < 2) return;
      const on = day === null ? null : dayOfGregorian(day);
      if (on === null) {
        undated++;
        return;
      }
      const week = weeks.get(saturdayOf(on)) ?? measurement(options);
      weeks.set(saturdayOf(on), week);
      yield* week.add(shared);
    },
    soFar: () => ({ weeks: inOrder().map(([saturday, week]) => weekScores(saturday, week, week.soFar())), undated }),
    *trend() {
      const found: WeekScores[] = [];
      for (const [saturday, week] of inOrder()) found.push(weekScores(saturday, week, yield* week.scores()));
      return { weeks: found, undated };
    },
  };
}

export function* measuringTrend(dated: readonly DatedArticle[], options: MeasureOptions): Generator<MeasureProgress, Trend, undefined> {
  const { add, trend } = trendMeasurement(options);
  for (const [done, one] of dated.entries()) for (const counting = add(one); !counting.next().done; ) yield { phase: 'counting', done, total: dated.length };
  return yield* trend();
}

/** The Saturday at or before a day; 3 January 1970 was one. */
const saturdayOf = (day: Day): Day => day - ((((day - 2) % 7) + 7) % 7);

/** The week of a Gregorian day, `YYYY-MM-DD`, by its Saturday; `null` for what is no day. */
export function weekOf(day: string): string | null {
  const on = dayOfGregorian(day);
  return on === null ? null : gregorianOfDay(saturdayOf(on));
}
