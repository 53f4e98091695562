import { SearchX } from 'lucide-react';
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { type ArticleId } from '../../../shared/model/id.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { passageAround } from '../../../shared/text/marked-passage.ts';
import { type Span, span } from '../../../shared/text/offsets.ts';
import { findTerms, queryTerms } from '../../../shared/text/search-words.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Words } from '../../ui/Words.tsx';
import { publishedWords } from '../../ui/written-date.ts';
import { movedRow } from './row-window.ts';
import styles from './SearchResults.module.css';
import { type Search } from './use-search.ts';

/** The field above the list hands its keys on. */
export interface ResultsHandle {
  /** Whether the key was one of the list's. */
  press(event: KeyboardEvent): boolean;
}

interface SearchResultsProps {
  readonly ref?: Ref<ResultsHandle>;
  readonly store: ProjectStore;
  readonly search: Search;
  /** Among these only; `null` for all. */
  readonly among: ReadonlySet<ArticleId> | null;
  /** Opens the article at the place, or where it was left when only its title was found. */
  readonly onOpen: (article: ArticleId, place: Span | null) => void;
  /** Among all of them, then; and no longer. */
  readonly onAll: () => void;
  readonly onEnd: () => void;
}

/** CSS pixels; as in the style sheet. */
const rowHeight = 92;

/** Articles in which the words stand, the best ones first, each with its sentence. */
export function SearchResults({ ref, store, search: { found, progress }, among, onOpen, onAll, onEnd }: SearchResultsProps) {
  const { t } = useMessages();
  const id = useId();
  const list = useRef<VirtualizerHandle>(null);
  const [cursor, setCursor] = useState(0);
  const terms = useMemo(() => queryTerms(found?.words ?? ''), [found?.words]);
  const ids = useMemo(() => (among ? (found?.ids ?? []).filter((one) => among.has(one)) : (found?.ids ?? [])), [found, among]);
  const active = Math.min(cursor, ids.length - 1);
  const openAt = async (article: ArticleId | undefined): Promise<void> => {
    const text = article && (await store.article(article))?.text;
    if (article && text !== undefined) onOpen(article, findTerms(text, terms)?.best ?? null);
  };
  const press = (event: KeyboardEvent): boolean => {
    const visible = Math.floor((list.current?.viewportSize ?? rowHeight) / rowHeight);
    const isLetter = event.key === 'Home' || event.key === 'End';
    const next = isLetter || event.shiftKey ? null : movedRow(event.key, active, ids.length, visible);
    if (event.key === 'Enter' && ids.length > 0) void openAt(ids[active]);
    else if (next !== null && ids.length > 0) {
      setCursor(next);
      list.current?.scrollToIndex(next, { align: 'nearest' });
    } else return false;
    return true;
  };
  useImperativeHandle(ref, () => ({ press }));
  const total = among ? ids.length : (found?.total ?? 0);
  /** The words stand somewhere, and the filter shows none of it. */
  const isHidden = total === 0 && found !== null && found.total > 0;
  return (
    <section aria-label={t('search.results')} className={styles.pane}>
      <div className={styles.status}>
        {progress && <ProgressBar progress={progress} said={t('search.indexing', { done: progress.done, total: progress.total })} />}
        <p role="status">{found && !(progress && total === 0) ? t('search.found', { n: total }) : null}</p>
      </div>
      {found && total === 0 && !progress && (
        <EmptyState icon={SearchX} title={t('search.nothing')} actions={<Button onClick={isHidden ? onAll : onEnd}>{t(isHidden ? 'library.filter.clear' : 'search.clear')}</Button>}>
          {isHidden ? t('search.hidden', { n: found.total }) : t('search.nothing.text')}
        </EmptyState>
      )}
      {ids.length > 0 && (
        <div role="listbox" tabIndex={0} aria-label={t('search.results')} aria-activedescendant={`${id}-${active}`} className={styles.list} onKeyDown={(event) => press(event) && event.preventDefault()}>
          <Virtualizer ref={list} data={ids} itemSize={rowHeight} keepMounted={[active]}>
            {(article, index) => (
              <div
                key={article}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                aria-setsize={ids.length}
                aria-posinset={index + 1}
                className={styles.row}
                onClick={() => void openAt(article)}
              >
                <HitLine store={store} article={article} terms={terms} />
              </div>
            )}
          </Virtualizer>
        </div>
      )}
    </section>
  );
}

interface HitLineProps {
  readonly store: ProjectStore;
  readonly article: ArticleId;
  readonly terms: readonly string[];
}

/** The text is read when the line comes into sight. */
function HitLine({ store, article: id, terms }: HitLineProps) {
  const { t, date } = useMessages();
  const article = useLive(() => store.article(id), [store, id]);
  const hit = useMemo(() => article && findTerms(article.text, terms), [article, terms]);
  if (!article) return null;
  const { source, text, language } = article;
  const inTitle = findTerms(article.title, terms)?.places ?? [];
  return (
    <>
      <span className={styles.head}>
        <Marked className={styles.title} language={language} parts={cutAt(article.title, inTitle)} />
        <span className={styles.detail}>
          {source.publisher !== null && <Words>{source.publisher}</Words>}
          {source.published !== null && <span>{publishedWords(source.published, { date })}</span>}
          {hit && hit.places.length > 1 && <span>{t('search.places', { n: hit.places.length })}</span>}
        </span>
      </span>
      <Marked className={styles.words} language={language} parts={hit ? passageAround(text, hit.best, hit.places) : cutAt(text.slice(0, 200), [])} />
    </>
  );
}

interface MarkedProps {
  readonly className: string | undefined;
  readonly language: string;
  readonly parts: readonly { readonly words: string; readonly isMarked: boolean }[];
}

function Marked({ className, language, parts }: MarkedProps) {
  return (
    <span lang={language} dir={directionOf(parts.map(({ words }) => words).join(''))} className={className}>
      {parts.map(({ words, isMarked }, index) => (isMarked ? <mark key={index}>{words}</mark> : words))}
    </span>
  );
}

function cutAt(text: string, places: readonly Span[]): MarkedProps['parts'] {
  const edges = [...places, span(text.length, text.length)];
  return edges.flatMap(({ start, end }, index) => [
    { words: text.slice(edges[index - 1]?.end ?? 0, start), isMarked: false },
    { words: text.slice(start, end), isMarked: true },
  ]).filter(({ words }) => words !== '');
}
