import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { dropIndex, type RowDrag } from './row-drag.ts';

export interface RowDragging {
  readonly drag: RowDrag | null;
  readonly onGrab: (event: ReactPointerEvent, from: number) => void;
}

/**
 * Takes a row of a list to another place with the pointer, by its grip. Nothing is altered before it is let go, Escape leaves all as it was,
 * and the keys and buttons that do the same stay.
 */
export function useRowDrag(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void): RowDragging {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);

  const onGrab = (event: ReactPointerEvent, from: number): void => {
    if (event.button !== 0 || !list.current) return;
    // Neither the focus nor a text selection follows the pointer.
    event.preventDefault();
    end.current?.();
    const { pointerId } = event;
    const middles = [...list.current.children].map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2;
    });
    let to = from;
    setDrag({ from, to });
    const stop = () => {
      for (const [type, listener] of listeners) window.removeEventListener(type, listener as EventListener, { capture: true });
      end.current = null;
      setDrag(null);
    };
    const listeners = [
      ['pointermove', (move: PointerEvent) => {
        if (move.pointerId !== pointerId) return;
        to = dropIndex(middles, from, move.clientY);
        setDrag({ from, to });
      }],
      ['pointerup', (up: PointerEvent) => {
        if (up.pointerId !== pointerId) return;
        stop();
        if (to !== from) onMove(from, to);
      }],
      ['pointercancel', stop],
      ['keydown', (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return;
        key.preventDefault();
        key.stopPropagation();
        stop();
      }],
    ] as const;
    for (const [type, listener] of listeners) window.addEventListener(type, listener as EventListener, { capture: true });
    end.current = stop;
  };
  return { drag, onGrab };
}
