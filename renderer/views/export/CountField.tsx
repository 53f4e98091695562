import { type ReactNode, useState } from 'react';
import { writtenCount } from '../../../shared/text/written-count.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';

interface CountFieldProps {
  readonly label: ReactNode;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Six digits, as many as the field holds. */
const most = 999_999;

/** A whole number, written in any digits. */
export function CountField({ label, value, onChange }: CountFieldProps) {
  const { t, number } = useMessages();
  const [draft, setDraft] = useState(number(value));
  const write = (written: string): void => {
    setDraft(written);
    const count = writtenCount(written, most);
    if (count !== null) onChange(count);
  };
  return (
    <Field label={label} {...(writtenCount(draft, most) === null && { error: t('export.number.wrong') })}>
      <TextInput value={draft} inputMode="numeric" maxLength={6} dir="ltr" onChange={(event) => write(event.target.value)} />
    </Field>
  );
}
