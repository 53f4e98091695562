import { ListFilter } from 'lucide-react';
import { type NamedSelection } from '../../../shared/dataset/named-selection.ts';
import { type SetStatus, setStatuses } from '../../../shared/model/annotation-set.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ArticleFilter, type StatusTotals } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { SavedFilters } from './SavedFilters.tsx';
import { isAsking, onlyState } from './shelf.ts';
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
}

const drawn: readonly SetStatus[] = ['done', 'needs-review', 'in-progress'];

/** How far the work is, and ways to see a part of the articles only. */
export function SidePanel({ totals, pace, filter, saved, onSave, onFilter, onAskFilter }: SidePanelProps) {
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
      <SavedFilters filter={filter} saved={saved} onSave={onSave} onFilter={onFilter} />
    </>
  );
}
