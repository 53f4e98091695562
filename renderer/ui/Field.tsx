import { Field as BaseField } from '@base-ui/react/field';
import { type ComponentProps, type ReactNode } from 'react';
import { fieldDirection } from './field-direction.ts';
import styles from './Field.module.css';

export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with the value, in words. */
  readonly error?: ReactNode;
  /** The control: a TextInput, or anything made of Base UI's `Field.Control`. */
  readonly children: ReactNode;
}

/** A control with its name, its hint and its error tied to it. */
export function Field({ label, hint, error, children }: FieldProps) {
  return (
    <BaseField.Root className={styles.field} invalid={error !== undefined}>
      <BaseField.Label className={styles.label}>{label}</BaseField.Label>
      {children}
      {hint && <BaseField.Description className={styles.hint}>{hint}</BaseField.Description>}
      {error && (
        <BaseField.Error className={styles.error} match>
          {error}
        </BaseField.Error>
      )}
    </BaseField.Root>
  );
}

const writtenDirection = ({ value }: Pick<ComponentProps<'input'>, 'value'>) => fieldDirection(typeof value === 'string' ? value : '');

/** One line of text inside a Field; its direction follows what is written. */
export const TextInput = (props: Omit<ComponentProps<'input'>, 'className'>) => (
  <BaseField.Control render={<input type="text" dir={writtenDirection(props)} {...props} className={styles.control} />} />
);

/** Several lines of text inside a Field. */
export const TextArea = (props: Omit<ComponentProps<'textarea'>, 'className'>) => (
  <BaseField.Control render={<textarea dir={writtenDirection(props)} rows={2} {...props} className={styles.area} />} />
);
