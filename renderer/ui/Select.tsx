import { type ReactNode } from 'react';
import { NameOption } from './NameOption.tsx';
import styles from './Select.module.css';

interface SelectProps<Value extends string> {
  readonly label: ReactNode;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of many, under its name. */
export const Select = <Value extends string>({ label, value, choices, onChoose }: SelectProps<Value>) => (
  <label className={styles.select}>
    <span className={styles.name}>{label}</span>
    <select value={value} onChange={({ target }) => onChoose(choices[target.selectedIndex]?.value ?? value)}>
      {choices.map((one) => (
        <NameOption key={one.value} value={one.value} name={one.label} />
      ))}
    </select>
  </label>
);
