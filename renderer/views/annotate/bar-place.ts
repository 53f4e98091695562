/** Viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
}

interface Rectangle extends Box {
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** CSS pixels between the text and the bar, and between the bar and the pane's edges. */
const gap = 12;

/**
 * Where the bar stands: under the end of the selection (which is left where text runs right to left), above it where there is no room
 * below, always inside the pane. `null` when the end has been scrolled away.
 */
export function placeBar(end: Rectangle, bar: Rectangle, pane: Rectangle, isRtl: boolean): Box | null {
  if (end.bottom < pane.top || end.top > pane.bottom) return null;
  const wanted = (isRtl ? end.left : end.right) - bar.width / 2;
  const left = Math.max(pane.left + gap, Math.min(wanted, pane.right - gap - bar.width));
  const below = end.bottom + gap;
  const top = below + bar.height + gap <= pane.bottom ? below : Math.max(pane.top + gap, end.top - gap - bar.height);
  return { left, top };
}
