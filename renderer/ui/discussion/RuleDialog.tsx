import { useState } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Field, TextArea } from '../Field.tsx';
import { WordsDialog } from './WordsDialog.tsx';

interface RuleDialogProps {
  /** What it will be called. */
  readonly number?: number;
  /** The question that it answers. */
  readonly question?: string;
  readonly onRule: (rule: string, examples: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The answer to a question: the next entry of the guideline, with passages that show it. */
export function RuleDialog({ number, question, onRule, onClose }: RuleDialogProps) {
  const { t } = useMessages();
  const [examples, setExamples] = useState('');
  return (
    <WordsDialog
      title={number === undefined ? t('discussion.rule.title') : t('questions.rule.title', { number })}
      about={question ?? null}
      label={t('discussion.rule.words')}
      confirm={t('discussion.say')}
      onConfirm={(rule) => onRule(rule, examples.split('\n'))}
      onClose={onClose}
    >
      <Field label={t('discussion.rule.examples')}>
        <TextArea value={examples} onChange={(event) => setExamples(event.target.value)} />
      </Field>
    </WordsDialog>
  );
}
