import { type Span } from '../../shared/text/offsets.ts';

/** Line height in em unless the person chose another. */
export const usualLineHeight = 2.3;

/**
 * Lanes that a line of text has room for: three at line height 2.3, one more for each quarter of an em, so five at 2.8.
 * What lies deeper is counted in the gutter.
 */
export const lanesAt = (lineHeight: number): number => Math.max(1, 3 + Math.floor((Math.round(lineHeight * 100) - 230) / 25));

/**
 * The lane of each extent: the first one where it overlaps nothing that came before. With extents in reading order,
 * longer first, an outer quote keeps the lane next to the text and what is nested in it lies below.
 */
export function laneOf(extents: readonly Span[]): readonly number[] {
  const lanes: Span[][] = [];
  return extents.map((extent) => {
    const free = lanes.findIndex((lane) => lane.every((other) => other.end <= extent.start || extent.end <= other.start));
    const lane = free < 0 ? lanes.length : free;
    (lanes[lane] ??= []).push(extent);
    return lane;
  });
}
