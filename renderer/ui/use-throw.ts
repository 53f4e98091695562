import { useCallback, useState } from 'react';

/** Hands a bug that was thrown outside of rendering (an event, a promise) to the error boundary. */
export function useThrow(): (bug: unknown) => void {
  const [, setState] = useState<null>(null);
  return useCallback((bug) => {
    setState(() => {
      throw bug;
    });
  }, []);
}
