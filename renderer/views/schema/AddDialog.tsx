import { type SubmitEvent, useId, useState } from 'react';
import { type AttributeKind, attributeKinds } from '../../../shared/model/attribute-kinds.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { type Added, addition } from './addition.ts';
import { problemWords } from './field-problems.ts';
import styles from './form.module.css';
import { type SchemaDesk } from './schema-desk.ts';

interface AddDialogProps {
  readonly what: Added;
  readonly desk: SchemaDesk;
  readonly onClose: () => void;
}

const kinds = Object.keys(attributeKinds) as readonly AttributeKind[];

/** Asks for the names and the id of something new; the rest is chosen so that it can be told from what is there. */
export function AddDialog({ what, desk, onClose }: AddDialogProps) {
  const messages = useMessages();
  const { t } = messages;
  const raise = useThrow();
  const formId = useId();
  const [fa, setFa] = useState('');
  const [en, setEn] = useState('');
  const [id, setId] = useState('');
  const [kind, setKind] = useState<AttributeKind>('choice');
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const add = async () => {
    const refused = await desk.editor.make(addition(desk.schema, what, { id: id.trim(), name: { fa: fa.trim(), en: en.trim() }, kind }));
    setProblems(refused);
    if (refused.length === 0) onClose();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    add().catch(raise);
  };
  const errorAt = (field: string) => {
    const words = problemWords(messages, problems.filter(({ place }) => place.field === field));
    return words === undefined ? {} : { error: words };
  };
  const elsewhere = problemWords(messages, problems.filter(({ place }) => !['id', 'name.fa', 'name.en'].includes(place.field ?? '')));
  const footer = (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button kind="primary" type="submit" form={formId}>
        {t('schema.add')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t(`schema.${what.kind}.add`)} footer={footer}>
      <form id={formId} className={styles.add} onSubmit={onSubmit}>
        <Field label={t('schema.name.fa')} {...errorAt('name.fa')}>
          <TextInput value={fa} lang="fa" dir="rtl" maxLength={80} onChange={(event) => setFa(event.target.value)} />
        </Field>
        <Field label={t('schema.name.en')} {...errorAt('name.en')}>
          <TextInput value={en} lang="en" dir="ltr" maxLength={80} onChange={(event) => setEn(event.target.value)} />
        </Field>
        <Field label={t('schema.id')} hint={t('schema.id.hint')} {...errorAt('id')}>
          <TextInput value={id} lang="en" dir="ltr" maxLength={64} onChange={(event) => setId(event.target.value)} />
        </Field>
        {what.kind === 'attribute' && (
          <ChoiceGroup
            label={t('schema.kind')}
            value={kind}
            choices={kinds.map((value) => ({ value, label: t(`schema.kind.${value}`) }))}
            onChoose={setKind}
          />
        )}
        {elsewhere && (
          <p role="alert" className={styles.error}>
            {elsewhere}
          </p>
        )}
      </form>
    </Dialog>
  );
}
