import { startTransition, useEffect, useRef, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/** Milliseconds from one look to the next whether it is time. */
const step = 8;

/**
 * The value as it was when the last frame was painted, drawn a few milliseconds at a time: for what follows from a key without being what
 * the key is waited for. The value itself comes as soon as the next frame is painted, or when what is waited for has come (`isBusy`).
 */
export function useAfterPaint<Value>(value: Value, isBusy: () => boolean): Value {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const stopWaiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = value;
    if (value === shown || stopWaiting.current) return;
    const show = (): void => {
      if (isBusy()) {
        const turn = setTimeout(show, step);
        stopWaiting.current = () => clearTimeout(turn);
      } else {
        stopWaiting.current = null;
        startTransition(() => setShown(latest.current));
      }
    };
    stopWaiting.current = afterPaint(show);
  }, [value, shown, isBusy]);
  useEffect(
    () => () => {
      stopWaiting.current?.();
      stopWaiting.current = null;
    },
    [],
  );
  return shown;
}
