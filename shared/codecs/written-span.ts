import { type Span } from '../text/offsets.ts';
import { type Fragment } from './fragment.ts';
import { unitMap } from './offset-unit.ts';

/** The Spans of one text as a file in this unit says them, each with its words. */
export type SpanWriter = (span: Span) => Fragment;

/** @throws when the units from start to end are not the words of the Span: then the conversion is wrong. */
export function spanWriter(text: string, unit: 'utf-16' | 'code-point'): SpanWriter {
  const { length, fromUtf16 } = unitMap(text, unit);
  /** `null` where each unit is a code unit: then the text itself shows what lies between two. */
  const points = length === text.length ? null : [...text];
  return ({ start, end }) => {
    const [from, to] = [fromUtf16(start), fromUtf16(end)];
    const words = text.slice(start, end);
    const slice = points ? points.slice(from, to).join('') : text.slice(from, to);
    if (slice !== words) throw new Error(`${unit} ${from}–${to} is "${slice}", the span ${start}–${end} is "${words}"`);
    return { start: from, end: to, text: words };
  };
}
