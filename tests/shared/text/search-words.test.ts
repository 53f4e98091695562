import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fold } from '../../../shared/text/persian.ts';
import { findTerms, queryTerms, searchTerms, searchWords } from '../../../shared/text/search-words.ts';
import { forAll } from '../../arbitraries/for-all.ts';

const words = ['کتاب', 'ها', 'های', 'می', 'نمی', 'رود', 'گفت', 'وزیر', 'BBC', '۱۴۰۲', 'ترین'];
const joints = [' ', '\u200c', '', '، ', '\n', '  '];
const anyText = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...joints)), { maxLength: 30 }).map((parts) => parts.flat().join(''));

describe('words to search by', () => {
  it('law: every word, cut out of the text at its place, is that word once it is folded', () => {
    forAll(fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
      for (const { word, span: { start, end } } of searchWords(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        const folded = fold(text.slice(start, end)).text.replace(/[^\p{L}\p{N}]+/gu, '');
        // A place is whole letters as people see them: it may hold more than the word, never less.
        expect(folded).toContain(word);
      }
      expect(searchTerms(text)).toEqual(searchWords(text).map(({ word }) => word));
    });
  });

  it('law: what stands in a text is found by asking for it, however many words', () => {
    forAll(anyText, (text) => {
      const terms = queryTerms(text);
      expect(terms.filter((term) => !searchTerms(text).includes(term))).toEqual([]);
      const hit = findTerms(text, terms);
      expect(hit === null).toBe(terms.length === 0);
      const places = hit?.places ?? [];
      for (const [index, { start }] of places.entries()) expect(start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0);
    });
  });
});

test.each<[string, string, string]>([
  ['Arabic letters', 'كتاب', 'کتاب'],
  ['Persian ye for Arabic ye', 'ملي', 'ملی'],
  ['a half space for none', 'کتابها', 'کتاب‌ها'],
  ['a blank for a half space', 'کتاب ها', 'کتاب‌ها'],
  ['a half space for a blank', 'کتاب‌ها', 'کتاب ها'],
  ['none for a blank', 'میرود', 'می رود'],
  ['a blank for none', 'می رود', 'میرود'],
  ['three sets of digits', '1402', '۱۴۰۲'],
  ['Arabic digits', '١٤٠٢', '۱۴۰۲'],
  ['short vowels', 'ملت', 'مِلّت'],
  ['alef with and without its hat', 'اب', 'آب'],
  ['he with hamza', 'خانه', 'خانهٔ'],
  ['the beginning of a longer word', 'کتاب', 'کتاب‌های'],
])('%s: «%s» finds «%s»', (_, query, text) => expect(findTerms(text, queryTerms(query))?.best).toEqual({ start: 0, end: text.length }));

test('a person is led to where most of the words stand together', () => {
  const text = `وزیر آمد.\n${'متن '.repeat(80)}\nوزیر نیرو گفت.`;
  expect(findTerms(text, queryTerms('وزیر نیرو'))?.best.start).toBe(text.lastIndexOf('وزیر'));
});

test('a blank and a line’s end are two things: no word goes over lines', () => expect(searchTerms('کتاب\nها')).toEqual(['کتاب', 'ها']));
