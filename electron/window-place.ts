import { z } from 'zod';

/** In device-independent pixels of the whole desktop. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const windowPlaceSchema = z.object({
  bounds: z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() }),
  maximized: z.boolean(),
});
/** Where the window was: `bounds` are those it has when it is not maximized. */
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

export const smallestWindow = { width: 800, height: 560 };
const usualWindow = { width: 1280, height: 860 };

/**
 * Bounds that a person can reach: what was kept while its title bar can still be taken hold of on a screen, otherwise
 * the same size, as far as it fits, in the middle of the first screen.
 * @param areas the screens without their bars, the main one first.
 */
export function reachableBounds(kept: Rectangle | null, areas: readonly [Rectangle, ...Rectangle[]]): Rectangle {
  const area = kept && areas.find((one) => holdsTitleBar(one, { ...kept, ...fitting(kept, one) }));
  if (kept && area) return { ...kept, ...fitting(kept, area) };
  const [first] = areas;
  const { width, height } = fitting(kept ?? usualWindow, first);
  return {
    x: first.x + Math.round((first.width - width) / 2),
    y: first.y + Math.round((first.height - height) / 2),
    width,
    height,
  };
}

const fitting = (size: { readonly width: number; readonly height: number }, area: Rectangle) => ({
  width: Math.min(Math.max(size.width, smallestWindow.width), area.width),
  height: Math.min(Math.max(size.height, smallestWindow.height), area.height),
});

/** Pixels of a title bar that must be in sight to take hold of the window. */
const titleBarHeight = 32;
const grip = 120;

const holdsTitleBar = (area: Rectangle, { x, y, width }: Rectangle): boolean =>
  y >= area.y && y + titleBarHeight <= area.y + area.height && x + width >= area.x + grip && x + grip <= area.x + area.width;
