import { ArrowLeft, ArrowRight, BookOpen, Check, Keyboard, Library, MessagesSquare, Pilcrow, RotateCcw, TriangleAlert, Users } from 'lucide-react';
import { memo, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type SelectionUnit } from '../../../shared/bridge.ts';
import { openErrors } from '../../../shared/checks/finding.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { keeper } from '../../store/kept.ts';
import { type Neighbours, type ProjectStore, type SaveState } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useKeyText } from '../../ui/KeyChoicesProvider.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { countsOf } from './check-list.ts';
import { type Checking } from './checking.ts';
import { dispatchMenuCommand } from '../../ui/menu-commands.ts';
import styles from './StatusBar.module.css';
import { ToldLine } from './ToldLine.tsx';
import { type Announcer } from './use-announcer.ts';
import { useFindings } from './use-checks.ts';

interface StatusBarProps {
  readonly store: ProjectStore;
  readonly projectName: string;
  readonly annotations: number;
  readonly checking: Checking;
  /** To the next one. */
  readonly onFinding: () => void;
  /** Threads and questions on the Article that wait for somebody. */
  readonly openTalk: number;
  readonly isDone: boolean;
  /** Codes of the errors with which it was called done all the same. */
  readonly answeredFor: readonly string[];
  readonly canFinish: boolean;
  readonly neighbours: Neighbours;
  readonly selectionUnit: SelectionUnit;
  /** CSS pixels. */
  readonly readingSize: number;
  readonly onSelectionUnit: (unit: SelectionUnit) => void;
  /** What the mode expects. Where it expects nothing, what was told last is shown for a while, and otherwise what the coach says. */
  readonly hint: string | null;
  readonly coach: string | null;
  readonly said: Announcer['said'];
  readonly showsInvisibles: boolean;
  readonly onInvisibles: () => void;
  readonly onOpen: (article: ArticleId) => void;
  readonly onLibrary: () => void;
  readonly onFinish: () => void;
  readonly onReopen: () => void;
}

export const StatusBar = memo(({ store, projectName, annotations, checking, onFinding, answeredFor, selectionUnit, readingSize, onSelectionUnit, hint, coach, said, onLibrary, ...ways }: StatusBarProps) => {
  const { t } = useMessages();
  const bar = useRef<HTMLElement>(null);
  return (
    <footer ref={bar} className={styles.bar} aria-label={t('bar.title')} data-hints={(hint ?? coach) !== null}>
      <Screens onLibrary={onLibrary} />
      <SaveSign store={store} />
      <span className={styles.project}>
        <bdi>{projectName}</bdi>
      </span>
      <span className={styles.count}>{t('bar.count', { n: annotations })}</span>
      <FindingCounts checking={checking} onFinding={onFinding} isDone={ways.isDone} answeredFor={answeredFor} />
      <ReadingWays selectionUnit={selectionUnit} readingSize={readingSize} onSelectionUnit={onSelectionUnit} />
      <span className={styles.hint}>{hint ?? <ToldLine said={said} otherwise={coach} bar={bar} />}</span>
      <Ways {...ways} />
    </footer>
  );
});

/** The buttons by themselves: with each label a number between them changes, and nothing of them. */
const Screens = memo(({ onLibrary }: Pick<StatusBarProps, 'onLibrary'>) => {
  const { t } = useMessages();
  return (
    <>
      <IconButton icon={Library} label={t('bar.library')} command="library" onClick={onLibrary} />
      <IconButton icon={Users} label={t('menu.people')} command="people" onClick={() => dispatchMenuCommand('people')} />
    </>
  );
});

type ReadingProps = Pick<StatusBarProps, 'selectionUnit' | 'readingSize' | 'onSelectionUnit'>;

/** What the pointer takes at least, which a press changes, and how large the text is. */
const ReadingWays = memo(({ selectionUnit, readingSize, onSelectionUnit }: ReadingProps) => {
  const { t } = useMessages();
  return (
    <span className={styles.reading}>
      <button type="button" className={styles.quiet} onClick={() => onSelectionUnit(selectionUnit === 'word' ? 'letter' : 'word')}>
        {t('bar.snap', { unit: selectionUnit })}
      </button>
      <span>{t('bar.size', { size: readingSize })}</span>
    </span>
  );
});

type WaysProps = Omit<StatusBarProps, 'store' | 'projectName' | 'annotations' | 'checking' | 'onFinding' | 'answeredFor' | 'hint' | 'coach' | 'said' | 'onLibrary' | keyof ReadingProps>;

