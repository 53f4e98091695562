import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePoint, hasLoneSurrogate, isLegalOffset, offsetMap, utf16 } from '../../../shared/text/offsets.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { offsetOf, spanOf } from '../../arbitraries/span.ts';
import { anyText } from '../../arbitraries/text.ts';

const textAndOffset = anyText.chain((text) => fc.tuple(fc.constant(text), offsetOf(text)));
const textAndSpan = anyText.filter((text) => text !== '').chain((text) => fc.tuple(fc.constant(text), spanOf(text)));

describe('offsets', () => {
  test('to code points and back is identity at every legal offset', () => {
    forAll(textAndOffset, ([text, offset]) => {
      const map = offsetMap(text);
      expect(map.toUtf16(map.toCodePoint(offset))).toBe(offset);
    });
  });

  test('to UTF-16 and back is identity at every code point', () => {
    forAll(anyText, (text) => {
      const map = offsetMap(text);
      for (let point = 0; point <= map.codePointLength; point++) expect(map.toCodePoint(map.toUtf16(codePoint(point)))).toBe(point);
    });
  });

  test('slicing by Span equals slicing by code points', () => {
    forAll(textAndSpan, ([text, { start, end }]) => {
      const map = offsetMap(text);
      expect(Array.from(text).slice(map.toCodePoint(start), map.toCodePoint(end)).join('')).toBe(text.slice(start, end));
    });
  });

  test('the length in code points is what iterating counts', () => {
    forAll(anyText, (text) => expect(offsetMap(text).codePointLength).toBe(Array.from(text).length));
  });

  test('legal offsets are the places where two halves are texts by themselves', () => {
    forAll(fc.tuple(anyText, fc.nat(60)), ([text, offset]) => {
      const isWhole = offset <= text.length && !hasLoneSurrogate(text.slice(0, offset)) && !hasLoneSurrogate(text.slice(offset));
      expect(isLegalOffset(text, offset)).toBe(isWhole);
    });
  });

  test.each([
    ['before the text', -1],
    ['behind the text', 4],
    ['inside an emoji', 2],
    ['a fraction', 0.5],
    ['not a number', Number.NaN],
  ])('an offset %s is illegal, and converting it is a bug', (_, offset) => {
    expect(isLegalOffset('ا🔴', offset)).toBe(false);
    expect(() => offsetMap('ا🔴').toCodePoint(utf16(offset))).toThrow(String(offset));
  });

  test.each([['behind the text', 3], ['negative', -1], ['a fraction', 1.5]])('a code point offset that is %s is a bug', (_, offset) =>
    expect(() => offsetMap('ا🔴').toUtf16(codePoint(offset))).toThrow(String(offset)));

  test.each([
    ['a high half alone', '\ud83d', true],
    ['a low half alone', '\udd34', true],
    ['halves in the wrong order', '\udd34\ud83d', true],
    ['a high half before a pair', '\ud83d🔴', true],
    ['a pair', '🔴', false],
    ['nothing', '', false],
  ])('lone surrogates: %s', (_, text, expected) => expect(hasLoneSurrogate(text)).toBe(expected));
});
