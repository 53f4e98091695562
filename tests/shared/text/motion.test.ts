import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes } from '../../../shared/text/graphemes.ts';
import { type MotionUnit, nextEnd, nextStart, previousEnd, previousStart, unitAt } from '../../../shared/text/motion.ts';
import { type Span, utf16 } from '../../../shared/text/offsets.ts';
import { paragraphs } from '../../../shared/text/paragraphs.ts';
import { sentences } from '../../../shared/text/sentences.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { offsetOf } from '../../arbitraries/span.ts';
import { anyText } from '../../arbitraries/text.ts';

const all: Readonly<Record<MotionUnit, (text: string) => readonly Span[]>> = {
  grapheme: graphemes, token: tokens, sentence: sentences, paragraph: paragraphs,
};
const places = anyText.chain((text) => fc.tuple(fc.constant(text), offsetOf(text)));

describe.each(Object.keys(all) as MotionUnit[])('moving by %s', (unit) => {
  test('goes to the nearest border of its kind, whatever paragraph that lies in', () => {
    forAll(places, ([text, offset]) => {
      const starts = all[unit](text).map(({ start }) => start);
      const ends = all[unit](text).map(({ end }) => end);
      expect(nextStart(text, offset, unit)).toBe(starts.find((one) => one > offset) ?? text.length);
      expect(nextEnd(text, offset, unit)).toBe(ends.find((one) => one > offset) ?? text.length);
      expect(previousStart(text, offset, unit)).toBe(starts.findLast((one) => one < offset) ?? 0);
      expect(previousEnd(text, offset, unit)).toBe(ends.findLast((one) => one < offset) ?? 0);
    });
  });

  test('forward and then back again is not behind where it began', () => {
    forAll(places, ([text, offset]) => expect(previousStart(text, nextStart(text, offset, unit), unit)).toBeLessThanOrEqual(offset));
  });
});

test.each([
  ['inside a word', 'شهردار گفت.', 3, 'token', 'شهردار'],
  ['in a blank: the word before it', 'شهردار  گفت.', 7, 'token', 'شهردار'],
  ['at the end of a paragraph', 'شهردار گفت.\nرفت', 11, 'token', '.'],
  ['before the first word', '  گفت', 0, 'token', 'گفت'],
  ['the sentence', 'رفت. آمد.', 6, 'sentence', 'آمد.'],
  ['nothing on an empty line', 'یک\n\nدو', 3, 'token', null],
] as const)('the unit at a caret: %s', (_, text, offset, unit, expected) => {
  const found = unitAt(text, utf16(offset), unit);
  expect(found && text.slice(found.start, found.end)).toBe(expected);
});
