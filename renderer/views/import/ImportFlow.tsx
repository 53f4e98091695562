import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { decodeFiles } from '../../workers/codec-client.ts';
import { ImportProgressBar } from './ImportProgressBar.tsx';
import { ImportReportDialog } from './ImportReportDialog.tsx';
import { reportWords } from './report-words.ts';
import { type ImportSource } from './source.ts';
import { type ImportProgress, type ImportReport, takeInFiles } from './take-in-files.ts';

export interface ImportHandle {
  /** Queues behind an import that is still running. */
  take(sources: readonly ImportSource[]): void;
}

export interface ImportFlowProps {
  readonly ref: Ref<ImportHandle>;
  readonly store: ProjectStore;
  /** Exactly one new Article came in. */
  readonly onOnlyArticle: (article: ArticleId) => void;
}

/** Takes files in: progress when it lasts, a toast when all is well, a report when something was not. */
export function ImportFlow({ ref, store, onOnlyArticle }: ImportFlowProps) {
  const messages = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const running = useRef<Promise<void>>(Promise.resolve());
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [isReportOpen, setReportOpen] = useState(false);

  const take = async (sources: readonly ImportSource[]) => {
    const now = () => new Date().toISOString();
    const done = await takeInFiles(sources, { store, decode: decodeFiles, now, onProgress: setProgress });
    setProgress(null);
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
      {report && <ImportReportDialog open={isReportOpen} report={report} onClose={() => setReportOpen(false)} />}
    </>
  );
}
