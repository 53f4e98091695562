import { type EntityId, type SetId } from '../../model/id.ts';
import { fail, ok, problem } from '../../result.ts';
import { type Command } from '../command.ts';
import { entityChange } from './edit-entity.ts';
import { type EntityContext, findStanding } from './entity-context.ts';
import { type Naming, repointed } from './repoint.ts';
import { type NewEntity, wantedEntity } from './wanted-entity.ts';

/** A mention, or a Relation that points at the Entity, in one of the annotator's own sets. */
export interface ChosenNaming extends Pick<Naming, 'kind' | 'id'> {
  readonly set: SetId;
}

export interface SplitEntityInput {
  readonly entity: EntityId;
  /** Whom the chosen ones mean in truth. */
  readonly to: EntityId | NewEntity;
  readonly chosen: readonly ChosenNaming[];
}

/**
 * Some mentions turn out to mean somebody else, who may be new. What names an Entity that was merged into this one may be chosen too.
 * Somebody new may have the name of one that was merged: it was two people after all, and the name is no alias of the first any more.
 * Problems: `entity-unknown`, `entity-name-wrong`, `entity-split-empty`.
 */
export const splitEntity: Command<EntityContext, SplitEntityInput> = (context, { entity: id, to, chosen }) => {
  const from = findStanding(context, id);
  if (!from.ok) return from;
  const target = wantedEntity(typeof to === 'string' ? context : { ...context, entities: context.entities.filter(({ mergedInto }) => mergedInto !== id) }, to);
  if (!target.ok) return target;
  const { entity, isNew } = target.value;
  const meant = new Set(context.entities.filter((one) => one.id === id || one.mergedInto === id).map((one) => one.id));
  const sets = context.own.map((set) => {
    const isChosen = ({ kind, id: record, entity: named }: Naming): boolean =>
      meant.has(named) && chosen.some((one) => one.set === set.id && one.kind === kind && one.id === record);
    return repointed(set, isChosen, entity.id);
  });
  const [updated, removed] = [sets.flatMap((one) => one.updated), sets.flatMap((one) => one.removed)];
  if (entity.id === id || updated.length + removed.length === 0) return fail(problem('entity-split-empty', { record: id }));
  const register = isNew ? entityChange(from.value, { ...from.value, aliases: from.value.aliases.filter((alias) => alias !== entity.name) }).updated : [];
  return ok({ added: isNew ? [{ kind: 'entity', value: entity }] : [], updated: [...register, ...updated], removed });
};
