import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Field, TextArea, TextInput } from '../../ui/Field.tsx';
import { chordOf } from '../../ui/keyboard.ts';
import { dispatchMenuCommand } from '../../ui/menu-commands.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { problemWords } from './field-problems.ts';

export interface CommitFieldProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly language?: 'fa' | 'en';
  readonly hint?: ReactNode;
  readonly maxLength?: number;
  /** Several lines, in which Enter begins another one. */
  readonly isLong?: boolean;
  /** Takes what was written; the answer is why it cannot be. */
  readonly onCommit: (value: string) => Promise<readonly Problem[]>;
}

/** While nothing unsaved stands in the field, they mean what they mean on the rest of the screen. */
const steps: Readonly<Record<string, 'undo' | 'redo'>> = { 'Ctrl+KeyZ': 'undo', 'Ctrl+KeyY': 'redo', 'Ctrl+Shift+KeyZ': 'redo' };

/** Text that is saved when one leaves it or presses Enter; Escape brings back what was there. */
export function CommitField({ label, value, language, hint, maxLength = 80, isLong = false, onCommit }: CommitFieldProps) {
  const Control = isLong ? TextArea : TextInput;
  const messages = useMessages();
  const raise = useThrow();
  const [draft, setDraft] = useState(value);
  const [seen, setSeen] = useState(value);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  if (seen !== value) {
    setSeen(value);
    setDraft(value);
    setProblems([]);
  }
  /** Nothing was written since. A question about what was handed in takes the focus away: leaving the field then must not ask it again. */
  const isHandedIn = useRef(false);
  const commit = () => {
    const written = draft.trim();
    isHandedIn.current = true;
    if (written === value) return setProblems([]);
    return void onCommit(written).then(setProblems).catch(raise);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = draft.trim() === value ? steps[chordOf(event.nativeEvent) ?? ''] : undefined;
    if (event.key === 'Enter' && !isLong) commit();
    else if (step && dispatchMenuCommand(step)) event.preventDefault();
    else if (event.key === 'Escape') {
      setDraft(value);
      setProblems([]);
    }
  };
  return (
    <Field label={label} hint={hint} {...errorOf(problemWords(messages, problems))}>
      <Control
        value={draft}
        maxLength={maxLength}
        {...(language && { lang: language, dir: language === 'fa' ? 'rtl' : 'ltr' })}
        onChange={(event) => {
          isHandedIn.current = false;
          setDraft(event.target.value);
        }}
        onBlur={() => isHandedIn.current || commit()}
        onKeyDown={onKeyDown}
      />
    </Field>
  );
}

const errorOf = (words: string | undefined): { readonly error?: string } => (words === undefined ? {} : { error: words });
