import { fail, ok, problem, type Result } from '../result.ts';
import { codePoint, type OffsetMap, type Span } from '../text/offsets.ts';
import { excerpt } from './shape-problems.ts';

/** A piece of text as files give it: half-open, in code points, with what stands there. */
export interface Fragment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The Span of a fragment, when it lies in the text and the text reads as the fragment says. */
export function spanOfFragment({ start, end, text: expected }: Fragment, text: string, offsets: OffsetMap): Result<Span> {
  if (start >= end || end > offsets.codePointLength)
    return fail(problem('span-outside-text', {}, { start, end, length: offsets.codePointLength }));
  const span = { start: offsets.toUtf16(codePoint(start)), end: offsets.toUtf16(codePoint(end)) };
  const slice = text.slice(span.start, span.end);
  if (slice === expected) return ok(span);
  return fail(problem('span-text-differs', {}, { start, end, found: excerpt(expected), expected: excerpt(slice) }));
}
