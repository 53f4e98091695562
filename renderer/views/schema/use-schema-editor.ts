import { useState } from 'react';
import { alteredSchema } from '../../../shared/commands/schema/alter-schema.ts';
import { editSchema } from '../../../shared/commands/schema/edit-schema.ts';
import { losesData, previewOf, type Touched } from '../../../shared/commands/schema/preview.ts';
import { commandNameOf, type SchemaEdit } from '../../../shared/commands/schema/schema-edit.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { useHistorySteps } from '../../ui/use-history-steps.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { silencedChecks } from './silenced-checks.ts';

/** An edit that would lose data, or make checks fall silent, waits for the person's word. */
export interface Question {
  readonly edit: SchemaEdit;
  readonly touched: Touched;
  /** Rules of the task that fall silent. */
  readonly silenced: number;
}

export interface SchemaEditor {
  /** Makes the edit at once, or asks first when it would lose data or checks. The answer is why it may not be made. */
  readonly edit: (edit: SchemaEdit) => Promise<readonly Problem[]>;
  /** Makes it without asking. */
  readonly make: (edit: SchemaEdit) => Promise<readonly Problem[]>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly question: Question | null;
  readonly answer: (isYes: boolean) => void;
  /** Grows with each edit that was asked about and not made: what was written in fields for it is to be forgotten. */
  readonly refusals: number;
}

/** Edits of the Schema on their way to the store. `onMaking` hears of each before it is made. */
export function useSchemaEditor(store: ProjectStore, onMaking: (edit: SchemaEdit) => void): SchemaEditor {
  const { t, language } = useMessages();
  const raise = useThrow();
  const { undoing, refuse, goBack } = useHistorySteps((way) => store[way](null), { undo: 'annotate.undone', redo: 'annotate.redone' });
  const [question, setQuestion] = useState<Question | null>(null);
  const [refusals, setRefusals] = useState(0);

  /** The person knows labels by name, not by id. */
  const named = async (problems: readonly Problem[]): Promise<readonly Problem[]> => {
    const schema = await store.schema();
    const nameOf = (id: string) => labelDef(schema, id as LabelId)?.name[language] ?? id;
    return problems.map((one) => (typeof one.values.label === 'string' ? { ...one, values: { ...one.values, label: nameOf(one.values.label) } } : one));
  };
  const make = async (edit: SchemaEdit): Promise<readonly Problem[]> => {
    undoing.withdraw();
    onMaking(edit);
    const result = await store.performOnProject(commandNameOf(edit), (context) => editSchema(context, edit));
    if (!result.ok) return named(result.problems);
    if (edit.kind === 'retire' || edit.kind === 'replace')
      undoing.offer(t('schema.made', { step: t(`command.${commandNameOf(edit)}` as MessageCode) }), () => goBack('undo'));
    return [];
  };

  return {
    make,
    edit: async (edit) => {
      const dataset = await store.dataset();
      const touched = previewOf(dataset, edit);
      if (!touched.ok) return named(touched.problems);
      // Who takes a rule away, or switches one off, means to.
      const silenced = edit.kind === 'set-rules' || edit.kind === 'set-weight' ? 0 : silencedChecks(dataset.schema, alteredSchema(dataset.schema, edit));
      if (!losesData(touched.value) && silenced === 0) return make(edit);
      setQuestion({ edit, touched: touched.value, silenced });
      return [];
    },
    undo: () => goBack('undo'),
    redo: () => goBack('redo'),
    question,
    refusals,
    answer: (isYes) => {
      setQuestion(null);
      if (!isYes) setRefusals(refusals + 1);
      else if (question) make(question.edit).then(refuse, raise);
    },
  };
}
