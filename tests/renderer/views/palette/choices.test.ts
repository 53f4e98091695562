import { expect, test } from 'vitest';
import { folded, found } from '../../../../renderer/views/palette/choices.ts';

const lines = ['خروجی گرفتن…', 'برداشتن پیوند', 'پیوند دادن', 'حالت تمرکز', 'تغییر برچسب نقل‌قول', 'Open article…', 'خبر ۱۴۰۲'].map((words) => ({
  words, folded: folded(words),
}));
const wordsFor = (query: string, limit = 10) => found(lines, query, limit).map(({ words }) => words);

test.each([
  ['Arabic ye', 'خروجي', ['خروجی گرفتن…']],
  ['Arabic kaf and ye', 'تمركز', ['حالت تمرکز']],
  ['a blank for a zero-width non-joiner', 'نقل قول', ['تغییر برچسب نقل‌قول']],
  ['nothing for a zero-width non-joiner', 'نقلقول', ['تغییر برچسب نقل‌قول']],
  ['Arabic digits', '١٤٠٢', ['خبر ۱۴۰۲']],
  ['Latin digits', '1402', ['خبر ۱۴۰۲']],
  ['capital letters', 'ARTICLE', ['Open article…']],
  ['words in another order', 'قول تغییر', ['تغییر برچسب نقل‌قول']],
  ['what begins with it comes first', 'پیوند', ['پیوند دادن', 'برداشتن پیوند']],
  ['nothing', 'واژه‌ای دیگر', []],
])('%s', (_, query, expected) => expect(wordsFor(query)).toEqual(expected));

test('an empty query finds all in their order, up to the limit', () => {
  expect(wordsFor('')).toEqual(lines.map(({ words }) => words));
  expect(wordsFor(' ', 2)).toEqual(lines.slice(0, 2).map(({ words }) => words));
});
