import { type ReactNode, useState } from 'react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { Field, TextInput } from './Field.tsx';
import { readDate, writtenDate } from './written-date.ts';

interface DateFieldProps {
  readonly label: ReactNode;
  /** Gregorian `YYYY-MM-DD`. */
  readonly value: string | null;
  /** Says a date, or that there is none, as soon as it is one; what is none is not told further. */
  readonly onChange: (value: string | null) => void;
}

/** A day as people write it, Jalali or Gregorian. Under what was written stands what it means in the other calendar. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const { t, language } = useMessages();
  const [draft, setDraft] = useState(writtenDate(value, language));
  const read = readDate(draft);
  const write = (written: string): void => {
    setDraft(written);
    const date = readDate(written);
    if (date !== undefined) onChange(date);
  };
  const other = read ? writtenDate(read, language === 'fa' ? 'en' : 'fa') : undefined;
  return (
    <Field
      label={label}
      {...(read === undefined && { error: t('export.date.wrong') })}
      {...(other !== undefined && { hint: <bdi dir="ltr">{other}</bdi> })}
    >
      <TextInput
        value={draft}
        maxLength={12}
        dir="ltr"
        placeholder={t('export.date.example')}
        onChange={(event) => write(event.target.value)}
        onBlur={() => read !== undefined && setDraft(writtenDate(read, language))}
      />
    </Field>
  );
}
