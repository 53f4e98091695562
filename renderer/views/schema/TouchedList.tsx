import { losesData, type Touched } from '../../../shared/commands/schema/preview.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './form.module.css';

/** What an edit does to the data, in sentences: what is lost first. */
export function TouchedList({ touched }: { readonly touched: Touched }) {
  const { t } = useMessages();
  const lines: readonly (readonly [MessageCode, number])[] = [
    ['schema.touched.annotations.lost', touched.annotations.lost],
    ['schema.touched.relations.lost', touched.relations.lost],
    ['schema.touched.values.lost', touched.values.lost],
    ['schema.touched.annotations.altered', touched.annotations.altered],
    ['schema.touched.relations.altered', touched.relations.altered],
    ['schema.touched.values.altered', touched.values.altered],
  ];
  const said = lines.filter(([, n]) => n > 0);
  if (said.length === 0) return <p>{t('schema.touched.nothing')}</p>;
  return (
    <>
      <ul className={styles.touched}>
        {said.map(([code, n]) => (
          <li key={code} data-lost={code.endsWith('.lost')}>
            {t(code, { n })}
          </li>
        ))}
      </ul>
      {losesData(touched) && <p className={styles.muted}>{t('schema.touched.undo')}</p>}
    </>
  );
}
