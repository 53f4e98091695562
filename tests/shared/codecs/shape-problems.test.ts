import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../shared/codecs/shape-problems.ts';

describe('an excerpt', () => {
  it.each([
    ['shows a short value whole', { a: 'ب' }, '{"a":"ب"}'],
    ['shows nothing as a dash', undefined, '–'],
    ['shows the beginning of a long text', 'ا'.repeat(100), `"${'ا'.repeat(59)}…`],
    ['does not cut a pair of surrogates', `${'ا'.repeat(58)}🔴🔴`, `"${'ا'.repeat(58)}…`],
  ])('%s', (_, value, expected) => expect(excerpt(value)).toBe(expected));

  it('of a text that would be too long as JSON is as short as any', () => {
    expect(excerpt('\0'.repeat(100_000_000))).toMatch(/^"(?:\\u0000){9}.{5}…$/);
  });
});
