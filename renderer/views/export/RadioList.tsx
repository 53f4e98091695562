import { RadioGroup } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';
import { RadioCard } from '../../ui/RadioCard.tsx';
import styles from './fields.module.css';

export interface RadioItem<Value extends string> {
  readonly value: Value;
  readonly title: ReactNode;
  /** What it is for, in one line. */
  readonly hint: ReactNode;
}

interface RadioListProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** Items under headings; an empty heading is not drawn. */
  readonly groups: readonly { readonly heading: string; readonly items: readonly RadioItem<Value>[] }[];
  readonly onChoose: (value: Value) => void;
}

/** One of several, each with a line that says what it is for. */
export function RadioList<Value extends string>({ label, value, groups, onChoose }: RadioListProps<Value>) {
  return (
    <RadioGroup<Value> aria-label={label} value={value} onValueChange={onChoose} className={styles.radios}>
      {groups.map(({ heading, items }) => (
        <div key={heading} className={styles.family}>
          {heading !== '' && <p className={styles.heading}>{heading}</p>}
          <div className={styles.items}>
            {items.map((item) => (
              <Item key={item.value} item={item} />
            ))}
          </div>
        </div>
      ))}
    </RadioGroup>
  );
}

function Item<Value extends string>({ item: { value, title, hint } }: { readonly item: RadioItem<Value> }) {
  const id = useId();
  return (
    <RadioCard value={value} title={title} describedBy={id}>
      <span id={id} className={`${styles.hint} ${styles.under}`}>
        {hint}
      </span>
    </RadioCard>
  );
}
