import { type ReactNode } from 'react';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Words } from '../Words.tsx';
import styles from './discussion.module.css';

interface RuleBoxProps {
  readonly ruled: ReviewEvent & { readonly kind: 'ruled' };
  /** What belongs to it, below. */
  readonly children?: ReactNode;
}

/** An entry of the guideline: its number, when it was decided, what it says and the passages that show it. */
export function RuleBox({ ruled, children }: RuleBoxProps) {
  const { t, date } = useMessages();
  return (
    <section className={`${styles.box} ${styles.rule}`} aria-label={t('discussion.rule', { number: ruled.number })}>
      <h3 className={styles.heading}>
        {[t('discussion.rule', { number: ruled.number }), date(ruled.at)].join(' · ')}
      </h3>
      <p>
        <bdi dir={directionOf(ruled.rule)}>{ruled.rule}</bdi>
      </p>
      {ruled.examples.length > 0 && (
        <ul className={styles.list}>
          {ruled.examples.map((one) => (
            <li key={one}>
              <Words>{one}</Words>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
