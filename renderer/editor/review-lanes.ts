import { type Span } from '../../shared/text/offsets.ts';
import { laneOf } from './lanes.ts';
import { lineAt, type LineMap } from './positions.ts';
import { type ReviewMark, type ReviewRow } from './review-contract.ts';

/** Where a mark lies on a line: lanes below count from the text downwards, those of the gold set upwards. */
export interface Laned {
  readonly mark: ReviewMark;
  readonly lane: number;
}

/**
 * Lanes of one line of the text: what all agree on next to it, then a group for each reader that has anything there, in their order. Within
 * a group what overlaps lies below each other.
 */
export function reviewLanes(marks: readonly ReviewMark[]): readonly Laned[] {
  const rows = [...new Set(marks.map(({ row }) => row))].sort(inOrder);
  let base = 0;
  return rows.flatMap((row) => {
    const own = marks.filter((mark) => mark.row === row);
    const lanes = laneOf(own.map(extent));
    const from = row === 'gold' ? 0 : base;
    if (row !== 'gold') base += 1 + Math.max(...lanes);
    return own.map((mark, place) => ({ mark, lane: from + (lanes[place] as number) }));
  });
}

const rank = (row: ReviewRow): number => (row === 'gold' ? -2 : row === 'all' ? -1 : row);
const inOrder = (a: ReviewRow, b: ReviewRow): number => rank(a) - rank(b);

function extent({ spans }: ReviewMark): Span {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) throw new Error('a reading without a span');
  return { start: first.start, end: last.end };
}

/** Lanes that the fullest line of the text needs below and above it. */
export function lanesNeeded(lines: LineMap, marks: readonly ReviewMark[]): { readonly below: number; readonly above: number } {
  let [below, above] = [0, 0];
  for (const here of marksByLine(lines, marks).values()) {
    for (const { mark, lane } of reviewLanes(here)) {
      if (mark.row === 'gold') above = Math.max(above, lane + 1);
      else below = Math.max(below, lane + 1);
    }
  }
  return { below, above };
}

/** Marks with a piece on each line, in the order of the list. */
export function marksByLine(lines: LineMap, marks: readonly ReviewMark[]): ReadonlyMap<number, readonly ReviewMark[]> {
  const found = new Map<number, ReviewMark[]>();
  for (const mark of marks) {
    const seen = new Set(mark.spans.flatMap(({ start, end }) => linesOf(lines, { start, end })));
    for (const line of seen) {
      const known = found.get(line);
      if (known) known.push(mark);
      else found.set(line, [mark]);
    }
  }
  return found;
}

export function linesOf(lines: LineMap, { start, end }: Span): readonly number[] {
  const from = lineAt(lines, start);
  return Array.from({ length: lineAt(lines, Math.max(start, end - 1)) - from + 1 }, (_, after) => from + after);
}

/** The fewest and the most lanes that lines are set apart for. */
const range = { least: 3, most: 8 };

/**
 * Line height in em that leaves room for lanes of five pixels below and the gold set's above, on lines of this size. It is chosen when the
 * Article is opened, with a lane to spare for gold, so that no decision moves the text.
 */
export function reviewLineHeight(below: number, readingSize: number): number {
  const lanes = Math.min(range.most, Math.max(range.least, below));
  return Math.round((1.75 + (lanes * 5 + 8) / readingSize) * 100) / 100;
}
