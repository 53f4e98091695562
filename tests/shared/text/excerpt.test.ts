import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { graphemes } from '../../../shared/text/graphemes.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { articleText } from '../../arbitraries/text.ts';

describe('excerpt', () => {
  it.each([
    ['short text stays', 'سدها پر می‌شود', 40, 'سدها پر می‌شود'],
    ['long text is cut at a blank', 'سدها پر می‌شود', 9, 'سدها پر…'],
    ['a long word is cut where it must', 'باباباباباباباباباباب', 8, 'باباباباب'.slice(0, 8) + '…'],
    ['a picture of several characters goes wholly or not at all', '👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 10, '👨‍👩‍👧…'],
    ['half an emoji is no beginning', 'aaa🔴bbb', 4, 'aaa…'],
    ['a vowel sign stays on its letter', 'مُهَنَّدِسی', 3, 'مُ…'],
  ])('%s', (_, words, length, short) => expect(excerpt(words, length)).toBe(short));

  it('law: the beginning of the text, no longer than asked for, ending between graphemes', () =>
    forAll(fc.tuple(articleText, fc.integer({ min: 1, max: 30 })), ([text, length]) => {
      const short = excerpt(text, length);
      if (text.length <= length) return expect(short).toBe(text);
      const kept = short.slice(0, -1);
      expect(short.endsWith('…') && text.startsWith(kept) && kept.length <= length).toBe(true);
      const ends = new Set([0, ...graphemes(text).map(({ end }) => end)]);
      // What is blank at the end is left out, character by character.
      return expect([...ends].some((end) => end === kept.length || (end > kept.length && text.slice(kept.length, end).trim() === ''))).toBe(true);
    }));
});
