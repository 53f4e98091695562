import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveringTokens } from '../../../../shared/codecs/tokens/covering-tokens.ts';
import { edgesOf } from '../../../../shared/codecs/tokens/cut-at-edges.ts';
import { forcedTokens, tokensWithin } from '../../../../shared/codecs/tokens/forced-tokens.ts';
import { tokensBySentence, unbrokenSentences } from '../../../../shared/codecs/tokens/sentence-tokens.ts';
import { type Annotation } from '../../../../shared/model/annotation.ts';
import { type AnnotationId, type LabelId } from '../../../../shared/model/id.ts';
import { span, type Span } from '../../../../shared/text/offsets.ts';
import { tokens } from '../../../../shared/text/segment.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { spansOf } from '../../../arbitraries/span.ts';
import { articleText } from '../../../arbitraries/text.ts';

const annotation = (spans: readonly Span[]): Annotation => ({
  id: 'a' as AnnotationId, label: 'QUOTE' as LabelId, spans, attributes: {}, entity: null, note: '', flagged: false, origin: 'manual',
});
const over = (...spans: readonly (readonly [number, number])[]): readonly Annotation[] => spans.map(([start, end]) => annotation([span(start, end)]));
const words = (text: string, found: readonly Span[]): readonly string[] => found.map(({ start, end }) => text.slice(start, end));

/** Text with Annotations whose borders lie anywhere. */
const marked = articleText.chain((text) =>
  fc.array(spansOf(text, 2).map(annotation), { maxLength: 5 }).map((annotations) => ({ text, annotations })));

describe('forced tokens', () => {
  it.each<[string, string, readonly (readonly [number, number])[], readonly string[]]>([
    ['none where borders are token borders', 'گفت: «برق', [[0, 3]], ['گفت', ':', '«', 'برق']],
    ['a break inside a word', 'وزیران', [[0, 4]], ['وزیر', 'ان']],
    ['two breaks inside one word', 'abcdef', [[1, 2]], ['a', 'b', 'cdef']],
    ['a break that a ZWNJ then begins', 'می\u200cرود', [[0, 2]], ['می', '\u200cرود']],
    ['the same border twice', 'abcd', [[0, 2], [2, 4]], ['ab', 'cd']],
    ['a border in the blank breaks nothing', 'ab cd', [[0, 3]], ['ab', 'cd']],
    ['NBSP belongs to no token', 'ab\u00a0cd', [], ['ab', 'cd']],
    ['an astral character is one', '🔴 خبر', [[0, 2]], ['🔴', 'خبر']],
    ['numbers keep what stands in them', '۱۲٫۵درصد ۳٬۰۰۰', [], ['۱۲٫۵درصد', '۳٬۰۰۰']],
  ])('%s', (_, text, spans, expected) => expect(words(text, forcedTokens(text, edgesOf(over(...spans))))).toEqual(expected));

  it('cover what the tokens cover, and hold no white space of any kind', () =>
    forAll(marked, ({ text, annotations }) => {
      const found = words(text, forcedTokens(text, edgesOf(annotations)));
      expect(found.join('')).toBe(words(text, tokens(text)).join(''));
      // What Python's str.split() and splitlines() part at; U+FEFF, which JavaScript's \s counts, is not among it.
      for (const word of found) expect(word).toMatch(/^[^\p{White_Space}\x1c-\x1f]+$/u);
    }));

  it('never lie across a border', () =>
    forAll(marked, ({ text, annotations }) => {
      const edges = edgesOf(annotations);
      for (const { start, end } of forcedTokens(text, edges)) expect(edges.filter((edge) => start < edge && edge < end)).toEqual([]);
    }));

  it('are found again by a Span: all of them, and no other', () =>
    forAll(marked, ({ text, annotations }) => {
      const found = forcedTokens(text, edgesOf(annotations));
      for (const { start, end } of annotations.flatMap((one) => one.spans)) {
        const inside = found.flatMap((token, index) => (token.start >= start && token.end <= end ? [index] : []));
        expect(tokensWithin(found, span(start, end))).toEqual(inside.length === 0 ? null : [inside[0], inside.at(-1)]);
      }
    }));
});

describe('covering tokens', () => {
  const shown = (text: string, ...spans: readonly (readonly [number, number])[]): readonly string[] =>
    coveringTokens(text, over(...spans)).map(({ start, end, ws }) => `${text.slice(start, end)}${ws ? '_' : ''}`);

  it.each<[string, readonly string[], readonly string[]]>([
    ['a line end is a token', shown('خبر.\nپایان'), ['خبر', '.', '\n', 'پایان']],
    ['of two spaces the second is a token', shown('ab  cd'), ['ab_', ' ', 'cd']],
    ['a space before everything is a token', shown(' ab'), [' ', 'ab']],
    ['a space that a label begins with is a token', shown('ab cd', [2, 5]), ['ab', ' ', 'cd']],
    ['a space that a label ends with is a token', shown('ab cd', [0, 3]), ['ab', ' ', 'cd']],
    ['a label that ends before the space leaves it be', shown('ab cd', [0, 2]), ['ab_', 'cd']],
    ['NBSP is a token', shown('ab\u00a0cd'), ['ab', '\u00a0', 'cd']],
    ['a border between two line ends', shown('a\n\nb', [2, 4]), ['a', '\n', '\n', 'b']],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  it('give back the text, and every Span begins and ends with one', () =>
    forAll(marked, ({ text, annotations }) => {
      const found = coveringTokens(text, annotations);
      expect(found.map(({ start, end, ws }) => `${text.slice(start, end)}${ws ? ' ' : ''}`).join('')).toBe(text);
      const [starts, ends] = [new Set(found.map(({ start }) => start)), new Set(found.map(({ end }) => end))];
      for (const { start, end } of annotations.flatMap((one) => one.spans)) expect([starts.has(start), ends.has(end)]).toEqual([true, true]);
    }));
});

describe('sentences of tokens', () => {
  it('are put together where a label goes on, and hold every token once', () =>
    forAll(marked, ({ text, annotations }) => {
      const found = forcedTokens(text, edgesOf(annotations));
      const parts = unbrokenSentences(tokensBySentence(text, found), annotations);
      expect(parts.flat()).toEqual(found);
      const borders = parts.map(([first]) => first.start);
      for (const { start, end } of annotations.flatMap((one) => one.spans)) {
        const within = tokensWithin(found, span(start, end));
        const [first, last] = (within ?? [0, 0]).map((index) => found[index]?.start ?? 0) as [number, number];
        expect(borders.filter((border) => first < border && border <= last)).toEqual([]);
      }
    }));

  it.each<[string, readonly Annotation[], number]>([
    ['apart', [], 3],
    ['two of them together', over([0, 10]), 2],
    ['a label of one sentence changes nothing', over([0, 6], [7, 14]), 3],
  ])('%s', (_, annotations, count) => {
    const text = 'یک دو. سه چهار.\nپنج';
    expect(unbrokenSentences(tokensBySentence(text, tokens(text)), annotations).length).toBe(count);
  });
});
