import { type Annotation } from '../../shared/model/annotation.ts';
import { type SpanEdge } from './editor-contract.ts';

/** Where a connector holds on: one end of a piece, as high as its line of text. */
export interface Anchor {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** One logical end of an Annotation's piece. */
export interface PieceEnd {
  readonly piece: number;
  readonly edge: SpanEdge;
}

/** The ends, by their offsets, at which two Annotations are nearest: never told from where the glyphs happen to stand. */
export function nearestEnds(a: Annotation, b: Annotation): { readonly from: PieceEnd; readonly to: PieceEnd } {
  const pairs = endsOf(a).flatMap((from) => endsOf(b).map((to) => ({ from, to, apart: Math.abs(from.offset - to.offset) })));
  const [first, ...rest] = pairs;
  if (!first) throw new Error(`${a.id} or ${b.id} has no piece`);
  return rest.reduce((best, pair) => (pair.apart < best.apart ? pair : best), first);
}

const endsOf = ({ spans }: Annotation): readonly (PieceEnd & { readonly offset: number })[] =>
  spans.flatMap(({ start, end }, piece) => [
    { piece, edge: 'start' as const, offset: start },
    { piece, edge: 'end' as const, offset: end },
  ]);

/** CSS pixels that a connector rises above its line of text. */
const rise = 9;
/** CSS pixels that it reaches into the line's box, whose edges are higher than the letters. */
const dip = 4;

/** The path of a connector: over the words within a line, from line to line through the space between them. */
export function connectorPath(from: Anchor, to: Anchor): string {
  const isSameLine = Math.abs(from.top - to.top) < (from.bottom - from.top) / 2;
  if (isSameLine) {
    const [y, high] = [from.top + dip, Math.min(from.top, to.top) - rise];
    return `M${px(from.x)} ${px(y)}C${px(from.x)} ${px(high)} ${px(to.x)} ${px(high)} ${px(to.x)} ${px(to.top + dip)}`;
  }
  const isDownwards = from.top < to.top;
  const [y1, y2] = isDownwards ? [from.bottom - dip, to.top + dip] : [from.top + dip, to.bottom - dip];
  const bend = Math.max(rise, Math.abs(y2 - y1) / 2) * (isDownwards ? 1 : -1);
  return `M${px(from.x)} ${px(y1)}C${px(from.x)} ${px(y1 + bend)} ${px(to.x)} ${px(y2 - bend)} ${px(to.x)} ${px(y2)}`;
}

const px = (value: number): number => Math.round(value * 100) / 100;
