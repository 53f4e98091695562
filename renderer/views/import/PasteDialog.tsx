import { type ClipboardEvent, useId, useState } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { fieldDirection } from '../../ui/field-direction.ts';
import { pastedWords } from '../../workers/pasted-words.ts';
import styles from './PasteDialog.module.css';

export interface PasteDialogProps {
  readonly onAdd: (text: string) => void;
  readonly onClose: () => void;
}

/** A place to paste or write a text; the window itself may not look at the clipboard. */
export function PasteDialog({ onAdd, onClose }: PasteDialogProps) {
  const { t } = useMessages();
  const hintId = useId();
  const [text, setText] = useState('');
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const words = pastedWords(event.clipboardData);
    // What has no markup the field takes by itself, with its own way back.
    if (words === event.clipboardData.getData('text/plain')) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    setText(text.slice(0, selectionStart) + words + text.slice(selectionEnd));
  };
  const add = () => {
    onAdd(text);
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button kind="primary" disabled={text.trim() === ''} onClick={add}>
        {t('paste.add')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('paste.title')} size="wide" footer={footer}>
      <p id={hintId} className={styles.hint}>
        {t('paste.hint')}
      </p>
      <textarea
        dir={fieldDirection(text)}
        aria-label={t('paste.text')}
        aria-describedby={hintId}
        className={styles.text}
        value={text}
        onPaste={paste}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
}
