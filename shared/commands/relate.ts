import { checkLink, closesCircle, sameLink } from '../model/check-relations.ts';
import { type AnnotationId, type RelationType } from '../model/id.ts';
import { type Relation, type RelationTarget } from '../model/relation.ts';
import { fail, ok, problem } from '../result.ts';
import { type Command, type SetContext } from './command.ts';
import { relationSurroundings } from './relation-surroundings.ts';

export interface RelateInput {
  readonly type: RelationType;
  readonly from: AnnotationId;
  readonly to: RelationTarget;
}

/**
 * Links an Annotation to another one or to an Entity. Problems: `relation-unknown`, `relation-end-missing`, `relation-to-itself`,
 * `relation-not-allowed`, `relation-twice`, `relation-cycle`.
 */
export const relate: Command<SetContext, RelateInput> = (context, { type, from, to }) => {
  const link = { type, from, to };
  const { schema, set } = context;
  const problems = checkLink(relationSurroundings(context), link);
  if (problems.length > 0) return fail(...problems);
  const twin = set.relations.find((one) => sameLink(one, link));
  if (twin) return fail(problem('relation-twice', { record: twin.id }, { type }));
  if (closesCircle(schema, set.relations, link)) return fail(problem('relation-cycle', {}, { type }));
  const value: Relation = { id: context.newId('relation'), ...link, attributes: {} };
  return ok({ added: [{ kind: 'relation', set: set.id, value }], updated: [], removed: [] });
};
