import { freeId } from '../../model/derived-id.ts';
import { type EntityId, type RelationId, type RelationType } from '../../model/id.ts';
import { type Relation, type RelationTarget } from '../../model/relation.ts';
import { type Place, problem } from '../../result.ts';
import { type Findings } from '../findings.ts';
import { type OwnerOf } from './join-pieces.ts';
import { type RelationRecord } from './record.ts';

/** What the ends of a relation may be. */
export interface Ends {
  readonly ownerOf: OwnerOf;
  readonly entityIds: ReadonlySet<string>;
}

/** Relations between the Annotations that pieces now belong to. Those without an id become r1, r2 … in the order of the file. */
export function readRelations(records: readonly RelationRecord[], ends: Ends, place: Place, found: Findings): readonly Relation[] {
  const relations = records.flatMap((record) => {
    const from = ends.ownerOf.get(record.from);
    const to = targetOf(record.to, ends);
    if (from && to) return [{ id: record.id, type: record.type as RelationType, from, to, attributes: {} }];
    found.add(problem('relation-end-missing', { ...place, record: record.id ?? record.from }, { id: from ? record.to : record.from }));
    return [];
  });
  const taken = new Set(relations.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return relations.map((relation, index) => {
    const id = relation.id ?? freeId(`r${index + 1}`, (candidate) => taken.has(candidate));
    taken.add(id);
    return { ...relation, id: id as RelationId };
  });
}

function targetOf(id: string, { ownerOf, entityIds }: Ends): RelationTarget | null {
  const owner = ownerOf.get(id);
  if (owner) return { kind: 'annotation', id: owner };
  return entityIds.has(id) ? { kind: 'entity', id: id as EntityId } : null;
}
