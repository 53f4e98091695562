import { describe, expect, it } from 'vitest';
import { placeBar } from '../../../../renderer/views/annotate/bar-place.ts';

const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height, right: left + width, bottom: top + height });
const pane = box(200, 0, 800, 600);
const bar = box(0, 0, 300, 60);

describe('placeBar', () => {
  it.each([
    ['under the left end where text runs right to left', box(500, 100, 120, 30), true, { left: 350, top: 142 }],
    ['under the right end where it runs left to right', box(500, 100, 120, 30), false, { left: 470, top: 142 }],
    ['not beyond the left edge of the pane', box(210, 100, 20, 30), true, { left: 212, top: 142 }],
    ['not beyond the right edge', box(900, 100, 90, 30), false, { left: 688, top: 142 }],
    ['above the last line', box(500, 550, 120, 30), true, { left: 350, top: 478 }],
    ['nowhere when the end is scrolled away', box(500, 610, 120, 30), true, null],
  ])('%s', (_, end, isRtl, place) => expect(placeBar(end, bar, pane, isRtl)).toEqual(place));
});
