import { problem, type Problem } from '../result.ts';
import { type Entity } from './entity.ts';
import { type EntityId } from './id.ts';

/** Does the Entity stand for itself? One that was merged only says which other it turned out to be. */
export const isStanding = ({ mergedInto }: Entity): boolean => mergedInto === undefined;

/** Whom a link means: the Entity itself, or the one that it was merged into. `undefined` for one that is not there. */
export function entityFinder(entities: readonly Entity[]): (id: EntityId) => Entity | undefined {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return (id) => {
    const found = byId.get(id);
    return found?.mergedInto === undefined ? found : byId.get(found.mergedInto);
  };
}

/** Ids that these mean as well, because an Entity among them was merged. */
export const withMergeTargets = (entities: readonly Entity[], ids: ReadonlySet<EntityId>): ReadonlySet<EntityId> =>
  new Set([...ids, ...entities.flatMap(({ id, mergedInto }) => (mergedInto !== undefined && ids.has(id) ? [mergedInto] : []))]);

/** `entity-merged-wrong` where an Entity was merged into none that stands for itself: one step always leads to the one that is meant. */
export function checkMerges(entities: readonly Entity[]): readonly Problem[] {
  const standing = new Set(entities.filter(isStanding).map(({ id }) => id));
  return entities.flatMap(({ id, mergedInto }) =>
    mergedInto === undefined || standing.has(mergedInto) ? [] : [problem('entity-merged-wrong', { record: id, field: 'mergedInto' }, { id: mergedInto })],
  );
}

/** The same Entities with every merge one step long; who was merged into nobody, or round in a circle, stands for itself again. */
export function mendMerges(entities: readonly Entity[]): readonly Entity[] {
  if (checkMerges(entities).length === 0) return entities;
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const next = ({ mergedInto }: Entity): Entity | undefined => (mergedInto === undefined ? undefined : byId.get(mergedInto));
  /** Where the way ends; of a circle, the first of its members that the way meets. */
  const endOf = (entity: Entity): EntityId => {
    const seen = new Set<EntityId>();
    let at = entity;
    for (let to = next(at); to && !seen.has(at.id); to = next(at)) {
      seen.add(at.id);
      at = to;
    }
    return at.id;
  };
  return entities.map((entity) => {
    const { mergedInto, ...itself } = entity;
    const end = endOf(entity);
    return mergedInto === undefined || end === entity.id ? itself : { ...itself, mergedInto: end };
  });
}
