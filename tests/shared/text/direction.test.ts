import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directionOf } from '../../../shared/text/direction.ts';
import { forAll } from '../../arbitraries/for-all.ts';

test.each([
  ['Persian', 'وزیر گفت', 'rtl'],
  ['Latin', 'the minister said', 'ltr'],
  ['a Latin name at the head of a Persian paragraph', 'BRICS نشست خود را برگزار کرد', 'rtl'],
  ['a Persian name in an English sentence', 'the talks with وزیر نیرو will go on', 'ltr'],
  ['a tie', 'abc ابپ', 'rtl'],
  ['numbers only', '۱۲ 34', 'rtl'],
  ['nothing', '', 'rtl'],
  ['letters of two scripts in one word', 'xyآب', 'rtl'],
  ['letters outside the basic plane count once', '𐐷𐐷 ابپ', 'rtl'],
])('%s', (_, paragraph, expected) => expect(directionOf(paragraph)).toBe(expected));

test('law: it is what counting letter by letter says', () => {
  const letter = fc.constantFrom('a', 'ب', 'پ', 'א', 'ܐ', 'ހ', 'ߊ', '𞤀', '𐐷', 'é', '\u064e', '\u200c', 'ـ', ' ', '۱', '«', '🙂');
  const isRightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;
  forAll(fc.array(letter, { maxLength: 30 }), (drawn) => {
    const letters = drawn.filter((one) => /\p{L}/u.test(one));
    const balance = letters.reduce((sum, one) => sum + (isRightToLeft.test(one) ? 1 : -1), 0);
    expect(directionOf(drawn.join(''))).toBe(balance < 0 ? 'ltr' : 'rtl');
  });
});
