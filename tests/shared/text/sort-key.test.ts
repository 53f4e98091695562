import { expect, test } from 'vitest';
import { sortKey } from '../../../shared/text/sort-key.ts';

const sorted = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

test.each<[string, readonly string[]]>([
  ['letters that Arabic does not have stand in their own places', ['بازار', 'پاییز', 'تهران', 'جهان', 'چرا', 'حال', 'ژاله', 'سرد', 'کتاب', 'گفت', 'لازم']],
  ['digits and Latin before Persian, digits as numbers are written', ['۱۴۰۳', 'BBC', 'آب', 'ایران']],
  ['quotation marks count for nothing', ['«اقتصاد»', 'بازار', '«پول»']],
])('%s', (_, words) => expect(sorted(words.toReversed())).toEqual(words));

test('one word in several spellings has one key', () => {
  expect(new Set(['كتاب‌ها', 'کتاب‌ها', 'کتابها', ' «کتاب‌ها!»'].map(sortKey)).size).toBe(1);
});
