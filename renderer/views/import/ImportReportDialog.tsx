import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CopyDetailsButton, ProblemList } from '../../ui/ProblemList.tsx';
import styles from './ImportReportDialog.module.css';
import { reportWords } from './report-words.ts';
import { type ImportReport } from './take-in-files.ts';

export interface ImportReportDialogProps {
  readonly open: boolean;
  readonly report: ImportReport;
  readonly onClose: () => void;
}

/** What came in, what did not and why, and what came in with a remark. */
export function ImportReportDialog({ open, report, onClose }: ImportReportDialogProps) {
  const messages = useMessages();
  const { t } = messages;
  const { problems } = report;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const footer = (
    <>
      <CopyDetailsButton problems={problems} />
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
      {errors.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('import.rejected')}</h3>
          <ProblemList problems={errors} />
        </section>
      )}
      {warnings.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('import.repaired')}</h3>
          <ProblemList problems={warnings} />
        </section>
      )}
      {errors.length > 0 && <p className={styles.safe}>{t('import.unchanged')}</p>}
    </Dialog>
  );
}
