import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type ColumnMapping } from '../../../shared/codecs/corpus/column-mapping.ts';
import { type NameChoices } from '../../../shared/codecs/naming/name-part.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { secondsLeft } from '../../ui/seconds-left.ts';
import { countCleanings, decodeFiles, surveyFiles } from '../../workers/codec-client.ts';
import { openTable } from '../../workers/table-client.ts';
import { type BeforeImport, CopyStep } from './CopyStep.tsx';
import { ImportProgressBar } from './ImportProgressBar.tsx';
import { ImportReportDialog } from './ImportReportDialog.tsx';
import { type ImportOffer, type ImportProgress, type NamesAnswer, type NamesQuestion, type ReadingAnswer, type ReadingQuestion, type UnitAnswer, type UnitQuestion } from './import-tools.ts';
import { NamesDialog } from './NamesDialog.tsx';
import { OfferDialog } from './OfferDialog.tsx';
import { ReadingDialog } from './ReadingDialog.tsx';
import { reportWords } from './report-words.ts';
import { type ImportSource } from './source.ts';
import { takeInFiles } from './take-in-files.ts';
import { type ImportReport } from './import-report.ts';
import { UnitDialog } from './UnitDialog.tsx';

export interface ImportHandle {
  /** Queues behind an import that is still running. */
  take(sources: readonly ImportSource[]): void;
}

export interface ImportFlowProps {
  readonly ref: Ref<ImportHandle>;
  readonly store: ProjectStore;
  /** What was chosen for the names of a format last time. */
  readonly lastChoices: (format: string) => NameChoices;
  readonly onChoices: (format: string, choices: NameChoices) => void;
  /** What was said of the columns of such a table last time. */
  readonly lastColumns: (key: string) => ColumnMapping | undefined;
  readonly onColumns: (key: string, mapping: ColumnMapping) => void;
  /** Exactly one new Article came in. */
  readonly onOnlyArticle: (article: ArticleId) => void;
}

/** What is being asked; answering it closes it. */
type Question =
  | { readonly kind: 'reading'; readonly question: ReadingQuestion; readonly answer: (answer: ReadingAnswer | null) => void }
  | { readonly kind: 'unit'; readonly question: UnitQuestion; readonly answer: (answer: UnitAnswer | null) => void }
  | { readonly kind: 'names'; readonly question: NamesQuestion; readonly answer: (answer: NamesAnswer | null) => void }
  | { readonly kind: 'offer'; readonly offer: ImportOffer; readonly answer: (isTaken: boolean) => void };

