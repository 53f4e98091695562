import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittedDashes, lanePitch, laneStrokes } from '../../../renderer/editor/lane-pattern.ts';
import { laneOf, lanesAt } from '../../../renderer/editor/lanes.ts';
import { lanePatterns } from '../../../shared/model/schema.ts';
import { span } from '../../../shared/text/offsets.ts';
import { runs } from '../../arbitraries/runs.ts';

const extents = fc.array(
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })).map(([start, length]) => span(start, start + length)),
  { maxLength: 12 },
);

describe('lanes', () => {
  it('a line has room for three at height 2.3, five at 2.8, and always for one', () => {
    expect([2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.8].map(lanesAt)).toEqual([1, 2, 2, 3, 3, 3, 4, 4, 5]);
  });

  it('two extents in one lane never overlap', () => {
    fc.assert(
      fc.property(extents, (all) => {
        const lanes = laneOf(all);
        for (const [i, one] of all.entries())
          for (const [j, other] of all.entries())
            if (i < j && lanes[i] === lanes[j]) expect(one.end <= other.start || other.end <= one.start).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('no lane is left empty that an extent could have had', () => {
    fc.assert(
      fc.property(extents, (all) => {
        const lanes = laneOf(all);
        for (const [i, one] of all.entries())
          for (let lane = 0; lane < (lanes[i] as number); lane++)
            expect(all.slice(0, i).some((other, j) => lanes[j] === lane && other.start < one.end && one.start < other.end)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('what is nested lies below what holds it; neighbours share a lane', () => {
    expect(laneOf([span(0, 20), span(0, 10), span(3, 6), span(10, 20), span(20, 30)])).toEqual([0, 1, 2, 1, 0]);
  });
});

describe('lane patterns', () => {
  it('are three pixels high at most, so that two stay between one lane and the next; two lines keep more than a pixel each, and between them', () => {
    const heights = Object.entries(laneStrokes).map(([pattern, strokes]) => [
      pattern, Math.max(...strokes.map(({ shift, width }) => shift + width / 2)) - Math.min(...strokes.map(({ shift, width }) => shift - width / 2)),
    ] as const);
    expect(heights.filter(([, height]) => height > 3)).toEqual([['double', 3.75]]);
    const [upper, lower] = laneStrokes.double;
    expect(Math.min(upper?.width ?? 0, lower?.width ?? 0, (lower?.shift ?? 0) - (upper?.shift ?? 0) - (upper?.width ?? 0))).toBeGreaterThan(1);
    expect(heights).toContainEqual(['solid', 3]);
    expect(lanePitch - 3).toBe(2);
  });

  it('differ from each other in every drawn line', () => {
    const drawn = lanePatterns.map((pattern) => JSON.stringify(laneStrokes[pattern]));
    expect(new Set(drawn).size).toBe(lanePatterns.length);
  });

  it('a dashed line begins and ends with its first dash and shows its pattern once at least', () => {
    for (const length of [5, 14, 33, 210.5]) {
      for (const dashes of [
        [3, 3],
        [10, 3, 3, 3],
        [14, 4],
      ]) {
        const fitted = fittedDashes(dashes, length);
        const period = fitted.reduce((sum, part) => sum + part, 0);
        const times = (length - (fitted[0] as number)) / period;
        expect(times).toBeCloseTo(Math.round(times), 1);
        expect(Math.round(times)).toBeGreaterThanOrEqual(1);
      }
    }
    expect(fittedDashes([], 40)).toEqual([]);
  });
});
