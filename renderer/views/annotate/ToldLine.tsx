import { memo, type RefObject, useLayoutEffect } from 'react';
import { type Announcer } from './use-announcer.ts';
import { useTold } from './use-told.ts';

interface ToldLineProps extends Pick<Announcer, 'said'> {
  /** What a newcomer may do next; it stands there where nothing is told. */
  readonly otherwise: string | null;
  /** Where it makes itself room while it is shown. */
  readonly bar: RefObject<HTMLElement | null>;
}

/** The sentence told last, for a while. It listens by itself: what is told is no reason to draw the bar again. */
export const ToldLine = memo(({ said, otherwise, bar }: ToldLineProps) => {
  const words = useTold(said);
  useLayoutEffect(() => {
    const element = bar.current;
    element?.toggleAttribute('data-told', words !== null);
    return () => element?.removeAttribute('data-told');
  }, [bar, words]);
  return words ?? (otherwise !== null && <strong>{otherwise}</strong>);
});
