import { ChartColumn, ClipboardPaste, FilePlus2, FolderPlus, Keyboard, Library, ListFilter, Search as SearchIcon, Settings2, Share, Tags, TextSearch, Users, X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type NamedSelection } from '../../../shared/dataset/named-selection.ts';
import { isolate } from '../../../shared/messages/isolate.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { withShownNames } from '../../messages/person-name.ts';
import { useLive } from '../../store/live.ts';
import { type ArticleFilter, type ArticleOrder, type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { fieldDirection } from '../../ui/field-direction.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { isTyping } from '../../ui/keyboard.ts';
import { dispatchMenuCommand, useMenuCommand } from '../../ui/menu-commands.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { pastedWords } from '../../workers/pasted-words.ts';
import { type ArticleSearch } from './article-search.ts';
import { ArticleGrid, type GridHandle } from './ArticleGrid.tsx';
import { BulkBar } from './BulkBar.tsx';
import { FilterDialog } from './FilterDialog.tsx';
import { filterWords } from './filter-words.ts';
import { libraryKeys } from './keys.ts';
import screen from '../../ui/screen.module.css';
import styles from './LibraryView.module.css';
import { Preview } from './Preview.tsx';
import { type ResultsHandle, SearchResults } from './SearchResults.tsx';
import { isAsking, ordered, type Shelf } from './shelf.ts';
import { SidePanel } from './SidePanel.tsx';
import { TagDialog } from './TagDialog.tsx';
import { totalOf } from './totals.ts';
import { useBulk } from './use-bulk.ts';
import { useListing } from './use-listing.ts';
import { useMeasuring } from './use-measuring.ts';
import { useSearch } from './use-search.ts';

export interface LibraryViewProps {
  readonly store: ProjectStore;
  /** The project's name and the way to the others. */
  readonly projectMenu: ReactNode;
  /** The Article that one comes back from, or was at last; `null` when none was open yet. */
  readonly from: ArticleId | null;
  readonly shelf: Shelf;
  readonly onShelf: (shelf: Shelf) => void;
  /** Filters and selections of this project that have a name. */
  readonly saved: readonly NamedSelection[];
  readonly onSave: (saved: readonly NamedSelection[]) => void;
  readonly search: ArticleSearch;
  /** Somebody wants to search: the field takes the focus as soon as it is there. */
  readonly isSearchAsked: boolean;
  readonly onSearchBegun: () => void;
  readonly onOpen: (article: ArticleId) => void;
  /** Opens the article where it was left, or at a passage. */
  readonly onOpenPassage: (article: ArticleId, passage: Span | null) => void;
  readonly onAddFiles: () => void;
  /** Asks for a text to paste. */
  readonly onPaste: () => void;
  /** A text came by Ctrl+V. */
  readonly onPasted: (text: string) => void;
  readonly onExport: () => void;
  /** These are to be given to people. */
  readonly onGive: (articles: readonly ArticleId[]) => void;
  readonly onSettings: () => void;
  readonly onKeys: () => void;
}

/** Ctrl+V anywhere but in a field. */
function usePastedText(onPasted: (text: string) => void): void {
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const text = pastedWords(event.clipboardData);
      if (text.trim() !== '') onPasted(text);
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [onPasted]);
}

const none: ReadonlySet<ArticleId> = new Set();

