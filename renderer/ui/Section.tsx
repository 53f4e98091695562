import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  /** Stands at the end of the title's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One question with everything that answers it. */
export function Section({ title, hint, action, children }: SectionProps) {
  const id = useId();
  return (
    <section role="group" aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        {action}
      </div>
      {children}
      {hint && <p className={styles.hint}>{hint}</p>}
    </section>
  );
}
