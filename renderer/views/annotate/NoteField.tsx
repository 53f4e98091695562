import { useState } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { fieldDirection } from '../../ui/field-direction.ts';
import styles from './NoteField.module.css';

interface NoteFieldProps {
  readonly note: string;
  readonly readOnly: boolean;
  readonly onChange: (note: string) => void;
  readonly onLeave: () => void;
}

/** Written freely and kept on leaving the field; Escape leaves and keeps too. */
export function NoteField({ note, readOnly, onChange, onLeave }: NoteFieldProps) {
  const { t } = useMessages();
  const [draft, setDraft] = useState(note);
  const keep = () => {
    if (draft.trim() !== note) onChange(draft.trim());
  };
  return (
    <textarea
      data-region="note"
      className={styles.note}
      aria-label={t('inspector.note')}
      placeholder={t('inspector.note.hint')}
      dir={fieldDirection(draft)}
      rows={2}
      readOnly={readOnly}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    />
  );
}
