import { type ReviewContext } from '../commands/review-context.ts';
import { type Change } from '../model/change.ts';
import { type SetId } from '../model/id.ts';
import { sealOf } from '../model/seal.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { saying } from './discussion.ts';
import { judge } from './work-commands.ts';

/**
 * Gives a set back to whoever made it, with a reason that they will read: as it was handed in, or, where it came by a file, as it lies here.
 * Problems: `reading-missing`, `reason-missing`.
 */
export function returnWork(context: ReviewContext, { set: id, reason }: { readonly set: SetId; readonly reason: string }): Result<Change> {
  const set = context.sets.find((one) => one.id === id);
  if (!set) return fail(problem('reading-missing'));
  const isHandedIn = context.events.some((one) => one.kind === 'submitted' && one.set === id);
  if (isHandedIn) return judge(context, { set: id, verdict: 'returned', reason });
  if (reason.trim() === '') return fail(problem('reason-missing', { field: 'reason' }));
  return ok(saying(context, { kind: 'returned', set: id, seal: sealOf(set), reason: reason.trim(), turn: 1 }));
}
