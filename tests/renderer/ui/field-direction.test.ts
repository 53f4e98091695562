import { expect, it } from 'vitest';
import { fieldDirection } from '../../../renderer/ui/field-direction.ts';

it.each([
  ['nothing is written as the window is', '', undefined],
  ['a mark alone, and Persian digits', '«۱۴۰۲', undefined],
  ['a Persian name', 'سارا', 'rtl'],
  ['a Persian sentence that begins with a Latin name', 'BBC گزارش داد', 'rtl'],
  ['a Latin name', 'Reuters', 'ltr'],
  ['a day without its year', '--05-15', 'ltr'],
  ['a version', '1.0.2', 'ltr'],
] as const)('%s', (_, written, direction) => expect(fieldDirection(written)).toBe(direction));
