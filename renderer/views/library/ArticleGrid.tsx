import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { type AnnotatorId, type ArticleId } from '../../../shared/model/id.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLiveMeanwhile } from '../../store/live.ts';
import { type ArticleOrder, type ArticleRow, unmeasured } from '../../store/project-store.ts';
import { chordOf, isTyping } from '../../ui/keyboard.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { Words } from '../../ui/Words.tsx';
import { publishedWords } from '../../ui/written-date.ts';
import styles from './ArticleGrid.module.css';
import { drawnRows, firstSight, movedRow, windowAround } from './row-window.ts';
import { columnsOf } from './shelf.ts';
import { StatusMark } from './StatusMark.tsx';
import { type ArticleProgress, type Listing } from './use-listing.ts';

/** What the frame round the list may ask of it. */
export interface GridHandle {
  focus(): void;
}

/** A letter or a digit, without whatever makes a key of it: those of the library are held with Shift or Ctrl. */
const isWriting = ({ key, ctrlKey, metaKey, altKey, shiftKey }: globalThis.KeyboardEvent): boolean =>
  /^[\p{L}\p{N}]$/u.test(key) && !ctrlKey && !metaKey && !altKey && !shiftKey;

export interface ArticleGridProps {
  readonly ref?: Ref<GridHandle>;
  readonly listing: Listing;
  /** The row to begin at. */
  readonly from: ArticleId | null;
  /** Those that were chosen together; empty while only the active row is. */
  readonly chosen: ReadonlySet<ArticleId>;
  readonly onChoose: (chosen: ReadonlySet<ArticleId>) => void;
  /** Ctrl+A. */
  readonly onAll: () => void;
  /** Delete. */
  readonly onRemove: () => void;
  /** A letter was typed: it is looked for. Called before the key is written, so that it is written where the focus goes. */
  readonly onTyped: () => void;
  /** The row that the keys act on. */
  readonly onActive: (article: ArticleId | null) => void;
  readonly onOrder: (by: ArticleOrder['by']) => void;
  /** Names of those who label. */
  readonly people: ReadonlyMap<AnnotatorId, string>;
  readonly onOpen: (article: ArticleId) => void;
}

/** CSS pixels; as in the style sheet. */
const rowHeight = 48;
const nothing: ReadonlySet<ArticleId> = new Set();

/** The list of articles, of any length; only the rows around the visible ones are ever read. */
export function ArticleGrid({ ref, listing, people, from, chosen, onChoose, onAll, onRemove, onTyped, onActive, onOrder, onOpen }: ArticleGridProps) {
  const { t } = useMessages();
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const raise = useThrow();
  const { count, shelf: { order } } = listing;
  const columns = columnsOf(order.by);
  const [place, setPlace] = useState(firstSight);
  const [cursor, setCursor] = useState(0);
  /** Where Shift reaches from. */
  const [anchor, setAnchor] = useState(0);
  const { rows: readRows, progress: readProgress } = listing;
  const page = useLiveMeanwhile(async () => {
    const rows = await readRows(place);
    return { ...place, rows, progress: await readProgress(rows.map((row) => row.id)), list: readRows };
  }, [readRows, readProgress, place]);
  const drawn = drawnRows(count, page?.list === readRows ? page : undefined);
  const active = Math.min(cursor, drawn - 1);
  if (page && place === firstSight) setPlace(windowAround(0));
  const rowAt = (index: number): ArticleRow | undefined => page?.rows[index - page.from];
  const activeRow = rowAt(active);
  const activeId = activeRow?.id ?? null;

  useImperativeHandle(ref, () => ({ focus: () => grid.current?.focus() }));
  // The arrows work as soon as the list is there, unless somebody is writing what to look for.
  useEffect(() => {
    if (!isTyping(document.activeElement)) grid.current?.focus();
  }, []);
  useEffect(() => onActive(activeId), [activeId, onActive]);

  const [start] = useState(from);
  const [firstListing] = useState(listing);
  /** Somebody has gone elsewhere before the row to begin at was found. */
  const isMoved = useRef(false);
  useEffect(() => {
    let isShown = true;
    const goBack = async () => {
      const row = start && (await firstListing.placeOf(start));
      if (row === null || !isShown || isMoved.current) return;
      setPlace(windowAround(row));
      setCursor(row);
      setAnchor(row);
      list.current?.scrollToIndex(row, { align: 'center' });
    };
    goBack().catch(raise);
    return () => {
      isShown = false;
    };
  }, [firstListing, start, raise]);

  const readAround = (offset: number) => {
    const next = windowAround(list.current?.findItemIndex(offset) ?? 0);
    if (next.from !== place.from || next.limit !== place.limit) setPlace(next);
  };
  /** Of a row that is still being read, the id is asked for by its place: nobody presses it in vain. */
  const withId = (index: number, act: (article: ArticleId) => void) => {
    const known = rowAt(index)?.id;
    if (known !== undefined) return act(known);
    listing.idsBetween(index, index).then(([article]) => article !== undefined && act(article), raise);
  };
  const reach = (to: number) => void listing.idsBetween(anchor, to).then((ids) => onChoose(new Set(ids)), raise);
  const go = (to: number, isReaching: boolean) => {
    isMoved.current = true;
    setCursor(to);
    list.current?.scrollToIndex(to, { align: 'nearest' });
    if (isReaching) return reach(to);
    setAnchor(to);
    if (chosen.size > 0) onChoose(nothing);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== grid.current) return;
    if (isWriting(event.nativeEvent)) return onTyped();
    const visible = Math.floor((list.current?.viewportSize ?? rowHeight) / rowHeight);
    const next = event.ctrlKey || event.altKey || event.metaKey ? null : movedRow(event.key, active, drawn, visible);
    if (chordOf(event.nativeEvent) === 'Ctrl+KeyA') onAll();
    else if (event.key === 'Delete') onRemove();
    else if (event.key === 'Enter' && active >= 0) withId(active, onOpen);
    else if (next !== null) go(next, event.shiftKey);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent, index: number) => {
    if (event.shiftKey) return go(index, true);
    if (!event.ctrlKey && !event.metaKey) return withId(index, onOpen);
    withId(index, (article) => {
      const before = chosen.size > 0 ? [...chosen] : activeRow ? [activeRow.id] : [];
      onChoose(new Set(before.includes(article) ? before.filter((one) => one !== article) : [...before, article]));
      isMoved.current = true;
      setCursor(index);
      setAnchor(index);
    });
  };

  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      aria-label={t('library.list')}
      aria-rowcount={drawn + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={`${id}-${active}`}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        {columns.map((column) => (
          <span
            key={column}
            role="columnheader"
            data-column={column === 'annotator' ? 'source' : column}
            aria-sort={order.by !== column ? 'none' : order.descending ? 'descending' : 'ascending'}
          >
            <button type="button" className={styles.order} onClick={() => onOrder(column)}>
              {t(`library.column.${column}`)}
              {order.by === column && (order.descending ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />)}
            </button>
          </span>
        ))}
      </div>
      <div role="rowgroup" className={styles.rows}>
        <Virtualizer ref={list} data={{ length: drawn }} itemSize={rowHeight} keepMounted={[active]} onScroll={readAround}>
          {(_, index) => {
            const row = rowAt(index);
            const isChosen = row !== undefined && chosen.has(row.id);
            return (
              <div
                key={index}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={isChosen || (chosen.size === 0 && index === active)}
                data-active={index === active}
                data-chosen={isChosen}
                className={styles.row}
                onClick={(event) => onClick(event, index)}
              >
                {row ? <Cells row={row} by={order.by} people={people} progress={page?.progress.get(row.id)} /> : <WaitingCell />}
              </div>
            );
          }}
        </Virtualizer>
      </div>
    </div>
  );
}

