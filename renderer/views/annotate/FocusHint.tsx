import { type ReactNode, useEffect, useState } from 'react';
import styles from './ArticleDesk.module.css';
import { type Announcer } from './use-announcer.ts';
import { shownFor, useTold } from './use-told.ts';

interface FocusHintProps extends Pick<Announcer, 'said'> {
  /** What the mode of the keys expects; shown as long as it does. */
  readonly question: ReactNode;
  /** How one gets out again; it stands in the menu, too. */
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
