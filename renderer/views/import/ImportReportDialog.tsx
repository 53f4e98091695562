import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CopyDetailsButton } from '../../ui/ProblemList.tsx';
import styles from './ImportReportDialog.module.css';
import { ProblemSections } from './ProblemSections.tsx';
import { reportWords } from './report-words.ts';
import { type ImportReport } from './import-report.ts';

export interface ImportReportDialogProps {
  readonly open: boolean;
  readonly report: ImportReport;
  readonly onClose: () => void;
}

/** What came in, and what storing had to say about it. */
export function ImportReportDialog({ open, report, onClose }: ImportReportDialogProps) {
  const messages = useMessages();
  const { t } = messages;
  const footer = (
    <>
      <CopyDetailsButton problems={[...report.problems, ...report.notes]} />
      <Button kind="primary" onClick={onClose}>
        {t('import.done')}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t('import.title')} size="wide" footer={footer}>
      <ul className={styles.words}>
        {reportWords(messages, report).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ProblemSections problems={report.problems} notes={report.notes} />
    </Dialog>
  );
}
