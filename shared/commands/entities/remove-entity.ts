import { noChange } from '../../model/change.ts';
import { type EntityId } from '../../model/id.ts';
import { fail, ok, problem } from '../../result.ts';
import { entitiesOf } from '../../model/references.ts';
import { type Command } from '../command.ts';
import { type EntityContext, findStanding } from './entity-context.ts';

export interface RemoveEntityInput {
  readonly entity: EntityId;
}

/** Takes an Entity that nothing names out of the register, with those merged into it. Problems: `entity-unknown`, `entity-still-used`. */
export const removeEntity: Command<EntityContext, RemoveEntityInput> = (context, { entity: id }) => {
  const found = findStanding(context, id);
  if (!found.ok) return found;
  const gone = context.entities.filter((one) => one.id === id || one.mergedInto === id);
  const isUsed = [...context.own, ...context.others].some((set) => gone.some((one) => entitiesOf(set).has(one.id)));
  if (isUsed) return fail(problem('entity-still-used', { record: id }, { name: found.value.name }));
  return ok({ ...noChange, removed: gone.map((value) => ({ kind: 'entity', value })) });
};
