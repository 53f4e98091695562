import { type ReactNode, type SubmitEvent, useId, useRef, useState } from 'react';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './exchange.module.css';

interface ReasonDialogProps {
  readonly title: string;
  readonly action: string;
  readonly children?: ReactNode;
  /** Does it; gives what went wrong. */
  readonly onReason: (reason: string) => Promise<readonly Problem[]>;
  readonly onClose: () => void;
}

/** Asks why before it does something that others will read the reason of. */
export function ReasonDialog({ title, action, children, onReason, onClose }: ReasonDialogProps) {
  const { t } = useMessages();
  const raise = useThrow();
  const form = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const run = async () => {
      const found = await onReason(reason);
      if (found.length === 0) onClose();
      else setProblems(found);
    };
    run().catch(raise);
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button kind="primary" type="submit" form={form} disabled={reason.trim() === ''}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} footer={footer} focusFirst={() => field.current}>
      <form id={form} className={styles.fields} onSubmit={submit}>
        {children}
        <Field label={t('exchange.reason')}>
          <TextArea ref={field} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {problems.length > 0 && <ProblemList problems={problems} />}
      </form>
    </Dialog>
  );
}
