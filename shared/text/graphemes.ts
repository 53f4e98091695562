import { type Span, span, type Utf16Offset } from './offsets.ts';
import { lineAt } from './paragraphs.ts';
import { control, extender, picture, pointAt, regional, runEnd, traitsOf, widthOf } from './traits.ts';

/**
 * Extended grapheme clusters: what a reader takes for one character. A part of Unicode Standard Annex #29 (revision 43), which is
 * complete for Arabic script, Latin and emoji. Rules that hold: GB3–GB5 (line ends and controls stand alone), GB9 and GB9a (combining
 * marks, ZWNJ and ZWJ stay with what is before them), GB11 (emoji joined by ZWJ), GB12–GB13 (flags), GB999. Left out on purpose:
 * GB6–GB8 (Korean jamo that are not composed), GB9b (prepended signs such as U+0600), GB9c (Indic conjuncts), and
 * characters that the engine's version of Unicode does not know yet.
 */
export const graphemeVersion = 1;

/** Where the cluster ends that begins here, at `end` at the latest. */
export function clusterEnd(text: string, at: number, end: number): number {
  const point = pointAt(text, at, end);
  const traits = traitsOf(point);
  let next = at + widthOf(point);
  if (traits & control) return point === 0x0d && next < end && text.charCodeAt(next) === 0x0a ? next + 1 : next;
  if (traits & regional && next < end && traitsOf(pointAt(text, next, end)) & regional) next += 2;
  next = runEnd(text, next, end, extender);
  return traits & picture ? joinedEnd(text, next, end) : next;
}

/** GB11: a picture goes on behind a ZWJ that hangs on it, if another one stands there. */
function joinedEnd(text: string, from: number, end: number): number {
  let at = from;
  while (text.charCodeAt(at - 1) === 0x200d && at < end) {
    const point = pointAt(text, at, end);
    if (!(traitsOf(point) & picture)) break;
    at = runEnd(text, at + widthOf(point), end, extender);
  }
  return at;
}

/** The clusters of a part of the text that begins and ends at cluster boundaries, in order and without a gap. */
export function graphemesIn(text: string, part: Span): readonly Span[] {
  const found: Span[] = [];
  for (let at: number = part.start; at < part.end; ) {
    const end = clusterEnd(text, at, part.end);
    found.push(span(at, end));
    at = end;
  }
  return found;
}

export const graphemes = (text: string): readonly Span[] => graphemesIn(text, span(0, text.length));

/** The nearest cluster boundary at or before the offset. */
export function graphemeFloor(text: string, offset: Utf16Offset): Utf16Offset {
  const inside = graphemesIn(text, lineAt(text, offset)).find((one) => one.start < offset && offset < one.end);
  return inside ? inside.start : offset;
}

/** The nearest cluster boundary at or after the offset. */
export function graphemeCeiling(text: string, offset: Utf16Offset): Utf16Offset {
  const inside = graphemesIn(text, lineAt(text, offset)).find((one) => one.start < offset && offset < one.end);
  return inside ? inside.end : offset;
}

/** The smallest Span of whole clusters around a Span. */
export const graphemeHull = (text: string, { start, end }: Span): Span => ({
  start: graphemeFloor(text, start),
  end: graphemeCeiling(text, end),
});
