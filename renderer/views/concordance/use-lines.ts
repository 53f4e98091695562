import { useEffect, useState } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { concordanceIn, type ConcordanceQuery, standsThere } from '../../../shared/model/concordance.ts';
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

/** Of what the query wants, what has the words (folded) in its line. The texts are read only where words are asked for. */
async function saying(store: ProjectStore, lines: readonly Line[], words: string): Promise<readonly Line[]> {
  if (words === '' || lines.length === 0) return lines;
  const texts = new Map((await store.articlesOf([...new Set(lines.map(({ set }) => set.article))])).map(({ id, text }) => [id, text]));
  return lines.filter(({ set, annotation }) => standsThere(texts.get(set.article) ?? '', annotation, words));
}

/** Looks through everybody's sets that have the Label, a few at a time; what was found so far is shown. `words`: folded, `''` for any. */
export function useLines(store: ProjectStore, query: ConcordanceQuery, words: string): Lines {
  const raise = useThrow();
  const [found, setFound] = useState<{ readonly of: ConcordanceQuery | null; readonly words: string; readonly lines: Lines }>({ of: null, words: '', lines: nothing });
  useEffect(() => {
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      let lines: readonly Line[] = [];
      for (let offset = 0; !leaving.signal.aborted; offset += setsAtOnce) {
        const sets = await store.setsWith(query.label, offset, setsAtOnce);
        const wanted = sets.flatMap((set) => concordanceIn(set, query).map((annotation) => ({ set, annotation })));
        lines = [...lines, ...(await saying(store, wanted, words))];
        const isCut = lines.length > mostLines;
        const isWhole = isCut || sets.length < setsAtOnce;
        if (!leaving.signal.aborted) setFound({ of: query, words, lines: { lines: lines.slice(0, mostLines), isWhole, isCut } });
        if (isWhole) return;
      }
    };
    look().catch((bug: unknown) => {
      if (!leaving.signal.aborted) raise(bug);
    });
    return () => leaving.abort();
  }, [store, query, words, raise]);
  return found.of === query && found.words === words ? found.lines : nothing;
}
