import { useState } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Field, TextArea } from '../Field.tsx';
import { WordsDialog } from './WordsDialog.tsx';

interface RuleDialogProps {
  readonly onRule: (rule: string, examples: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The answer to a question: the next entry of the guideline, with passages that show it. */
export function RuleDialog({ onRule, onClose }: RuleDialogProps) {
  const { t } = useMessages();
  const [examples, setExamples] = useState('');
  return (
    <WordsDialog
      title={t('discussion.rule.title')}
      about={null}
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
