import { type Annotation } from '../../model/annotation.ts';
import { type Utf16Offset } from '../../text/offsets.ts';

/** Half-open, in whatever unit. */
interface Piece<Offset extends number> {
  readonly start: Offset;
  readonly end: Offset;
}

/** Every place where one of these begins or ends, once each, in text order. */
export const edgesIn = <Offset extends number>(pieces: readonly Piece<Offset>[]): readonly Offset[] =>
  [...new Set(pieces.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);

/** The same of the Spans of Annotations. */
export const edgesOf = (annotations: readonly Annotation[]): readonly Utf16Offset[] => edgesIn(annotations.flatMap(({ spans }) => spans));

/**
 * Pieces of a text in its order, each broken wherever an edge falls inside it: formats that label tokens cannot say less. Edges as `edgesIn`
 * gives them, in the same unit; one between two pieces breaks nothing. What no edge breaks stays the same object.
 */
export function cutAtEdges<Offset extends number>(pieces: readonly Piece<Offset>[], edges: readonly Offset[]): readonly Piece<Offset>[] {
  const cut: Piece<Offset>[] = [];
  let next = 0;
  for (const piece of pieces) {
    while ((edges[next] ?? Infinity) <= piece.start) next++;
    let from = piece.start;
    for (let edge = edges[next]; edge !== undefined && edge < piece.end; edge = edges[++next]) {
      cut.push({ start: from, end: edge });
      from = edge;
    }
    cut.push(from === piece.start ? piece : { start: from, end: piece.end });
  }
  return cut;
}
