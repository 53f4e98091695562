import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type NameChoices } from '../../../shared/codecs/naming/name-part.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { decodeFiles } from '../../workers/codec-client.ts';
import { CopyStep } from './CopyStep.tsx';
import { ImportProgressBar } from './ImportProgressBar.tsx';
import { ImportReportDialog } from './ImportReportDialog.tsx';
import { type ImportOffer, type ImportProgress, type NamesAnswer, type NamesQuestion, type UnitAnswer, type UnitQuestion } from './import-tools.ts';
import { NamesDialog } from './NamesDialog.tsx';
import { OfferDialog } from './OfferDialog.tsx';
import { reportWords } from './report-words.ts';
import { type ImportSource } from './source.ts';
import { type ImportReport, takeInFiles } from './take-in-files.ts';
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
  /** Exactly one new Article came in. */
  readonly onOnlyArticle: (article: ArticleId) => void;
}

/** What is being asked; answering it closes it. */
type Question =
  | { readonly kind: 'unit'; readonly question: UnitQuestion; readonly answer: (answer: UnitAnswer | null) => void }
  | { readonly kind: 'names'; readonly question: NamesQuestion; readonly answer: (answer: NamesAnswer | null) => void }
  | { readonly kind: 'offer'; readonly offer: ImportOffer; readonly answer: (isTaken: boolean) => void };

/** Takes files in: progress when it lasts, a question or a report when something is not clear, a toast when all is well. */
export function ImportFlow({ ref, store, lastChoices, onChoices, onOnlyArticle }: ImportFlowProps) {
  const messages = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const running = useRef<Promise<void>>(Promise.resolve());
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [isReportOpen, setReportOpen] = useState(false);
  const [before, setBefore] = useState<readonly ArticleId[] | null>(null);

  function ask<Answer>(asked: (answer: (answer: Answer) => void) => Question): Promise<Answer> {
    setProgress(null);
    return new Promise((resolve) =>
      setQuestion(asked((answer) => {
        setQuestion(null);
        resolve(answer);
      })));
  }

  const take = async (sources: readonly ImportSource[]) => {
    const present = await store.articleIds();
    const done = await takeInFiles(sources, {
      store,
      decode: decodeFiles,
      now: () => new Date().toISOString(),
      onProgress: setProgress,
      askUnit: (asked) => ask((answer) => ({ kind: 'unit', question: asked, answer })),
      askNames: (asked) => ask((answer) => ({ kind: 'names', question: asked, answer })),
      confirm: (offer) => ask((answer) => ({ kind: 'offer', offer, answer })),
      lastChoices,
      rememberChoices: onChoices,
    });
    setProgress(null);
    if (!done) return;
    if (done.articles > 0) setBefore(present);
    if (done.problems.length > 0) {
      setReport(done);
      setReportOpen(true);
    } else toast(reportWords(messages, done).join(messages.language === 'fa' ? '؛ ' : '; '));
    if (done.onlyArticle) onOnlyArticle(done.onlyArticle);
  };
  useImperativeHandle(ref, () => ({
    take: (sources) => {
      if (sources.length > 0) running.current = running.current.then(() => take(sources)).catch(raise);
    },
  }));

  return (
    <>
      {progress && <ImportProgressBar progress={progress} />}
      {question?.kind === 'unit' && <UnitDialog key={question.question.file} question={question.question} onAnswer={question.answer} />}
      {question?.kind === 'names' && <NamesDialog question={question.question} onAnswer={question.answer} />}
      {question?.kind === 'offer' && <OfferDialog offer={question.offer} onAnswer={question.answer} />}
      <CopyStep store={store} before={before} />
      {report && <ImportReportDialog open={isReportOpen} report={report} onClose={() => setReportOpen(false)} />}
    </>
  );
}
