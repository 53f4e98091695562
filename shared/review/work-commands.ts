import { type ReviewContext } from '../commands/review-context.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Change, noChange } from '../model/change.ts';
import { type AnnotatorId, type SetId } from '../model/id.ts';
import { type ReviewAct, type ReviewEvent } from '../model/review-event.ts';
import { sealOf } from '../model/seal.ts';
import { fail, ok, problem, type Problem, type Result } from '../result.ts';
import { hasLoneSurrogate } from '../text/offsets.ts';
import { rulesIn } from './discussion.ts';
import { answersTo, type Work, worksOn } from './work.ts';

/** Set, and what was said of it, of whoever owns it. */
const workOf = ({ events, sets, annotators }: ReviewContext, annotator: AnnotatorId): Work | undefined =>
  worksOn({ events, sets, annotators, answersTo: answersTo(events) }).find((work) => work.annotator === annotator);

const said = ({ article, by, now, newId }: ReviewContext, act: ReviewAct): Change => {
  const value: ReviewEvent = { id: newId('event'), article: article.id, by, at: now, ...act };
  return { ...noChange, added: [{ kind: 'event', value }] };
};

const reasonProblems = (reason: string): readonly Problem[] =>
  reason.trim() === '' || hasLoneSurrogate(reason) ? [problem('reason-missing', { field: 'reason' })] : [];

/**
 * Hands the own work in as it is now: an empty set too, for to have found nothing is a finding. Problems: `work-not-done` while it is not called
 * done, which the checks of the task stand before.
 * @param active as `Submitted`
 */
export function submit(context: ReviewContext, active?: number): Result<Change> {
  const set = context.sets.find((one) => one.annotator === context.by && one.role === 'work');
  if (!set || set.status !== 'done') return fail(problem('work-not-done', {}, { title: context.article.title }));
  const work = workOf(context, context.by);
  const seal = sealOf(set);
  if ((work?.state === 'submitted' || work?.state === 'accepted') && work.seal === seal) return ok(noChange);
  const guideline = Math.max(0, ...rulesIn(context.events).map(({ number }) => number));
  return ok(said(context, { kind: 'submitted', set: set.id, seal, guideline, ...(active !== undefined && { active }), turn: work?.nextTurn ?? 1 }));
}

/** Of whatever set was handed in; `null` where none was. */
function handedIn(context: ReviewContext, id: SetId): { readonly set: AnnotationSet; readonly work: Work; readonly seal: string } | null {
  const set = context.sets.find((one) => one.id === id);
  const work = set && workOf(context, set.annotator);
  return set && work?.seal ? { set, work, seal: work.seal } : null;
}

export interface Verdict {
  readonly set: SetId;
  readonly verdict: 'returned' | 'accepted';
  readonly reason: string;
}

/** Gives somebody's set back, with a reason, or takes it: as it was handed in last. Problems: `not-submitted`, `reason-missing`. */
export function judge(context: ReviewContext, { set, verdict, reason }: Verdict): Result<Change> {
  const found = handedIn(context, set);
  if (!found) return fail(problem('not-submitted', { record: set }));
  const problems = verdict === 'returned' ? reasonProblems(reason) : hasLoneSurrogate(reason) ? reasonProblems('') : [];
  if (problems.length > 0) return fail(...problems);
  return ok(said(context, { kind: verdict, set, seal: found.seal, reason: reason.trim(), turn: found.work.nextTurn }));
}

export interface Reopening {
  readonly set: SetId;
  readonly reason: string;
}

/** Opens what was handed in again. Verdicts on it show as stale from then on. Problems: `not-submitted`, `reason-missing`. */
export function reopen(context: ReviewContext, { set, reason }: Reopening): Result<Change> {
  const found = handedIn(context, set);
  if (!found) return fail(problem('not-submitted', { record: set }));
  const problems = reasonProblems(reason);
  if (problems.length > 0) return fail(...problems);
  return ok(said(context, { kind: 'reopened', set, reason: reason.trim(), turn: found.work.nextTurn }));
}

export interface Withdrawal {
  readonly annotator: AnnotatorId;
  readonly kind: 'declined' | 'skipped' | 'abandoned';
  readonly reason: string;
}

/** Somebody does not do this Article, or is not waited for any longer. Problem: `reason-missing`. */
export function withdraw(context: ReviewContext, { annotator, kind, reason }: Withdrawal): Result<Change> {
  const problems = reasonProblems(reason);
  if (problems.length > 0) return fail(...problems);
  return ok(said(context, { kind, annotator, reason: reason.trim(), turn: workOf(context, annotator)?.nextTurn ?? 1 }));
}
