import { type Language } from '../../shared/bridge.ts';
import { dayOfGregorian, dayOfJalali, gregorianOfDay, jalaliDate } from '../../shared/text/jalali.ts';
import { fold } from '../../shared/text/persian.ts';
import { type Translator } from '../messages/translate.ts';

const persianDigits = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));

/** A stored date as it is written in the language of the interface: Jalali `۱۴۰۲/۰۵/۲۰`, or as it is. */
export const writtenDate = (date: string | null, language: Language): string =>
  date === null ? '' : language === 'fa' ? persianDigits(jalaliDate(date) ?? date) : date;

/** When an Article was published, as people say it; what is no date stays as it was written. */
export const publishedWords = (published: string, { date }: Pick<Translator, 'date'>): string =>
  dayOfGregorian(published) === null ? published : date(published);

/** What a person wrote, as Gregorian `YYYY-MM-DD`: years before 1700 are Jalali. `null` for nothing, `undefined` for what is no date. */
export function readDate(written: string): string | null | undefined {
  const text = fold(written).text.trim();
  if (text === '') return null;
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const found = year < 1700 ? dayOfJalali({ year, month, day }) : dayOfGregorian(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
  return found === null ? undefined : gregorianOfDay(found);
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');
