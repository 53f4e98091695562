import { type Annotation } from '../../shared/model/annotation.ts';
import { type Span, type Utf16Offset } from '../../shared/text/offsets.ts';
import { type SnapUnit } from '../../shared/text/snap.ts';
import { type Drag, still } from './drag.ts';
import { type SpanEdge } from './editor-contract.ts';
import { type HitTest } from './hit.ts';

export interface BorderDragHost {
  readonly hit: HitTest;
  /** What a border keeps to while Alt is not held. */
  unit(): SnapUnit;
  /** Draws the Annotation as it would be; `null` as it is. */
  preview(annotation: Annotation | null): void;
  moved(offset: Utf16Offset): void;
  /** The pointer was pressed and released in place: it means the text. */
  press(x: number, y: number): void;
}

/** The handle that was taken: a bar at `x` from where the piece lies towards `inwards`, beside letters from `top` on (viewport pixels). */
export interface Border {
  readonly annotation: Annotation;
  readonly piece: number;
  readonly edge: SpanEdge;
  readonly x: number;
  readonly top: number;
  readonly inwards: 1 | -1;
}

/** CSS pixels inside the piece at which the border looks for its word: on the border itself two words are equally near. */
const inside = 2;
/** CSS pixels round the press within which the border keeps its distance from the pointer; farther on it jumps under it. */
const hold = 12;
/** CSS pixels below the top of the letters at which a knob that was taken above them looks for its word: it belongs to their line, not to the one above. */
const amongLetters = 8;

/** Dragging one border of a piece by the unit that selecting takes, with Alt by letters. It stops at the piece's other border and at the neighbouring pieces. */
export function borderDrag(press: MouseEvent, border: Border, host: BorderDragHost): Drag {
  const shift = border.x - press.clientX + border.inwards * inside;
  const down = Math.max(0, border.top + amongLetters - press.clientY);
  const original = offsetOf(border.annotation.spans[border.piece], border.edge);
  let offset = original;
  let hasMoved = false;
  return {
    move({ x, y, alt }) {
      const way = Math.hypot(x - press.clientX, y - press.clientY);
      hasMoved ||= way > still;
      const found = host.hit.text(way < hold ? x + shift : x, y + down, alt || host.unit() === 'letter' ? 'grapheme' : 'word');
      const spans = found && withBorder(border, offsetOf(found, border.edge));
      if (!found || !spans) return;
      offset = offsetOf(found, border.edge);
      host.preview({ ...border.annotation, spans });
    },
    drop() {
      if (offset !== original) return host.moved(offset);
      host.preview(null);
      if (!hasMoved) host.press(press.clientX, press.clientY + down);
    },
    cancel: () => host.preview(null),
  };
}

function offsetOf(part: Span | undefined, edge: SpanEdge): Utf16Offset {
  if (!part) throw new Error('a border of a piece that is not there');
  return part[edge];
}

/** The pieces with the border at an offset, or `null` if it cannot be there. */
export function withBorder(
  { annotation: { spans }, piece, edge }: Pick<Border, 'annotation' | 'piece' | 'edge'>,
  offset: Utf16Offset,
): readonly Span[] | null {
  const moved = spans.map((part, index) => (index === piece ? { ...part, [edge]: offset } : part));
  const legal = moved.every((part, index) => part.start < part.end && part.start >= (moved[index - 1]?.end ?? 0));
  return legal ? moved : null;
}
