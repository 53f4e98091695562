import { type SetId } from './id.ts';
import { type ReviewEvent, type Submitted } from './review-event.ts';

export type Submission = ReviewEvent & Submitted;
const isSubmission = (event: ReviewEvent): event is Submission => event.kind === 'submitted';

/** How each set was handed in last. */
export function lastSubmissions(events: readonly ReviewEvent[]): ReadonlyMap<SetId, Submission> {
  const last = new Map<SetId, Submission>();
  for (const event of events.filter(isSubmission)) {
    const known = last.get(event.set);
    if (!known || event.turn > known.turn || (event.turn === known.turn && event.id > known.id)) last.set(event.set, event);
  }
  return last;
}
