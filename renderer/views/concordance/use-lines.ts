import { useEffect, useState } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { concordanceIn, type ConcordanceQuery } from '../../../shared/model/concordance.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { useThrow } from '../../ui/use-throw.ts';

/** One Annotation in its set. */
export interface Line {
  readonly set: AnnotationSet;
  readonly annotation: Annotation;
}

export interface Lines {
  readonly lines: readonly Line[];
  /** All sets were looked through, or as many lines found as are shown. */
  readonly isWhole: boolean;
  readonly isCut: boolean;
}

/** Nobody reads on; a closer question finds the others. */
export const mostLines = 5000;
/** Sets that are read at a time. */
const setsAtOnce = 100;

const nothing: Lines = { lines: [], isWhole: false, isCut: false };

/** Looks through everybody's sets that have the Label, a few at a time; what was found so far is shown. */
export function useLines(store: ProjectStore, query: ConcordanceQuery | null): Lines {
  const raise = useThrow();
  const [found, setFound] = useState<{ readonly of: ConcordanceQuery | null; readonly lines: Lines }>({ of: null, lines: nothing });
  useEffect(() => {
    if (!query) return;
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      let lines: readonly Line[] = [];
      for (let offset = 0; !leaving.signal.aborted; offset += setsAtOnce) {
        const sets = await store.setsWith(query.label, offset, setsAtOnce);
        lines = [...lines, ...sets.flatMap((set) => concordanceIn(set, query).map((annotation) => ({ set, annotation })))];
        const isCut = lines.length > mostLines;
        const isWhole = isCut || sets.length < setsAtOnce;
        if (!leaving.signal.aborted) setFound({ of: query, lines: { lines: lines.slice(0, mostLines), isWhole, isCut } });
        if (isWhole) return;
      }
    };
    look().catch((bug: unknown) => {
      if (!leaving.signal.aborted) raise(bug);
    });
    return () => leaving.abort();
  }, [store, query, raise]);
  return found.of === query ? found.lines : nothing;
}
