import { expect, it } from 'vitest';
import { inContext } from '../../../shared/text/in-context.ts';

const text = 'وزیر نیرو دیروز گفت که برق گران شد';
const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });

it.each([
  ['words that would be cut are left out', 'گفت', 9, [' دیروز ', 'گفت', ' که برق ']],
  ['words that end just there stay', 'گفت', 7, [' دیروز ', 'گفت', ' که برق']],
  ['the text ends before the length does', 'گفت', 99, ['وزیر نیرو دیروز ', 'گفت', ' که برق گران شد']],
  ['a word that is too long for it is not there at all', 'شد', 3, [' ', 'شد', '']],
])('%s', (_, word, length, parts) => {
  const { before, marked, after } = inContext(text, at(word), length);
  expect([before, marked, after]).toEqual(parts);
});

it('never cuts a surrogate pair', () => {
  const pictures = '🔴🔴گفت🔴🔴';
  expect(inContext(pictures, { start: 4, end: 7 }, 3)).toEqual({ before: '🔴', marked: 'گفت', after: '🔴🔴' });
});
