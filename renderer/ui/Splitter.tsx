import { type KeyboardEvent, memo, type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import styles from './Splitter.module.css';

export interface SplitterProps {
  /** What is made wider or narrower: a part of the page's name. */
  readonly label: string;
  /** Where its pane stands in the grid, and on which side of the pane it lies. */
  readonly area: string;
  readonly side: 'start' | 'end';
  /** CSS pixels; the pane is made no narrower. */
  readonly least: number;
  /** What gives the pane its room, and how much of it stays. */
  readonly beside: RefObject<HTMLElement | null>;
  readonly leastBeside: number;
  /** While it is dragged, and when it is let go; `null`: the usual width. */
  readonly onMove: (width: number | null) => void;
  readonly onMoved: (width: number | null) => void;
}

/** CSS pixels by which a key moves it. */
const step = 16;

interface Held {
  readonly x: number;
  readonly width: number;
}

/**
 * The edge between two panes of a grid, to be moved by pointer and by arrow keys, as seen: in a page from right to left, left makes the pane on
 * the right wider. Twice pressed, or with Enter, the pane has its usual width again; Escape takes a drag back.
 */
export const Splitter = memo(({ label, area, side, least, beside, leastBeside, onMove, onMoved }: SplitterProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<Held | null>(null);
  const [width, setWidth] = useState(0);

  useLayoutEffect(() => {
    if (!frame.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);

  const widest = (now: number): number => now + Math.max(0, (beside.current?.offsetWidth ?? 0) - leastBeside);
  const allowed = (wanted: number, now: number): number => Math.round(Math.max(Math.min(least, now), Math.min(wanted, widest(now))));
  /** Pixels that the pane grows by when the edge moves to the right by one. */
  const outwards = (): number => {
    const isRtl = frame.current !== null && getComputedStyle(frame.current).direction === 'rtl';
    return (side === 'end') === isRtl ? -1 : 1;
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, width };
  };
  const widthAt = (event: PointerEvent, { x, width: before }: Held): number => allowed(before + (event.clientX - x) * outwards(), width);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (held.current && event.clientX !== held.current.x) onMove(widthAt(event, held.current));
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    if (held.current && event.clientX !== held.current.x) onMoved(widthAt(event, held.current));
    held.current = null;
  };
  const takeBack = () => {
    if (held.current) onMoved(held.current.width);
    held.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => onMoved(allowed(width - step * outwards(), width)),
      ArrowRight: () => onMoved(allowed(width + step * outwards(), width)),
      Home: () => onMoved(allowed(least, width)),
      End: () => onMoved(widest(width)),
      Enter: () => onMoved(null),
      Escape: takeBack,
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  return (
    <div ref={frame} className={styles.frame} style={{ gridArea: area }}>
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={Math.min(least, width)}
        aria-valuemax={widest(width)}
        className={styles.edge}
        data-side={side}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={takeBack}
        onDoubleClick={() => onMoved(null)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
});
