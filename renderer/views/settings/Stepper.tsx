import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './SettingsDialog.module.css';

/** Where a number may lie. */
export interface Limits {
  readonly smallest: number;
  readonly largest: number;
}

export interface StepperProps {
  readonly label: string;
  readonly words: { readonly less: string; readonly more: string };
  readonly value: number;
  /** The value in the language's own digits. */
  readonly shown: string;
  readonly limits: Limits;
  /** To a tenth at the finest. */
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A number between two buttons. */
export function Stepper({ label, words, value, shown, limits, step, onChange }: StepperProps) {
  const labelId = useId();
  const by = (change: number) => onChange(Math.round((value + change) * 10) / 10);
  return (
    <div role="group" aria-labelledby={labelId} className={styles.field}>
      <span id={labelId} className={styles.label}>
        {label}
      </span>
      <div className={styles.stepper}>
        <IconButton icon={Minus} label={words.less} disabled={value <= limits.smallest} onClick={() => by(-step)} />
        <output className={styles.number}>{shown}</output>
        <IconButton icon={Plus} label={words.more} disabled={value >= limits.largest} onClick={() => by(step)} />
      </div>
    </div>
  );
}
