import { describe, expect, it } from 'vitest';
import { readDate, writtenDate } from '../../../renderer/ui/written-date.ts';

describe('a date as people write it', () => {
  it.each([
    ['۱۴۰۲/۰۵/۲۰', '2023-08-11'],
    ['1402-5-20', '2023-08-11'],
    ['٢٠٢٣-٠٨-١١', '2023-08-11'],
    ['2023-08-11', '2023-08-11'],
    ['  ', null],
    ['۱۴۰۲/۱۲/۳۰', undefined],
    ['2023-02-29', undefined],
    ['دیروز', undefined],
  ])('%s', (written, date) => expect(readDate(written)).toBe(date));

  it('is Jalali in Persian', () => {
    expect(writtenDate('2023-08-11', 'fa')).toBe('۱۴۰۲/۰۵/۲۰');
    expect(writtenDate('2023-08-11', 'en')).toBe('2023-08-11');
    expect(writtenDate(null, 'fa')).toBe('');
  });
});
