import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';
import styles from './ChoiceGroup.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface ChoiceGroupProps<Value extends string> {
  readonly label: ReactNode;
  /** A heading above it says the same already: the name is for screen readers alone. */
  readonly isLabelHidden?: boolean;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, all in sight: radio buttons drawn as one bar. */
export function ChoiceGroup<Value extends string>({ label, isLabelHidden = false, value, choices, onChoose }: ChoiceGroupProps<Value>) {
  const labelId = useId();
  return (
    <div className={styles.field}>
      {isLabelHidden ? (
        <VisuallyHidden id={labelId}>{label}</VisuallyHidden>
      ) : (
        <span id={labelId} className={styles.label}>
          {label}
        </span>
      )}
      <RadioGroup<Value> aria-labelledby={labelId} value={value} onValueChange={onChoose} className={styles.group}>
        {choices.map((choice) => (
          <Radio.Root key={choice.value} value={choice.value} className={styles.choice}>
            {choice.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
