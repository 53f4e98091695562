import { type AnnotationSet } from '../model/annotation-set.ts';
import { type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';

/** How far those who are compared judged for themselves: what was talked about before it was handed in again, and what a machine proposed, agrees too well. */
export interface Independence {
  /** Articles on which somebody's work was handed in once more after it had been given back or opened again. */
  readonly reworked: number;
  /** They are counted all the same, as was asked for. */
  readonly isReworkCounted: boolean;
  /** Of the Annotations that are compared so many came from a machine and were taken, as they were or altered. */
  readonly proposed: number;
  readonly annotations: number;
}

export const wholly: Independence = { reworked: 0, isReworkCounted: false, proposed: 0, annotations: 0 };

/** From which part on it has to be said that a machine proposed: below, it can hardly move a number. */
const smallPart = 0.05;
export const isLed = ({ proposed, annotations }: Pick<Independence, 'proposed' | 'annotations'>): boolean => proposed > smallPart * annotations;

/** Sets that were handed in again after they had been given back or opened. */
export function reworkedSets(events: readonly ReviewEvent[]): ReadonlySet<SetId> {
  const opened = new Map<SetId, number>();
  for (const event of events)
    if (event.kind === 'returned' || event.kind === 'reopened') opened.set(event.set, Math.min(event.turn, opened.get(event.set) ?? event.turn));
  return new Set(events.flatMap((event) => (event.kind === 'submitted' && event.turn > (opened.get(event.set) ?? event.turn) ? [event.set] : [])));
}

/** @param labels as if nothing else had been marked; `null` for all */
export function proposedIn(sets: readonly Pick<AnnotationSet, 'annotations'>[], labels: readonly string[] | null): Pick<Independence, 'proposed' | 'annotations'> {
  const all = sets.flatMap(({ annotations }) => annotations).filter(({ label }) => labels === null || labels.includes(label));
  return { proposed: all.filter(({ origin }) => origin !== 'manual').length, annotations: all.length };
}
