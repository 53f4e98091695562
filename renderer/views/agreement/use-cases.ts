import { useEffect, useState } from 'react';
import { type ProjectStore } from '../../store/project-store.ts';
import { type Paced, pacer } from '../../ui/time-left.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { workedOut } from '../../workers/agreement-client.ts';
import { type AgreementProgress, type FoundCases } from '../../workers/agreement-task.ts';
import { type AgreementMemory } from './agreement-memory.ts';
import { type CaseWish } from './case-wish.ts';
import { type Agreement } from './use-agreement.ts';

/** More are looked at by nobody. */
export const mostCases = 500;

export interface Cases {
  readonly wish: CaseWish | null;
  /** `null` while they are looked for the first time; those of before while they are looked for anew. */
  readonly found: FoundCases | null;
  readonly progress: Paced<AgreementProgress> | null;
  readonly open: (wish: CaseWish | null) => void;
}

/** The cases behind one number, as long as they are open those of what is measured now; another wish stops the search for the one before. */
export function useCases(store: ProjectStore, { choice, turn }: Pick<Agreement, 'choice' | 'turn'>, memory: AgreementMemory): Cases {
  const raise = useThrow();
  const [wish, setWish] = useState<CaseWish | null>(() => memory.now().wish);
  const [found, setFound] = useState<FoundCases | null>(() => memory.now().found);
  const [progress, setProgress] = useState<Paced<AgreementProgress> | null>(null);
  useEffect(() => {
    if (wish === null || memory.now().found !== null) return;
    const controller = new AbortController();
    const paced = pacer<AgreementProgress>(() => performance.now());
    const search = async (): Promise<void> => {
      setProgress(null);
      const source = await store.exportSource('agreement');
      const task = { kind: 'cases', schema: source.head.schema, articles: source.articles, choice, query: wish.query, most: mostCases } as const;
      const answer = await workedOut(task, source, { signal: controller.signal, onProgress: (now) => setProgress(paced(now)) });
      if (answer === null || controller.signal.aborted) return;
      memory.keep({ found: answer });
      setFound(answer);
      setProgress(null);
    };
    search().catch(raise);
    return () => controller.abort();
  }, [wish, choice, turn, store, memory, raise]);
  return {
    wish, found, progress,
    open: (next) => {
      memory.keep({ wish: next, found: null });
      setFound(null);
      setProgress(null);
      setWish(next);
    },
  };
}
