import { useState } from 'react';
import { previewOf } from '../../../shared/commands/schema/preview.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Problem, type Result } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CopyDetailsButton, ProblemList } from '../../ui/ProblemList.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { type SchemaDesk } from './schema-desk.ts';
import { silencedChecks } from './silenced-checks.ts';
import { TouchedList } from './TouchedList.tsx';

interface ImportDialogProps {
  /** What the file holds, or why it cannot be used. */
  readonly read: Result<Schema>;
  readonly desk: SchemaDesk;
  readonly onClose: () => void;
}

/** What another Schema would do to the project, or what is wrong with the file, and where. */
export function ImportDialog({ read, desk, onClose }: ImportDialogProps) {
  const { t, rich, language } = useMessages();
  const raise = useThrow();
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const touched = read.ok ? previewOf(desk.dataset, { kind: 'replace', schema: read.value }) : null;
  const problems = [...(read.ok ? [] : read.problems), ...(touched && !touched.ok ? touched.problems : []), ...refused];

  const replace = async (schema: Schema) => {
    const found = await desk.editor.make({ kind: 'replace', schema });
    setRefused(found);
    if (found.length === 0) onClose();
  };
  const footer = (
    <>
      {problems.length > 0 && <CopyDetailsButton problems={problems} />}
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      {read.ok && (
        <Button kind="primary" disabled={!touched?.ok} onClick={() => void replace(read.value).catch(raise)}>
          {t('schema.import.do')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('schema.import.title')} footer={footer}>
      {read.ok && (
        <p>
          {rich('schema.import.words', {
            name: desk.schema.name[language], version: desk.schema.version, other: read.value.name[language], otherVersion: read.value.version,
          })}
        </p>
      )}
      {read.ok && touched?.ok && <TouchedList touched={touched.value} silenced={silencedChecks(desk.schema, read.value)} />}
      {problems.length > 0 && (
        <div role="alert">
          <ProblemList problems={problems} />
        </div>
      )}
    </Dialog>
  );
}
