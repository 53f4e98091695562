import { type Annotation } from '../../model/annotation.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { type Span, span, type Utf16Offset } from '../../text/offsets.ts';
import { tokens } from '../../text/segment.ts';

/** Every place where a Span of these Annotations begins or ends, once each, in text order. */
export const edgesOf = (annotations: readonly Annotation[]): readonly Utf16Offset[] =>
  [...new Set(annotations.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])))].sort((a, b) => a - b);

/**
 * The words and marks of a text, with a break wherever an edge falls inside one: formats that label tokens cannot say less. No token
 * holds white space of any kind. Edges as `edgesOf` gives them; one between two tokens breaks nothing.
 */
export function forcedTokens(text: string, edges: readonly Utf16Offset[]): readonly Span[] {
  let next = 0;
  return tokens(text).flatMap(({ start, end }) => {
    while ((edges[next] ?? Infinity) <= start) next++;
    const borders: number[] = [start];
    for (let edge = edges[next]; edge !== undefined && edge < end; edge = edges[++next]) borders.push(edge);
    return borders.map((border, index) => span(border, borders[index + 1] ?? end));
  });
}

/** The token that this place lies inside of, neither at its start nor at its end. Tokens in text order. */
export function tokenAround(found: readonly Span[], offset: Utf16Offset): Span | null {
  const token = found[firstEndingAfter(found, offset)];
  return token && token.start < offset ? token : null;
}

/** Index of the first token that ends after this place; the number of tokens when none does. */
export const firstEndingAfter = (found: readonly Span[], offset: Utf16Offset): number => lowerBound(found, ({ end }) => end > offset);

/** First and last token, by index, of those that lie in a Span; `null` when there is no visible character in it. */
export function tokensWithin(found: readonly Span[], { start, end }: Span): readonly [first: number, last: number] | null {
  const first = firstEndingAfter(found, start);
  let last = firstEndingAfter(found, end) - 1;
  if ((found[last + 1]?.start ?? Infinity) < end) last++;
  return first <= last ? [first, last] : null;
}
