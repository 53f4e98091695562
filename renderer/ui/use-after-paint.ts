import { startTransition, useEffect, useRef, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/** Milliseconds from one look to the next whether it is time, and after which it is time however busy all is. */
const [step, patience] = [4, 120];

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
    let waited = 0;
    const show = (): void => {
      if (isBusy() && waited < patience) {
        waited += step;
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
