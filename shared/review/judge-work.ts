import { type ReviewContext } from '../commands/review-context.ts';
import { type Change } from '../model/change.ts';
import { sealOf } from '../model/seal.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { saying } from './discussion.ts';
import { judge, type Verdict } from './work-commands.ts';

/**
 * Gives a set back to whoever made it, with a reason that they will read, or takes it: as it was handed in, or, where it came by a file, as it
 * lies here. Problems: `reading-missing`, `reason-missing`.
 */
export function judgeWork(context: ReviewContext, { set: id, verdict, reason }: Verdict): Result<Change> {
  const set = context.sets.find((one) => one.id === id);
  if (!set) return fail(problem('reading-missing'));
  const isHandedIn = context.events.some((one) => one.kind === 'submitted' && one.set === id);
  if (isHandedIn) return judge(context, { set: id, verdict, reason });
  if (verdict === 'returned' && reason.trim() === '') return fail(problem('reason-missing', { field: 'reason' }));
  const turns = context.events.flatMap((one) => ((one.kind === 'returned' || one.kind === 'accepted') && one.set === id ? [one.turn] : []));
  return ok(saying(context, { kind: verdict, set: id, seal: sealOf(set), reason: reason.trim(), turn: 1 + Math.max(0, ...turns) }));
}
