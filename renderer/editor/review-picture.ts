import { joined } from '../../shared/commands/legal-spans.ts';
import { type LabelDef } from '../../shared/model/schema.ts';
import { type Span } from '../../shared/text/offsets.ts';
import { type Box } from './boxes.ts';
import { fittedDashes, lanePitch, laneStrokes } from './lane-pattern.ts';
import { onLine } from './marks.ts';
import { type Edge, type LineLayout } from './picture.ts';
import { type ReviewMark, type ReviewSign, type ReviewStretch } from './review-contract.ts';
import { type Laned } from './review-lanes.ts';

/** Horizontal, from where the paragraph's direction begins. */
export interface ReviewLane {
  readonly case: string;
  readonly label: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly width: number;
  readonly dashes: readonly number[];
  readonly kind: 'gold' | 'all' | 'reader';
  /** A short upright at the logical start and end of a piece. */
  readonly isSettled: boolean;
}

/** A stretch that is disputed: its boxes, and upright ticks at both of its logical ends. */
export interface ReviewHatch {
  readonly case: string;
  readonly boxes: readonly Box[];
  readonly ticks: readonly Edge[];
}

export interface ReviewRowSigns {
  readonly top: number;
  readonly bottom: number;
  readonly signs: readonly { readonly case: string; readonly sign: string; readonly kind: string; readonly isSettled: boolean; readonly isFocused: boolean }[];
}

/** What is drawn over and under one paragraph, in CSS pixels of its border box. */
export interface ReviewPicture {
  readonly focused: readonly Box[];
  readonly draft: readonly Box[];
  readonly hatches: readonly ReviewHatch[];
  readonly lanes: readonly ReviewLane[];
  readonly rows: readonly ReviewRowSigns[];
  readonly hits: readonly { readonly case: string; readonly boxes: readonly Box[] }[];
}

export interface ReviewPictureContext {
  readonly line: Span;
  readonly lanes: readonly Laned[];
  readonly signs: readonly ReviewSign[];
  readonly stretches: readonly ReviewStretch[];
  readonly focused: string | null;
  readonly settled: ReadonlySet<string>;
  readonly draft: readonly Span[];
  label(mark: ReviewMark): { readonly index: number; readonly label: LabelDef };
}

/** CSS pixels that neighbours in one lane stay apart. */
const inset = 0.75;
/** CSS pixels from the top of a line's box up to the middle of the first gold lane. */
const goldRise = 1;

export function reviewPicture(layout: LineLayout, context: ReviewPictureContext): ReviewPicture {
  const { line, lanes, focused, settled } = context;
  const parts = (spans: readonly Span[]): readonly Span[] => spans.flatMap((one) => onLine(one, line) ?? []);
  const boxesOf = new Map(lanes.map(({ mark }) => [mark, parts(mark.spans).flatMap(layout.boxes)] as const));
  return {
    // Each letter once: two tints over one word would be darker than one.
    focused: joined(lanes.filter(({ mark }) => mark.case === focused).flatMap(({ mark }) => parts(mark.spans))).flatMap(layout.boxes),
    draft: parts(context.draft).flatMap(layout.boxes),
    hatches: context.stretches.flatMap((one) => hatchOf(one, line, layout)),
    lanes: lanes.flatMap((one) => lanesOf(one, boxesOf.get(one.mark) ?? [], layout, context)),
    rows: rowsOf(context.signs, line, layout, { focused, settled }),
    hits: lanes.map(({ mark }) => ({ case: mark.case, boxes: boxesOf.get(mark) ?? [] })),
  };
}

function hatchOf({ case: key, span }: ReviewStretch, line: Span, layout: LineLayout): readonly ReviewHatch[] {
  const part = onLine(span, line);
  if (!part) return [];
  const ends = [...(span.start >= line.start ? (['start'] as const) : []), ...(span.end <= line.end ? (['end'] as const) : [])];
  return [{ case: key, boxes: layout.boxes(part), ticks: ends.flatMap((edge) => layout.edge(part, edge) ?? []) }];
}

function lanesOf({ mark, lane }: Laned, boxes: readonly Box[], layout: LineLayout, { label, settled }: ReviewPictureContext): readonly ReviewLane[] {
  const { index, label: def } = label(mark);
  const kind = mark.row === 'gold' ? 'gold' : mark.row === 'all' ? 'all' : 'reader';
  return laneStrokes[def.pattern].flatMap((stroke) =>
    boxes.map((box): ReviewLane => {
      const [left, right] = [box.left + inset, box.right - inset];
      const [from, to] = layout.direction === 'rtl' ? [right, left] : [left, right];
      const y = kind === 'gold' ? box.top + goldRise - lane * lanePitch - stroke.shift : box.top + layout.laneDrop(box) + lane * lanePitch + stroke.shift;
      // What all agree on is one solid lane, whatever its Label's pattern: the letter beside the line says which it is.
      const dashes = kind === 'all' ? [] : fittedDashes(stroke.dashes, Math.max(0, right - left));
      return { case: mark.case, label: index, from, to, y, width: stroke.width, dashes, kind, isSettled: settled.has(mark.case) };
    }),
  );
}

function rowsOf(
  signs: readonly ReviewSign[], line: Span, layout: LineLayout, { focused, settled }: Pick<ReviewPictureContext, 'focused' | 'settled'>,
): readonly ReviewRowSigns[] {
  const rows = new Map<string, { readonly top: number; readonly bottom: number; readonly signs: ReviewRowSigns['signs'][number][] }>();
  for (const { case: key, at, sign, kind } of signs) {
    const part = at.start >= line.start && at.start < line.end ? onLine(at, line) : null;
    const edge = part && layout.edge(part, 'start');
    if (!edge) continue;
    const name = String(Math.round(edge.top));
    const row = rows.get(name) ?? { top: edge.top, bottom: edge.bottom, signs: [] };
    row.signs.push({ case: key, sign, kind, isSettled: settled.has(key), isFocused: key === focused });
    rows.set(name, row);
  }
  return [...rows.values()].sort((a, b) => a.top - b.top);
}
