import { Radio } from '@base-ui/react/radio';
import { type ReactNode, useId } from 'react';
import styles from './RadioCard.module.css';

interface RadioCardProps<Value extends string> {
  readonly value: Value;
  readonly title: ReactNode;
  /** Ids of what says more of it. */
  readonly describedBy?: string;
  /** Beside the title in the third column, or under it from the second on. */
  readonly children?: ReactNode;
}

/** One of several in a `RadioGroup`, with room for what it means. */
export function RadioCard<Value extends string>({ value, title, describedBy, children }: RadioCardProps<Value>) {
  const id = useId();
  return (
    <Radio.Root value={value} aria-labelledby={id} aria-describedby={describedBy} className={styles.card}>
      <span className={styles.mark} aria-hidden />
      <span id={id} className={styles.title}>
        {title}
      </span>
      {children}
    </Radio.Root>
  );
}
