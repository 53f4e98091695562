import { type Span } from '../../shared/text/offsets.ts';

/** Lanes that a line of text has room for at line height 2.3; what lies deeper is counted in the gutter. */
export const visibleLanes = 3;

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
