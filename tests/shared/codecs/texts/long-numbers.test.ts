import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longNumbersAsWords } from '../../../../shared/codecs/corpus/long-numbers.ts';
import { forAll } from '../../../arbitraries/for-all.ts';

it('law: what is JSON stays the same JSON, but for long integers, which become words', () =>
  forAll(fc.jsonValue().map((value) => [value, '1234567890123456', '"\\', { '12345678901234567': 1 }]), (value) => {
    const read = JSON.parse(longNumbersAsWords(JSON.stringify(value))) as unknown;
    expect(read).toEqual(JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'number' && /^-?\d{16,}$/.test(JSON.stringify(one)) ? JSON.stringify(one) : one)));
  }));

it.each(['', '{"a":00012345678901234567}', '"', '"\\', '{"a":1234567890123456', '-', '[-]', '12345678901234567 12', '"12345678901234567'])('what is none stays none: %s', (text) => {
  expect(() => JSON.parse(longNumbersAsWords(text)) as unknown).toThrow(SyntaxError);
});