const Ways = memo(({ openTalk, isDone, canFinish, neighbours, showsInvisibles, onInvisibles, onOpen, onFinish, onReopen }: WaysProps) => {
  const { t, number } = useMessages();
  const keyText = useKeyText();
  const { previous, next, place, count } = neighbours;
  return (
    <>
      <IconButton icon={Pilcrow} label={t('bar.invisibles')} command="invisibles" pressed={showsInvisibles} onClick={onInvisibles} />
      <IconButton icon={BookOpen} label={t('guideline.title')} command="guideline" onClick={() => dispatchMenuCommand('guideline')} />
      <span className={styles.talk}>
        <IconButton icon={MessagesSquare} label={t('discussion.open-count', { n: openTalk })} command="discussion" onClick={() => dispatchMenuCommand('discussion')} />
        {openTalk > 0 && <span aria-hidden className={styles.open}>{number(openTalk)}</span>}
      </span>
      <IconButton icon={Keyboard} label={t('bar.keys')} command="show-keys" onClick={() => dispatchMenuCommand('show-keys')} />
      <IconButton icon={ArrowLeft} label={t('bar.previous')} disabled={!previous} directional onClick={() => previous && onOpen(previous)} />
      <span className={styles.place}>{t('bar.place', { place, count })}</span>
      <IconButton icon={ArrowRight} label={t('bar.next')} disabled={!next} directional onClick={() => next && onOpen(next)} />
      {isDone ? (
        <Button icon={RotateCcw} disabled={!canFinish} onClick={onReopen}>
          {t('bar.reopen')}
        </Button>
      ) : (
        // Of two quick presses the second one falls on the next article, which nobody has looked at yet.
        <Button kind="primary" icon={Check} disabled={!canFinish} onClick={({ detail }) => detail < 2 && onFinish()}>
          {t('bar.finish')}
          <span aria-hidden className={styles.key}>
            <KeyHint>{keyText('finish')}</KeyHint>
          </span>
        </Button>
      )}
    </>
  );
});

/** What the rules find; of an article that is done first of all that it no longer keeps them: a later label may have broken one, and nothing refused it. */
function FindingCounts({ checking, onFinding, isDone, answeredFor }: Pick<StatusBarProps, 'checking' | 'onFinding' | 'isDone' | 'answeredFor'>) {
  const { t } = useMessages();
  const found = useFindings(checking) ?? [];
  const findings = countsOf(found);
  const broken = isDone ? openErrors(found, answeredFor).length : 0;
  if (broken > 0) {
    return (
      <button type="button" className={styles.broken} onClick={onFinding}>
        <TriangleAlert size={16} aria-hidden />
        {t('checks.done-with-errors', { n: broken })}
      </button>
    );
  }
  if (findings.errors + findings.warnings === 0) return null;
  return (
    <button type="button" className={styles.quiet} onClick={onFinding}>
      {t('checks.counts', { ...findings })}
    </button>
  );
}

/** Milliseconds for which saving goes without saying. */
const patience = 400;

/** What is shown of a state after another: while saving goes without saying, and for as long as the clock says the same, nothing new. */
const shownAs = (before: SaveState, now: SaveState): SaveState =>
  (now.kind === 'saving' && before.kind === 'saved') || (before.kind === 'saved' && now.kind === 'saved' && minuteOf(before) === minuteOf(now)) ? before : now;

const minuteOf = ({ at }: Extract<SaveState, { readonly kind: 'saved' }>): string | undefined => at?.slice(0, 'YYYY-MM-DDTHH:MM'.length);

/** What is known to be safe, always; that it is being saved, only when it takes long. Each label begins and ends it, and mostly nothing of it changes. */
function SaveSign({ store }: { readonly store: ProjectStore }) {
  const { t, time } = useMessages();
  const sign = useRef<HTMLSpanElement>(null);
  const [isSlow, setSlow] = useState(false);
  const [keep] = useState(() => keeper(shownAs));
  const state = useSyncExternalStore(store.onSaveState, () => keep(store.saveState()));
  useEffect(() => {
    let timer = 0;
    const follow = () => {
      const { kind } = store.saveState();
      if (sign.current) sign.current.dataset['save'] = kind;
      window.clearTimeout(timer);
      if (kind === 'saving') timer = window.setTimeout(() => setSlow(true), patience);
      else setSlow(false);
    };
    follow();
    const stop = store.onSaveState(follow);
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [store]);

  if (state.kind === 'failed') {
    const reason = `${t('save.failed')} ${t(problemMessage(state.code), { detail: state.detail })}`;
    return (
      <span role="alert" className={styles.failed}>
        <TriangleAlert size={16} aria-hidden className={styles.alertSign} />
        <span className={styles.reason} title={reason}>
          {reason}
        </span>
        <Button onClick={() => void store.retry()}>{t('save.retry')}</Button>
      </span>
    );
  }
  const words = isSlow || state.kind === 'saving' ? t('save.saving') : state.at === null ? t('save.saved') : t('save.saved.at', { time: time(state.at) });
  return (
    <span ref={sign} className={styles.saved} data-save={store.saveState().kind}>
      {words}
    </span>
  );
}
