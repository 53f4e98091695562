import { graphemesIn } from './graphemes.ts';
import { type Span, span, type Utf16Offset, utf16 } from './offsets.ts';
import { lineAt, paragraphAt } from './paragraphs.ts';
import { sentencesIn } from './sentences.ts';
import { tokensIn } from './tokens.ts';

/** What a caret or a border moves over, in logical order whatever the direction of the text is. */
export type MotionUnit = 'grapheme' | 'token' | 'sentence' | 'paragraph';

/** The segments of the line that holds the offset. The LF is a grapheme of its own, so that a caret stops at an empty line. */
const segmentsAround: Readonly<Record<MotionUnit, (text: string, offset: Utf16Offset) => readonly Span[]>> = {
  grapheme: (text, offset) => graphemesIn(text, lineAt(text, offset)),
  token: (text, offset) => tokensIn(text, paragraphAt(text, offset)),
  sentence: (text, offset) => sentencesIn(text, paragraphAt(text, offset)),
  paragraph: (text, offset) => [paragraphAt(text, offset)],
};

type Edge = keyof Span;

function next(text: string, offset: Utf16Offset, unit: MotionUnit, edge: Edge): Utf16Offset {
  for (let at = offset; ; at = utf16(paragraphAt(text, at).end + 1)) {
    const found = segmentsAround[unit](text, at).find((segment) => segment[edge] > offset);
    if (found) return found[edge];
    if (paragraphAt(text, at).end >= text.length) return utf16(text.length);
  }
}

function previous(text: string, offset: Utf16Offset, unit: MotionUnit, edge: Edge): Utf16Offset {
  for (let at = offset; ; at = utf16(paragraphAt(text, at).start - 1)) {
    const found = segmentsAround[unit](text, at).findLast((segment) => segment[edge] < offset);
    if (found) return found[edge];
    if (paragraphAt(text, at).start === 0) return utf16(0);
  }
}

/** The first start of a unit after the offset; the end of the text when there is none. */
export const nextStart = (text: string, offset: Utf16Offset, unit: MotionUnit): Utf16Offset => next(text, offset, unit, 'start');

/** The first end of a unit after the offset; the end of the text when there is none. */
export const nextEnd = (text: string, offset: Utf16Offset, unit: MotionUnit): Utf16Offset => next(text, offset, unit, 'end');

/** The last start of a unit before the offset; 0 when there is none. */
export const previousStart = (text: string, offset: Utf16Offset, unit: MotionUnit): Utf16Offset => previous(text, offset, unit, 'start');

/** The last end of a unit before the offset; 0 when there is none. */
export const previousEnd = (text: string, offset: Utf16Offset, unit: MotionUnit): Utf16Offset => previous(text, offset, unit, 'end');

/** The unit that holds the offset, or the nearest before it in the same paragraph, or after it; `null` where the paragraph has none. */
export function unitAt(text: string, offset: Utf16Offset, unit: MotionUnit): Span | null {
  const segments = segmentsAround[unit](text, offset);
  const holding = segments.find((one) => one.start <= offset && offset < one.end);
  const found = holding ?? segments.findLast((one) => one.end <= offset) ?? segments[0];
  return found ? span(found.start, found.end) : null;
}
