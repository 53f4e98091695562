import { useState } from 'react';
import { alteredSchema } from '../../../shared/commands/schema/alter-schema.ts';
import { previewOf } from '../../../shared/commands/schema/preview.ts';
import { idsBeside, nameOfPart } from '../../../shared/commands/schema/rows.ts';
import { idOfPart, partWithId, type SchemaEdit, type SchemaPart } from '../../../shared/commands/schema/schema-edit.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './form.module.css';
import { type SchemaDesk } from './schema-desk.ts';
import { silencedChecks } from './silenced-checks.ts';
import { TouchedList } from './TouchedList.tsx';

interface RetireDialogProps {
  readonly part: SchemaPart;
  readonly name: string;
  readonly desk: SchemaDesk;
  /** Into another, or away: where to is asked in both, for data need not be lost. */
  readonly purpose: 'merge' | 'retire';
  readonly onClose: () => void;
}

/** No id: ids begin with a letter or a digit. */
const nowhere = '';

/** What becomes of the data when a part goes, with the count of what that touches. */
export function RetireDialog({ part, name, desk, purpose, onClose }: RetireDialogProps) {
  const { t, language } = useMessages();
  const raise = useThrow();
  const others = (idsBeside(desk.schema, part) ?? []).filter((id) => id !== idOfPart(part));
  const [into, setInto] = useState(purpose === 'merge' ? (others[0] ?? nowhere) : nowhere);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const edit: SchemaEdit = { kind: 'retire', part, into: into === nowhere ? null : into };
  const touched = previewOf(desk.dataset, edit);
  const found = touched.ok ? problems : touched.problems;

  const make = async () => {
    const refused = await desk.editor.make(edit);
    setProblems(refused);
    if (refused.length === 0) onClose();
  };
  const nameOf = (id: string) => nameOfPart(desk.schema, partWithId(part, id))?.[language] ?? id;
  const choices = others.map((id) => ({ value: id, label: t('schema.fate.into', { name: nameOf(id) }) }));
  const footer = (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button kind="danger" disabled={!touched.ok} onClick={() => void make().catch(raise)}>
        {t(into === nowhere ? 'schema.retire.do' : 'schema.merge.do')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t(purpose === 'merge' ? 'schema.merge.title' : 'schema.retire.title', { name })} footer={footer}>
      <div className={styles.fates}>
        <ChoiceGroup
          label={t('schema.fate')}
          value={into}
          choices={purpose === 'merge' ? choices : [{ value: nowhere, label: t('schema.fate.drop') }, ...choices]}
          onChoose={(value) => {
            setProblems([]);
            setInto(value);
          }}
        />
      </div>
      <div role="status">{touched.ok && <TouchedList touched={touched.value} silenced={silencedChecks(desk.schema, alteredSchema(desk.schema, edit))} />}</div>
      {found.length > 0 && (
        <div role="alert">
          <ProblemList problems={found} />
        </div>
      )}
    </Dialog>
  );
}
