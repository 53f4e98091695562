import { type Span, span } from '../text/offsets.ts';

/** Opening mark to closing mark, in logical order. Straight quotes have no direction and cannot be paired safely. */
const closing: ReadonlyMap<string, string> = new Map([['«', '»'], ['‹', '›'], ['“', '”'], ['‘', '’']]);

export interface MarkedPart {
  /** With its marks. */
  readonly whole: Span;
  readonly inner: Span;
}

/** Every pair of marks in a part of a text, inner ones first. A mark without its partner is left out. */
export function markedParts(text: string, part: Span): readonly MarkedPart[] {
  const found: MarkedPart[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (let i: number = part.start; i < part.end; i++) {
    const mark = text.charAt(i);
    if (closing.has(mark)) open.push({ mark, at: i });
    const last = open.at(-1);
    if (last && closing.get(last.mark) === mark) {
      found.push({ whole: span(last.at, i + 1), inner: span(last.at + 1, i) });
      open.pop();
    }
  }
  return found;
}
