import { useId, useState } from 'react';
import { type Faults } from '../../../shared/dataset/faults.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './CheckStep.module.css';

interface FaultLineProps {
  readonly faults: Faults;
  readonly onOpen: (article: ArticleId) => void;
}

/** Whose work breaks rules of the task, and the way there. It stops nobody: work that is not finished may leave, too. */
export function FaultLine({ faults: { articles, errors, first }, onOpen }: FaultLineProps) {
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  if (articles === 0) return null;
  return (
    <div className={styles.faults}>
      <p>
        {t('export.faults', { articles, errors })}
        <Button kind="quiet" aria-expanded={isOpen} aria-controls={isOpen ? list : undefined} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'export.faults.hide' : 'export.faults.show')}
        </Button>
      </p>
      {isOpen && (
        <ul id={list} className={styles.faulty}>
          {first.map(({ id, title, errors: own }) => (
            <li key={id}>
              <button type="button" className={styles.leak} aria-label={t('export.faults.open', { title, errors: own })} onClick={() => onOpen(id)}>
                <span className={styles.split}>{t('export.faults.errors', { errors: own })}</span>{' '}
                <Words>{title}</Words>
              </button>
            </li>
          ))}
          {articles > first.length && <li className={styles.muted}>{t('export.faults.more', { articles: articles - first.length })}</li>}
        </ul>
      )}
    </div>
  );
}
