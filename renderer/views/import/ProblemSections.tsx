import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import styles from './ProblemSections.module.css';

interface ProblemSectionsProps {
  readonly problems: readonly Problem[];
  /** What one need only know. */
  readonly notes?: readonly Problem[];
  /** Nothing is stored yet: the headings say what would be. */
  readonly isOffer?: boolean;
}

/** What is refused and why, what is altered and how, and that nothing else is. */
export function ProblemSections({ problems, notes = [], isOffer = false }: ProblemSectionsProps) {
  const { t } = useMessages();
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {errors.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t(isOffer ? 'import.offer.rejected' : 'import.rejected')}</h3>
          <ProblemList problems={errors} />
        </section>
      )}
      {warnings.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t(isOffer ? 'import.offer.repaired' : 'import.repaired')}</h3>
          <ProblemList problems={warnings} />
        </section>
      )}
      {notes.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('import.noted')}</h3>
          <ProblemList problems={notes} areNotes />
        </section>
      )}
      {errors.length > 0 && <p className={styles.safe}>{t('import.unchanged')}</p>}
    </>
  );
}
