import { ArrowLeft, ChartColumn, FileText, RefreshCw, Table2, Users } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { usualAgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { type AgreementReport } from '../../../shared/agreement/report.ts';
import { scoresCsv } from '../../../shared/agreement/score-table.ts';
import { setStatuses } from '../../../shared/model/annotation-set.ts';
import { type AnnotationId, type ArticleId, type SetId } from '../../../shared/model/id.ts';
import { settles } from '../../../shared/review/offices.ts';
import { fileName } from '../../bridge/file-name.ts';
import { saveTable } from '../../bridge/save-table.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { type AgreementMemory } from './agreement-memory.ts';
import screen from '../../ui/screen.module.css';
import styles from './AgreementView.module.css';
import { CaseList } from './CaseList.tsx';
import { Choices } from './Choices.tsx';
import { heardBy, isHeard } from './heard-by.ts';
import { agreementKeys } from './keys.ts';
import { MethodsDialog } from './MethodsDialog.tsx';
import { peopleNames } from './people-names.ts';
import { Report } from './Report.tsx';
import { useActiveTime } from './use-active-time.ts';
import { type Agreement, useAgreement } from './use-agreement.ts';
import { useCases } from './use-cases.ts';

/** An Annotation in one set of an Article. */
export interface CasePlace {
  readonly article: ArticleId;
  readonly set: SetId;
  readonly annotation: AnnotationId;
}

export interface AgreementViewProps {
  readonly store: ProjectStore;
  readonly projectName: string;
  readonly memory: AgreementMemory;
  readonly onOpen: (place: CasePlace) => void;
  readonly onAddFiles: () => void;
  readonly onBack: () => void;
}

/** How far the people of the project agree, in numbers each of which opens what it is made of. */
export function AgreementView({ store, projectName, memory, onOpen, onAddFiles, onBack }: AgreementViewProps) {
  const messages = useMessages();
  const { t } = messages;
  const raise = useThrow();
  const toast = useToast();
  const root = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  const [isMethodsOpen, setMethodsOpen] = useState(false);
  const schema = useLive(() => store.schema(), [store]);
  const annotators = useLive(() => store.annotators(), [store]);
  const roles = useLive(() => store.roles(), [store]);
  const snapshot = useLive(async () => (await store.exportSource('agreement')).snapshot, [store]);
  const agreement = useAgreement(store, memory);
  const heard = agreement.report && roles ? heardBy(agreement.report, store.annotator, roles) : null;
  // Of the choice before, nobody takes numbers for those of this one.
  const isEmptyHanded = agreement.stopped === 'report' && !agreement.isOfNow;
  const report = isEmptyHanded ? null : heard;
  const time = useActiveTime(store, report !== null && report.quality.some(({ person }) => person === store.annotator) ? agreement.snapshot : null);
  const cases = useCases(store, agreement, memory);
  const isRead = schema !== undefined && annotators !== undefined && roles !== undefined;

  const saveCsv = async (all: AgreementReport): Promise<void> => {
    const nameOf = peopleNames(messages, all.people, annotators ?? [], store.annotator);
    const groups = [
      { people: all.compared.map(nameOf).join(' – '), scores: [...all.scores, ...(agreement.research ?? [])] },
      ...all.pairs.map(({ people, scores }) => ({ people: people.map(nameOf).join(' – '), scores })),
    ];
    await save(t('agreement.csv.name'), scoresCsv(groups, messages.language));
  };
  const save = async (name: string, table: string): Promise<void> => {
    const saved = await saveTable(t('agreement.csv.title'), fileName(projectName, name), table);
    if (!saved.ok) return void toast(t(problemMessage(saved.failure)), { kind: 'error' });
    toast(saved.value === null ? t('agreement.not-saved') : t('agreement.saved', { file: saved.value }));
  };
  const hasNumbers = report !== null && report.articles > 0;
  const csv = () => void (report && hasNumbers && saveCsv(report).catch(raise));
  useKeys(
    agreementKeys,
    {
      'leave-agreement': () => (cases.wish ? closeCases() : onBack(), true),
      'reckon-agreement': () => (agreement.again(), true),
      'agreement-csv': () => (csv(), true),
      'agreement-methods': () => (setMethodsOpen(hasNumbers), true),
    },
    root,
    { isPossible: (command) => hasNumbers || command === 'leave-agreement' || command === 'reckon-agreement' },
  );
  // The focus goes back to the number whose cases were open.
  const openedFrom = useRef<HTMLElement | SVGElement | null>(null);
  const closeCases = () => {
    cases.open(null);
    openedFrom.current?.focus();
  };
  /** Buttons that go with what they end leave the focus to the screen. */
  const goOn = (act: () => void) => () => {
    act();
    main.current?.focus();
  };
  // Drawn the first time: where one was before a case was opened, and the keys go to the screen.
  const isShown = report !== null && isHeard(report);
  const isDrawn = isRead && isShown;
  useLayoutEffect(() => {
    if (isDrawn) main.current?.scrollTo(0, memory.now().scrolled);
  }, [isDrawn, memory]);
  useEffect(() => main.current?.focus(), [isRead]);

  if (!isRead) return <Waiting />;
  const nameOf = peopleNames(messages, heard?.people ?? [], annotators, store.annotator);
  const isStale = agreement.work === null && agreement.snapshot !== null && snapshot !== undefined && snapshot !== agreement.snapshot;
  return (
    <div ref={root} className={styles.view} data-cases={cases.wish !== null}>
      <header className={screen.head}>
        <IconButton icon={ArrowLeft} label={t('agreement.back')} command="leave-agreement" directional onClick={onBack} />
        <h1 className={screen.title}>{t('menu.agreement')}</h1>
        <Work agreement={agreement} isStale={isStale} isEmptyHanded={isEmptyHanded} onStop={goOn(agreement.stop)} />
        <IconButton icon={RefreshCw} label={t('agreement.again')} command="reckon-agreement" disabled={agreement.work === 'report'} onClick={agreement.again} />
        <Button icon={Table2} disabled={!hasNumbers} onClick={csv}>
          {t('agreement.csv')}
        </Button>
        <Button icon={FileText} disabled={!hasNumbers} onClick={() => setMethodsOpen(true)}>
          {t('agreement.methods')}
        </Button>
      </header>
      <Choices schema={schema} choice={agreement.choice} people={heard?.people ?? null} isStopped={agreement.stopped !== null} nameOf={nameOf} onChoose={agreement.choose} />
      <main
        ref={main}
        className={styles.main}
        tabIndex={-1}
        aria-label={t('menu.agreement')}
        aria-busy={agreement.work === 'report'}
        onScroll={(event) => {
          memory.keep({ scrolled: event.currentTarget.scrollTop });
        }}
      >
        {isEmptyHanded && (
          <EmptyState icon={ChartColumn} title={t('agreement.empty.stopped.title')} actions={<Button kind="primary" icon={RefreshCw} onClick={goOn(agreement.again)}>{t('agreement.again')}</Button>}>
            {t('agreement.empty.stopped')}
          </EmptyState>
        )}
        {report && !isShown && agreement.work !== 'report' && <Nothing agreement={agreement} isOfColleagues={settles(roles, store.annotator)} onAddFiles={onAddFiles} />}
        {report && isShown && (
          <Report
            schema={schema}
            report={report}
            agreement={agreement}
            me={store.annotator}
            time={time}
            onSave={(name, table) => void save(`${name.slice(0, 60)} ${t('agreement.quality.csv.name')}`, table).catch(raise)}
            nameOf={nameOf}
            onOpen={(wish) => {
              const active = document.activeElement;
              openedFrom.current = active instanceof HTMLElement || active instanceof SVGElement ? active : null;
              cases.open(wish);
            }}
          />
        )}
      </main>
      {cases.wish && <CaseList key={canonicalJson(cases.wish.query)} schema={schema} cases={cases} nameOf={nameOf} onOpen={onOpen} onClose={closeCases} />}
      {isMethodsOpen && report && (
        <MethodsDialog report={report} research={agreement.research ?? []} schema={schema} projectName={projectName} onClose={() => setMethodsOpen(false)} />
      )}
    </div>
  );
}

interface WorkProps {
  readonly agreement: Agreement;
  readonly isStale: boolean;
  /** It was cancelled before there was a number. */
  readonly isEmptyHanded: boolean;
  readonly onStop: () => void;
}

/** What is being done, or why the numbers are not those of now. */
function Work({ agreement: { work, progress, stopped }, isStale, isEmptyHanded, onStop }: WorkProps) {
  const { t } = useMessages();
  if (work !== null) {
    const said = progress ? t(`agreement.${progress.phase}`, { done: progress.done, total: progress.total }) : t('agreement.begin');
    return (
      <div className={styles.work}>
        <ProgressBar progress={progress} said={work === 'research' ? `${t('agreement.research')} · ${said}` : said} />
        <Button onClick={onStop}>{t('agreement.stop')}</Button>
      </div>
    );
  }
  return (
    <p role="status" className={styles.work}>
      {isEmptyHanded ? t('agreement.empty.stopped.title') : stopped === 'report' ? t('agreement.stopped') : isStale ? t('agreement.stale') : ''}
    </p>
  );
}

interface NothingProps {
  readonly agreement: Agreement;
  /** May whoever looks hear how colleagues agree? */
  readonly isOfColleagues: boolean;
  readonly onAddFiles: () => void;
}

/** Why there is no number, and what to do about it. */
function Nothing({ agreement: { report, choice, choose }, isOfColleagues, onAddFiles }: NothingProps) {
  const { t } = useMessages();
  if (!isOfColleagues) return <EmptyState icon={Users} title={t('agreement.empty.title')}>{t('agreement.empty.own')}</EmptyState>;
  const isUsual = choice.people === null && choice.from === null && choice.to === null && choice.labels === null;
  const countsAll = choice.statuses.length === setStatuses.length;
  const isAlone = (report?.people ?? []).filter(({ role }) => role === 'work').length < 2;
  if (isAlone) {
    return (
      <EmptyState icon={Users} title={t('agreement.empty.title')} actions={<Button kind="primary" onClick={onAddFiles}>{t('agreement.empty.add')}</Button>}>
        {t('agreement.empty.nobody')}
      </EmptyState>
    );
  }
  if (report && report.independence.reworked > 0 && !choice.reworked) {
    return (
      <EmptyState
        icon={Users}
        title={t('agreement.empty.title')}
        actions={<Button kind="primary" onClick={() => choose({ ...choice, reworked: true })}>{t('agreement.empty.count-reworked')}</Button>}
      >
        {t('agreement.empty.reworked')}
      </EmptyState>
    );
  }
  if (isUsual && !countsAll) {
    return (
      <EmptyState
        icon={Users}
        title={t('agreement.empty.title')}
        actions={<Button kind="primary" onClick={() => choose({ ...choice, statuses: setStatuses })}>{t('agreement.empty.count-all')}</Button>}
      >
        {t('agreement.empty.unfinished')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Users}
      title={t('agreement.empty.title')}
      actions={<Button kind="primary" onClick={() => choose(usualAgreementChoice)}>{t('agreement.empty.reset')}</Button>}
    >
      {t('agreement.empty.choice')}
    </EmptyState>
  );
}
