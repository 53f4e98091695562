import { type ReactNode } from 'react';
import styles from './FailurePage.module.css';

interface FailurePageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The ways out. */
  readonly actions: ReactNode;
}

/** The whole window says why nothing goes on. Read out at once. */
export const FailurePage = ({ title, children, actions }: FailurePageProps) => (
  <main className={styles.page}>
    <div role="alert" className={styles.words}>
      <h1 className={styles.title}>{title}</h1>
      {children}
      <div className={styles.actions}>{actions}</div>
    </div>
  </main>
);
