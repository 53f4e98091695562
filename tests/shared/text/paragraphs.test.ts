import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAt, paragraphAt, paragraphs, paragraphsTouching } from '../../../shared/text/paragraphs.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { offsetOf } from '../../arbitraries/span.ts';
import { anyText } from '../../arbitraries/text.ts';

const textAndOffset = anyText.chain((text) => fc.tuple(fc.constant(text), offsetOf(text)));

test.each([
  ['an empty text is one empty paragraph', '', ['']],
  ['a last LF opens a paragraph after it', 'یک\n', ['یک', '']],
  ['empty lines count', 'یک\n\nدو', ['یک', '', 'دو']],
])('%s', (_, text, expected) => expect(paragraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected));

test('paragraphs joined with LF are the text', () => {
  forAll(anyText, (text) => expect(paragraphs(text).map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text));
});

test('the paragraph at an offset is the one of the list that holds it', () => {
  forAll(textAndOffset, ([text, offset]) => {
    expect(paragraphAt(text, offset)).toEqual(paragraphs(text).find(({ start, end }) => start <= offset && offset <= end));
    const { start, end } = lineAt(text, offset);
    expect(/^[^\n]*\n?$/.test(text.slice(start, end))).toBe(true);
  });
});

test('the paragraphs that a Span touches are those of the list between its ends', () => {
  const cases = textAndOffset.chain(([text, one]) => fc.tuple(fc.constant(text), fc.constant(one), offsetOf(text)));
  forAll(cases, ([text, one, two]) => {
    const part = one < two ? { start: one, end: two } : { start: two, end: one };
    expect(paragraphsTouching(text, part)).toEqual(paragraphs(text).filter(({ start, end }) => start <= part.end && part.start <= end));
  });
});
