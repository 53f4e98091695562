import { startTransition, useEffect, useRef, useState } from 'react';

/**
 * The value as it was when the last frame was painted, drawn a few milliseconds at a time: for what follows from a key without being what
 * the key is waited for. The value itself comes as soon as the next frame is painted.
 */
export function useAfterPaint<Value>(value: Value): Value {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const waiting = useRef({ frame: 0, turn: 0 });
  useEffect(() => {
    latest.current = value;
    const wait = waiting.current;
    if (value === shown || wait.frame !== 0 || wait.turn !== 0) return;
    wait.frame = requestAnimationFrame(() => {
      wait.frame = 0;
      wait.turn = window.setTimeout(() => {
        wait.turn = 0;
        startTransition(() => setShown(latest.current));
      });
    });
  }, [value, shown]);
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
