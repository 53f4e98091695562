import { useEffect, useState } from 'react';
import { type CleaningCounts } from '../../../shared/codecs/texts/cleaning-counts.ts';
import { type ReadingChoices } from '../../../shared/codecs/texts/reading-choices.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { type ReadingQuestion } from './import-tools.ts';

/** What cleaning would alter where texts are read so; `null` while it is being counted, and where nothing is to be (`reading` is `null`). Another reading ends a count and begins anew. */
export function useCleaningCounts(count: ReadingQuestion['count'], reading: ReadingChoices | null): CleaningCounts | null {
  const raise = useThrow();
  const ask = useSteady(count);
  const key = reading && JSON.stringify(reading);
  const [known, setKnown] = useState<{ readonly key: string; readonly counts: CleaningCounts } | null>(null);
  const isKnown = known?.key === key;
  useEffect(() => {
    if (key === null || isKnown) return undefined;
    const stopping = new AbortController();
    ask(JSON.parse(key) as ReadingChoices, stopping.signal).then((counts) => counts && setKnown({ key, counts }), raise);
    return () => stopping.abort();
  }, [key, isKnown, ask, raise]);
  return isKnown ? known.counts : null;
}
