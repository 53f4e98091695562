import { ArrowDownUp, ListFilter } from 'lucide-react';
import { type NamedSelection } from '../../../shared/dataset/named-selection.ts';
import { type SetStatus, setStatuses } from '../../../shared/model/annotation-set.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ArticleFilter, type ArticleOrder, type StatusTotals } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { SavedFilters } from './SavedFilters.tsx';
import { allOrders, isAsking, onlyState } from './shelf.ts';
import styles from './SidePanel.module.css';
import { StatusMark } from './StatusMark.tsx';
import { share, timeLeft, totalOf } from './totals.ts';

interface SidePanelProps {
  readonly totals: StatusTotals;
  /** Milliseconds that an Article takes; `null` while that is not known. */
  readonly pace: number | null;
  readonly filter: ArticleFilter;
  readonly saved: readonly NamedSelection[];
  readonly onSave: (saved: readonly NamedSelection[]) => void;
  readonly onFilter: (filter: ArticleFilter) => void;
  readonly onAskFilter: () => void;
  readonly order: ArticleOrder;
  /** The order that there is already: the other way round. */
  readonly onOrder: (by: ArticleOrder['by']) => void;
}

const drawn: readonly SetStatus[] = ['done', 'needs-review', 'in-progress'];

/** How far the work is, and ways to see a part of the articles only. */
export function SidePanel({ totals, pace, filter, saved, onSave, onFilter, onAskFilter, order, onOrder }: SidePanelProps) {
  const { t, number } = useMessages();
  const all = totalOf(totals);
  const left = all - totals.done;
  const time = pace === null || left === 0 ? null : timeLeft(left * pace);
  const state = onlyState(filter);
  return (
    <>
      <h2 className={styles.heading}>{t('library.totals')}</h2>
      <div className={styles.track} aria-hidden>
        {drawn.map((status) => (
          <div key={status} className={styles.part} data-status={status} style={{ inlineSize: `${share(totals, status) * 100}%` }} />
        ))}
      </div>
      <p className={styles.left}>
        {time === null
          ? t('library.left', { left })
          : time.unit === 'hours' ? t('library.left.hours', { left, hours: time.n }) : t('library.left.minutes', { left, minutes: time.n })}
      </p>
      <ul>
        <li>
          <button type="button" className={styles.choice} aria-pressed={!isAsking(filter)} onClick={() => onFilter({})}>
            <span className={styles.words}>{t('library.all')}</span>
            <span>{number(all)}</span>
          </button>
        </li>
        {setStatuses.map((status) => (
          <li key={status}>
            <button type="button" className={styles.choice} aria-pressed={state === status} onClick={() => onFilter({ states: [status] })}>
              <StatusMark status={status} />
              <span className={styles.words}>{t(`status.${status}`)}</span>
              <span>{number(totals[status])}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button icon={ListFilter} className={styles.ask ?? ''} onClick={onAskFilter}>
        {t('library.filter')}
      </Button>
      <div className={styles.order}>
        <Select
          label={t('library.order')}
          value={order.by}
          choices={allOrders.map((value) => ({ value, label: t(`library.column.${value}`) }))}
          onChoose={onOrder}
        />
        <IconButton icon={ArrowDownUp} label={t('library.order.turn')} onClick={() => onOrder(order.by)} />
      </div>
      <SavedFilters filter={filter} saved={saved} onSave={onSave} onFilter={onFilter} />
    </>
  );
}
