import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../../renderer/views/annotate/read-out.ts';
import { type Span, span } from '../../../../shared/text/offsets.ts';

const at = (text: string, words: string): Span => span(text.indexOf(words), text.indexOf(words) + words.length);

describe('readingOf', () => {
  it('names the first and last character in logical order, whatever stands where on the screen', () => {
    const text = 'گفت: «Airbus A320 در 2024» و رفت';
    const { first, last, words, characters } = readingOf(text, [at(text, 'Airbus A320 در 2024')]);
    expect([first.character, first.code, last.character, last.code]).toEqual(['A', 'U+0041', '4', 'U+0034']);
    expect([words, characters]).toEqual([4, 19]);
  });

  it('an end at an invisible character is told, inside and outside', () => {
    const text = 'نمی\u200cخواهیم\u200f';
    const prefix = readingOf(text, [span(0, 4)]);
    expect([prefix.last.invisible, prefix.last.code, prefix.after]).toEqual(['zwnj', 'U+200C', null]);
    const verb = readingOf(text, [span(4, 10)]);
    expect([verb.before?.invisible, verb.after?.invisible]).toEqual(['zwnj', 'rlm']);
    expect(readingOf('او رفت', [span(3, 6)]).before).toBeNull();
  });

  it('never cuts a code point, and counts as a reader does', () => {
    const text = '🔴 👨‍👩‍👧 👍🏽';
    const { first, last, characters } = readingOf(text, [span(0, text.length)]);
    expect([first.code, last.code, characters]).toEqual(['U+1F534', 'U+1F3FD', 5]);
  });

  it('an interrupted annotation is read from its first piece to its last', () => {
    const text = 'ما می‌سازیم، گفت، تا پاییز';
    const { first, last, words } = readingOf(text, [at(text, 'ما می‌سازیم'), at(text, 'تا پاییز')]);
    expect([first.character, last.character, words]).toEqual(['م', 'ز', 4]);
  });
});
