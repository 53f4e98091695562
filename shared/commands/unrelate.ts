import { type RelationId } from '../model/id.ts';
import { fail, ok, problem } from '../result.ts';
import { type Command, type SetContext } from './command.ts';

export interface UnrelateInput {
  readonly relation: RelationId;
}

/** Cuts a link. Problem: `relation-missing`. */
export const unrelate: Command<SetContext, UnrelateInput> = ({ set }, { relation }) => {
  const value = set.relations.find((one) => one.id === relation);
  if (!value) return fail(problem('relation-missing', { record: relation }));
  return ok({ added: [], updated: [], removed: [{ kind: 'relation', set: set.id, value }] });
};
