import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Entity } from '../../model/entity.ts';
import { type EntityId } from '../../model/id.ts';
import { isStanding } from '../../model/merged-entities.ts';
import { fail, ok, problem, type Result } from '../../result.ts';
import { type NewId } from '../command.ts';

/** What a command on the register of people and bodies sees. */
export interface EntityContext {
  /** All of the project. */
  readonly entities: readonly Entity[];
  /** The annotator's own sets that name an Entity the command is about: the only ones it may alter. */
  readonly own: readonly AnnotationSet[];
  /** All other sets that name one. */
  readonly others: readonly AnnotationSet[];
  readonly newId: NewId;
}

/** The Entity, if it stands for itself; else `entity-unknown`: it may have been merged or removed meanwhile. */
export function findStanding({ entities }: Pick<EntityContext, 'entities'>, id: EntityId): Result<Entity> {
  const found = entities.find((one) => one.id === id && isStanding(one));
  return found ? ok(found) : fail(problem('entity-unknown', { record: id }, { entity: id }));
}
