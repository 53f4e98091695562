import { startTransition, useEffect, useRef, useState } from 'react';

/** Milliseconds from one look to the next whether it is time. */
const step = 8;

/**
 * The value as it was when the last frame was painted, drawn a few milliseconds at a time: for what follows from a key without being what
 * the key is waited for. The value itself comes as soon as the next frame is painted, or when what is waited for has come (`isBusy`).
 */
export function useAfterPaint<Value>(value: Value, isBusy: () => boolean): Value {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const waiting = useRef({ frame: 0, turn: 0 });
  useEffect(() => {
    latest.current = value;
    const wait = waiting.current;
    if (value === shown || wait.frame !== 0 || wait.turn !== 0) return;
    const show = (): void => {
      wait.turn = isBusy() ? window.setTimeout(show, step) : 0;
      if (wait.turn === 0) startTransition(() => setShown(latest.current));
    };
    wait.frame = requestAnimationFrame(() => {
      wait.frame = 0;
      wait.turn = window.setTimeout(show);
    });
  }, [value, shown, isBusy]);
  useEffect(() => {
    const wait = waiting.current;
    return () => {
      cancelAnimationFrame(wait.frame);
      clearTimeout(wait.turn);
      wait.frame = 0;
      wait.turn = 0;
    };
  }, []);
  return shown;
}
