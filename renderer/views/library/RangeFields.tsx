import { useState } from 'react';
import { type NumberRange } from '../../../shared/dataset/further.ts';
import { writtenCount } from '../../../shared/text/written-count.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import styles from './FilterDialog.module.css';

interface RangeFieldsProps {
  readonly value: NumberRange;
  /** What one written unit is in the value: 0.01 for per cent. */
  readonly unit?: number;
  readonly onChange: (value: NumberRange) => void;
}

/** `null` for nothing, which leaves it open, `undefined` for what is no number. */
const readBound = (written: string): number | null | undefined => (written.trim() === '' ? null : (writtenCount(written, 999_999) ?? undefined));

/** From and to, each of which may be left open. */
export function RangeFields({ value, unit = 1, onChange }: RangeFieldsProps) {
  return (
    <div className={styles.pair}>
      {(['least', 'most'] as const).map((bound) => (
        <BoundField key={bound} bound={bound} value={value[bound]} unit={unit} onChange={(next) => onChange({ ...value, [bound]: next })} />
      ))}
    </div>
  );
}

interface BoundFieldProps {
  readonly bound: 'least' | 'most';
  readonly value: number | null;
  readonly unit: number;
  readonly onChange: (value: number | null) => void;
}

function BoundField({ bound, value, unit, onChange }: BoundFieldProps) {
  const { t, number } = useMessages();
  const [draft, setDraft] = useState(value === null ? '' : number(Math.round(value / unit)));
  return (
    <Field label={t(`library.filter.${bound}`)} {...(readBound(draft) === undefined && { error: t('library.filter.number.wrong') })}>
      <TextInput
        value={draft}
        inputMode="numeric"
        maxLength={6}
        dir="ltr"
        onChange={(event) => {
          setDraft(event.target.value);
          const read = readBound(event.target.value);
          if (read !== undefined) onChange(read === null ? null : read * unit);
        }}
      />
    </Field>
  );
}
