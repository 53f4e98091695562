import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { type ArticleId } from '../../../shared/model/id.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ArticleRow, type ProjectStore } from '../../store/project-store.ts';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './ArticleGrid.module.css';
import { movedRow, windowAround } from './row-window.ts';
import { StatusMark } from './StatusMark.tsx';

export interface ArticleGridProps {
  readonly store: ProjectStore;
  /** Number of all rows; only those around the visible ones are ever read. */
  readonly count: number;
  /** The row to begin at. */
  readonly from: ArticleId | null;
  readonly onOpen: (article: ArticleId) => void;
}

const columns = ['title', 'state', 'annotations', 'others', 'added'] as const;
/** CSS pixels; as in the style sheet. */
const rowHeight = 48;

/** The list of articles, newest first, of any length. */
export function ArticleGrid({ store, count, from, onOpen }: ArticleGridProps) {
  const { t } = useMessages();
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const [place, setPlace] = useState(() => windowAround(0));
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, count - 1);
  const page = useLive(async () => ({ ...place, rows: await store.rows(place.from, place.limit) }), [store, place]);
  const rowAt = (index: number): ArticleRow | undefined => page?.rows[index - page.from];

  // The arrows work as soon as the list is there.
  useEffect(() => grid.current?.focus(), []);

  const raise = useThrow();
  const [start] = useState(from);
  useEffect(() => {
    let isShown = true;
    const goBack = async () => {
      const row = start && (await store.position(start));
      if (row === null || !isShown) return;
      setPlace(windowAround(row));
      setChosen(row);
      list.current?.scrollToIndex(row, { align: 'center' });
    };
    goBack().catch(raise);
    return () => {
      isShown = false;
    };
  }, [store, start, raise]);

  const readAround = (offset: number) => {
    const next = windowAround(list.current?.findItemIndex(offset) ?? 0);
    if (next.from !== place.from) setPlace(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowAt(active);
    const visible = Math.floor((list.current?.viewportSize ?? rowHeight) / rowHeight);
    const next = movedRow(event.key, active, count, visible);
    if (event.key === 'Enter' && row) onOpen(row.id);
    else if (next !== null) {
      setChosen(next);
      list.current?.scrollToIndex(next, { align: 'nearest' });
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      aria-label={t('library.list')}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={`${id}-${active}`}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(`library.column.${column}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={styles.rows}>
        <Virtualizer ref={list} data={{ length: count }} itemSize={rowHeight} keepMounted={[active]} onScroll={readAround}>
          {(_, index) => {
            const row = rowAt(index);
            return (
              <div
                key={index}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === active}
                className={styles.row}
                onClick={() => row && onOpen(row.id)}
              >
                {row ? <Cells row={row} /> : <WaitingCell />}
              </div>
            );
          }}
        </Virtualizer>
      </div>
    </div>
  );
}

function Cells({ row }: { readonly row: ArticleRow }) {
  const { t, number, date } = useMessages();
  const countOr = (value: number) => (value === 0 ? t('library.none') : number(value));
  return (
    <>
      <span role="gridcell" dir={directionOf(row.title)} className={styles.title}>
        {row.title}
      </span>
      <span role="gridcell" className={styles.state}>
        <StatusMark status={row.status} />
        {t(`status.${row.status}`)}
      </span>
      <span role="gridcell">{countOr(row.annotations)}</span>
      <span role="gridcell" className={styles.detail}>
        {countOr(row.otherSets)}
      </span>
      <span role="gridcell" className={styles.detail}>
        {date(row.added)}
      </span>
    </>
  );
}

const WaitingCell = () => (
  <span role="gridcell" aria-busy="true">
    <span className={styles.waiting} />
  </span>
);
