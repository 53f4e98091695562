import { expect, test } from 'vitest';
import { directionOf } from '../../../shared/text/direction.ts';

test.each([
  ['Persian', 'وزیر گفت', 'rtl'],
  ['Latin', 'the minister said', 'ltr'],
  ['a Latin name at the head of a Persian paragraph', 'BRICS نشست خود را برگزار کرد', 'rtl'],
  ['a Persian name in an English sentence', 'the talks with وزیر نیرو will go on', 'ltr'],
  ['a tie', 'abc ابپ', 'rtl'],
  ['numbers only', '۱۲ 34', 'rtl'],
  ['nothing', '', 'rtl'],
])('%s', (_, paragraph, expected) => expect(directionOf(paragraph)).toBe(expected));
