import { type Day, dayOfGregorian, gregorianOfDay } from '../text/jalali.ts';
import { measuring, type MeasureOptions, type MeasureProgress, type SharedArticle } from './measure.ts';
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

/** Week by week, from Saturday to Friday. */
export function* measuringTrend(dated: readonly DatedArticle[], options: MeasureOptions): Generator<MeasureProgress, Trend, undefined> {
  const weeks = new Map<Day, SharedArticle[]>();
  let undated = 0;
  for (const { shared, day } of dated) {
    const on = day === null ? null : dayOfGregorian(day);
    if (on === null) {
      undated++;
      continue;
    }
    const week = weeks.get(weekOf(on));
    if (week) week.push(shared);
    else weeks.set(weekOf(on), [shared]);
  }
  const found: WeekScores[] = [];
  for (const [saturday, articles] of [...weeks].sort(([a], [b]) => a - b)) {
    const scores = yield* measuring(articles, options);
    found.push({ from: gregorianOfDay(saturday), articles: articles.length, isThin: articles.length < thinWeek, scores });
  }
  return { weeks: found, undated };
}

/** The Saturday at or before a day; 3 January 1970 was one. */
const weekOf = (day: Day): Day => day - ((((day - 2) % 7) + 7) % 7);
