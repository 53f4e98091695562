import { type ReviewContext } from '../commands/review-context.ts';
import { type Change, noChange } from '../model/change.ts';
import { goldHead } from '../model/gold-head.ts';
import { type SetId } from '../model/id.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { saying } from './discussion.ts';

/** Says which of several gold sets of the Article is the one that counts. Nothing where it is already. Problem: `reading-missing` where it is no gold set. */
export function nameGold(context: ReviewContext, set: SetId): Result<Change> {
  const golds = context.sets.filter(({ role }) => role === 'adjudicated');
  if (!golds.some(({ id }) => id === set)) return fail(problem('reading-missing'));
  if (goldHead(golds, context.events)?.id === set) return ok(noChange);
  const turns = context.events.flatMap((event) => (event.kind === 'gold-named' ? [event.turn] : []));
  return ok(saying(context, { kind: 'gold-named', set, turn: 1 + Math.max(0, ...turns) }));
}
