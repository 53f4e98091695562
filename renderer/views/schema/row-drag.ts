/** Indexes in the list: where the row stands, and where it would if it were let go now. */
export interface RowDrag {
  readonly from: number;
  readonly to: number;
}

/** How many of the other rows lie above the pointer. `middles`: their heights as they stood when the row was grabbed, itself too. */
export const dropIndex = (middles: readonly number[], from: number, y: number): number =>
  middles.filter((middle, index) => index !== from && middle < y).length;

/** At which edge of a row the line is drawn that says where the grabbed one goes. */
export function dropEdge(drag: RowDrag | null, row: number): 'before' | 'after' | undefined {
  if (!drag || drag.to === drag.from || drag.to !== row) return undefined;
  return drag.to < drag.from ? 'before' : 'after';
}
