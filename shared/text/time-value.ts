import { daysInJalaliMonth } from './jalali.ts';
import { fold } from './persian.ts';

const persianMonths = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'ابان', 'اذر', 'دی', 'بهمن', 'اسفند'] as const;
const latinMonths = ['farvardin', 'ordibehesht', 'khordad', 'tir', 'mordad', 'shahrivar', 'mehr', 'aban', 'azar', 'dey', 'bahman', 'esfand'] as const;
const months: ReadonlyMap<string, number> = new Map([persianMonths, latinMonths].flatMap((names) => names.map((name, index) => [name, index + 1] as const)));

const units: ReadonlyMap<string, string> = new Map([
  ['سال', 'Y'], ['ساله', 'Y'], ['year', 'Y'], ['years', 'Y'],
  ['ماه', 'M'], ['ماهه', 'M'], ['month', 'M'], ['months', 'M'],
  ['هفته', 'W'], ['week', 'W'], ['weeks', 'W'],
  ['روز', 'D'], ['روزه', 'D'], ['day', 'D'], ['days', 'D'],
]);
const unitOrder = 'YMWD';

const numbers: ReadonlyMap<string, number> = new Map([
  ['یک', 1], ['دو', 2], ['سه', 3], ['چهار', 4], ['پنج', 5], ['شش', 6], ['هفت', 7], ['هشت', 8], ['نه', 9], ['ده', 10], ['یازده', 11],
  ['دوازده', 12], ['پانزده', 15], ['هجده', 18], ['بیست', 20], ['سی', 30], ['چهل', 40], ['پنجاه', 50], ['شصت', 60], ['نود', 90], ['صد', 100],
]);

/** Words that stand round a deadline and are not part of it. */
const around = /^(?:(?:تا|ظرف|طی|در|حداکثر|مدت|within|in|by)\s+)+|\s+(?:اینده|دیگر|اتی)$/gu;

/** With this month and day; of no year when `null`. There must be such a day, in a leap year at least. */
function dateValue(year: number | null, month: number, day: number): string | null {
  const isThere = month >= 1 && month <= 12 && day >= 1 && day <= (year === null ? (month <= 6 ? 31 : 30) : daysInJalaliMonth(year, month));
  return isThere ? `${year === null ? '-' : padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` : null;
}

const monthValue = (year: number, month: number): string | null => (month >= 1 && month <= 12 ? `${padded(year, 4)}-${padded(month, 2)}` : null);

const padded = (part: number, length: number): string => String(part).padStart(length, '0');

type Parts = readonly (string | undefined)[];
const numeral = (part: string | undefined): number => Number(part ?? Number.NaN);

/** How a time may be written once it is folded, and what it means; `null` where it looks so and is no time. */
const forms: readonly (readonly [form: RegExp, valueOf: (parts: Parts) => string | null])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u, ([year, month, day]) => dateValue(numeral(year), numeral(month), numeral(day))],
  [/^(\d{4})[-/.](\d{1,2})$/u, ([year, month]) => monthValue(numeral(year), numeral(month))],
  [/^--(\d{1,2})-(\d{1,2})$/u, ([month, day]) => dateValue(null, numeral(month), numeral(day))],
  [/^(\d{1,2})\s*(\p{L}+?)(?:\s*ماه)?(?:\s+(\d{4}))?$/u, ([day, name, year]) => namedDate(name, numeral(day), year)],
  [/^(\p{L}+?)(?:\s*ماه)?\s+(\d{4})$/u, ([name, year]) => namedMonth(name, numeral(year))],
  [/^p(?=\d)(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?$/u, (counts) => duration(counts.map((count) => (count === undefined ? 0 : numeral(count))))],
];

function namedDate(name: string | undefined, day: number, year: string | undefined): string | null {
  const month = months.get(name ?? '');
  return month === undefined ? null : dateValue(year === undefined ? null : numeral(year), month, day);
}

function namedMonth(name: string | undefined, year: number): string | null {
  const month = months.get(name ?? '');
  return month === undefined ? null : monthValue(year, month);
}

/** Years, months, weeks, days. */
function duration(counts: readonly number[]): string | null {
  const parts = counts.map((count, index) => (count > 0 ? `${count}${unitOrder[index]}` : '')).join('');
  return parts === '' ? null : `P${parts}`;
}

/** «یک سال و ۶ ماه», `2 weeks`: numbers and units by turns. */
function spokenDuration(words: readonly string[]): string | null {
  const counts = [0, 0, 0, 0];
  const pairs = words.filter((word) => word !== 'و' && word !== 'and');
  if (pairs.length === 0 || pairs.length % 2 === 1) return null;
  for (let at = 0; at < pairs.length; at += 2) {
    const [count = '', name = ''] = [pairs[at], pairs[at + 1]];
    const unit = units.get(name);
    const number = numbers.get(count) ?? (/^\d+$/.test(count) ? Number(count) : undefined);
    const place = unit === undefined ? -1 : unitOrder.indexOf(unit);
    if (number === undefined || place < 0 || counts[place] !== 0) return null;
    counts[place] = number;
  }
  return duration(counts);
}

/**
 * What somebody wrote for a time, as the value that is stored: `1405-04-15`, `1405-04`, `--06-31` when the year is left open, or an ISO
 * 8601 duration. Any of the three sets of digits, names of the Jalali months, «۶ ماه». `null` when it says no time or no day there is.
 */
export function readTime(written: string): string | null {
  const folded = fold(written).text.trim().replaceAll(/\s+/gu, ' ').replaceAll(around, '');
  for (const [form, valueOf] of forms) {
    const parts = form.exec(folded)?.slice(1);
    const value = parts && valueOf(parts);
    if (value) return value;
  }
  // «۶ماه» is written as often as «۶ ماه».
  return spokenDuration(folded.replaceAll(/(\d)(?=\p{L})/gu, '$1 ').split(' '));
}
