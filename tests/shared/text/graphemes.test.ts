import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemeCeiling, graphemeFloor, graphemes } from '../../../shared/text/graphemes.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { offsetOf } from '../../arbitraries/span.ts';
import { anyText, borderText, newsText } from '../../arbitraries/text.ts';
import { clustersByExpression } from './cut-by-expression.ts';

const cut = (text: string): readonly string[] => graphemes(text).map(({ start, end }) => text.slice(start, end));
const stock = new Intl.Segmenter('fa', { granularity: 'grapheme' });
const stockCut = (text: string): readonly string[] => Array.from(stock.segment(text), ({ segment }) => segment);

describe('grapheme clusters', () => {
  test.each([
    ['a ZWNJ stays with the letter before it', 'می\u200cگوید', ['م', 'ی\u200c', 'گ', 'و', 'ی', 'د']],
    ['short vowels and hamza stay with their letter', 'خانهٔ قطعاً', ['خ', 'ا', 'ن', 'هٔ', ' ', 'ق', 'ط', 'ع', 'اً']],
    ['tatweel is a letter of its own', 'ـه', ['ـ', 'ه']],
    ['a family joined by ZWJ is one', '👨‍👩‍👧!', ['👨‍👩‍👧', '!']],
    ['flags go in pairs, an odd one alone', '🇮🇷🇮', ['🇮🇷', '🇮']],
    ['a skin tone stays with its hand', '👍🏽👍', ['👍🏽', '👍']],
    ['a keycap is one', '1️⃣2', ['1️⃣', '2']],
    ['CRLF is one, a direction mark stands alone', 'ا\r\n\u200fب', ['ا', '\r\n', '\u200f', 'ب']],
    ['a mark after a line end has no letter to stay with', '\n\u064bا', ['\n', '\u064b', 'ا']],
    ['the sign for a year is not joined to its number: GB9b is left out', '\u0601۱۴', ['\u0601', '۱', '۴']],
    ['an empty text has none', '', []],
  ])('%s', (_, text, expected) => expect(cut(text)).toEqual(expected));

  test('they are what the expression says', () => {
    forAll(fc.oneof(borderText, anyText), (text) => expect(graphemes(text)).toEqual(clustersByExpression(text)));
  });

  test('news is cut as ICU cuts it', () => {
    forAll(newsText, (text) => expect(cut(text)).toEqual(stockCut(text)));
  });

  test('any other text too, but for what is left out: prepended signs, Korean jamo, Indic scripts, unassigned characters', () => {
    const prepended = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]/;
    const indic = /[\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\u1b00-\u1bff\ua8e0-\uaaff\u{11000}-\u{11fff}]/u;
    const others = /[\p{Script=Hangul}\p{Cn}]/u;
    const ours = anyText.filter((text) => ![prepended, indic, others].some((leftOut) => leftOut.test(text)));
    forAll(ours, (text) => expect(cut(text)).toEqual(stockCut(text)));
  });

  test('clusters follow one another without a gap and cover the text', () => {
    forAll(anyText, (text) => expect(cut(text).join('')).toBe(text));
  });

  test('floor and ceiling are the borders around an offset', () => {
    const cases = anyText.filter((text) => text !== '').chain((text) => offsetOf(text).map((offset) => ({ text, offset })));
    forAll(cases, ({ text, offset }) => {
      const borders = [0, ...graphemes(text).map(({ end }) => end)];
      expect(graphemeFloor(text, offset)).toBe(borders.findLast((border) => border <= offset));
      expect(graphemeCeiling(text, offset)).toBe(borders.find((border) => border >= offset));
    });
  });

  test('inside an emoji the borders are its ends', () => {
    expect([graphemeFloor('ا👍🏽ب', utf16(3)), graphemeCeiling('ا👍🏽ب', utf16(3))]).toEqual([1, 5]);
  });
});