/** Takes files in: progress when it lasts, a question or a report when something is not clear, a toast when all is well. */
export function ImportFlow({ ref, store, lastChoices, onChoices, lastColumns, onColumns, onOnlyArticle }: ImportFlowProps) {
  const messages = useMessages();
  const { t } = messages;
  const toast = useToast();
  const raise = useThrow();
  const running = useRef<Promise<void>>(Promise.resolve());
  const [progress, setProgress] = useState<(ImportProgress & { readonly secondsLeft: number | null }) | null>(null);
  const stop = useRef<AbortController | null>(null);
  /** When the work began that the progress is about: not while a person was asked. */
  const begun = useRef({ kind: '', at: 0 });
  const [question, setQuestion] = useState<Question | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [isReportOpen, setReportOpen] = useState(false);
  const [before, setBefore] = useState<BeforeImport | null>(null);

  function ask<Answer>(asked: (answer: (answer: Answer) => void) => Question): Promise<Answer> {
    setProgress(null);
    return new Promise((resolve) =>
      setQuestion(asked((answer) => {
        setQuestion(null);
        begun.current = { kind: '', at: performance.now() };
        resolve(answer);
      })));
  }

  /** Escape closes every question, as its button does: what is left out by that is not left out without a word. */
  const tellLeftOut = (words: string, sources: readonly ImportSource[]) =>
    void toast(words, { actionLabel: t('import.show-again'), onAction: () => enqueue(sources) });

  const take = async (sources: readonly ImportSource[]) => {
    const present = await store.articleIds();
    const stopping = new AbortController();
    stop.current = stopping;
    begun.current = { kind: '', at: performance.now() };
    const onProgress = (now: ImportProgress) => {
      const { kind, at } = begun.current;
      begun.current = { kind: now.kind, at: kind === '' || kind === now.kind ? at : performance.now() };
      const done = now.share ?? now.current / now.total;
      setProgress({ ...now, secondsLeft: secondsLeft({ done, total: 1 }, performance.now() - begun.current.at) });
    };
    const askOrTell = async <Answer,>(asked: (answer: (answer: Answer | null) => void) => Question): Promise<Answer | null> => {
      const answer = await ask(asked);
      if (answer === null) tellLeftOut(t('import.unanswered'), sources);
      return answer;
    };
    const done = await takeInFiles(sources, {
      store,
      decode: decodeFiles,
      openTable,
      now: () => new Date().toISOString(),
      onProgress,
      signal: stopping.signal,
      survey: surveyFiles,
      countCleanings,
      askReading: (asked) => askOrTell((answer) => ({ kind: 'reading', question: asked, answer })),
      lastColumns,
      rememberColumns: onColumns,
      askUnit: (asked) => askOrTell((answer) => ({ kind: 'unit', question: asked, answer })),
      askNames: (asked) => askOrTell((answer) => ({ kind: 'names', question: asked, answer })),
      confirm: async (offer) => {
        const isTaken = await ask<boolean>((answer) => ({ kind: 'offer', offer, answer }));
        const { articles, annotations, relations } = offer;
        const n = articles + annotations + relations;
        if (!isTaken && n > 0) tellLeftOut(t('import.turned-down', { articles, n }), sources);
        return isTaken;
      },
      lastChoices,
      rememberChoices: onChoices,
    });
    setProgress(null);
    if (!done) {
      if (stopping.signal.aborted) toast(t('import.stopped'));
      return;
    }
    // Where all copies are kept nobody asks what was there before, and of a large project it is much.
    if (done.articles > 0) setBefore({ ids: done.copies === 'keep' ? [] : present, copies: done.copies, mayShow: done.onlyArticle === null && done.sets === 0 });
    if (done.problems.length > 0 || done.left > 0) {
      setReport(done);
      setReportOpen(true);
    } else {
      const words = [...reportWords(messages, done), ...(done.notes.length > 0 ? [t('import.notes', { n: done.notes.length })] : [])];
      const show = () => {
        setReport(done);
        setReportOpen(true);
      };
      toast(words.join(messages.language === 'fa' ? '؛ ' : '; '), done.notes.length > 0 ? { actionLabel: t('import.see-report'), onAction: show } : {});
    }
    if (done.onlyArticle) onOnlyArticle(done.onlyArticle);
  };
  function enqueue(sources: readonly ImportSource[]): void {
    if (sources.length > 0) running.current = running.current.then(() => take(sources)).catch(raise);
  }
  useImperativeHandle(ref, () => ({ take: enqueue }));

  return (
    <>
      {progress && <ImportProgressBar progress={progress} onStop={() => stop.current?.abort()} />}
      {question?.kind === 'reading' && <ReadingDialog question={question.question} onAnswer={question.answer} />}
      {question?.kind === 'unit' && <UnitDialog key={question.question.file} question={question.question} onAnswer={question.answer} />}
      {question?.kind === 'names' && <NamesDialog question={question.question} onAnswer={question.answer} />}
      {question?.kind === 'offer' && <OfferDialog offer={question.offer} onAnswer={question.answer} />}
      <CopyStep store={store} before={before} isWaiting={question !== null || (report !== null && isReportOpen)} />
      {report && <ImportReportDialog open={isReportOpen} report={report} onClose={() => setReportOpen(false)} />}
    </>
  );
}
