import { type ReactNode, useState } from 'react';
import { fold } from '../../../shared/text/persian.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';

interface CountFieldProps {
  readonly label: ReactNode;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Digits of any script that Persian readers use; `null` for what is no whole number. */
export function readCount(written: string): number | null {
  const digits = fold(written).text.trim();
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** A whole number, written in any digits. */
export function CountField({ label, value, onChange }: CountFieldProps) {
  const { t, number } = useMessages();
  const [draft, setDraft] = useState(number(value));
  const write = (written: string): void => {
    setDraft(written);
    const count = readCount(written);
    if (count !== null) onChange(count);
  };
  return (
    <Field label={label} {...(readCount(draft) === null && { error: t('export.number.wrong') })}>
      <TextInput value={draft} inputMode="numeric" maxLength={6} dir="ltr" onChange={(event) => write(event.target.value)} />
    </Field>
  );
}
