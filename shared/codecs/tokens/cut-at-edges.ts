import { type Annotation } from '../../model/annotation.ts';
import { type Span, type Utf16Offset } from '../../text/offsets.ts';

/** Half-open, in whatever unit. */
interface Piece<Offset extends number> {
  readonly start: Offset;
  readonly end: Offset;
}

/** Every place where one of these begins or ends, once each, in text order. */
export function edgesIn<Offset extends number>(pieces: readonly Piece<Offset>[]): readonly Offset[] {
  const all = new Int32Array(2 * pieces.length);
  for (let place = 0; place < pieces.length; place++) {
    const { start, end } = pieces[place] as Piece<Offset>;
    all[2 * place] = start;
    all[2 * place + 1] = end;
  }
  // Numbers alone are sorted without asking anybody which is the smaller one.
  all.sort();
  const edges: Offset[] = [];
  for (let place = 0; place < all.length; place++) if (place === 0 || all[place] !== all[place - 1]) edges.push(all[place] as Offset);
  return edges;
}

/** The same of the Spans of Annotations. */
export function edgesOf(annotations: readonly Annotation[]): readonly Utf16Offset[] {
  const spans: Span[] = [];
  for (const annotation of annotations) for (const span of annotation.spans) spans.push(span);
  return edgesIn(spans);
}

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
