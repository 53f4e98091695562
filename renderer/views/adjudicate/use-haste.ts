import { useEffect, useState } from 'react';
import { type SetId } from '../../../shared/model/id.ts';
import { lastSubmissions } from '../../../shared/model/submissions.ts';
import { type Haste, hasteOf } from '../../../shared/review/haste.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { useThrow } from '../../ui/use-throw.ts';

const none: readonly Haste[] = [];

/**
 * Why one colleague's work is looked at more closely than others'; nothing until it is known.
 * @param set what is gone through alone; `null` where several are compared
 */
export function useHaste(store: ProjectStore, set: SetId | null): readonly Haste[] {
  const raise = useThrow();
  const [found, setFound] = useState<{ readonly set: SetId; readonly haste: readonly Haste[] } | null>(null);
  useEffect(() => {
    if (set === null) return;
    let isLeft = false;
    const read = async (): Promise<void> => {
      const submissions = [...lastSubmissions(await store.submissions()).values()];
      const rows = await store.rowsOf([...new Set(submissions.flatMap(({ article }) => article ?? []))]);
      const haste = hasteOf(set, { submissions, lengths: new Map(rows.map(({ id, length }) => [id, length])) });
      if (!isLeft) setFound({ set, haste });
    };
    read().catch(raise);
    return () => {
      isLeft = true;
    };
  }, [store, set, raise]);
  return found !== null && found.set === set ? found.haste : none;
}
