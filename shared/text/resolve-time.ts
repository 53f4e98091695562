import { type CalendarDate, type Day, dayOfGregorian, dayOfJalali, daysInJalaliMonth, gregorianOfDay, jalaliOfDay, slashed } from './jalali.ts';

/** One day as both calendars write it: Gregorian `YYYY-MM-DD`, Jalali `YYYY/MM/DD`. */
export interface BothCalendars {
  readonly gregorian: string;
  readonly jalali: string;
}

export type ResolvedTime =
  | { readonly kind: 'day'; readonly day: BothCalendars }
  /** Both days belong to it. */
  | { readonly kind: 'range'; readonly from: BothCalendars; readonly to: BothCalendars }
  /** It counts from the Article's date, which is not known. */
  | { readonly kind: 'article-undated' }
  /** The value is no time, or the calendar has no such day. */
  | { readonly kind: 'no-such-day' };

const both = (day: Day): BothCalendars => ({ gregorian: gregorianOfDay(day), jalali: slashed(jalaliOfDay(day)) });
const noSuchDay: ResolvedTime = { kind: 'no-such-day' };

const single = (day: Day | null): ResolvedTime => (day === null ? noSuchDay : { kind: 'day', day: both(day) });
const range = (from: Day | null, to: Day | null): ResolvedTime =>
  from === null || to === null ? noSuchDay : { kind: 'range', from: both(from), to: both(to) };

/** A leap day comes round after at most five years. */
const longestWait = 5;

/** A deadline lies ahead: the first such day that is not before the Article's. */
function nextOccurrence(month: number, day: number, from: Day): Day | null {
  const { year } = jalaliOfDay(from);
  for (let waited = 0; waited <= longestWait; waited++) {
    const found = dayOfJalali({ year: year + waited, month, day });
    if (found !== null && found >= from) return found;
  }
  return null;
}

interface Duration {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** By the Jalali calendar, in which the text counts: a month after 31 Shahrivar is 30 Mehr. */
function after(from: Day, { years, months, days }: Duration): Day | null {
  const start: CalendarDate = jalaliOfDay(from);
  const monthsSince = (start.year + years) * 12 + start.month - 1 + months;
  const [year, month] = [Math.floor(monthsSince / 12), (monthsSince % 12) + 1];
  const reached = dayOfJalali({ year, month, day: Math.min(start.day, daysInJalaliMonth(year, month)) });
  return reached === null || jalaliOfDay(reached + days).year > 1501 ? null : reached + days;
}

/**
 * The day or days that a stored time (`time-value.ts`) means, in an Article published on that Gregorian date (`null`: not known).
 * A duration runs from the Article's day to its last one.
 */
export function resolveTime(value: string, published: string | null): ResolvedTime {
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value);
  if (date) {
    const [year, month, day] = date.slice(1).map((part) => (part === undefined ? null : Number(part))) as [number, number, number | null];
    if (day !== null) return single(dayOfJalali({ year, month, day }));
    return range(dayOfJalali({ year, month, day: 1 }), dayOfJalali({ year, month, day: daysInJalaliMonth(year, month) }));
  }
  const recurring = /^--(\d{2})-(\d{2})$/.exec(value);
  const duration = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(value);
  if (!recurring && !duration) return noSuchDay;
  const from = published === null ? null : dayOfGregorian(published);
  if (from === null) return { kind: 'article-undated' };
  if (recurring) return single(nextOccurrence(Number(recurring[1]), Number(recurring[2]), from));
  const [years, months, weeks, days] = (duration ?? []).slice(1).map((count) => Number(count ?? 0)) as [number, number, number, number];
  return range(from, after(from, { years, months, days: 7 * weeks + days }));
}
