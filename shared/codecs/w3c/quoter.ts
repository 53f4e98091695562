import { graphemes } from '../../text/graphemes.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { type Span } from '../../text/offsets.ts';

/** UTF-16 code units on either side of a quotation. */
const contextLength = 32;

/** What stands before and after Spans of one text. The far ends of both never cut a grapheme cluster. */
export function quoter(text: string): (span: Span) => { readonly prefix: string; readonly suffix: string } {
  const borders = [...graphemes(text).map(({ start }): number => start), text.length];
  const indexFrom = (offset: number): number => lowerBound(borders, (border) => border >= offset);
  /** The first border at or after an offset, and the last one at or before it. */
  const after = (offset: number): number => borders[indexFrom(offset)] ?? text.length;
  const before = (offset: number): number => {
    const index = indexFrom(offset);
    return borders[index] === offset ? offset : (borders[index - 1] ?? 0);
  };
  return ({ start, end }) => ({
    prefix: text.slice(Math.min(start, after(Math.max(0, start - contextLength))), start),
    suffix: text.slice(end, Math.max(end, before(Math.min(text.length, end + contextLength)))),
  });
}
