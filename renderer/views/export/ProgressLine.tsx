import { type ExportProgress } from '../../../shared/dataset/export-source.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { type Paced } from '../../ui/time-left.ts';

const words = { reading: 'export.reading', comparing: 'export.comparing', measuring: 'export.measuring', writing: 'export.written' } as const;

/** How far a plan or an export is. */
export function ProgressLine({ progress, waiting }: { readonly progress: Paced<ExportProgress> | null; readonly waiting: string }) {
  const { t } = useMessages();
  return <ProgressBar progress={progress} said={progress ? t(words[progress.phase], { done: progress.done, total: progress.total }) : waiting} />;
}
