import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote, quoteOf } from '../../../shared/text/anchor.ts';
import { hasLoneSurrogate, span } from '../../../shared/text/offsets.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { spanOf } from '../../arbitraries/span.ts';
import { anyText } from '../../arbitraries/text.ts';

const textAndSpan = anyText.filter((text) => text !== '').chain((text) => fc.tuple(fc.constant(text), spanOf(text)));

describe('finding by quote', () => {
  test('with enough context a Span is found again in its own text', () => {
    forAll(textAndSpan, ([text, one]) => expect(findQuote(text, quoteOf(text, one, text.length))).toEqual(one));
  });

  test('and in a text that has grown at both ends', () => {
    forAll(fc.tuple(textAndSpan, fc.constantFrom('', '# ', '* ')), ([[text, one], before]) => {
      const quote = quoteOf(text, one, text.length);
      const found = findQuote(`${before}${text}\n#`, quote);
      if (found) expect(`${before}${text}`.slice(found.start, found.end)).toBe(quote.exact);
    });
  });

  test('context never holds half an emoji', () => {
    forAll(fc.tuple(textAndSpan, fc.nat(5)), ([[text, one], context]) => {
      const { prefix, exact, suffix } = quoteOf(text, one, context);
      expect([prefix, exact, suffix].some(hasLoneSurrogate)).toBe(false);
    });
  });

  test.each([
    ['the only one needs no context', 'گفت رفت', { exact: 'رفت', prefix: '', suffix: '' }, span(4, 7)],
    ['context decides between two', 'او گفت. وی گفت.', { exact: 'گفت', prefix: 'وی ', suffix: '' }, span(11, 14)],
    ['two that fit equally are none', 'گفت گفت', { exact: 'گفت', prefix: '', suffix: '' }, null],
    ['words that are gone', 'گفت', { exact: 'رفت', prefix: '', suffix: '' }, null],
    ['an empty quote is nowhere', 'گفت', { exact: '', prefix: '', suffix: '' }, null],
  ])('%s', (_, text, quote, expected) => expect(findQuote(text, quote)).toEqual(expected));
});
