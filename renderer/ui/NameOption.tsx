import { isolate } from '../../shared/messages/isolate.ts';

interface NameOptionProps {
  readonly value: string;
  /** Somebody gave it: of a label, a person, a column. */
  readonly name: string;
  /** What the list says of it, after the name. */
  readonly more?: string;
}

/** A choice of a native list, which draws plain text and no `<bdi>`: a name stands isolated in it, so that «Reuters (TASS)» keeps its brackets. */
export const NameOption = ({ value, name, more }: NameOptionProps) => <option value={value}>{more === undefined ? isolate(name) : `${isolate(name)} ${more}`}</option>;
