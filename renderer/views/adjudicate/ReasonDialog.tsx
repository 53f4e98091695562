import { useRef, useState } from 'react';
import { type DecisionReason, longestReason, ownReason, reasonWords } from '../../../shared/model/decided.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import styles from './AdjudicateView.module.css';

interface ReasonDialogProps {
  readonly title: string;
  /** Those to choose from: `reasonsOffered`. */
  readonly offered: readonly DecisionReason[];
  /** What is chosen first. */
  readonly reason: DecisionReason;
  readonly note: string;
  readonly onDecide: (reason: DecisionReason, note: string) => void;
  readonly onClose: () => void;
}

/** Why: one of the list, chosen by arrows or a click, or one that the project lacks so far and has from then on; and a note. Enter decides. */
export function ReasonDialog({ title, offered, reason: first, note: noted, onDecide, onClose }: ReasonDialogProps) {
  const { t } = useMessages();
  const [reason, setReason] = useState<DecisionReason | null>(first);
  const [own, setOwn] = useState('');
  const [note, setNote] = useState(noted);
  const chosen = useRef<HTMLInputElement>(null);
  const why = reason ?? ownReason(own);
  const decide = () => why !== null && onDecide(why, note);
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      focusFirst={() => chosen.current}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button kind="primary" disabled={why === null} onClick={decide}>
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
          {offered.map((one) => (
            <label key={one} className={styles.reasonLine}>
              <input ref={one === reason ? chosen : null} type="radio" name="reason" value={one} checked={one === reason} onChange={() => setReason(one)} />
              <bdi>{reasonWords(one, t)}</bdi>
            </label>
          ))}
          <label className={styles.reasonLine}>
            <input type="radio" name="reason" value="" checked={reason === null} onChange={() => setReason(null)} />
            {t('adjudicate.reason.own')}
          </label>
        </fieldset>
        {reason === null && (
          <Field label={t('adjudicate.reason.own.words')} hint={t('adjudicate.reason.own.hint')}>
            <TextInput value={own} maxLength={longestReason} onChange={(event) => setOwn(event.target.value)} />
          </Field>
        )}
        <Field label={t('adjudicate.note')}>
          <TextInput value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
