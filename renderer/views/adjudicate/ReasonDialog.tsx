import { useRef, useState } from 'react';
import { type DecisionReason, decisionReasons } from '../../../shared/model/decided.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import styles from './AdjudicateView.module.css';

interface ReasonDialogProps {
  readonly title: string;
  /** What is chosen first. */
  readonly reason: DecisionReason;
  readonly note: string;
  readonly onDecide: (reason: DecisionReason, note: string) => void;
  readonly onClose: () => void;
}

/** Why: one of the closed list, chosen by arrows or a click, and a note. Enter decides. */
export function ReasonDialog({ title, reason: first, note: noted, onDecide, onClose }: ReasonDialogProps) {
  const { t } = useMessages();
  const [reason, setReason] = useState(first);
  const [note, setNote] = useState(noted);
  const chosen = useRef<HTMLInputElement>(null);
  const decide = () => onDecide(reason, note);
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      focusFirst={() => chosen.current}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button kind="primary" onClick={decide}>
            {t('adjudicate.decide')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
      >
        <fieldset className={styles.reasons}>
          <legend>{t('adjudicate.reason')}</legend>
          {decisionReasons.map((one) => (
            <label key={one} className={styles.reasonLine}>
              <input ref={one === reason ? chosen : null} type="radio" name="reason" value={one} checked={one === reason} onChange={() => setReason(one)} />
              {t(`reason.${one}`)}
            </label>
          ))}
        </fieldset>
        <Field label={t('adjudicate.note')}>
          <TextInput value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
