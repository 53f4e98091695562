import { useEffect, useState } from 'react';
import { useSteady } from '../../ui/use-steady.ts';
import { useThrow } from '../../ui/use-throw.ts';

/** What was answered last (`null`: nothing yet), and whether that is the answer to what is asked now. */
interface Answered<Answer> {
  readonly latest: Answer | null;
  readonly isKnown: boolean;
}

/** Asks again when the question says something else, and ends the asking before; a question of `null` is none. An answer of `null`: it was stopped. */
export function useAnswer<Question, Answer>(ask: (question: Question, signal: AbortSignal) => Promise<Answer | null>, question: Question | null): Answered<Answer> {
  const raise = useThrow();
  const steady = useSteady(ask);
  const key = question && JSON.stringify(question);
  const [known, setKnown] = useState<{ readonly key: string; readonly answer: Answer } | null>(null);
  const isKnown = known?.key === key;
  useEffect(() => {
    if (key === null || isKnown) return undefined;
    const stopping = new AbortController();
    steady(JSON.parse(key) as Question, stopping.signal).then((answer) => answer && setKnown({ key, answer }), raise);
    return () => stopping.abort();
  }, [key, isKnown, steady, raise]);
  return { latest: known?.answer ?? null, isKnown };
}
