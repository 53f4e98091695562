import { type Annotation } from '../model/annotation.ts';
import { type Entity, type EntityKind } from '../model/entity.ts';
import { type AnnotationId, type EntityId } from '../model/id.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { hasLoneSurrogate } from '../text/offsets.ts';
import { type Command, type SetContext } from './command.ts';
import { editOf, findAnnotation, findLabel } from './edit-annotation.ts';

/** One that is to be made. */
export interface NewEntity {
  readonly name: string;
  readonly kind: EntityKind;
}

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
  const found = findEntity(context, entity);
  if (!found.ok) return found;
  const { id } = found.value;
  const isNew = !context.entities.includes(found.value);
  return ok({ ...point(id), added: isNew ? [{ kind: 'entity', value: found.value }] : [] });
};

function findEntity({ entities, newId }: SetContext, wanted: EntityId | NewEntity): Result<Entity> {
  if (typeof wanted === 'string') {
    const found = entities.find((one) => one.id === wanted);
    return found ? ok(found) : fail(problem('entity-unknown', { field: 'entity' }, { entity: wanted }));
  }
  const name = wanted.name.trim();
  if (name === '' || hasLoneSurrogate(name)) return fail(problem('entity-name-wrong', { field: 'entity' }));
  const known = entities.find((one) => one.name === name && one.kind === wanted.kind);
  return ok(known ?? { id: newId('entity'), name, kind: wanted.kind, aliases: [], offices: [], note: '' });
}
