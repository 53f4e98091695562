import { type ReactNode, useEffect, useState } from 'react';
import styles from './ArticleDesk.module.css';
import { type Announcer } from './use-announcer.ts';
import { useTold } from './use-told.ts';

/** Milliseconds for which the way out of focus mode is shown; it is said aloud, too, and stands in the menu. */
const shownFor = 6000;

interface FocusHintProps extends Pick<Announcer, 'said'> {
  /** What the mode of the keys expects; shown as long as it does. */
  readonly question: ReactNode;
  /** How one gets out again. */
  readonly wayOut: string;
}

/** Over the text in focus mode: first how to leave it, then nothing but what a question needs and, in passing, what else the hidden bar would tell. */
export function FocusHint({ question, wayOut, said }: FocusHintProps) {
  const told = useTold(said);
  const [isNew, setNew] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setNew(false), shownFor);
    return () => clearTimeout(timer);
  }, []);
  const words = question ?? told ?? (isNew ? wayOut : null);
  return words !== null && <p className={styles.focusHint}>{words}</p>;
}
