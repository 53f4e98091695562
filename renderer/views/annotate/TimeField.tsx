import { type KeyboardEvent, useState } from 'react';
import { type AttributeDef } from '../../../shared/model/schema.ts';
import { readTime } from '../../../shared/text/time-value.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { resolvedWords } from './time-words.ts';

interface TimeFieldProps {
  readonly def: AttributeDef;
  readonly value: string | null;
  /** Gregorian date of the Article, if it is known. */
  readonly published: string | null;
  readonly readOnly: boolean;
  /** `null` takes the value away. */
  readonly onChange: (value: string | null) => void;
  readonly onLeave: () => void;
}

/** A date or a duration as people write it; what it means stands below while it is written. Kept on Enter and on leaving the field. */
export function TimeField({ def, value, published, readOnly, onChange, onLeave }: TimeFieldProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const [draft, setDraft] = useState(value ?? '');
  const written = draft.trim();
  const meant = written === value ? value : readTime(written);
  const isWrong = written !== '' && meant === null;

  const keep = () => {
    if (isWrong || meant === value) return;
    onChange(meant);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') onLeave();
  };
  return (
    <Field
      label={<bdi>{def.name[language]}</bdi>}
      hint={meant === null ? t('inspector.value.time') : resolvedWords(meant, published, messages)}
      {...(isWrong && { error: t('time.not-understood') })}
    >
      <TextInput value={draft} readOnly={readOnly} onChange={(event) => setDraft(event.target.value)} onBlur={keep} onKeyDown={onKeyDown} />
    </Field>
  );
}
