import { lowerBound } from '../../text/lower-bound.ts';
import { type Span, type Utf16Offset } from '../../text/offsets.ts';
import { tokens } from '../../text/segment.ts';
import { cutAtEdges } from './cut-at-edges.ts';

/** The words and marks of a text, broken at these edges. No token holds white space of any kind. */
export const forcedTokens = (text: string, edges: readonly Utf16Offset[]): readonly Span[] => cutAtEdges(tokens(text), edges);

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
