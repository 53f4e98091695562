import { type DecisionReason, decisionReasons } from '../model/decided.ts';
import { type ReviewEvent } from '../model/review-event.ts';

/** Why something may be decided, in the order in which it is offered: what every project has, then the project's own, the oldest first. */
export function reasonsOffered(events: readonly ReviewEvent[]): readonly DecisionReason[] {
  const added = events.filter((event) => event.kind === 'reason-added').sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  return [...new Set<DecisionReason>([...decisionReasons, ...added.map(({ reason }) => reason)])];
}
