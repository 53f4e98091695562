import { type Annotation } from '../model/annotation.ts';
import { type AnnotationId, type EntityId } from '../model/id.ts';
import { fail, ok, problem } from '../result.ts';
import { type Command, type SetContext } from './command.ts';
import { editOf, findAnnotation, findLabel } from './edit-annotation.ts';
import { type NewEntity, wantedEntity } from './entities/wanted-entity.ts';

export interface SetEntityInput {
  readonly annotation: AnnotationId;
  /** One that is there, one by its name, or none. A name and kind that an Entity has already mean that one. */
  readonly entity: EntityId | NewEntity | null;
}

/**
 * Says which person or body a mention stands for; a new one is made in the same Change.
 * Problems: `annotation-missing`, `entity-not-allowed`, `entity-unknown`, `entity-name-wrong`.
 */
export const setEntity: Command<SetContext, SetEntityInput> = (context, { annotation, entity }) => {
  const before = findAnnotation(context, annotation);
  if (!before.ok) return before;
  const label = findLabel(context, before.value.label);
  if (!label.ok) return label;
  const point = (id: EntityId | null) => editOf(context, before.value, { ...before.value, entity: id } satisfies Annotation);
  if (entity === null) return ok(point(null));
  if (!label.value.entity) return fail(problem('entity-not-allowed', { record: annotation }, { label: label.value.id }));
  const found = wantedEntity(context, entity);
  if (!found.ok) return found;
  const { entity: value, isNew } = found.value;
  return ok({ ...point(value.id), added: isNew ? [{ kind: 'entity', value }] : [] });
};
