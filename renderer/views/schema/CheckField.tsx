import { type ReactNode, useState } from 'react';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { problemWords } from './field-problems.ts';
import styles from './form.module.css';

interface CheckFieldProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => Promise<readonly Problem[]>;
}

/** Yes or no, saved at once. */
export function CheckField({ label, checked, onChange }: CheckFieldProps) {
  const messages = useMessages();
  const raise = useThrow();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const words = problemWords(messages, problems);
  return (
    <div>
      <label className={styles.check}>
        <input type="checkbox" checked={checked} onChange={(event) => void onChange(event.target.checked).then(setProblems).catch(raise)} />
        <span>{label}</span>
      </label>
      {words && (
        <p role="alert" className={styles.error}>
          {words}
        </p>
      )}
    </div>
  );
}
