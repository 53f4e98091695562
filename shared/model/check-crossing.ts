import { problem, type Problem } from '../result.ts';
import { type Span } from '../text/offsets.ts';
import { type Annotation } from './annotation.ts';
import { type Schema } from './schema.ts';

/** Do the two overlap without either containing the other? */
export const cross = (a: Span, b: Span): boolean =>
  (a.start < b.start && b.start < a.end && a.end < b.end) || (b.start < a.start && a.start < b.end && b.end < a.end);

/** A warning `spans-cross` for each pair of Annotations whose Spans cross where the Schema says they may not. */
export function checkCrossing(schema: Schema, annotations: readonly Annotation[]): readonly Problem[] {
  const forbidden = new Set(
    schema.crossing.flatMap(({ label, mayNotCross }) => mayNotCross.flatMap((other) => [`${label} ${other}`, `${other} ${label}`])),
  );
  const pieces = annotations
    .flatMap((annotation) => annotation.spans.map((span) => ({ annotation, span })))
    .sort((a, b) => a.span.start - b.span.start);
  const pairs = new Map<string, Problem>();
  let open: typeof pieces = [];
  for (const piece of pieces) {
    open = open.filter((other) => other.span.end > piece.span.start);
    for (const other of open) {
      const [one, two] = [other.annotation, piece.annotation];
      if (one === two || !cross(other.span, piece.span) || !forbidden.has(`${one.label} ${two.label}`)) continue;
      const values = { other: one.id, label: two.label, otherLabel: one.label };
      pairs.set(`${one.id} ${two.id}`, problem('spans-cross', { record: two.id }, values, 'warning'));
    }
    open.push(piece);
  }
  return [...pairs.values()];
}
