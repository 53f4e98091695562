import { type AnnotationId } from '../../shared/model/id.ts';
import { type LabelDef } from '../../shared/model/schema.ts';
import { type Direction } from '../../shared/text/direction.ts';
import { type Invisible } from '../../shared/text/invisibles.ts';
import { type Span } from '../../shared/text/offsets.ts';
import { type Box, sameLine } from './boxes.ts';
import { type SpanEdge } from './editor-contract.ts';
import { fittedDashes, jointStroke, lanePitch, laneStrokes, type Stroke } from './lane-pattern.ts';
import { type InvisibleShape, invisibleShapes } from './invisible-marks.ts';
import { type Mark, type MarkPiece } from './marks.ts';

/** Where one end of a range stands on the screen. */
export interface Edge {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Which way the text of the range lies from here: +1 to the right, -1 to the left. */
  readonly inwards: 1 | -1;
}

/** What drawing needs to know of a laid-out paragraph; offsets count from its start. */
export interface LineLayout {
  readonly direction: Direction;
  boxes(part: Span): readonly Box[];
  /** `null` where nothing is laid out, such as blanks at the end of a line. */
  edge(part: Span, edge: SpanEdge): Edge | null;
  /** CSS pixels from the top of a box down to the middle of its first lane. */
  laneDrop(box: Box): number;
}

export type Emphasis = 'plain' | 'related' | 'focused';

/** What surrounds the Annotations of one line. Spans count from the start of the line. */
export interface PictureContext {
  /** Index in the Schema, by which the style sheet knows the colours, and the Label itself. */
  label(mark: Mark): { readonly index: number; readonly label: LabelDef };
  emphasis(mark: Mark): Emphasis;
  /** The number, already in digits of the interface, of an interrupted Annotation. */
  number(mark: Mark): string | null;
  badge(mark: Mark): string | null;
  readonly pending: readonly Span[];
  /** To be marked; in order. */
  readonly invisibles: readonly Invisible[];
  /** Lanes that a line has room for. */
  readonly lanes: number;
  /** Length of the line's text. */
  readonly length: number;
}

export interface TintShape {
  readonly label: number;
  readonly emphasis: Emphasis;
  readonly boxes: readonly Box[];
}

/** A horizontal line from where the paragraph's direction begins; `joint` runs between two pieces. */
export interface LaneShape {
  readonly annotation: AnnotationId;
  readonly label: number;
  readonly kind: 'lane' | 'joint';
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly width: number;
  readonly dashes: readonly number[];
}

/** The letter of an Annotation in the gutter. */
export interface Badge {
  readonly annotation: AnnotationId;
  readonly label: number;
  readonly emphasis: Emphasis;
  readonly text: string;
  /** To be discussed; with a note. */
  readonly signs: readonly ('flagged' | 'noted')[];
}

/** Badges beside one line on the screen. `more` counts Annotations that have no visible lane there. */
export interface GutterLine {
  readonly top: number;
  readonly bottom: number;
  readonly badges: readonly Badge[];
  readonly more: number;
}

export interface NumberShape {
  readonly annotation: AnnotationId;
  readonly label: number;
  readonly text: string;
  readonly at: Edge;
}

export interface HandleShape {
  readonly annotation: AnnotationId;
  readonly label: number;
  readonly piece: number;
  readonly edge: SpanEdge;
  readonly at: Edge;
}

/** Everything drawn over and under one paragraph: plain values in CSS pixels of its border box. */
export interface Picture {
  readonly tints: readonly TintShape[];
  readonly pending: readonly Box[];
  readonly lanes: readonly LaneShape[];
  readonly gutter: readonly GutterLine[];
  readonly numbers: readonly NumberShape[];
  readonly handles: readonly HandleShape[];
  readonly invisibles: readonly InvisibleShape[];
  /** Boxes by Annotation, to find what a click meant. */
  readonly hits: readonly { readonly annotation: AnnotationId; readonly boxes: readonly Box[] }[];
}

export function pictureOf(marks: readonly Mark[], layout: LineLayout, context: PictureContext): Picture {
  const drawn = marks.map((mark) => drawnMark(mark, layout, context));
  return {
    tints: drawn.flatMap(tintsOf),
    pending: context.pending.flatMap(layout.boxes),
    lanes: drawn.flatMap((one) => [...jointsOf(one, layout, context.lanes), ...lanesOf(one, layout, context.lanes)]),
    gutter: gutterOf(drawn, layout, context),
    numbers: drawn.flatMap((one) => numberOf(one, layout, context)),
    handles: drawn.flatMap((one) => handlesOf(one, layout)),
    invisibles: invisibleShapes(context.invisibles, context.length, layout),
    hits: drawn.map(({ mark, boxes }) => ({ annotation: mark.annotation.id, boxes: boxes.flat() })),
  };
}

interface DrawnMark {
  readonly mark: Mark;
  readonly index: number;
  readonly label: LabelDef;
  readonly emphasis: Emphasis;
  /** By piece. */
  readonly boxes: readonly (readonly Box[])[];
}

