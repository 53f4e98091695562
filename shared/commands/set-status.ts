import { canonicalJson } from '../canonical-json.ts';
import { headOf, type Override, type SetHead, type SetStatus } from '../model/annotation-set.ts';
import { noChange } from '../model/change.ts';
import { fail, ok, problem } from '../result.ts';
import { hasLoneSurrogate } from '../text/offsets.ts';
import { type Command, type SetContext } from './command.ts';

export interface SetStatusInput {
  readonly status: SetStatus;
  /** Why it is done although rules are broken; one given before does not outlive a change of the status. */
  readonly override?: Override;
}

/** Says how far the work on an Article is. Problem: `override-wrong`, when the reason is blank or no Unicode. */
export const setStatus: Command<SetContext, SetStatusInput> = ({ set }, { status, override }) => {
  if (override && (override.reason.trim() === '' || hasLoneSurrogate(override.reason))) return fail(problem('override-wrong', { field: 'override' }));
  const before = headOf(set);
  const { override: _, ...bare } = before;
  const after: SetHead = { ...bare, status, ...(override && { override }) };
  const isSame = status === set.status && (!override || canonicalJson(before) === canonicalJson(after));
  if (isSame) return ok(noChange);
  return ok({ added: [], updated: [[{ kind: 'set', value: before }, { kind: 'set', value: after }]], removed: [] });
};
