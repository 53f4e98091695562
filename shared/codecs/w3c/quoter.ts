import { graphemes } from '../../text/graphemes.ts';
import { type Span } from '../../text/offsets.ts';

/** UTF-16 code units on either side of a quotation. */
const contextLength = 32;

/** What stands before and after Spans of one text. The far ends of both never cut a grapheme cluster. */
export function quoter(text: string): (span: Span) => { readonly prefix: string; readonly suffix: string } {
  const borders = [...graphemes(text).map(({ start }): number => start), text.length];
  /** The first border at or after an offset, and the last one at or before it. */
  const after = (offset: number): number => borders[indexFrom(borders, offset)] ?? text.length;
  const before = (offset: number): number => {
    const index = indexFrom(borders, offset);
    return borders[index] === offset ? offset : (borders[index - 1] ?? 0);
  };
  return ({ start, end }) => ({
    prefix: text.slice(Math.min(start, after(Math.max(0, start - contextLength))), start),
    suffix: text.slice(end, Math.max(end, before(Math.min(text.length, end + contextLength)))),
  });
}

/** Index of the first of the ascending numbers that is not less than the limit. */
function indexFrom(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] as number) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
