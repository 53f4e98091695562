import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedFrom, numberRows, placesOf } from '../../../shared/codecs/number-rows.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { anyText } from '../../arbitraries/text.ts';

/** Numbers at whose borders a digit more is needed, and any others. */
const number = fc.oneof(fc.constantFrom(0, 9, 10, 99, 100, 999, 1000, 99_999, 1_000_000_000, 2 ** 31 - 1), fc.nat(), fc.nat(200));
const printed = (around: readonly string[], columns: readonly Int32Array[]): string =>
  Array.from(columns[0] ?? [], (_, row) => around.map((text, place) => `${text}${columns[place]?.[row] ?? ''}`).join('')).join('');

describe('rows of numbers', () => {
  it('are what they would be as texts', () =>
    forAll(
      fc.integer({ min: 1, max: 3 }).chain((count) =>
        fc.tuple(
          fc.array(anyText, { minLength: count + 1, maxLength: count + 1 }),
          fc.array(fc.tuple(...Array.from({ length: count }, () => number)), { maxLength: 40 }),
        ).map(([around, rows]) => [around, Array.from({ length: count }, (_, place) => Int32Array.from(rows, (row) => row[place] as number).sort())] as const)),
      ([around, columns]) => expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(numberRows(around, columns))).toBe(printed(around, columns)),
    ));

  it.each([[[5, 4]], [[9, 10, 9]], [[10, 11, 2]], [[100, 99]], [[1, 0]]])('are a mistake where a number falls: %j', (numbers) =>
    expect(() => numberRows(['', ','], [Int32Array.from(numbers)])).toThrow('stands below'));

  it('of two columns of different length, or with a text too few, are a mistake', () => {
    expect(() => numberRows(['', '', ''], [Int32Array.of(1), Int32Array.of(1, 2)])).toThrow('1, 2 numbers');
    expect(() => numberRows(['', ''], [Int32Array.of(1), Int32Array.of(1)])).toThrow('2 texts');
  });

  it('are told from places and from counting', () => {
    expect(placesOf([{ start: 3, end: 5 }, { start: 7, end: 9 }])).toEqual([Int32Array.of(3, 7), Int32Array.of(5, 9)]);
    expect(countedFrom(4, 3)).toEqual(Int32Array.of(4, 5, 6));
  });
});
