import { dayOfGregorian, dayOfJalali, gregorianOfDay } from './jalali.ts';
import { fold } from './persian.ts';

const gregorianMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** As `fold` writes them. */
const persianGregorianMonths = [
  ['ژانویه'], ['فوریه'], ['مارس'], ['اوریل'], ['مه', 'می'], ['ژوین'], ['ژوییه', 'جولای'], ['اوت', 'اگوست'], ['سپتامبر'], ['اکتبر'], ['نوامبر'], ['دسامبر'],
];
const jalaliMonths = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'ابان', 'اذر', 'دی', 'بهمن', 'اسفند'];

const longest = 80;
const withTime = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(z|[+-]\d{2}:?\d{2})?$/;

/** Years of the Jalali calendar that a page of our time can bear; a Gregorian year is never among them. */
const isJalaliYear = (year: number): boolean => year >= 1200 && year <= 1500;

const two = (part: number): string => String(part).padStart(2, '0');

/** A day of either calendar as `YYYY-MM-DD` of the Gregorian one; `null` where there is no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  if (isJalaliYear(year)) {
    const found = dayOfJalali({ year, month, day });
    return found === null ? null : gregorianOfDay(found);
  }
  const written = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return dayOfGregorian(written) === null ? null : written;
}

/**
 * When something was published, as pages and tables write it, in any digits and either calendar: as `YYYY-MM-DD`, with the time behind it where an ISO
 * date has one. `null` for what is no date; nothing is guessed of a number alone, or of a day and month that could be either.
 */
export function publishedDate(written: string): string | null {
  if (written.length > longest) return null;
  const text = fold(written).text.trim();
  const iso = withTime.exec(text);
  if (iso) {
    const [, date = '', time = '', zone = ''] = iso;
    const day = dayOf(...(date.split('-').map(Number) as [number, number, number]));
    const isThere = Number(time.slice(0, 2)) < 24 && Number(time.slice(3, 5)) < 60;
    return day === null || !isThere ? null : day === date ? `${day}T${time}${zone.toUpperCase()}` : day;
  }
  const numbers = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-])/.exec(text);
  if (numbers) return dayOf(...(numbers.slice(1).map(Number) as [number, number, number]));
  const last = /(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})[-/.](1[234]\d\d)(?![\d/.-])/.exec(text);
  if (last) return dayOf(Number(last[3]), Number(last[2]), Number(last[1]));
  const named =
    /(?<!\d)(\d{1,2})\s+(\p{L}+?)(?:\s*ماه)?[\s,،-]+(\d{4})(?!\d)/u.exec(text) ??
    turned(/(?<!\d)(\d{4})\s+(\p{L}+?)(?:\s*ماه)?\s+(\d{1,2})(?![\d:])/u.exec(text)) ??
    swapped(/(?<!\p{L})(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s*(\d{4})(?!\d)/u.exec(text));
  if (!named) return null;
  const [, day, name = '', year] = named;
  const month = isJalaliYear(Number(year)) ? jalaliMonths.indexOf(name) : gregorianMonth(name);
  return month === -1 ? null : dayOf(Number(year), month + 1, Number(day));
}

function gregorianMonth(name: string): number {
  const persian = persianGregorianMonths.findIndex((names) => names.includes(name));
  return persian === -1 ? gregorianMonths.indexOf(name.slice(0, 3)) : persian;
}

const turned = (found: RegExpExecArray | null): readonly string[] | null => found && [found[0], found[3] ?? '', found[2] ?? '', found[1] ?? ''];
const swapped = (found: RegExpExecArray | null): readonly string[] | null => found && [found[0], found[2] ?? '', found[1] ?? '', found[3] ?? ''];
