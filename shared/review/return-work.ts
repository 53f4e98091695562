import { type ReviewContext } from '../commands/review-context.ts';
import { type Change } from '../model/change.ts';
import { type SetId } from '../model/id.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { saying } from './discussion.ts';
import { contentsHash } from './revision.ts';

/** Gives a set back to whoever made it, with a reason that they will read. Problems: `words-missing`, `reading-missing`. */
export function returnWork(context: ReviewContext, { set: id, reason }: { readonly set: SetId; readonly reason: string }): Result<Change> {
  const set = context.sets.find((one) => one.id === id);
  if (!set) return fail(problem('reading-missing'));
  if (reason.trim() === '') return fail(problem('words-missing'));
  return ok(saying(context, { kind: 'returned', set: id, seal: contentsHash(set), reason: reason.trim() }));
}
