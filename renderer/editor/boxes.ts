/** A rectangle on one line of text, in CSS pixels of its paragraph's border box. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Widest gap, in CSS pixels, that two boxes of one line may have and still be drawn as one: runs are rounded apart. */
const touching = 1;

export const middle = (box: Box): number => (box.top + box.bottom) / 2;

/** True when the two lie on one line of text: fonts of different height share a line, neighbouring lines do not. */
export const sameLine = (a: Box, b: Box): boolean => middle(a) > b.top && middle(a) < b.bottom;

/** The boxes of a range, one for each stretch of line: in line order, from left to right, joined where they touch. */
export function joined(boxes: readonly Box[]): readonly Box[] {
  const lines: Box[][] = [];
  for (const box of boxes) {
    if (box.right - box.left <= 0) continue;
    const line = lines.find((other) => sameLine(box, other[0] as Box));
    if (line) line.push(box);
    else lines.push([box]);
  }
  return lines.flatMap((line) => line.sort((a, b) => a.left - b.left).reduce<Box[]>(merge, []));
}

function merge(done: Box[], box: Box): Box[] {
  const last = done.at(-1);
  if (!last || box.left - last.right > touching) return [...done, box];
  const wider: Box = {
    left: last.left,
    right: Math.max(last.right, box.right),
    top: Math.min(last.top, box.top),
    bottom: Math.max(last.bottom, box.bottom),
  };
  return [...done.slice(0, -1), wider];
}

/** Distance in CSS pixels from a point to the nearest edge on one axis; 0 inside. */
export const away = (value: number, from: number, to: number): number => Math.max(from - value, value - to, 0);

/**
 * The thing under a point, or the nearest one on the nearest line: beside, above and below all count. Things are told
 * apart by their own boxes, never by the browser's caret, which errs at the borders of mixed direction.
 */
export function nearest<Thing extends { readonly boxes: readonly Box[] }>(things: readonly Thing[], x: number, y: number): Thing | null {
  let found: Thing | null = null;
  let least = { line: Infinity, x: Infinity };
  for (const thing of things) {
    for (const box of thing.boxes) {
      const distance = { line: away(y, box.top, box.bottom), x: away(x, box.left, box.right) };
      if (distance.line < least.line - touching || (distance.line < least.line + touching && distance.x < least.x)) {
        found = thing;
        least = distance;
      }
    }
  }
  return found;
}

/** True where a point lies on the text of a range, or in the space below it where its lanes are drawn. */
export const covers = (boxes: readonly Box[], x: number, y: number, below: number): boolean =>
  boxes.some((box) => away(x, box.left, box.right) === 0 && y >= box.top && y <= box.bottom + below);
