import { useEffect, useState } from 'react';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { useThrow } from '../../ui/use-throw.ts';

/**
 * Milliseconds that the annotator was at work on each Article; `null` until they are known.
 * @param snapshot the project as it is shown: read once for each; `null` while nobody asks
 */
export function useActiveTime(store: ProjectStore, snapshot: string | null): ReadonlyMap<ArticleId, number> | null {
  const raise = useThrow();
  const [found, setFound] = useState<{ readonly snapshot: string; readonly time: ReadonlyMap<ArticleId, number> } | null>(null);
  useEffect(() => {
    if (snapshot === null) return;
    let isLeft = false;
    store.activeTime().then((time) => {
      if (!isLeft) setFound({ snapshot, time });
    }, raise);
    return () => {
      isLeft = true;
    };
  }, [store, snapshot, raise]);
  return found !== null && found.snapshot === snapshot ? found.time : null;
}
