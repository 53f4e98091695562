import { type Change, type DataRecord } from '../../model/change.ts';
import { type Dataset } from '../../model/dataset.ts';
import { ok, type Result } from '../../result.ts';
import { editSchema } from './edit-schema.ts';
import { type SchemaEdit } from './schema-edit.ts';

/** How many records stay, altered, and how many are lost. */
export interface Tally {
  readonly altered: number;
  readonly lost: number;
}

/** What an edit does to the data. */
export interface Touched {
  readonly annotations: Tally;
  readonly relations: Tally;
  /** Attribute values of Annotations that stay. */
  readonly values: Tally;
}

/** What the edit would do, or why it may not be made. It is counted from the very Change that would be made. */
export function previewOf(dataset: Dataset, edit: SchemaEdit): Result<Touched> {
  const change = editSchema({ dataset }, edit);
  return change.ok ? ok(touchedBy(change.value)) : change;
}

export const losesData = ({ annotations, relations, values }: Touched): boolean => annotations.lost + relations.lost + values.lost > 0;

export function touchedBy({ updated, removed }: Change): Touched {
  const tally = (kind: DataRecord['kind']): Tally => ({
    altered: updated.filter(([before]) => before.kind === kind).length,
    lost: removed.filter((record) => record.kind === kind).length,
  });
  const values = updated.flatMap(([before, after]) => (before.kind === 'annotation' && after.kind === 'annotation' ? [valuesTouched(before, after)] : []));
  return {
    annotations: tally('annotation'),
    relations: tally('relation'),
    values: { altered: sum(values.map((one) => one.altered)), lost: sum(values.map((one) => one.lost)) },
  };
}

type AnnotationRecord = Extract<DataRecord, { readonly kind: 'annotation' }>;

/** A person or body that an Annotation stood for is a value of it, too. */
function valuesTouched({ value: before }: AnnotationRecord, { value: after }: AnnotationRecord): Tally {
  const gone = Object.keys(before.attributes).filter((name) => after.attributes[name] === undefined).length;
  const come = Object.keys(after.attributes).filter((name) => before.attributes[name] === undefined).length;
  const other = Object.entries(before.attributes).filter(([name, value]) => (after.attributes[name] ?? value) !== value).length;
  const entityLost = before.entity !== null && after.entity === null ? 1 : 0;
  return { altered: other + Math.min(gone, come), lost: gone - Math.min(gone, come) + entityLost };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
