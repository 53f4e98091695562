import { type SubmitEvent, useId, useState } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';

export interface NameDialogProps {
  readonly onName: (name: string) => void;
  readonly onSkip: () => void;
  readonly onClose: () => void;
}

/** Asks who works here, when a file is about to carry it for the first time. */
export function NameDialog({ onName, onSkip, onClose }: NameDialogProps) {
  const { t } = useMessages();
  const formId = useId();
  const [name, setName] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  const footer = (
    <>
      <Button onClick={onSkip}>{t('name.skip')}</Button>
      <Button kind="primary" type="submit" form={formId} disabled={name.trim() === ''}>
        {t('name.keep')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('name.title')} footer={footer}>
      <form id={formId} onSubmit={submit}>
        <Field label={t('settings.name')} hint={t('name.why')}>
          <TextInput value={name} maxLength={longestName} onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

export const longestName = 80;
