import { losesData, type Touched } from '../../../shared/commands/schema/preview.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './form.module.css';

interface TouchedListProps {
  readonly touched: Touched;
  /** Rules of the task that fall silent. */
  readonly silenced: number;
}

/** What an edit does to the data and to the checks, in sentences: what is lost first. */
export function TouchedList({ touched, silenced }: TouchedListProps) {
  const { t } = useMessages();
  const lines: readonly (readonly [MessageCode, number])[] = [
    ['schema.touched.annotations.lost', touched.annotations.lost],
    ['schema.touched.relations.lost', touched.relations.lost],
    ['schema.touched.values.lost', touched.values.lost],
    ['schema.touched.checks.lost', silenced],
    ['schema.touched.annotations.altered', touched.annotations.altered],
    ['schema.touched.relations.altered', touched.relations.altered],
    ['schema.touched.values.altered', touched.values.altered],
  ];
  const said = lines.filter(([, n]) => n > 0);
  const isUntouched = said.every(([code]) => code === 'schema.touched.checks.lost');
  return (
    <>
      {isUntouched && <p>{t('schema.touched.nothing')}</p>}
      <ul className={styles.touched}>
        {said.map(([code, n]) => (
          <li key={code} data-lost={code.endsWith('.lost')}>
            {t(code, { n })}
          </li>
        ))}
      </ul>
      {(losesData(touched) || silenced > 0) && <p className={styles.muted}>{t('schema.touched.undo')}</p>}
    </>
  );
}
