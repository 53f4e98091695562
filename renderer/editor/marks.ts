import { type Annotation } from '../../shared/model/annotation.ts';
import { type Span, span } from '../../shared/text/offsets.ts';
import { laneOf } from './lanes.ts';

/** A piece of an Annotation as far as it lies on one line; offsets count from the start of the line. */
export interface MarkPiece {
  /** Index in `annotation.spans`. */
  readonly index: number;
  readonly span: Span;
  /** Does the piece begin or end on this line (or only pass through)? */
  readonly starts: boolean;
  readonly ends: boolean;
}

/** An Annotation as it is drawn on one line. */
export interface Mark {
  readonly annotation: Annotation;
  readonly pieces: readonly MarkPiece[];
  /** 0 lies next to the text. */
  readonly lane: number;
}

/** Part of a Span that lies on a line, from the start of the line; `null` if there is none. */
export function onLine(whole: Span, line: Span): Span | null {
  const start = Math.max(whole.start, line.start);
  const end = Math.min(whole.end, line.end);
  return start < end ? span(start - line.start, end - line.start) : null;
}

/** How a line's Annotations (in reading order) are drawn. The gap between two pieces is taken too: their joint lies there. */
export function marksOn(line: Span, annotations: readonly Annotation[]): readonly Mark[] {
  const drawn = annotations.flatMap((annotation) => {
    const pieces = piecesOn(line, annotation);
    return pieces.length > 0 ? [{ annotation, pieces }] : [];
  });
  const lanes = laneOf(drawn.map(({ pieces }) => extent(pieces)));
  return drawn.map((mark, index) => ({ ...mark, lane: lanes[index] as number }));
}

function piecesOn(line: Span, annotation: Annotation): readonly MarkPiece[] {
  return annotation.spans.flatMap((whole, index) => {
    const part = onLine(whole, line);
    return part ? [{ index, span: part, starts: whole.start >= line.start, ends: whole.end <= line.end }] : [];
  });
}

function extent(pieces: readonly MarkPiece[]): Span {
  const [first, last] = [pieces[0] as MarkPiece, pieces.at(-1) as MarkPiece];
  return { start: first.span.start, end: last.span.end };
}
