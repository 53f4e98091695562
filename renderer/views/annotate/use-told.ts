import { useEffect, useState } from 'react';
import { type Announcer } from './use-announcer.ts';

/** Milliseconds for which a sentence is shown; it is said aloud, too. */
export const shownFor = 6000;

/** The sentence told last, for a while. What was told before somebody asked is over. */
export function useTold(said: Announcer['said']): string | null {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    let timer = 0;
    const stop = said.subscribe(({ told }, before) => {
      if (told === before.told) return;
      window.clearTimeout(timer);
      setWords(told?.words ?? null);
      if (told) timer = window.setTimeout(() => setWords(null), shownFor);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [said]);
  return words;
}
