import { type ReactNode, useEffect, useState } from 'react';
import styles from './ArticleDesk.module.css';

/** Milliseconds for which the way out of focus mode is shown; it is said aloud, too, and stands in the menu. */
const told = 6000;

interface FocusHintProps {
  /** What the mode of the keys expects; shown as long as it does. */
  readonly question: ReactNode;
  /** How one gets out again. */
  readonly wayOut: string;
}

/** Over the text in focus mode: first how to leave it, then nothing but what a question needs. */
export function FocusHint({ question, wayOut }: FocusHintProps) {
  const [isNew, setNew] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setNew(false), told);
    return () => clearTimeout(timer);
  }, []);
  const words = question ?? (isNew ? wayOut : null);
  return words !== null && <p className={styles.focusHint}>{words}</p>;
}
