import { type SetStatus, setStatuses } from '../../../shared/model/annotation-set.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type StatusTotals } from '../../store/project-store.ts';
import { StatusMark } from './StatusMark.tsx';
import { share, totalOf } from './totals.ts';
import styles from './TotalsPanel.module.css';

const drawn: readonly SetStatus[] = ['done', 'needs-review', 'in-progress'];

export function TotalsPanel({ totals }: { readonly totals: StatusTotals }) {
  const { t, number } = useMessages();
  const all = totalOf(totals);
  return (
    <>
      <h2 className={styles.heading}>{t('library.totals')}</h2>
      <div className={styles.track} aria-hidden>
        {drawn.map((status) => (
          <div key={status} className={styles.part} data-status={status} style={{ inlineSize: `${share(totals, status) * 100}%` }} />
        ))}
      </div>
      <p className={styles.left}>{t('library.left', { left: all - totals.done })}</p>
      <dl>
        <div className={`${styles.row} ${styles.all}`}>
          <dt>{t('library.all')}</dt>
          <dd>{number(all)}</dd>
        </div>
        {setStatuses.map((status) => (
          <div key={status} className={styles.row}>
            <StatusMark status={status} />
            <dt>{t(`status.${status}`)}</dt>
            <dd>{number(totals[status])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
