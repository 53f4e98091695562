import { expect, it } from 'vitest';
import { writtenCount } from '../../../shared/text/written-count.ts';

it.each([
  ['Persian digits', '۸۰', 80],
  ['Arabic digits', '٨٠', 80],
  ['Latin digits', '80', 80],
  ['digits of several sets', '۸٠0', 800],
  ['blanks around', ' ٣ ', 3],
  ['as much as there may be', '۹۹۹', 999],
  ['more than that', '۱۰۰۰', null],
  ['nothing', '', null],
  ['a word', 'سه', null],
  ['a fraction', '0.5', null],
  ['a sign', '-1', null],
  ['a number that no machine holds', '9'.repeat(400), null],
])('%s', (_, written, count) => expect(writtenCount(written, 999)).toBe(count));

it('less than there must be is none', () => expect([writtenCount('۰', 100, 1), writtenCount('۱', 100, 1)]).toEqual([null, 1]));