function drawnMark(mark: Mark, layout: LineLayout, context: PictureContext): DrawnMark {
  return {
    mark,
    ...context.label(mark),
    emphasis: context.emphasis(mark),
    boxes: mark.pieces.map((piece) => layout.boxes(piece.span)),
  };
}

/** Only the label with the unbroken lane is tinted at rest (the quote): more tints would drown each other. */
function tintsOf({ index, label, emphasis, boxes }: DrawnMark): readonly TintShape[] {
  return label.pattern === 'solid' || emphasis !== 'plain' ? [{ label: index, emphasis, boxes: boxes.flat() }] : [];
}

function lanesOf(one: DrawnMark, layout: LineLayout, lanes: number): readonly LaneShape[] {
  if (one.mark.lane >= lanes) return [];
  const strokes = laneStrokes[one.label.pattern];
  return strokes.flatMap((stroke) => one.boxes.flat().map((box) => laneShape(one, 'lane', stroke, box, layout)));
}

function jointsOf(one: DrawnMark, layout: LineLayout, lanes: number): readonly LaneShape[] {
  const { mark } = one;
  if (mark.lane >= lanes) return [];
  const gaps = mark.pieces.slice(1).map((piece, before) => ({ start: (mark.pieces[before] as MarkPiece).span.end, end: piece.span.start }));
  return gaps.flatMap((gap) => layout.boxes(gap).map((box) => laneShape(one, 'joint', jointStroke, box, layout)));
}

/** Neighbours in one lane stay apart by a pixel and a half. */
const laneInset = 0.75;

function laneShape({ mark, index }: DrawnMark, kind: LaneShape['kind'], stroke: Stroke, box: Box, layout: LineLayout): LaneShape {
  const [left, right] = [box.left + laneInset, box.right - laneInset];
  const [from, to] = layout.direction === 'rtl' ? [right, left] : [left, right];
  const y = box.top + layout.laneDrop(box) + mark.lane * lanePitch + stroke.shift;
  const dashes = fittedDashes(stroke.dashes, Math.max(0, right - left));
  return { annotation: mark.annotation.id, label: index, kind, from, to, y, width: stroke.width, dashes };
}

function numberOf({ mark, index }: DrawnMark, layout: LineLayout, context: PictureContext): readonly NumberShape[] {
  const text = context.badge(mark);
  const first = mark.pieces[0];
  if (text === null || !first || first.index > 0 || !first.starts) return [];
  const at = layout.edge(first.span, 'start');
  return at ? [{ annotation: mark.annotation.id, label: index, text, at }] : [];
}

function handlesOf({ mark, index, emphasis }: DrawnMark, layout: LineLayout): readonly HandleShape[] {
  if (emphasis !== 'focused') return [];
  return mark.pieces.flatMap((piece) => {
    const edges = [...(piece.starts ? ['start' as const] : []), ...(piece.ends ? ['end' as const] : [])];
    return edges.flatMap((edge) => {
      const at = layout.edge(piece.span, edge);
      return at ? [{ annotation: mark.annotation.id, label: index, piece: piece.index, edge, at }] : [];
    });
  });
}

type Row = { readonly box: Box; readonly badges: GutterLine['badges'][number][]; readonly hidden: Set<AnnotationId> };

const signsOf = ({ annotation }: Mark): GutterLine['badges'][number]['signs'] => [
  ...(annotation.flagged ? ['flagged' as const] : []),
  ...(annotation.note === '' ? [] : ['noted' as const]),
];

/** Letters of the Annotations that begin on a line, pieces of an interrupted one with its number, and what finds no lane. */
function gutterOf(drawn: readonly DrawnMark[], layout: LineLayout, context: PictureContext): readonly GutterLine[] {
  const rows: Row[] = [];
  const rowOf = (box: Box): Row => {
    const known = rows.find((row) => sameLine(row.box, box));
    if (known) return known;
    const made: Row = { box, badges: [], hidden: new Set() };
    rows.push(made);
    return made;
  };
  for (const { mark, index, label, emphasis, boxes } of drawn) {
    const number = context.number(mark);
    for (const piece of mark.pieces) {
      const at = piece.starts && (piece.index === 0 || number !== null) ? layout.edge(piece.span, 'start') : null;
      if (!at) continue;
      const text = label.badge + (number ?? '');
      rowOf({ left: at.x, right: at.x, top: at.top, bottom: at.bottom }).badges.push({
        annotation: mark.annotation.id,
        label: index,
        emphasis,
        text,
        signs: piece.index === 0 ? signsOf(mark) : [],
      });
    }
    if (mark.lane >= context.lanes) for (const box of boxes.flat()) rowOf(box).hidden.add(mark.annotation.id);
  }
  return rows
    .map(({ box, badges, hidden }) => ({ top: box.top, bottom: box.bottom, badges, more: hidden.size }))
    .sort((a, b) => a.top - b.top);
}
