import { type ReactNode } from 'react';
import styles from './CheckList.module.css';

interface CheckListProps<Value extends string> {
  readonly items: readonly { readonly value: Value; readonly title: ReactNode }[];
  readonly chosen: readonly Value[];
  /** In the order of the items. */
  readonly onChoose: (chosen: readonly Value[]) => void;
}

/** Any of several. */
export const CheckList = <Value extends string>({ items, chosen, onChoose }: CheckListProps<Value>) => (
  <div className={styles.checks}>
    {items.map(({ value, title }) => (
      <Check
        key={value}
        checked={chosen.includes(value)}
        onChange={(isChosen) => {
          const isIn = (one: Value): boolean => (one === value ? isChosen : chosen.includes(one));
          onChoose(items.map((item) => item.value).filter(isIn));
        }}
      >
        {title}
      </Check>
    ))}
  </div>
);

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

export const Check = ({ checked, onChange, children }: CheckProps) => (
  <label className={styles.check}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    <span>{children}</span>
  </label>
);
