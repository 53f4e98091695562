import { headOf, type SetStatus } from '../model/annotation-set.ts';
import { noChange } from '../model/change.ts';
import { ok } from '../result.ts';
import { type Command, type SetContext } from './command.ts';

export interface SetStatusInput {
  readonly status: SetStatus;
}

/** Says how far the work on an Article is. Never refused. */
export const setStatus: Command<SetContext, SetStatusInput> = ({ set }, { status }) => {
  if (set.status === status) return ok(noChange);
  const before = headOf(set);
  return ok({ added: [], updated: [[{ kind: 'set', value: before }, { kind: 'set', value: { ...before, status } }]], removed: [] });
};
