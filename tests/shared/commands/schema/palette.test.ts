import { expect, test } from 'vitest';
import { swatches } from '../../../../shared/commands/schema/swatches.ts';
import { ciede2000, leastDistance } from './colour-distance.ts';

/** Grey, the seventh, is told apart by its pattern, its badge and its being no colour. */
const coloured = swatches.slice(0, 6);

test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('the distance of %j and %j is the published %d (Sharma, Wu and Dalal 2005, table 1)', (one, other, distance) => {
  expect(ciede2000(one, other)).toBeCloseTo(distance, 4);
  expect(ciede2000(other, one)).toBeCloseTo(distance, 4);
});

// ux.md 2.5: the smallest distance between two inks.
test.each([
  ['light', 'most', 27.9],
  ['light', 'deuteranopia', 15.7],
  ['light', 'protanopia', 15],
  ['light', 'tritanopia', 15.1],
  ['dark', 'most', 27.5],
  ['dark', 'deuteranopia', 15.4],
  ['dark', 'protanopia', 14.6],
  ['dark', 'tritanopia', 14.4],
] as const)('two inks are never nearer than they were chosen to be: %s, %s, %d', (theme, eye, least) => {
  expect(leastDistance(coloured.map((one) => one[theme].ink), eye)).toBeGreaterThanOrEqual(least - 0.05);
});
