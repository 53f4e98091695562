import { applyToRecords, type Change, explode } from '../../shared/model/change.ts';
import { emptyDataset } from '../../shared/model/dataset.ts';
import { type Entity } from '../../shared/model/entity.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { type Foreseen } from './project-store.ts';
import { afterChanges, expectedOf, idsIn, recordsIn } from './touched.ts';

/**
 * The own set and the Entities after a Change, by the same functions that the transaction applies it with. A Change that adds to the set what
 * it has already is refused only there.
 * @throws as `applyToRecords`: a Change that does not fit otherwise.
 */
export function afterForeseen(schema: Schema, { set, entities }: Foreseen, change: Change): Foreseen {
  const ids = idsIn(recordsIn(change));
  const sets = set ? [set] : [];
  const parts = sets.map((one) => expectedOf(one, change));
  const touched = entities.filter(({ id }) => ids.entities.has(id));
  const records = explode({ ...emptyDataset(schema), entities: touched, sets: parts });
  applyToRecords(records, change);
  const after = afterChanges({ ids, sets, parts }, records);
  if (ids.entities.size === 0) return { set: after.sets[0] ?? null, entities };
  const untouched = entities.filter(({ id }) => !ids.entities.has(id));
  return { set: after.sets[0] ?? null, entities: [...untouched, ...after.entities].sort(asStored) };
}

/** The database gives rows by their keys. */
const asStored = (a: Entity, b: Entity): number => (a.id < b.id ? -1 : 1);
