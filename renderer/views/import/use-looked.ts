import { useEffect, useState } from 'react';
import { type ReadingChoices } from '../../../shared/codecs/texts/reading-choices.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { type Looked, type ReadingQuestion } from './import-tools.ts';

interface NowLooked extends Looked {
  /** False while it is looked anew: what was found before stands there meanwhile. */
  readonly isKnown: boolean;
}

/** What stands in the files where they are read in these encodings. Others end a look and begin a new one. */
export function useLooked({ survey, remembered, look }: ReadingQuestion, instead: NonNullable<ReadingChoices['instead']>): NowLooked {
  const raise = useThrow();
  const ask = useSteady(look);
  // Those that were found out were looked at so already.
  const others = Object.entries(instead).filter(([found, chosen]) => found !== chosen);
  const key = others.length === 0 ? null : JSON.stringify(Object.fromEntries(others));
  const [known, setKnown] = useState<{ readonly key: string; readonly looked: Looked } | null>(null);
  const isKnown = key === null || known?.key === key;
  useEffect(() => {
    if (key === null || isKnown) return undefined;
    const stopping = new AbortController();
    ask({ instead: JSON.parse(key) as NonNullable<ReadingChoices['instead']> }, stopping.signal).then((looked) => looked && setKnown({ key, looked }), raise);
    return () => stopping.abort();
  }, [key, isKnown, ask, raise]);
  return { ...(key === null || !known ? { survey, remembered } : known.looked), isKnown };
}
