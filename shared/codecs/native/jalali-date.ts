/** Days from 1 Farvardin 1 to 1 January 1970. */
const unixEpoch = 492_268;

/**
 * A Gregorian date `YYYY-MM-DD`, with or without a time after it, as Jalali `YYYY/MM/DD`. `null` where there is no such
 * date, and outside 1700 to 2123, where the 33-year rule of leap years (eight in each) is the calendar of Iran.
 */
export function jalaliDate(gregorian: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(gregorian);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (year < 1700 || year > 2123 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return jalaliOfDay(gregorianDay(year, month, day) + unixEpoch);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days from 1 January 1970. Years are counted from March, so that the leap day is the last of its year. */
function gregorianDay(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 1 - 719_468;
}

/** Days from 1 Farvardin 1 to 1 Farvardin of that year. */
const newYear = (year: number): number => 365 * (year - 1) + Math.floor((8 * (year - 1) + 29) / 33);

/** Six months of 31 days, then months of 30. */
function jalaliOfDay(day: number): string {
  const guess = Math.floor(day / 365.25) + 1;
  const year = newYear(guess + 1) <= day ? guess + 1 : guess;
  const inYear = day - newYear(year);
  const inAutumn = inYear - 6 * 31;
  const [month, inMonth] = inAutumn < 0 ? [Math.floor(inYear / 31), inYear % 31] : [6 + Math.floor(inAutumn / 30), inAutumn % 30];
  return [year, month + 1, inMonth + 1].map((part) => String(part).padStart(2, '0')).join('/');
}
