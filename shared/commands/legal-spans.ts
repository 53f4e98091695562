import { checkPieces } from '../model/check-annotation.ts';
import { checkSpan } from '../model/check-spans.ts';
import { type LabelDef } from '../model/schema.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { type Span } from '../text/offsets.ts';

/** In text order; those that touch or overlap become one, so that the same characters are always written in the same way. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const one of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && one.start <= last.end) result[result.length - 1] = { start: last.start, end: one.end > last.end ? one.end : last.end };
    else result.push(one);
  }
  return result;
}

/**
 * The Spans as an Annotation of this Label can have them. Problems: `span-missing`, `span-outside`, `span-empty`,
 * `span-splits-character`, `pieces-not-allowed`.
 */
export function legalSpans(text: string, label: LabelDef, spans: readonly Span[]): Result<readonly Span[]> {
  if (spans.length === 0) return fail(problem('span-missing'));
  const wrong = spans.flatMap((one) => checkSpan(text, one));
  if (wrong.length > 0) return fail(...wrong);
  const pieces = joined(spans);
  const tooMany = checkPieces(label, pieces.length);
  return tooMany.length > 0 ? fail(...tooMany) : ok(pieces);
}
