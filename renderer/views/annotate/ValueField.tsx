import { type KeyboardEvent, useState } from 'react';
import { type AttributeKindDef, attributeKinds } from '../../../shared/model/attribute-kinds.ts';
import { type AttributeDef } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';

interface ValueFieldProps {
  readonly def: AttributeDef;
  readonly value: string | null;
  readonly readOnly: boolean;
  /** `null` takes the value away. */
  readonly onChange: (value: string | null) => void;
  readonly onLeave: () => void;
}

/** An attribute that is written: kept on Enter and on leaving the field, if it is legal. */
export function ValueField({ def, value, readOnly, onChange, onLeave }: ValueFieldProps) {
  const { t, language } = useMessages();
  const [draft, setDraft] = useState(value ?? '');
  const kind: AttributeKindDef = attributeKinds[def.kind];
  const written = draft.trim();
  const isWrong = written !== '' && !kind.isValid(def, written);

  const keep = () => {
    if (isWrong || written === (value ?? '')) return;
    onChange(written === '' ? null : written);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') onLeave();
  };
  return (
    <Field label={<bdi>{def.name[language]}</bdi>} {...(isWrong && { error: t('inspector.value.wrong') })}>
      <TextInput value={draft} readOnly={readOnly} onChange={(event) => setDraft(event.target.value)} onBlur={keep} onKeyDown={onKeyDown} />
    </Field>
  );
}