interface CellsProps {
  readonly row: ArticleRow;
  readonly by: ArticleOrder['by'];
  readonly people: ReadonlyMap<AnnotatorId, string>;
  readonly progress: ArticleProgress | undefined;
}

function Cells({ row, by, people, progress }: CellsProps) {
  const { t, number, date, list } = useMessages();
  const none = t('library.none');
  const { agreement } = row;
  const counted = by === 'flagged' ? row.flagged : row.annotations;
  const isUnderWay = progress !== undefined && progress.state !== 'none';
  return (
    <>
      <span role="gridcell" className={styles.named}>
        <span dir={directionOf(row.title)} className={styles.title}>
          {row.title}
        </span>
        {(isUnderWay || row.tags.length > 0) && (
          <span className={styles.beneath}>
            {isUnderWay && <ProgressWords progress={progress} />}
            {row.tags.map((tag) => (
              <Words key={tag} className={styles.tag}>{tag}</Words>
            ))}
          </span>
        )}
      </span>
      <span role="gridcell" data-column="source" className={styles.detail}>
        {by === 'annotator'
          ? row.annotators.length === 0 ? none : <Words>{list(row.annotators.map((id) => people.get(id) ?? id))}</Words>
          : row.publisher === '' ? none : <Words>{row.publisher}</Words>}
      </span>
      <span role="gridcell" data-column="published" className={styles.detail}>
        {row.published === '' ? none : publishedWords(row.published, { date })}
      </span>
      <span role="gridcell" className={styles.state}>
        <StatusMark status={row.status} />
        {t(`status.${row.status}`)}
      </span>
      <span role="gridcell">{counted === 0 ? none : number(counted)}</span>
      <span role="gridcell" data-column="agreement">
        {agreement === undefined || agreement === unmeasured ? none : t('library.percent', { n: Math.round(agreement * 100) })}
      </span>
      <span role="gridcell" data-column="added" className={styles.detail}>
        {date(row.added)}
      </span>
    </>
  );
}

/** Who is waited for, and where nobody is, how far it is settled. */
export function ProgressWords({ progress: { state, received, of, waiting, isStale, gold } }: { readonly progress: ArticleProgress }) {
  const { t, list } = useMessages();
  const words = [
    ...(state === 'collecting' ? [t('progress.collecting', { received, of, names: list(waiting) })] : gold ? [] : [t('progress.ready', { of })]),
    ...(gold ? [t(`progress.${gold.state}`, { version: gold.version })] : []),
    ...(isStale ? [t('work.stale')] : []),
  ];
  return <span className={styles.progress}>{words.join(' · ')}</span>;
}

const WaitingCell = () => (
  <span role="gridcell" aria-busy="true">
    <span className={styles.waiting} />
  </span>
);
