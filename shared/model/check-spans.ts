import { type Place, problem, type Problem } from '../result.ts';
import { isLegalOffset, type Span } from '../text/offsets.ts';

/** What is wrong with one Span of this text: `span-outside`, `span-splits-character` or `span-empty`. */
export function checkSpan(text: string, { start, end }: Span, place: Place = {}): readonly Problem[] {
  const values = { start, end, length: text.length };
  const isInside = (offset: number): boolean => Number.isInteger(offset) && offset >= 0 && offset <= text.length;
  if (!isInside(start) || !isInside(end)) return [problem('span-outside', place, values)];
  if (!isLegalOffset(text, start) || !isLegalOffset(text, end)) return [problem('span-splits-character', place, values)];
  return start < end ? [] : [problem('span-empty', place, values)];
}

/** The same for all Spans of one Annotation, and `span-missing` and `span-order` for the list. */
export function checkSpans(text: string, spans: readonly Span[], place: Place = {}): readonly Problem[] {
  if (spans.length === 0) return [problem('span-missing', { ...place, field: 'spans' })];
  return spans.flatMap((one, index) => {
    const here = { ...place, field: `spans.${index}` };
    const before = spans[index - 1];
    const isDisordered = before !== undefined && one.start < before.end;
    return [...checkSpan(text, one, here), ...(isDisordered ? [problem('span-order', here, { start: one.start, end: before.end })] : [])];
  });
}
