import { type Invisible, type InvisibleKind } from '../../shared/text/invisibles.ts';
import { span } from '../../shared/text/offsets.ts';
import { type Box } from './boxes.ts';
import { type Edge, type LineLayout } from './picture.ts';

/** Where an invisible character stands; left and right are one where it has no width. */
export interface InvisibleShape extends Box {
  readonly kind: InvisibleKind;
}

/** Marks for the invisible characters of a line of `length`; one that lies where nothing is drawn (the end of a line) has none. */
export function invisibleShapes(invisibles: readonly Invisible[], length: number, layout: LineLayout): readonly InvisibleShape[] {
  return invisibles.flatMap(({ kind, span: part }): readonly InvisibleShape[] => {
    const boxes = hasWidth.has(kind) ? layout.boxes(part) : [];
    if (boxes.length > 0) return boxes.map((box) => ({ kind, ...box }));
    const at = borderAt(part.end, length, layout);
    return at ? [{ kind, left: at.x, right: at.x, top: at.top, bottom: at.bottom }] : [];
  });
}

const hasWidth: ReadonlySet<InvisibleKind> = new Set<InvisibleKind>(['nbsp', 'nnbsp', 'tatweel', 'spaces']);

/** Where the drawn letter before the offset ends; at the head of a line, where the first drawn one begins. */
function borderAt(offset: number, length: number, layout: LineLayout): Edge | null {
  for (let end = offset; end > 0; end--) {
    const edge = layout.edge(span(end - 1, end), 'end');
    if (edge) return edge;
  }
  for (let start = offset; start < length; start++) {
    const edge = layout.edge(span(start, start + 1), 'start');
    if (edge) return edge;
  }
  return null;
}
