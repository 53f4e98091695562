import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Change, type DataRecord, changeBetween, isEmptyChange, noChange } from '../../model/change.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { validateSchema } from '../../model/validate-schema.ts';
import { fail, ok, problem, type Problem, type Result } from '../../result.ts';
import { type Command, type ProjectContext } from '../command.ts';
import { alteredSchema } from './alter-schema.ts';
import { migrationFor } from './migrate-records.ts';
import { refusals } from './refusals.ts';
import { nextVersion } from './schema-version.ts';
import { type SchemaEdit } from './schema-edit.ts';
import { settledSet } from './settle-set.ts';

/**
 * Alters the Schema of a project and takes all its data along, in one Change. `previewOf` says beforehand what that
 * touches. Problems: those of `refusals`, of `validateSchema` and `nextVersion`, and `schema-pieces-in-use` where a Label
 * may no longer have several pieces although Annotations have.
 */
export const editSchema: Command<Pick<ProjectContext, 'dataset'>, SchemaEdit> = ({ dataset }, edit) => {
  const refused = refusals(dataset.schema, edit);
  if (refused.length > 0) return fail(...refused);
  const altered = alteredSchema(dataset.schema, edit);
  const sound = validateSchema(altered);
  if (!sound.ok) return sound;
  const settled = settledSets(dataset, edit, altered);
  if (!settled.ok) return settled;
  const change = changeBetween(dataset, { ...dataset, schema: altered, sets: settled.value });
  return isEmptyChange(change) ? ok(noChange) : withVersion(dataset.schema, edit, change);
};

function settledSets(dataset: Dataset, edit: SchemaEdit, after: Schema): Result<readonly AnnotationSet[]> {
  if (!reachesData(edit)) return ok(dataset.sets);
  const migration = migrationFor(edit, after);
  const entities = new Set(dataset.entities.map(({ id }) => id));
  const settled = dataset.sets.map((set) => settledSet(set, after, migration, entities));
  const inPieces = settled.flatMap((one) => one.inPieces);
  return inPieces.length > 0 ? fail(piecesInUse(inPieces)) : ok(settled.map(({ set }) => set));
}

const piecesInUse = (inPieces: readonly { readonly label: string }[]): Problem =>
  problem('schema-pieces-in-use', { field: 'discontinuous' }, { label: inPieces[0]?.label ?? '', count: inPieces.length });

/** Names, places, looks and what is added leave the data as it is. */
function reachesData(edit: SchemaEdit): boolean {
  if (edit.kind === 'alter-label') return edit.traits.discontinuous !== undefined || edit.traits.entity !== undefined;
  return edit.kind === 'change-id' || edit.kind === 'retire' || edit.kind === 'alter-relation' || edit.kind === 'replace';
}

/** Every edit counts, except another Schema in the place of this one: that has a version of its own. */
function withVersion(before: Schema, edit: SchemaEdit, change: Change): Result<Change> {
  if (edit.kind === 'replace') return ok(change);
  const version = nextVersion(before);
  if (!version.ok) return version;
  const counted = (record: DataRecord): DataRecord =>
    record.kind === 'schema' ? { kind: 'schema', value: { ...record.value, version: version.value } } : record;
  return ok({ ...change, updated: change.updated.map(([was, is]) => [was, counted(is)] as const) });
}