/** All articles of the project, and how far the work on them is. */
export function LibraryView(props: LibraryViewProps) {
  const { store, projectMenu, from, shelf, onShelf, saved, onSave, onOpen, onAddFiles, onPaste, onPasted, onExport, onGive, onSettings, onKeys } = props;
  const { search, isSearchAsked, onSearchBegun, onOpenPassage } = props;
  const messages = useMessages();
  const { t } = messages;
  const raise = useThrow();
  const root = useRef<HTMLDivElement>(null);
  const grid = useRef<GridHandle>(null);
  const [chosen, setChosen] = useState(none);
  const [active, setActive] = useState<ArticleId | null>(null);
  const [isPreviewing, setPreviewing] = useState(false);
  const [dialog, setDialog] = useState<'filter' | 'tags' | null>(null);
  const totals = useLive(() => store.totals(), [store]);
  const schema = useLive(() => store.schema(), [store]);
  const annotators = useLive(() => store.annotators(), [store]);
  const people = useMemo(() => annotators && withShownNames(annotators, { t }), [annotators, t]);
  const pace = useLive(() => store.pace(), [store]);
  const steps = useLive(() => store.nextSteps(null), [store]);
  const count = totals && totalOf(totals);
  const listing = useListing(store, shelf, count);
  // Those that were chosen are still meant by what is done next, but for those that the list has no more: they are gone, or another state is asked for.
  const dropUnlisted = useSteady(async () => {
    grid.current?.focus();
    const listed = new Set(await store.matching(shelf.filter, shelf.order));
    setChosen((now) => ([...now].every((id) => listed.has(id)) ? now : new Set([...now].filter((id) => listed.has(id)))));
  });
  const bulk = useBulk(store, dropUnlisted);
  usePastedText(onPasted);
  useMeasuring(store);

  const { filter, order, words: wanted } = shelf;
  const isSearching = wanted.trim() !== '';
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<ResultsHandle>(null);
  const [isFieldUsed, setFieldUsed] = useState(false);
  const searching = useSearch(search, wanted, isSearching || isFieldUsed, count);
  const among = useLive(async () => (isSearching && isAsking(filter) ? new Set(await store.matching(filter, order)) : null), [store, isSearching, filter, order]);
  const toField = () => {
    field.current?.focus();
    field.current?.select();
    return true;
  };
  const hasField = listing !== undefined && count !== 0;
  useEffect(() => {
    if (!isSearchAsked || !hasField) return;
    toField();
    onSearchBegun();
  }, [isSearchAsked, hasField, onSearchBegun]);
  const look = (words: string) => onShelf({ ...shelf, words });
  const sortBy = (by: ArticleOrder['by']) => onShelf({ ...shelf, order: ordered(order, by) });
  const names = useMemo(() => new Map(people?.map(({ id, name }) => [id, name])), [people]);
  const toFilter = (next: ArticleFilter) => {
    setChosen(none);
    onShelf({ ...shelf, filter: next });
  };
  const meant: readonly ArticleId[] = chosen.size > 0 ? [...chosen] : active ? [active] : [];
  const [tagged, setTagged] = useState<readonly ArticleId[]>([]);
  const askTags = () => {
    if (meant.length === 0) return false;
    setTagged(meant);
    setDialog('tags');
    return true;
  };
  const remove = () => {
    bulk.remove(meant);
    grid.current?.focus();
  };
  const chooseAll = useCallback(() => {
    if (listing) listing.idsBetween(0, listing.count - 1).then((ids) => setChosen(new Set(ids)), raise);
  }, [listing, raise]);
  const leave = () => {
    if (chosen.size > 0) setChosen(none);
    else if (isPreviewing) setPreviewing(false);
    else return false;
    grid.current?.focus();
    return true;
  };
  useMenuCommand('undo', bulk.undo, Boolean(steps?.undo));
  useMenuCommand('redo', bulk.redo, Boolean(steps?.redo));
  const isListed = listing !== undefined && listing.count > 0;
  useKeys(
    libraryKeys,
    {
      preview: () => !(document.activeElement instanceof HTMLButtonElement) && isListed && (setPreviewing(!isPreviewing), true),
      find: toField,
      'tag-articles': askTags,
      filter: () => (setDialog('filter'), true),
      undo: () => (bulk.undo(), true),
      redo: () => (bulk.redo(), true),
      'leave-selection': leave,
    },
    root,
  );

  const add = (
    <Button kind="primary" icon={FilePlus2} onClick={onAddFiles}>
      {t('library.add')}
    </Button>
  );
  const paste = (
    <Button icon={ClipboardPaste} onClick={onPaste}>
      {t('library.paste')}
    </Button>
  );
  const folder = (
    <Button icon={FolderPlus} onClick={() => dispatchMenuCommand('open-folder')}>
      {t('menu.open-folder')}
    </Button>
  );
  const comma = messages.language === 'fa' ? '، ' : ', ';
  const words = schema && people && isAsking(filter) ? filterWords(filter, schema, people, messages) : [];
  return (
    <div ref={root} className={screen.screen}>
      <header className={screen.head}>
        <div className={styles.heading}>
          <VisuallyHidden>
            <h1>{t('library.title')}</h1>
          </VisuallyHidden>
          {projectMenu}
        </div>
        {count !== 0 && paste}
        <Button icon={Share} onClick={onExport} disabled={count === 0}>
          {t('library.export')}
        </Button>
        {count !== 0 && add}
        <IconButton icon={Users} label={t('menu.people')} command="people" onClick={() => dispatchMenuCommand('people')} />
        <IconButton icon={TextSearch} label={t('menu.concordance')} command="concordance" onClick={() => dispatchMenuCommand('concordance')} />
        <IconButton icon={Tags} label={t('menu.schema')} command="schema" onClick={() => dispatchMenuCommand('schema')} />
        <IconButton icon={ChartColumn} label={t('menu.agreement')} command="agreement" onClick={() => dispatchMenuCommand('agreement')} />
        <IconButton icon={Keyboard} label={t('menu.show-keys')} command="show-keys" onClick={onKeys} />
        <IconButton icon={Settings2} label={t('settings.title')} command="settings" onClick={onSettings} />
      </header>
      <main className={styles.main} data-empty={count === 0} data-preview={isPreviewing && totals !== undefined && count !== 0}>
        {count === 0 && (
          <EmptyState icon={Library} title={t('library.empty.title')} actions={<>{paste}{folder}{add}</>}>
            {t('library.empty.text')}
          </EmptyState>
        )}
        {count !== undefined && count > 0 && listing && (
          <div className={styles.list}>
            <search className={styles.search}>
              <SearchIcon size={18} strokeWidth={1.75} aria-hidden />
              <input
                ref={field}
                type="text"
                dir={fieldDirection(wanted)}
                aria-label={t('search.field')}
                placeholder={t('search.field')}
                value={wanted}
                onFocus={() => setFieldUsed(true)}
                onChange={(event) => look(event.target.value)}
                onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing) return;
                  if (event.key === 'Escape' && wanted !== '') look('');
                  else if (event.key === 'Escape' || (event.key === 'ArrowDown' && !isSearching)) grid.current?.focus();
                  else if (!results.current?.press(event)) return;
                  event.preventDefault();
                }}
              />
              {isSearching && <IconButton icon={X} label={t('search.clear')} onClick={() => look('')} />}
            </search>
            {isAsking(filter) && (
              <div className={styles.asked}>
                <span role="status" className={styles.askedWords}>
                  {[t('library.filter.found', { n: listing.count }), ...words].map(isolate).join(comma)}
                </span>
                <Button kind="quiet" icon={ListFilter} onClick={() => setDialog('filter')}>{t('library.filter')}</Button>
                <IconButton icon={X} label={t('library.filter.clear')} onClick={() => toFilter({})} />
              </div>
            )}
            {isSearching ? (
              <SearchResults ref={results} store={store} search={searching} among={among ?? null} onOpen={onOpenPassage} onAll={() => toFilter({})} onEnd={() => look('')} />
            ) : listing.count === 0 ? (
              <EmptyState icon={ListFilter} title={t('library.filter.nothing.title')} actions={<Button onClick={() => toFilter({})}>{t('library.filter.clear')}</Button>}>
                {t('library.filter.nothing.text')}
              </EmptyState>
            ) : (
              <ArticleGrid
                ref={grid}
                listing={listing}
                people={names}
                from={from}
                chosen={chosen}
                onChoose={setChosen}
                onAll={chooseAll}
                onRemove={remove}
                onTyped={() => void toField()}
                onActive={setActive}
                onOrder={sortBy}
                onOpen={onOpen}
              />
            )}
            {chosen.size > 0 && !isSearching && (
              <BulkBar
                count={chosen.size}
                progress={bulk.progress}
                onStatus={(status) => bulk.setStatus(meant, status)}
                onTags={askTags}
                onGive={() => onGive(meant)}
                onRemove={remove}
                onNone={leave}
              />
            )}
          </div>
        )}
        {totals && count !== 0 && (
          <aside className={styles.side} aria-label={t('library.totals')} data-preview={isPreviewing}>
            {isPreviewing && active && schema ? (
              <Preview store={store} schema={schema} article={active} onOpen={onOpen} onClose={() => setPreviewing(false)} />
            ) : (
              <SidePanel
                totals={totals}
                pace={pace ?? null}
                filter={filter}
                saved={saved}
                onSave={onSave}
                onFilter={toFilter}
                onAskFilter={() => setDialog('filter')}
                order={order}
                onOrder={sortBy}
              />
            )}
          </aside>
        )}
      </main>
      {dialog === 'filter' && schema && people && (
        <FilterDialog store={store} filter={filter} schema={schema} people={people} onFilter={toFilter} onClose={() => setDialog(null)} />
      )}
      {dialog === 'tags' && (
        <TagDialog store={store} articles={tagged} onTag={(input) => bulk.tag(tagged, input)} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}
