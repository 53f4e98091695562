import { useCallback, useInsertionEffect, useRef } from 'react';

/**
 * One function for as long as the component lives, which does what the one given last does. For events alone: what is drawn by it would
 * not be drawn again when it answers otherwise.
 */
export function useSteady<Args extends readonly unknown[], Answer>(latest: (...args: Args) => Answer): (...args: Args) => Answer {
  const held = useRef(latest);
  useInsertionEffect(() => {
    held.current = latest;
  });
  return useCallback((...args: Args) => held.current(...args), []);
}
