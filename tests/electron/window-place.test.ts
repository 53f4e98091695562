import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachableBounds, type Rectangle } from '../../electron/window-place.ts';
import { runs } from '../arbitraries/runs.ts';

const laptop: Rectangle = { x: 0, y: 24, width: 1440, height: 876 };
const second: Rectangle = { x: 1440, y: 0, width: 1920, height: 1080 };

describe('the place of the window', () => {
  it.each([
    ['the first time: the middle', null, [laptop], { x: 80, y: 32, width: 1280, height: 860 }],
    ['as it was', { x: 10, y: 30, width: 900, height: 600 }, [laptop], { x: 10, y: 30, width: 900, height: 600 }],
    ['as it was, on the second screen', { x: 1500, y: 5, width: 1000, height: 700 }, [laptop, second], { x: 1500, y: 5, width: 1000, height: 700 }],
    ['its screen is gone', { x: 1500, y: 5, width: 1000, height: 700 }, [laptop], { x: 220, y: 112, width: 1000, height: 700 }],
    ['its title bar is above the screen', { x: 10, y: -300, width: 1000, height: 700 }, [laptop], { x: 220, y: 112, width: 1000, height: 700 }],
    ['larger than its screen', { x: 0, y: 24, width: 5000, height: 4000 }, [laptop], { x: 0, y: 24, width: 1440, height: 876 }],
    ['so wide that only its end is on the screen', { x: -5800, y: 30, width: 6000, height: 700 }, [laptop], { x: 0, y: 112, width: 1440, height: 700 }],
    ['hardly wider than nothing', { x: 100, y: 30, width: 200, height: 1 }, [laptop], { x: 100, y: 30, width: 800, height: 560 }],
  ] as const)('%s', (_reason, kept, areas, expected) => expect(reachableBounds(kept, [...areas] as [Rectangle, ...Rectangle[]])).toEqual(expected));

  it('can always be reached with the pointer', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const kept = fc.record({ x: number, y: number, width: fc.integer({ min: 1, max: 6000 }), height: fc.integer({ min: 1, max: 6000 }) });
    fc.assert(
      fc.property(fc.option(kept), fc.constantFrom<[Rectangle, ...Rectangle[]]>([laptop], [laptop, second]), (was, areas) => {
        const { x, y, width } = reachableBounds(was, areas);
        const within = areas.some((area) => x < area.x + area.width && x + width > area.x && y >= area.y && y < area.y + area.height);
        expect(within).toBe(true);
      }),
      { numRuns: runs },
    );
  });
});
