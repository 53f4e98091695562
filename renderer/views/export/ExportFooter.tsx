import { type RefObject } from 'react';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { CountLine } from './CheckStep.tsx';
import { type Step, steps } from './ExportSteps.tsx';
import styles from './ExportWizard.module.css';
import { ProgressLine } from './ProgressLine.tsx';
import { type PlanState } from './use-export-plan.ts';
import { type Writing } from './use-writing.ts';

interface ExportFooterProps {
  readonly step: Step;
  /** Of what is chosen; shown until it is checked. */
  readonly counting: PlanState;
  readonly writing: Writing;
  /** What to know before the button is pressed. */
  readonly note: MessageCode | null;
  readonly saveButton: RefObject<HTMLButtonElement | null>;
  /** `null` while there is nothing to save. */
  readonly onSave: (() => void) | null;
  readonly onStep: (step: Step) => void;
}

/** What it comes to, and the way on; while it is written, how far it is, and a way to stop. */
export function ExportFooter({ step, counting, writing, note, saveButton, onSave, onStep }: ExportFooterProps) {
  const { t } = useMessages();
  const at = steps.indexOf(step);
  if (writing.isWriting)
    return (
      <>
        <ProgressLine progress={writing.progress} waiting={t('export.writing')} />
        <Button onClick={writing.stop}>{t('export.stop')}</Button>
      </>
    );
  return (
    <>
      <div className={styles.counts}>
        {step === 'check' ? (
          <p role="status" className={styles.hint}>{note && t(note)}</p>
        ) : counting.plan ? (
          <CountLine counts={counting.plan.counts} />
        ) : (
          <ProgressLine progress={counting.progress} waiting={t('export.counting')} />
        )}
      </div>
      {step !== 'what' && <Button onClick={() => onStep(steps[at - 1] ?? 'what')}>{t('export.back')}</Button>}
      {step === 'check' ? (
        <Button ref={saveButton} kind="primary" disabled={onSave === null} onClick={() => onSave?.()}>
          {t('export.save')}
        </Button>
      ) : (
        <Button kind="primary" onClick={() => onStep(steps[at + 1] ?? 'check')}>
          {t('export.next')}
        </Button>
      )}
    </>
  );
}
