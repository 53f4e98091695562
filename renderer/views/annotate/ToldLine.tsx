import { memo, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { type Announcer } from './use-announcer.ts';

/** Milliseconds for which a sentence is shown; it is said aloud, too. */
const shownFor = 6000;

interface ToldLineProps extends Pick<Announcer, 'said'> {
  /** What a newcomer may do next; it stands there where nothing is told. */
  readonly otherwise: string | null;
  /** Where it makes itself room while it is shown. */
  readonly bar: RefObject<HTMLElement | null>;
}

/** The sentence told last, for a while. It listens by itself: what is told is no reason to draw the bar again. What was told before it came is over. */
export const ToldLine = memo(({ said, otherwise, bar }: ToldLineProps) => {
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
  useLayoutEffect(() => {
    const element = bar.current;
    element?.toggleAttribute('data-told', words !== null);
    return () => element?.removeAttribute('data-told');
  }, [bar, words]);
  return words ?? (otherwise !== null && <strong>{otherwise}</strong>);
});
