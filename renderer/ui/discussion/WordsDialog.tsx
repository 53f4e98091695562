import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { Field, TextArea } from '../Field.tsx';
import styles from './discussion.module.css';

interface WordsDialogProps {
  readonly title: string;
  /** What it is about, shown above. */
  readonly about: string | null;
  readonly label: string;
  readonly confirm: string;
  /** More to fill in, below. */
  readonly children?: ReactNode;
  readonly onConfirm: (words: string) => void;
  readonly onClose: () => void;
}

/** Asks for a sentence or two. Ctrl+Enter confirms. */
export function WordsDialog({ title, about, label, confirm, children, onConfirm, onClose }: WordsDialogProps) {
  const { t } = useMessages();
  const [words, setWords] = useState('');
  const isBlank = words.trim() === '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button kind="primary" disabled={isBlank} onClick={() => onConfirm(words)}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank) onConfirm(words);
        }}
      >
        {about !== null && <p className={styles.muted}>{about}</p>}
        <Field label={label}>
          <TextArea
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        </Field>
        {children}
      </form>
    </Dialog>
  );
}
