import { useCallback, useState } from 'react';
import { type Reading } from '../views/annotate/reading.ts';

/** What may stand beside the text; one of them at a time. */
export type Beside = 'guideline' | 'discussion';

/**
 * What stands beside the text, and the way to change it. In focus mode nothing is seen there: whatever is asked for leads out of it, and what stood there
 * before is seen again, though the key that asks for it would close it otherwise.
 */
export function useBeside({ isFocusMode, onFocusMode }: Pick<Reading, 'isFocusMode' | 'onFocusMode'>): readonly [Beside | null, (beside: Beside | null) => void] {
  const [beside, setBeside] = useState<Beside | null>(null);
  const onBeside = useCallback(
    (next: Beside | null) => {
      if (isFocusMode) onFocusMode(false);
      setBeside((before) => (isFocusMode ? (next ?? before) : next));
    },
    [isFocusMode, onFocusMode],
  );
  return [beside, onBeside];
}
