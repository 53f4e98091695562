import { type ReviewContext } from '../commands/review-context.ts';
import { type Change } from '../model/change.ts';
import { type DecisionAct, type DecisionReason } from '../model/decided.ts';
import { fail, problem, type Result } from '../result.ts';
import { type CaseChoice, standingChoices } from './decide.ts';
import { caseNow, settle } from './settle.ts';
import { isDecided, type Settlement, type Standing } from './settlement.ts';

/**
 * Says why a case was decided as it was, and alters nothing of it: whoever accepts a reading need not stop to say what was wrong with the others.
 * Problems: `case-changed` where nothing is decided, `decision-needs-reason`.
 */
export function giveReason(context: ReviewContext, choice: CaseChoice, { reason, note }: { readonly reason: DecisionReason | null; readonly note?: string }): Result<Change> {
  const found = caseNow(context, choice.among, choice.key);
  if (!found.ok) return found;
  const { settlement, about } = found.value;
  if (!about.decision || about.state !== 'decided') return fail(problem('case-changed'));
  const { event, item } = about.decision;
  const kept = { about, content: item.gold === null ? null : ('keep' as const), taken: item.taken, links: standingChoices(about), readings: item.readings };
  return settle(context, settlement, [kept], { act: actOf(context, settlement, about.decision), reason, note: note ?? event.note });
}

/** How it was decided, whatever was settled of its links since. */
function actOf({ events }: ReviewContext, { gold }: Settlement, { event, item }: Standing): DecisionAct {
  if (event.act !== 'link') return event.act;
  const making = events
    .filter(isDecided)
    .filter((one) => one.set === gold?.id && one.act !== 'link' && one.items.some((settled) => settled.gold === item.gold))
    .sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));
  return making.at(-1)?.act ?? 'accept';
}
