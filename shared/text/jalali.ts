/** A day as a count of days from 1 January 1970, in either calendar the same. */
export type Day = number;

/** Months and days count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 1 Farvardin 1 to 1 January 1970. */
const unixEpoch = 492_268;

/** In these years, 1700 to 2123, the 33-year rule of leap years (eight in each) is the calendar of Iran. */
const gregorianYears = { first: 1700, last: 2123 };
const jalaliYears = { first: 1079, last: 1501 };

/**
 * A Gregorian date `YYYY-MM-DD`, with or without a time after it, as Jalali `YYYY/MM/DD`. `null` where there is no such
 * date, and outside 1700 to 2123.
 */
export function jalaliDate(gregorian: string): string | null {
  const day = dayOfGregorian(gregorian);
  return day === null ? null : slashed(jalaliOfDay(day));
}

/** Of a Gregorian date `YYYY-MM-DD`, with or without a time after it; `null` where `jalaliDate` is. */
export function dayOfGregorian(gregorian: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(gregorian);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (year < gregorianYears.first || year > gregorianYears.last || month < 1 || month > 12) return null;
  return day < 1 || day > daysInMonth(year, month) ? null : gregorianDay(year, month, day);
}

/** `null` where the calendar has no such day, and outside the years 1079 to 1501. */
export function dayOfJalali({ year, month, day }: CalendarDate): Day | null {
  if (year < jalaliYears.first || year > jalaliYears.last || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInJalaliMonth(year, month)) return null;
  return newYear(year) + daysBefore(month) + day - 1 - unixEpoch;
}

/** Six months of 31 days, then months of 30; the last one has 29 unless the year is a leap year. */
export function daysInJalaliMonth(year: number, month: number): number {
  if (month <= 6) return 31;
  return month < 12 || newYear(year + 1) - newYear(year) === 366 ? 30 : 29;
}

export function jalaliOfDay(from: Day): CalendarDate {
  const day = from + unixEpoch;
  const guess = Math.floor(day / 365.25) + 1;
  const year = newYear(guess + 1) <= day ? guess + 1 : guess;
  const inYear = day - newYear(year);
  const month = inYear < daysBefore(7) ? Math.floor(inYear / 31) + 1 : Math.floor((inYear - daysBefore(7)) / 30) + 7;
  return { year, month, day: inYear - daysBefore(month) + 1 };
}

/** `YYYY-MM-DD`. The inverse of `gregorianDay`: years from March, in cycles of 400. */
export function gregorianOfDay(from: Day): string {
  const days = from + 719_468;
  const cycle = Math.floor(days / 146_097);
  const inCycle = days - cycle * 146_097;
  const yearInCycle = Math.floor((inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) / 365);
  const inYear = inCycle - (365 * yearInCycle + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100));
  const monthFromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearInCycle + 400 * cycle + (month <= 2 ? 1 : 0);
  return [year, month, inYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1].map(twoDigits).join('-');
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** `YYYY/MM/DD`, as Iran writes it. */
export const slashed = ({ year, month, day }: CalendarDate): string => [year, month, day].map(twoDigits).join('/');

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Years are counted from March, so that the leap day is the last of its year. */
function gregorianDay(year: number, month: number, day: number): Day {
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 1 - 719_468;
}

/** Days from 1 Farvardin 1 to 1 Farvardin of that year. */
const newYear = (year: number): number => 365 * (year - 1) + Math.floor((8 * (year - 1) + 29) / 33);

/** Days of the year before this month. */
const daysBefore = (month: number): number => (month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7));
