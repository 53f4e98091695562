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
  /** How much of the window's width the pane takes at most, 0 to 1, as in the style sheet; all of it unless given. */
  readonly mostOfWindow?: number;
  /** While it is dragged, and when it is let go; `null`: the usual width. */
  readonly onMove: (width: number | null) => void;
  readonly onMoved: (width: number | null) => void;
}

/** CSS pixels by which a key moves it. */
const step = 16;

interface Held {
  readonly x: number;
  readonly width: number;
  /** What is shown now. */
  readonly shown: number;
}

/**
 * The edge between two panes of a grid, to be moved by pointer and by arrow keys, as seen: in a page from right to left, left makes the pane on
 * the right wider. Twice pressed, or with Enter, the pane has its usual width again; Escape takes a drag back.
 */
export const Splitter = memo(({ label, area, side, least, beside, leastBeside, mostOfWindow = 1, onMove, onMoved }: SplitterProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<Held | null>(null);
  const [{ width, widest }, setRoom] = useState({ width: 0, widest: 0 });

  // Moving another edge, or the window, leaves the pane as wide as it was and alters how wide it can be.
  useLayoutEffect(() => {
    if (!frame.current || !beside.current) return;
    const [pane, giving] = [frame.current, beside.current];
    const watch = new ResizeObserver(() => {
      const now = Math.round(pane.offsetWidth);
      const room = Math.max(0, giving.offsetWidth - leastBeside);
      setRoom({ width: now, widest: Math.max(now, Math.min(now + room, Math.floor(window.innerWidth * mostOfWindow))) });
    });
    for (const box of [pane, giving]) watch.observe(box);
    return () => watch.disconnect();
  }, [beside, leastBeside, mostOfWindow]);

  const allowed = (wanted: number): number => Math.round(Math.max(Math.min(least, width), Math.min(wanted, widest)));
  /** Pixels that the pane grows by when the edge moves to the right by one. */
  const outwards = (): number => {
    const isRtl = frame.current !== null && getComputedStyle(frame.current).direction === 'rtl';
    return (side === 'end') === isRtl ? -1 : 1;
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, width, shown: width };
  };
  const widthAt = (event: PointerEvent, { x, width: before }: Held): number => allowed(before + (event.clientX - x) * outwards());
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!held.current || event.clientX === held.current.x) return;
    const shown = widthAt(event, held.current);
    held.current = { ...held.current, shown };
    onMove(shown);
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    if (held.current && event.clientX !== held.current.x) onMoved(widthAt(event, held.current));
    held.current = null;
  };
  /** Another window has come over this one: the pane stays as it is shown. */
  const onLostPointerCapture = () => {
    if (held.current && held.current.shown !== held.current.width) onMoved(held.current.shown);
    held.current = null;
  };
  const takeBack = () => {
    if (held.current) onMoved(held.current.width);
    held.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => onMoved(allowed(width - step * outwards())),
      ArrowRight: () => onMoved(allowed(width + step * outwards())),
      Home: () => onMoved(allowed(least)),
      End: () => onMoved(widest),
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
        aria-valuemax={widest}
        className={styles.edge}
        data-side={side}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={takeBack}
        onLostPointerCapture={onLostPointerCapture}
        onDoubleClick={() => onMoved(null)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
});
