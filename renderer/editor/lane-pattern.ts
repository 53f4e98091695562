import { type LanePattern } from '../../shared/model/schema.ts';

/** One line of a lane: CSS pixels below the lane's middle, thickness, and dashes and gaps in turn (none: unbroken). */
export interface Stroke {
  readonly shift: number;
  readonly width: number;
  readonly dashes: readonly number[];
}

/** Distance from one lane to the next in CSS pixels: three high and two apart. */
export const lanePitch = 5;

/** How each pattern is drawn: told apart without colour, at three pixels high, in print too. */
export const laneStrokes: Readonly<Record<LanePattern, readonly Stroke[]>> = {
  solid: [{ shift: 0, width: 3, dashes: [] }],
  // A little higher than the others: of one pixel each, two lines run together wherever the text stands between two pixels, and look like a single faint one.
  double: [
    { shift: -1.25, width: 1.25, dashes: [] },
    { shift: 1.25, width: 1.25, dashes: [] },
  ],
  dots: [{ shift: 0, width: 3, dashes: [3, 3] }],
  'dash-dot': [{ shift: 0, width: 3, dashes: [10, 3, 3, 3] }],
  'long-dash': [{ shift: 0, width: 3, dashes: [14, 4] }],
  dashes: [{ shift: 0, width: 3, dashes: [7, 4] }],
  'thin-dashes': [{ shift: 0, width: 1.5, dashes: [7, 4] }],
  thin: [{ shift: 0, width: 1.5, dashes: [] }],
};

/** The line between the pieces of an interrupted Annotation. */
export const jointStroke: Stroke = { shift: 0, width: 2, dashes: [2, 4] };

/** Dashes stretched a little so that a line of this length begins and ends with the first one, and shows the pattern at least once. */
export function fittedDashes(dashes: readonly number[], length: number): readonly number[] {
  const [first] = dashes;
  if (first === undefined) return [];
  const period = dashes.reduce((sum, part) => sum + part, 0);
  const times = Math.max(1, Math.round((length - first) / period));
  const scale = length / (times * period + first);
  return dashes.map((part) => Math.round(part * scale * 1000) / 1000);
}
