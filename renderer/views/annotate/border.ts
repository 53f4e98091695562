import { type ParagraphDirections } from '../../../shared/bridge.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { nextEnd, previousStart } from '../../../shared/text/motion.ts';
import { type BorderUnit, movedOffset, type Side } from '../../../shared/text/move-border.ts';
import { type Span, type Utf16Offset } from '../../../shared/text/offsets.ts';
import { type SpanEdge } from '../../editor/editor-contract.ts';
import { idle, type Interaction, type ModeOf, perform, refuse, say, type Step, step } from './mode.ts';
import { annotationIn, type Scene } from './scene.ts';

/** The pieces with one border elsewhere; `null` when a piece would be empty or run into its neighbour. */
export function withBorder(spans: readonly Span[], piece: number, edge: SpanEdge, offset: Utf16Offset): readonly Span[] | null {
  const old = spans[piece];
  if (!old) throw new Error(`piece ${piece} of an annotation of ${spans.length}`);
  const moved: Span = { ...old, [edge]: offset };
  const [before, after] = [spans[piece - 1], spans[piece + 1]];
  if (moved.start >= moved.end || (before && moved.start <= before.end) || (after && moved.end >= after.start)) return null;
  return spans.with(piece, moved);
}

/** The next border to hold: of several pieces first the outermost one, then, key by key, the ones further in. */
function nextPiece(held: ModeOf<'border'> | null, edge: SpanEdge, pieces: number): number {
  if (held?.edge !== edge) return edge === 'start' ? 0 : pieces - 1;
  return (held.piece + (edge === 'start' ? 1 : pieces - 1)) % pieces;
}

/** Takes hold of a border of the focused Annotation. A border held before stays where it was moved to. */
export function grab(state: Interaction, scene: Scene, edge: SpanEdge): Step {
  const annotation = annotationIn(scene, state.focused);
  if (!annotation) return step(state, refuse('annotate.nothing-focused'));
  const held = state.mode.kind === 'border' ? state.mode : null;
  const spans = held?.spans ?? annotation.spans;
  const piece = nextPiece(held, edge, spans.length);
  const { start, end } = spans[piece] as Span;
  return step(
    { ...state, selection: null, grownFrom: [], mode: { kind: 'border', annotation: annotation.id, piece, edge, spans } },
    { kind: 'caret', at: edge === 'start' ? start : end },
    say(edge === 'start' ? 'annotate.border.start' : 'annotate.border.end'),
  );
}

export function moveBorder(state: Interaction, scene: Scene, mode: ModeOf<'border'>, unit: BorderUnit, side: Side, turned?: ParagraphDirections): Step {
  const { text } = scene;
  const offset = movedOffset(text, (mode.spans[mode.piece] as Span)[mode.edge], mode.edge, unit, side, turned);
  const spans = withBorder(mode.spans, mode.piece, mode.edge, offset);
  if (!spans) return step(state);
  const { start, end } = spans[mode.piece] as Span;
  const atEdge = mode.edge === 'start' ? { start, end: nextEnd(text, start, 'token') } : { start: previousStart(text, end, 'token'), end };
  return step(
    { ...state, mode: { ...mode, spans } },
    { kind: 'caret', at: offset },
    { kind: 'reveal', span: atEdge },
    say('annotate.border.at', { word: text.slice(atEdge.start, atEdge.end) }),
  );
}

export const keepBorder = (state: Interaction, mode: ModeOf<'border'>): Step =>
  step({ ...state, mode: idle }, perform({ name: 'set-spans', input: { annotation: mode.annotation, spans: mode.spans } }));

export interface DroppedBorder {
  readonly annotation: AnnotationId;
  readonly piece: number;
  readonly edge: SpanEdge;
  readonly offset: Utf16Offset;
}

/** A border handle was dragged and let go. */
export function dropBorder(state: Interaction, scene: Scene, { annotation: id, piece, edge, offset }: DroppedBorder): Step {
  const annotation = annotationIn(scene, id);
  const spans = annotation && withBorder(annotation.spans, piece, edge, offset);
  return spans ? step({ ...state, mode: idle }, perform({ name: 'set-spans', input: { annotation: id, spans } })) : step(state);
}

/** The Annotations as they look while a border is held. */
export const previewed = (annotations: readonly Annotation[], { mode }: Interaction): readonly Annotation[] =>
  mode.kind === 'border' ? annotations.map((one) => (one.id === mode.annotation ? { ...one, spans: mode.spans } : one)) : annotations;
