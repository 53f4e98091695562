import { describe, expect, it } from 'vitest';
import { dayOfGregorian, dayOfJalali, daysInJalaliMonth, gregorianOfDay, jalaliDate, jalaliOfDay } from '../../../shared/text/jalali.ts';

const calendar = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' });

function asTheSystemSays(date: Date): string {
  const parts = new Map(calendar.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}/${parts.get('month')}/${parts.get('day')}`;
}

describe('jalaliDate', () => {
  it.each([
    ['2024-08-02', '1403/05/12', 'an ordinary day'],
    ['2024-03-19', '1402/12/29', 'the last day of an ordinary year'],
    ['2024-03-20', '1403/01/01', 'Nowruz'],
    ['2025-03-20', '1403/12/30', 'the leap day'],
    ['2024-10-23T14:05:09.120Z', '1403/08/02', 'a date with a time'],
    ['2024-02-29', '1402/12/10', 'the Gregorian leap day'],
  ])('%s is %s: %s', (gregorian, jalali) => expect(jalaliDate(gregorian)).toBe(jalali));

  it.each(['', '2024', '2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '1403/05/12', '2024-08-02Z', '1403-05-12', 'دیروز'])(
    'is null for %j',
    (text) => expect(jalaliDate(text)).toBeNull(),
  );

  it('agrees with the calendar of the system on every day from 1700 to 2123', () => {
    const day = 86_400_000;
    const wrong: string[] = [];
    for (let time = Date.UTC(1700, 0, 1); time < Date.UTC(2124, 0, 1); time += day) {
      const gregorian = new Date(time).toISOString().slice(0, 10);
      if (jalaliDate(gregorian) !== asTheSystemSays(new Date(time))) wrong.push(gregorian);
    }
    expect(wrong).toEqual([]);
  });
});

describe('days', () => {
  it.each([
    ['1405-04-15', { year: 1405, month: 4, day: 15 }, '2026-07-06'],
    ['the first day of the Unix epoch', { year: 1348, month: 10, day: 11 }, '1970-01-01'],
    ['a leap day', { year: 1403, month: 12, day: 30 }, '2025-03-20'],
  ])('%s is the same day in both calendars', (_, jalali, gregorian) => {
    const day = dayOfJalali(jalali);
    expect(day).toBe(dayOfGregorian(gregorian));
    expect(gregorianOfDay(day ?? Number.NaN)).toBe(gregorian);
    expect(jalaliOfDay(day ?? Number.NaN)).toEqual(jalali);
  });

  it.each([
    ['a leap day of an ordinary year', { year: 1404, month: 12, day: 30 }],
    ['the thirty-first of a month of autumn', { year: 1405, month: 7, day: 31 }],
    ['month 13', { year: 1405, month: 13, day: 1 }],
    ['day 0', { year: 1405, month: 1, day: 0 }],
    ['a year that the rule does not reach', { year: 1502, month: 1, day: 1 }],
  ])('there is no %s', (_, date) => expect(dayOfJalali(date)).toBeNull());

  it('both ways through both calendars lead back, every day from 1700 to 2123', () => {
    const [first, last] = [dayOfGregorian('1700-01-01'), dayOfGregorian('2123-12-31')] as [number, number];
    const wrong: number[] = [];
    for (let day = first; day <= last; day++) {
      const jalali = jalaliOfDay(day);
      const isWrong = dayOfGregorian(gregorianOfDay(day)) !== day || (jalali.year > 1078 && jalali.year < 1502 && dayOfJalali(jalali) !== day);
      if (isWrong || jalali.day > daysInJalaliMonth(jalali.year, jalali.month)) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });
});
