import { type SubmitEvent, useId, useState } from 'react';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { useThrow } from '../../ui/use-throw.ts';

export interface ProjectNameDialogProps {
  readonly purpose: 'new' | 'copy' | 'rename';
  /** What stands in the field at first. */
  readonly name: string;
  /** Makes or renames the project; gives what went wrong, or `null`. */
  readonly onSubmit: (name: string) => Promise<Problem | null>;
  readonly onClose: () => void;
}

const longestName = 200;

/** Asks for a project's name, for a new one or for the open one. */
export function ProjectNameDialog({ purpose, name: initial, onSubmit, onClose }: ProjectNameDialogProps) {
  const { t } = useMessages();
  const raise = useThrow();
  const formId = useId();
  const [name, setName] = useState(initial);
  const [problem, setProblem] = useState<Problem | null>(null);

  const submit = async () => {
    const found = await onSubmit(name.trim());
    setProblem(found);
    if (!found) onClose();
  };
  const onFormSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    submit().catch(raise);
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button kind="primary" type="submit" form={formId} disabled={name.trim() === ''}>
        {t(purpose === 'rename' ? 'project.rename.do' : 'project.create')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t(`project.${purpose}.title`)} footer={footer}>
      <form id={formId} onSubmit={onFormSubmit}>
        <Field label={t('project.name')}>
          <TextInput value={name} maxLength={longestName} onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
      {problem && (
        <div role="alert">
          <ProblemList problems={[problem]} />
        </div>
      )}
    </Dialog>
  );
}
