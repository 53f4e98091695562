import { describe, expect, test } from 'vitest';
import { type ResolvedTime, resolveTime } from '../../../shared/text/resolve-time.ts';

function inShort(resolved: ResolvedTime): string {
  if (resolved.kind === 'day') return `${resolved.day.jalali} ${resolved.day.gregorian}`;
  if (resolved.kind === 'range') return [resolved.from, resolved.to].map(({ jalali, gregorian }) => `${jalali} ${gregorian}`).join(' – ');
  return resolved.kind;
}

describe('resolveTime', () => {
  test.each<readonly [value: string, published: string | null, expected: string, reason: string]>([
    ['1405-04-15', null, '1405/04/15 2026-07-06', 'a whole date needs no date of the article'],
    ['1405-04', null, '1405/04/01 2026-06-22 – 1405/04/31 2026-07-22', 'a month has its first and last day'],
    ['1403-12', null, '1403/12/01 2025-02-19 – 1403/12/30 2025-03-20', 'the last month of a leap year'],
    ['--06-31', '2026-07-06', '1405/06/31 2026-09-22', 'still ahead in the same year'],
    ['--02-01', '2026-07-06', '1406/02/01 2027-04-21', 'over for this year'],
    ['--04-15', '2026-07-06', '1405/04/15 2026-07-06', 'the day itself'],
    ['--12-30', '2026-07-06', '1408/12/30 2030-03-20', 'the next leap year'],
    ['P6M', '2026-07-06', '1405/04/15 2026-07-06 – 1405/10/15 2027-01-05', 'half a year by the Jalali calendar'],
    ['P1M', '2026-09-22T08:00:00Z', '1405/06/31 2026-09-22 – 1405/07/30 2026-10-22', 'a shorter month ends earlier'],
    ['P1Y2W', '2026-07-06', '1405/04/15 2026-07-06 – 1406/04/29 2027-07-20', 'years, then weeks'],
    ['P100D', '2026-07-06', '1405/04/15 2026-07-06 – 1405/07/22 2026-10-14', 'days'],
    ['P6M', null, 'article-undated', 'from when?'],
    ['--06-31', 'دیروز', 'article-undated', 'a date that nobody can read is none'],
    ['1405-07-31', null, 'no-such-day', 'autumn has no day 31'],
    ['P', '2026-07-06', 'no-such-day', 'no duration'],
    ['به‌زودی', '2026-07-06', 'no-such-day', 'no time'],
    ['P400Y', '2026-07-06', 'no-such-day', 'further than the calendar is known'],
  ])('%s in an article of %s is %s: %s', (value, published, expected) => expect(inShort(resolveTime(value, published))).toBe(expected));
});
