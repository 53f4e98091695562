/**
 * The type of one column, told once: the Parquet schema and the card's `features` are both made from it. Only leaves may be `null`, and
 * only where `nullable` says so.
 */
export type Feature =
  | { readonly kind: 'string' | 'int32' | 'bool' | 'float64'; readonly nullable?: true }
  /** One of these names, written as its name; a loader that knows the features makes a number of it. */
  | { readonly kind: 'class'; readonly names: readonly string[] }
  | { readonly kind: 'list'; readonly of: Feature }
  | { readonly kind: 'struct'; readonly fields: readonly Column[] };

export interface Column {
  readonly name: string;
  readonly feature: Feature;
}

export const string: Feature = { kind: 'string' };
export const stringOrNull: Feature = { kind: 'string', nullable: true };
export const int32: Feature = { kind: 'int32' };
export const bool: Feature = { kind: 'bool' };
export const float64: Feature = { kind: 'float64' };
export const oneOf = (names: readonly string[]): Feature => ({ kind: 'class', names });
export const listOf = (of: Feature): Feature => ({ kind: 'list', of });
export const struct = (fields: Readonly<Record<string, Feature>>): Feature => ({ kind: 'struct', fields: columns(fields) });

export const columns = (fields: Readonly<Record<string, Feature>>): readonly Column[] =>
  Object.entries(fields).map(([name, feature]) => ({ name, feature }));
