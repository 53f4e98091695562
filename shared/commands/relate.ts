import { checkLink, closesCircle, sameLink } from '../model/check-relations.ts';
import { noChange } from '../model/change.ts';
import { type Entity } from '../model/entity.ts';
import { type AnnotationId, type RelationType } from '../model/id.ts';
import { entityFinder } from '../model/merged-entities.ts';
import { type Relation, type RelationTarget } from '../model/relation.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { type Command, type SetContext } from './command.ts';
import { type NewEntity, wantedEntity } from './entities/wanted-entity.ts';
import { relationSurroundings } from './relation-surroundings.ts';

export interface RelateInput {
  readonly type: RelationType;
  readonly from: AnnotationId;
  /** A new Entity is made in the same Change; a name and kind that one has already mean that one. */
  readonly to: RelationTarget | { readonly kind: 'new-entity'; readonly entity: NewEntity };
}

/**
 * Links an Annotation to another one or to an Entity. Problems: `relation-unknown`, `relation-end-missing`, `relation-to-itself`,
 * `relation-not-allowed`, `relation-twice`, `relation-cycle`, `entity-name-wrong`.
 */
export const relate: Command<SetContext, RelateInput> = (context, { type, from, to }) => {
  const target = targetOf(context, to);
  if (!target.ok) return target;
  const { entities, to: end } = target.value;
  const link = { type, from, to: end };
  const { schema, set } = context;
  const problems = checkLink(relationSurroundings({ ...context, entities: [...context.entities, ...entities] }), link);
  if (problems.length > 0) return fail(...problems);
  const twin = set.relations.find((one) => sameLink(one, link));
  if (twin) return fail(problem('relation-twice', { record: twin.id }, { type }));
  if (closesCircle(schema, set.relations, link)) return fail(problem('relation-cycle', {}, { type }));
  const value: Relation = { id: context.newId('relation'), ...link, attributes: {} };
  const made = entities.map((entity) => ({ kind: 'entity', value: entity }) as const);
  return ok({ ...noChange, added: [...made, { kind: 'relation', set: set.id, value }] });
};

/** Where the link leads, and the Entity that has to be made for it. */
function targetOf(context: SetContext, to: RelateInput['to']): Result<{ readonly to: RelationTarget; readonly entities: readonly Entity[] }> {
  if (to.kind === 'annotation') return ok({ to, entities: [] });
  if (to.kind === 'entity') return ok({ to: { kind: 'entity', id: entityFinder(context.entities)(to.id)?.id ?? to.id }, entities: [] });
  const wanted = wantedEntity(context, to.entity);
  if (!wanted.ok) return wanted;
  const { entity, isNew } = wanted.value;
  return ok({ to: { kind: 'entity', id: entity.id }, entities: isNew ? [entity] : [] });
}
