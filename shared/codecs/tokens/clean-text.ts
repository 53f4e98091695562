import { type Place, type Problem } from '../../result.ts';
import { cleanSourceText } from '../../text/source-text.ts';

/** A text that came inside another file, as an Article can have it. */
export interface CleanText {
  readonly text: string;
  /** From code points of the text as it came to code points of this one. */
  readonly moved: (offset: number) => number;
  readonly warnings: readonly Problem[];
}

/** `null` with Problems for what can be no Article: nothing visible in it, or half a character. */
export function cleanText(raw: string, place: Place): CleanText | { readonly text: null; readonly problems: readonly Problem[] } {
  const clean = cleanSourceText(raw, place);
  if (!clean.ok) return { text: null, problems: clean.problems };
  const { text, warnings } = clean.value;
  if (text.length === raw.length) return { text, moved: (offset) => offset, warnings };
  const marks = /^\ufeff*/.exec(raw)?.[0].length ?? 0;
  const dropped = droppedReturns(raw);
  return { text, warnings, moved: (offset) => Math.max(0, offset - marks) - dropped.filter((place16) => place16 < offset).length };
}

/** Where the CR of a CRLF stands, in code points. */
function droppedReturns(raw: string): readonly number[] {
  const points = [...raw];
  return points.flatMap((point, index) => (point === '\r' && points[index + 1] === '\n' ? [index] : []));
}
