import { freeId } from '../model/derived-id.ts';
import { isId, type RelationId } from '../model/id.ts';
import { type Relation } from '../model/relation.ts';

/** A Relation with whatever a file gives for its id. */
export type UnnumberedRelation = Omit<Relation, 'id'> & { readonly id: unknown };

/** Ids that a file gives stay; Relations without one become r1, r2 … in the order of the file. */
export function numberedRelations(relations: readonly UnnumberedRelation[]): readonly Relation[] {
  const taken = new Set<string>(relations.map(({ id }) => id).filter(isId));
  return relations.map((relation, index) => {
    const id = isId(relation.id) ? relation.id : freeId(`r${index + 1}`, (candidate) => taken.has(candidate));
    taken.add(id);
    return { ...relation, id: id as RelationId };
  });
}
